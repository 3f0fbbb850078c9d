#include "profile/profile_chart.h"

#include "base/words.h"

#include <math.h>

/* What stands beside the marks and at the ends of a profile, by reader. */
static const struct labels {
    const char *row, *low, *high, *dot, *box, *diamond;
} dimension_labels[] =
    {
        [WORDING_PERSON] = {WN("Topic"), WN("matters less"), WN("matters more"),
                            WN("you"), WN("this organization"),
                            WN("what its strategy needs")},
        [WORDING_INTERVIEWER] = {WN("Topic"), WN("matters less"), WN("matters more"),
                                 WN("the person, with range"),
                                 WN("the organization now, with range"),
                                 WN("what its strategy needs")},
},
  driver_labels[] = {
      [WORDING_PERSON] = {WN("Driver"), WN("agrees less"), WN("agrees more"), WN("you"),
                          WN("this organization"), WN("what its strategy needs")},
      [WORDING_INTERVIEWER] = {WN("Driver"), WN("agrees less"), WN("agrees more"),
                               WN("the person, with range"), WN("the organization now"),
                               WN("what its strategy needs")},
};

static struct chart *chart_new(struct arena *arena, enum chart_kind kind, double low,
                               double high, size_t row_count)
{
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){.kind = kind,
                            .low = low,
                            .high = high,
                            .rows = arena_array(arena, struct chart_row, row_count),
                            .row_count = row_count};
    for (size_t i = 0; i < row_count; i++)
        chart->rows[i] = (struct chart_row){.dot = NAN,
                                            .low = NAN,
                                            .high = NAN,
                                            .box = NAN,
                                            .box_low = NAN,
                                            .box_high = NAN,
                                            .needed = NAN};
    return chart;
}

struct chart *profile_chart_range(struct arena *arena, const struct figure *figure,
                                  enum wording_reader reader)
{
    struct chart *chart = chart_new(arena, CHART_RANGE, -1, 1, 1);
    if (figure->phrase == RESONANCE_UNSAID_NORM) {
        chart->low_label = SPAN("−1");
        chart->high_label = SPAN("1");
    } else {
        chart->low_label = WS("much differs");
        chart->middle_label =
            reader == WORDING_PERSON ? WS("like most people") : WS("as usual");
        chart->high_label = WS("much in common");
    }
    chart->dot_label = reader == WORDING_PERSON ? WS("You") : WS("resonance");
    chart->rows[0].dot = figure->r;
    chart->rows[0].low = figure->low;
    chart->rows[0].high = figure->high;
    return chart;
}

static void row_fill(struct chart_row *out, const struct profile_row *row)
{
    out->label = row->name;
    out->dot = row->person;
    out->low = row->low;
    out->high = row->high;
    out->box = row->organization;
    out->box_low = row->organization_low;
    out->box_high = row->organization_high;
    out->needed = row->needed;
    out->has_arrow = row->is_needed_elsewhere;
    out->is_sure = row->is_sure;
}

/* A mark that no row has is not explained. */
static void labels_fill(struct chart *chart, const struct labels *labels)
{
    chart->row_title = WS(labels->row);
    chart->low_label = WS(labels->low);
    chart->high_label = WS(labels->high);
    chart->dot_label = WS(labels->dot);
    for (size_t i = 0; i < chart->row_count; i++) {
        if (!isnan(chart->rows[i].box))
            chart->box_label = WS(labels->box);
        if (!isnan(chart->rows[i].needed))
            chart->needed_label = WS(labels->diamond);
    }
}

struct chart *profile_chart_dimensions(struct arena *arena,
                                       const struct profile_rows *rows,
                                       enum wording_reader reader)
{
    struct chart *chart = chart_new(arena, CHART_PROFILE, -1, 1, rows->dimension_count);
    struct span construct = SPAN("");
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct profile_row *row = &rows->rows[i];
        row_fill(&chart->rows[i], row);
        if (!is_span_equal(row->construct, construct))
            chart->rows[i].group = wording_construct(row->construct, reader);
        construct = row->construct;
    }
    labels_fill(chart, &dimension_labels[reader]);
    return chart;
}

struct chart *profile_chart_drivers(struct arena *arena, const struct profile_rows *rows,
                                    enum wording_reader reader)
{
    const size_t count = rows->count - rows->dimension_count;
    if (!count)
        return NULL;
    struct chart *chart = chart_new(arena, CHART_PROFILE, 1, 5, count);
    for (size_t i = 0; i < count; i++)
        row_fill(&chart->rows[i], &rows->rows[rows->dimension_count + i]);
    labels_fill(chart, &driver_labels[reader]);
    return chart;
}
