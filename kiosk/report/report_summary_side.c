#include "report/report_summary_side.h"

#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/wording.h"

#include <math.h>

/* How the need stands to today: only where that is sure. */
static const char *need_words(const struct profile_row *row)
{
    if (!row->is_needed_elsewhere)
        return "";
    return row->needed < row->organization
               ? W("Our strategy needs less of it than we have.")
               : W("Our strategy needs more of it than we have.");
}

static struct span fit_words(const struct report_source *source,
                             const struct profile_row *row)
{
    (void)source;
    return span_of(need_words(row));
}

static struct span also_words(const struct report_source *source,
                              const struct profile_row *row)
{
    (void)source;
    return row->person > row->needed ? WS("More to them than our strategy needs.")
                                     : WS("Differs from how we work today.");
}

static struct span difference_words(const struct report_source *source,
                                    const struct profile_row *row)
{
    const char *need = need_words(row);
    return span_format(source->arena, "%s%s%s",
                       row->person > row->organization ? W("They look for it more.")
                                                       : W("We look for it more."),
                       *need ? " " : "", need);
}

static const struct short_list {
    const char *id, *title;
    enum topic_relation relation;
    struct span (*words)(const struct report_source *source,
                         const struct profile_row *row);
} lists[] = {
    {"both", WN("Both look for it"), TOPIC_FITS, fit_words},
    {"also", WN("They also look for what our strategy needs more of"), TOPIC_ALSO,
     also_words},
    {"differs", WN("Differs"), TOPIC_DIFFERS, difference_words},
};

static struct page_section *add_list(struct page *page,
                                     const struct report_source *source,
                                     const struct short_list *of, bool is_short)
{
    struct page_section *section =
        page_section(page, PAGE_SIDE_BOX, of->id, W(of->title));
    struct page_block *list = NULL;
    for (size_t i = 0; i < source->rows.dimension_count; i++) {
        const struct profile_row *row = &source->rows.rows[i];
        if (row->relation != of->relation)
            continue;
        if (!list)
            list = page_add_list(section);
        page_pair(list, row->name, is_short ? SPAN("") : of->words(source, row));
    }
    if (!list)
        page_add_text(section, WS("Nothing is sure enough to be named."));
    return section;
}

void report_summary_side(struct page *page, const struct report_source *source,
                         bool is_short)
{
    struct page_section *section = NULL;
    if (!has_profile_card_organization(source->card) ||
        source->card->quality.is_resonance_withheld)
        return;
    if (source->card->quality.rlh < RESONANCE_RLH_LEAST) {
        page_add_text(
            page_section(page, PAGE_SIDE_BOX, "one-by-one", W("Topics one by one")),
            span_of(wording_unsaid(RESONANCE_UNSAID_CHOICES)));
        return;
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lists[i].relation != TOPIC_ALSO || !source->basis ||
            has_basis_frame(source->basis, BASIS_NEEDED))
            section = add_list(page, source, &lists[i], is_short);
    if (!is_short)
        page_add_note(section,
                      WS("A difference is something to talk about, not a fault."));
}

/* How much of a part was answered, of what was asked. */
static void add_part(struct page_block *facts, const struct report_source *source,
                     const struct part *part)
{
    const struct sitting *sitting = source->sitting;
    size_t asked = 0, given = 0;
    for (size_t step = 0; step < sitting->step_count; step++) {
        if (sitting_part(sitting, step) != part || !is_sitting_counted(sitting, step))
            continue;
        asked++;
        given += sitting->answers[step].state == ANSWER_GIVEN;
    }
    if (asked)
        page_pair(facts,
                  questionnaire_text(part->questionnaire, source->language, part->frame,
                                     part->title_key),
                  span_format(source->arena, W("%zu of %zu"), given, asked));
}

void report_summary_side_trust(struct page_section *section,
                               const struct report_source *source)
{
    const struct quality *quality = &source->card->quality;
    const bool is_withheld =
        quality->is_resonance_withheld || quality->are_drivers_withheld;
    page_add_strong(section,
                    is_withheld ? WS("Rely on the conversation.")
                                : WS("Nothing speaks against it."),
                    is_withheld ? WS("Some answers do not fit together well, so some "
                                     "figures are not shown.")
                                : SPAN(""));
}

struct span report_summary_side_may(void)
{
    return WS(
        "They may choose what to talk about, and help the person to see what the "
        "place is like. They may not put people in order, turn anybody down or stand "
        "as the reason of a decision. People who know what we value can choose it. "
        "Not validated for this organization.");
}

void report_summary_side_reliance(struct page *page, const struct report_source *source)
{
    struct page_section *section = page_section(page, PAGE_SIDE_BOX, "reliance",
                                                W("Can this session be relied on?"));
    report_summary_side_trust(section, source);
    struct page_block *facts = page_add_facts(section);
    for (size_t i = 0; i < source->sitting->assessment->part_count; i++)
        add_part(facts, source, &source->sitting->assessment->parts[i]);
    page_pair(facts, WS("Language"), source->sitting->start.language);
    page_add_note(section,
                  WS("From here nobody can see noise, a break or a line that was "
                     "misread. How they used the screen is not told."));
    page_add_text(
        page_section(page, PAGE_SIDE_BOX, "may", W("What these figures may do")),
        report_summary_side_may());
}
