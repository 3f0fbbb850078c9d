/* Dimension by dimension: what fits, what differs, what they would add, and the whole picture. */
#include "report/report_source.h"

#include "base/words.h"
#include "profile/profile_chart.h"

#include <math.h>

enum { LISTED_MOST = 5 };
static const double add_least = .10; /* half a choice out of five */

/* How much a gap belongs into a list; 0: not at all. */
static double rank_of_fit(const struct profile_row *row)
{
    return row->is_shared ? row->weight * (row->person + row->organization) : 0;
}

static double rank_of_difference(const struct profile_row *row)
{
    return fabs(row->z) > RESONANCE_Z_RELEASED ? fabs(row->z) : 0;
}

static bool is_clearly_more(const struct profile_row *row)
{
    return -row->z > RESONANCE_Z_RELEASED;
}

/* What is not sure must at least matter to the person. */
static double rank_of_addition(const struct profile_row *row)
{
    const bool is_brought = is_clearly_more(row) || row->person > 0;
    return row->add >= add_least && is_brought ? row->add : 0;
}

static struct span words_of_fit(const struct report_source *source,
                                const struct profile_row *row)
{
    return span_format(source->arena, W("Matters to both: person %.*s, here %.*s."),
                       SPAN_ARGS(report_source_number(source, row->person)),
                       SPAN_ARGS(report_source_number(source, row->organization)));
}

static struct span words_of_difference(const struct report_source *source,
                                       const struct profile_row *row)
{
    return span_format(
        source->arena,
        row->person > row->organization
            ? W("Matters more to the person than it does here: %.*s beside %.*s.")
            : W("Matters less to the person than it does here: %.*s beside %.*s."),
        SPAN_ARGS(report_source_number(source, row->person)),
        SPAN_ARGS(report_source_number(source, row->organization)));
}

static struct span words_of_addition(const struct report_source *source,
                                     const struct profile_row *row)
{
    return span_format(
        source->arena,
        is_clearly_more(row)
            ? W("The strategy needs more of this than there is: here %.*s, needed %.*s, "
                "person %.*s.")
            : W("Perhaps; one session cannot be sure: here %.*s, needed %.*s, person "
                "%.*s."),
        SPAN_ARGS(report_source_number(source, row->organization)),
        SPAN_ARGS(report_source_number(source, row->needed)),
        SPAN_ARGS(report_source_number(source, row->person)));
}

/* One of the three cards: which gaps, in which words, and what is said when there are none. */
struct card {
    const char *id, *title, *none;
    double (*rank)(const struct profile_row *row);
    struct span (*words)(const struct report_source *source,
                         const struct profile_row *row);
};

static void add_card(struct page *page, const struct report_source *source,
                     const struct card *card)
{
    const struct profile_row *rows = source->rows.rows;
    const size_t count = source->rows.dimension_count;
    struct page_section *section = page_section(page, PAGE_CARD, card->id, card->title);
    struct page_block *list = NULL;
    bool *is_told = arena_array(source->arena, bool, count);
    for (int place = 0; place < LISTED_MOST; place++) {
        size_t best = count;
        for (size_t i = 0; i < count; i++)
            if (!is_told[i] && card->rank(&rows[i]) > 0 &&
                (best == count || card->rank(&rows[i]) > card->rank(&rows[best])))
                best = i;
        if (best == count)
            break;
        is_told[best] = 1;
        if (!list)
            list = page_add_list(section);
        page_pair(list, rows[best].name, card->words(source, &rows[best]));
    }
    if (!list)
        page_add_text(section, span_of(card->none));
}

static bool has_split(const struct report_source *source)
{
    for (size_t i = 0; source->basis && i < source->card->dimension_count; i++)
        if (!(source->card->dimensions[i].gate > 0))
            return true;
    return false;
}

static bool has_organization(const struct report_source *source)
{
    for (size_t i = 0; i < source->card->dimension_count; i++)
        if (!isnan(source->card->dimensions[i].organization))
            return true;
    return false;
}

static bool has_needed(const struct report_source *source)
{
    for (size_t i = 0; i < source->card->dimension_count; i++)
        if (!isnan(source->card->dimensions[i].needed))
            return true;
    return false;
}

void report_beside(struct page *page, const struct report_source *source)
{
    const struct card cards[] = {
        {"fits", W("What fits"), W("No topic stands out that clearly matters to both."),
         rank_of_fit, words_of_fit},
        {"differs", W("What differs"),
         W("No topic differs by more than one session can tell."), rank_of_difference,
         words_of_difference},
        {"adds", W("What they would add"),
         has_needed(source)
             ? W("There is no topic of which the strategy clearly needs more and this "
                 "person brings more.")
             : W("Nobody has said yet what the strategy needs, so this cannot be told."),
         rank_of_addition, words_of_addition},
    };
    if (!has_organization(source))
        return;
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        add_card(page, source, &cards[i]);
}

void report_profile(struct page *page, const struct report_source *source)
{
    if (!source->card->dimension_count || !source->values)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "profile", W("What matters, one by one"));
    page_add_chart(
        section,
        W("From −1 to 1: how often a topic was chosen as most, less how "
          "often as least"),
        profile_chart_dimensions(source->arena, &source->rows, WORDING_INTERVIEWER));
    page_add_text(
        section,
        WS("Everybody has the same number of choices to give, so nobody can be high "
           "on everything. A topic on the left is not disliked; others were chosen "
           "before it."));
    if (has_organization(source) && has_split(source))
        page_add_text(section,
                      WS("Where people here do not agree, the organization is drawn "
                         "with its wide range, and the topic is left out of what "
                         "fits, what differs and what they would add."));
}
