/* Dimension by dimension: what fits, what differs, what they would add, and the whole picture. */
#include "report/report_source.h"

#include "base/words.h"

#include <math.h>

enum { LISTED_MOST = 5 };
static const double add_least = .10; /* half a choice out of five */

/* How much a gap belongs into a list; 0: not at all. */
static double rank_of_fit(const struct report_gap *gap)
{
    return gap->is_shared ? gap->weight * (gap->person + gap->organization) : 0;
}

static double rank_of_difference(const struct report_gap *gap)
{
    return fabs(gap->z) > RESONANCE_Z_RELEASED ? fabs(gap->z) : 0;
}

static bool is_clearly_more(const struct report_gap *gap)
{
    return -gap->z > RESONANCE_Z_RELEASED;
}

/* What is not sure must at least matter to the person. */
static double rank_of_addition(const struct report_gap *gap)
{
    const bool is_brought = is_clearly_more(gap) || gap->person > 0;
    return gap->add >= add_least && is_brought ? gap->add : 0;
}

static struct span words_of_fit(const struct report_source *source,
                                const struct report_gap *gap)
{
    return span_format(source->arena, W("Matters to both: person %.*s, here %.*s."),
                       SPAN_ARGS(report_number(source, gap->person)),
                       SPAN_ARGS(report_number(source, gap->organization)));
}

static struct span words_of_difference(const struct report_source *source,
                                       const struct report_gap *gap)
{
    return span_format(
        source->arena,
        gap->person > gap->organization
            ? W("Matters more to the person than it does here: %.*s beside %.*s.")
            : W("Matters less to the person than it does here: %.*s beside %.*s."),
        SPAN_ARGS(report_number(source, gap->person)),
        SPAN_ARGS(report_number(source, gap->organization)));
}

static struct span words_of_addition(const struct report_source *source,
                                     const struct report_gap *gap)
{
    return span_format(
        source->arena,
        -gap->z > RESONANCE_Z_RELEASED
            ? W("The strategy needs more of this than there is: here %.*s, needed %.*s, "
                "person %.*s.")
            : W("Perhaps; one session cannot be sure: here %.*s, needed %.*s, person "
                "%.*s."),
        SPAN_ARGS(report_number(source, gap->organization)),
        SPAN_ARGS(report_number(source, gap->needed)),
        SPAN_ARGS(report_number(source, gap->person)));
}

/* One of the three cards: which gaps, in which words, and what is said when there are none. */
struct card {
    const char *id, *title, *none;
    double (*rank)(const struct report_gap *gap);
    struct span (*words)(const struct report_source *source,
                         const struct report_gap *gap);
};

static void add_card(struct page *page, const struct report_source *source,
                     const struct card *card)
{
    size_t count;
    const struct report_gap *gaps = report_gaps(source, &count);
    struct page_section *section = page_section(page, PAGE_CARD, card->id, card->title);
    struct page_block *list = NULL;
    bool *is_told = arena_array(source->arena, bool, count);
    for (int place = 0; place < LISTED_MOST; place++) {
        size_t best = count;
        for (size_t i = 0; i < count; i++)
            if (!gaps[i].is_driver && !is_told[i] && card->rank(&gaps[i]) > 0 &&
                (best == count || card->rank(&gaps[i]) > card->rank(&gaps[best])))
                best = i;
        if (best == count)
            break;
        is_told[best] = 1;
        if (!list)
            list = page_add_list(section);
        page_pair(list, gaps[best].name, card->words(source, &gaps[best]));
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

static struct span construct_words(struct span construct)
{
    if (is_span(construct, "beliefs"))
        return WS("Beliefs");
    if (is_span(construct, "values"))
        return WS("Values");
    if (is_span(construct, "purpose"))
        return WS("Purpose");
    if (is_span(construct, "goals"))
        return WS("Goals");
    if (is_span(construct, "motivations"))
        return WS("Motivations");
    return construct;
}

static void put_ranges(const struct report_source *source, struct chart_row *row,
                       size_t i)
{
    const struct dimension_score *score = &source->card->dimensions[i];
    const struct basis *basis = source->basis;
    row->low = fmax(-1, score->score - RESONANCE_Z_RELEASED * score->se);
    row->high = fmin(1, score->score + RESONANCE_Z_RELEASED * score->se);
    if (isnan(score->score) || isnan(score->se))
        row->low = row->high = NAN;
    row->box_low = row->box_high = NAN;
    if (!basis || i >= basis->dimension_count || basis->rater_count < 2)
        return;
    const double half = RESONANCE_Z_RELEASED * basis->dimensions[i].sd_now /
                        sqrt((double)basis->rater_count);
    row->box_low = fmax(-1, score->organization - half);
    row->box_high = fmin(1, score->organization + half);
}

static const struct chart *dimension_chart(const struct report_source *source)
{
    const struct scorecard *card = source->card;
    struct chart *chart = arena_new(source->arena, struct chart);
    struct span construct = SPAN("");
    *chart = (struct chart){
        .kind = CHART_PROFILE,
        .low = -1,
        .high = 1,
        .low_label = WS("matters less"),
        .high_label = WS("matters more"),
        .dot_label = WS("the person, with range"),
        .rows = arena_array(source->arena, struct chart_row, card->dimension_count),
        .row_count = card->dimension_count};
    for (size_t i = 0; i < card->dimension_count; i++) {
        const struct dimension_score *score = &card->dimensions[i];
        const struct span own = source->values->questionnaire->dimensions[i].construct;
        chart->rows[i] = (struct chart_row){
            .group = is_span_equal(own, construct) ? SPAN("") : construct_words(own),
            .label = report_name(source, source->values, score->id),
            .dot = score->score,
            .box = score->organization,
            .diamond = score->needed};
        put_ranges(source, &chart->rows[i], i);
        construct = own;
        if (!isnan(score->organization))
            chart->box_label = WS("the organization now, with range");
        if (!isnan(score->needed))
            chart->diamond_label = WS("what its strategy needs");
    }
    return chart;
}

void report_profile(struct page *page, const struct report_source *source)
{
    if (!source->card->dimension_count || !source->values)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "profile", W("What matters, one by one"));
    page_add_chart(section,
                   W("From −1 to 1: how often a topic was chosen as most, less how "
                     "often as least"),
                   dimension_chart(source));
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
