#include "report/report_summary.h"

#include "base/words.h"
#include "profile/profile_chart.h"
#include "profile/wording.h"
#include "report/report_summary_side.h"
#include "report/report_trials.h"

#include <string.h>

static struct span between(const struct report_source *source,
                           const struct figure *figure)
{
    return span_format(source->arena, W("%.*s, between %.*s and %.*s"),
                       SPAN_ARGS(report_source_number(source, figure->r)),
                       SPAN_ARGS(report_source_number(source, figure->low)),
                       SPAN_ARGS(report_source_number(source, figure->high)));
}

static void add_range(struct page_block *ranges, const struct report_source *source,
                      const char *beside, const struct figure *figure)
{
    struct page_item *item = page_item(ranges);
    const char *phrase = wording_phrase(figure->phrase);
    item->words = span_of(beside);
    if (!has_scorecard_figure(figure)) {
        item->title = WS("No figure");
        item->figures = span_of(wording_figure(figure));
        return;
    }
    item->title = *phrase ? wording_title(source->arena, phrase) : WS("Not in words yet");
    item->chart = profile_chart_range(source->arena, figure, WORDING_INTERVIEWER);
    item->figures = between(source, figure);
}

static void add_figure_notes(struct page_section *section,
                             const struct report_source *source, bool is_short)
{
    const struct figure *figure = &source->card->now;
    const struct span trials = is_short ? SPAN("") : report_trials_words(source);
    if (!has_scorecard_figure(figure))
        return;
    if (!*wording_phrase(figure->phrase))
        page_add_note(section, span_of(wording_unsaid(figure->phrase)));
    if (figure->is_provisional)
        page_add_note(section, span_of(wording_figure(figure)));
    if (trials.count)
        page_add_note(section, trials);
}

/* Neither has a figure, and for one reason, which is said once. */
static bool is_same_reason(const struct scorecard *card)
{
    return !has_scorecard_figure(&card->now) && !has_scorecard_figure(&card->needed) &&
           strcmp(wording_figure(&card->now), wording_figure(&card->needed)) == 0;
}

void report_summary_beside(struct page *page, const struct report_source *source,
                           bool is_short)
{
    struct page_section *section = page_section(page, PAGE_BOX, "beside", "");
    struct page_block *ranges = page_add_ranges(section);
    add_range(ranges, source, W("Beside us today"), &source->card->now);
    if (source->basis && has_basis_frame(source->basis, BASIS_NEEDED) &&
        !is_same_reason(source->card))
        add_range(ranges, source, W("Beside our strategy"), &source->card->needed);
    add_figure_notes(section, source, is_short);
    if (source->sitting->is_ended_by_gate)
        page_add_note(section,
                      WS("The session ended early, at a question that ends it for "
                         "some answers. What came after was not asked."));
}

static struct span relation_words(const struct profile_row *row)
{
    switch (row->relation) {
    case TOPIC_NONE:
        break;
    case TOPIC_FITS:
        return WS("both");
    case TOPIC_ALSO:
        return WS("strategy needs it");
    case TOPIC_DIFFERS:
        return row->person > row->organization ? WS("more to them") : WS("more to us");
    }
    return SPAN("");
}

/* On a page of the desk the organization is "we". */
static void labels_set(struct chart *chart, const char *row_title, const char *low,
                       const char *high)
{
    chart->row_title = WS(row_title);
    chart->low_label = WS(low);
    chart->high_label = WS(high);
    if (chart->box_label.count)
        chart->box_label = WS("we today, with range");
    if (chart->needed_label.count)
        chart->needed_label = WS("where our strategy needs it, if surely elsewhere");
}

/* What is bold is explained where something is; without an organization there is nothing to be sure
 * of. */
static void sure_note(struct page_section *section, const struct report_source *source,
                      const struct chart *chart)
{
    size_t sure_count = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        sure_count += chart->rows[i].is_sure;
    if (!sure_count && !chart->box_label.count)
        return;
    page_add_note(
        section,
        span_format(source->arena,
                    sure_count
                        ? W("Bold rows are sure, even with %zu rows read at once. For "
                            "the others one session cannot tell.")
                        : W("No row is sure: with %zu rows read at once, one session "
                            "cannot tell."),
                    chart->row_count));
}

void report_summary_matters(struct page *page, const struct report_source *source)
{
    if (!source->card->dimension_count || !source->values ||
        source->card->quality.is_resonance_withheld)
        return; /* the reason stands where the figure would */
    struct page_section *section =
        page_section(page, PAGE_BOX, "matters", W("What matters"));
    struct chart *chart =
        profile_chart_dimensions(source->arena, &source->rows, WORDING_INTERVIEWER);
    labels_set(chart, WN("What matters"), WN("chosen less"), WN("chosen more"));
    for (size_t i = 0; i < chart->row_count; i++)
        chart->rows[i].words = relation_words(&source->rows.rows[i]);
    page_add_profile(section, "", chart);
    sure_note(section, source, chart);
}

static void add_work(struct page *page, const struct report_source *source)
{
    const size_t first = source->rows.dimension_count;
    if (!source->card->driver_count)
        return;
    struct page_section *section =
        page_section(page, PAGE_BOX, "work", W("How they like to work"));
    if (source->card->quality.are_drivers_withheld) {
        page_add_text(section,
                      WS("The ratings are not shown, because some of them do not "
                         "fit together well. That happens when people are "
                         "tired, in a hurry, or read in a second language."));
        return;
    }
    if (source->card->is_sem_assumed)
        section->note = WS("How steady these answers are is not yet known; the range "
                           "assumes an error.");
    struct chart *chart =
        profile_chart_drivers(source->arena, &source->rows, WORDING_INTERVIEWER);
    labels_set(chart, WN("What they need to work well"), WN("agrees less"),
               WN("agrees more"));
    for (size_t i = 0; i < chart->row_count; i++)
        if (source->rows.rows[first + i].is_sure)
            chart->rows[i].words = span_of(
                wording_gap(source->card, &source->card->drivers[i], source->basis));
    page_add_profile(section, "", chart);
}

void report_summary(struct page *page, const struct report_source *source)
{
    const struct page_section *last;
    report_summary_beside(page, source, false);
    report_summary_matters(page, source);
    add_work(page, source);
    last = page->last;
    report_words(page, source);
    if (page->last != last)
        page->last->look = PAGE_BOX;
    report_summary_side(page, source, false);
    report_summary_side_reliance(page, source);
}
