/* Dimension by dimension: what fits, what differs, what they also look for, and the whole
 * picture. */
#include "report/report_source.h"

#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_chart.h"
#include "profile/wording.h"

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
            ? W("Matters more to the person than it does here: person %.*s, here %.*s.")
            : W("Matters less to the person than it does here: person %.*s, here %.*s."),
        SPAN_ARGS(report_source_number(source, row->person)),
        SPAN_ARGS(report_source_number(source, row->organization)));
}

static struct span words_of_also(const struct report_source *source,
                                 const struct profile_row *row)
{
    return span_format(source->arena,
                       W("The strategy needs more of this than there is: here %.*s, "
                         "needed %.*s, person %.*s."),
                       SPAN_ARGS(report_source_number(source, row->organization)),
                       SPAN_ARGS(report_source_number(source, row->needed)),
                       SPAN_ARGS(report_source_number(source, row->person)));
}

/* One of the three cards: which topics, in which words, and what is said when there are none. */
struct card {
    const char *id, *title, *none;
    enum topic_relation relation;
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
    for (size_t i = 0; i < count; i++) {
        if (rows[i].relation != card->relation)
            continue;
        if (!list)
            list = page_add_list(section);
        page_pair(list, rows[i].name, card->words(source, &rows[i]));
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

void report_beside(struct page *page, const struct report_source *source)
{
    const char *const none = W("Nothing stands out.");
    const struct card cards[] = {
        {"fits", W("What fits"), none, TOPIC_FITS, words_of_fit},
        {"differs", W("What differs"), none, TOPIC_DIFFERS, words_of_difference},
        {"also", W("What they also look for, and the strategy needs"),
         has_basis_frame(source->basis, BASIS_NEEDED)
             ? none
             : W("No colleague described what the strategy needs, so this cannot be "
                 "told."),
         TOPIC_ALSO, words_of_also},
    };
    if (!has_profile_card_organization(source->card) ||
        source->card->quality.is_resonance_withheld)
        return;
    if (source->card->quality.rlh < RESONANCE_RLH_LEAST) {
        page_add_text(page_section(page, PAGE_PLAIN, "beside", W("Topics one by one")),
                      span_of(wording_unsaid(RESONANCE_UNSAID_CHOICES)));
        return;
    }
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        add_card(page, source, &cards[i]);
}

void report_profile(struct page *page, const struct report_source *source)
{
    const struct figure withheld = {.absence = RESONANCE_WITHHELD};
    if (!source->card->dimension_count || !source->values)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "profile", W("What matters, one by one"));
    if (source->card->quality.is_resonance_withheld) {
        page_add_text(section, span_of(wording_figure(&withheld)));
        return;
    }
    page_add_chart(
        section, W("From −1, always chosen as least, to 1, always chosen as most"),
        profile_chart_dimensions(source->arena, &source->rows, WORDING_INTERVIEWER));
    page_add_text(
        section,
        WS("Everybody has the same number of choices to give, so nobody can be high "
           "on everything. A topic on the left is not disliked; the person chose "
           "others before it."));
    if (has_profile_card_organization(source->card) && has_split(source))
        page_add_text(section,
                      WS("Where people here do not agree, the organization is drawn "
                         "with its wide range. The topic is then in none of the lists "
                         "of what fits, what differs and what they also look for."));
}
