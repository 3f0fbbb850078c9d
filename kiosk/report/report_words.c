/* What the person wrote, as they wrote it: nothing is cut, corrected, counted or judged. */
#include "sitting/sitting_words.h"
#include "report/report_source.h"

#include "base/words.h"

static void add_answer(struct page_section *section, const struct report_source *source,
                       size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const struct span question = sitting_text(
        source->sitting, step, item->text_key.count ? item->text_key : item->id);
    const struct span words = sitting_words_answer(source->arena, source->sitting, step);
    if (answer->state == ANSWER_DECLINED)
        page_add_missing(section, question, W("Preferred not to say."));
    else if (span_trim(words).count)
        page_add_quote(section, question, words, source->sitting->start.language);
    else
        page_add_missing(section, question, W("Left open."));
}

void report_words(struct page *page, const struct report_source *source)
{
    struct page_section *section = NULL;
    for (size_t step = 0; step < source->sitting->step_count; step++) {
        if (!is_report_source_own_words(sitting_part(source->sitting, step)->use) ||
            !is_sitting_counted(source->sitting, step) ||
            is_report_source_scale(source, step))
            continue;
        if (!section) {
            section = page_section(page, PAGE_PLAIN, "words", W("In their own words"));
            page_add_text(section, WS("As they were written. Spelling and length say "
                                      "nothing about fit; a question may be left open."));
        }
        add_answer(section, source, step);
    }
}
