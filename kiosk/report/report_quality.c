/* Which figures are not shown, and which parts were answered a second time. No sign stands here by
 * itself: it would be taken for a trait of the person. */
#include "report/report_source.h"

#include "base/words.h"

static void add_again(struct page_section *section, const struct report_source *source)
{
    const struct sitting *sitting = source->sitting;
    for (size_t i = 0; i < sitting->assessment->part_count; i++) {
        const struct part *part = &sitting->assessment->parts[i];
        if (sitting->redo.was_again[i])
            page_add_text(section,
                          span_format(source->arena, W("Answered a second time: %.*s."),
                                      SPAN_ARGS(questionnaire_text(
                                          part->questionnaire, source->language,
                                          part->frame, part->title_key))));
    }
}

static bool is_any_again(const struct sitting *sitting)
{
    for (size_t i = 0; i < sitting->assessment->part_count; i++)
        if (sitting->redo.was_again[i])
            return true;
    return false;
}

void report_quality(struct page *page, const struct report_source *source)
{
    const struct quality *quality = &source->card->quality;
    const bool is_withheld =
        quality->is_resonance_withheld || quality->are_drivers_withheld;
    if (!is_withheld && !is_any_again(source->sitting))
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "quality", W("What is not shown"));
    if (quality->is_resonance_withheld)
        page_add_text(section, WS("The figures of the choices between topics, because "
                                  "some answers do not fit together well."));
    if (quality->are_drivers_withheld)
        page_add_text(section, WS("The figures of how they like to work, because some "
                                  "answers do not fit together well."));
    if (is_withheld)
        page_add_text(section,
                      WS("This is about the session, never about the person: noise, a "
                         "pause, a second language or tiredness look the same from "
                         "here. Rely on the conversation."));
    add_again(section, source);
}
