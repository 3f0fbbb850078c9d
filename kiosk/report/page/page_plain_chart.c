#include "report/page/page_plain_chart.h"

#include "base/must.h"
#include "base/utf8.h"
#include "report/page/page.h"
#include "report/page/page_wrap.h"

#include <math.h>

enum { LABEL = 28, PLOT = 41, NUMBER = 6, RANGE_PLOT = 61 };

static const char *const mark_dot = "●";     /* black circle */
static const char *const mark_other = "□";   /* white square: a second person */
static const char *const mark_box = "▯";     /* white upright rectangle */
static const char *const mark_diamond = "◇"; /* white diamond */
static const char *const mark_range = "─";   /* line */
static const char *const mark_middle = "┊";  /* thin upright line */

static int place_of(const struct chart *chart, double value, int width)
{
    return (int)lround(chart_share(chart, value) * (width - 1));
}

static void put(const char **cells, const struct chart *chart, int width, double value,
                const char *mark)
{
    if (!isnan(value))
        cells[place_of(chart, value, width)] = mark;
}

/* What matters most is put last: the person lies over the organization, both over the range. */
static void add_plot(struct buffer *out, const struct chart *chart,
                     const struct chart_row *row, int width)
{
    const char *cells[RANGE_PLOT];
    must(width <= RANGE_PLOT);
    for (int i = 0; i < width; i++)
        cells[i] = i == width / 2 ? mark_middle : " ";
    if (!isnan(row->low) && !isnan(row->high))
        for (int i = place_of(chart, row->low, width);
             i <= place_of(chart, row->high, width); i++)
            cells[i] = mark_range;
    put(cells, chart, width, row->needed, mark_diamond);
    put(cells, chart, width, row->box, mark_box);
    put(cells, chart, width, row->dot, mark_dot);
    for (int i = 0; i < width; i++)
        buffer_text(out, cells[i]);
}

static void add_number(struct buffer *out, double value)
{
    const struct span text = isnan(value) ? SPAN("") : page_number(out->arena, value, 2);
    buffer_format(out, "%*s%.*s", (int)(NUMBER - utf8_count(text)), "", SPAN_ARGS(text));
}

static void add_label(struct buffer *out, struct span *rest)
{
    struct span line = SPAN("");
    page_wrap(rest, LABEL - 1, &line);
    buffer_add(out, line);
    buffer_format(out, "%*s", (int)(LABEL - utf8_count(line)), "");
}

/* The second person in a line of their own, with their figure in the same column. */
static void add_other(struct buffer *out, const struct chart *chart,
                      const struct chart_row *other)
{
    const char *cells[PLOT];
    for (int i = 0; i < PLOT; i++)
        cells[i] = i == PLOT / 2 ? mark_middle : " ";
    put(cells, chart, PLOT, other->dot, mark_other);
    buffer_format(out, "%*s", LABEL, "");
    for (int i = 0; i < PLOT; i++)
        buffer_text(out, cells[i]);
    add_number(out, other->dot);
    buffer_text(out, "\n");
}

static void add_row(struct buffer *out, const struct chart *chart,
                    const struct chart_row *row)
{
    struct span label = row->label;
    if (row->group.count)
        buffer_format(out, "\n%.*s\n", SPAN_ARGS(row->group));
    add_label(out, &label);
    add_plot(out, chart, row, PLOT);
    add_number(out, row->dot);
    add_number(out, row->box);
    add_number(out, row->needed);
    buffer_text(out, "\n");
    while (label.data) {
        add_label(out, &label);
        buffer_text(out, "\n");
    }
    if (row->other)
        add_other(out, chart, row->other);
    if (row->words.count)
        buffer_format(out, "%*s%.*s\n", LABEL, "", SPAN_ARGS(row->words));
}

static void add_legend(struct buffer *out, const char *mark, struct span label)
{
    if (label.count)
        buffer_format(out, "%s %.*s\n", mark, SPAN_ARGS(label));
}

/* low, middle and high below a plot that begins at column `indent`. */
static void add_axis(struct buffer *out, const struct chart *chart, int indent, int width)
{
    const int low = (int)utf8_count(chart->low_label);
    const int middle = (int)utf8_count(chart->middle_label);
    const int high = (int)utf8_count(chart->high_label);
    const int before = width / 2 - middle / 2 - low;
    const int after = width - low - before - middle - high;
    buffer_format(out, "%*s%.*s%*s%.*s%*s%.*s", indent, "", SPAN_ARGS(chart->low_label),
                  before > 1 ? before : 1, "", SPAN_ARGS(chart->middle_label),
                  after > 1 ? after : 1, "", SPAN_ARGS(chart->high_label));
}

/* The mark above the column of its numbers: where marks meet, only the numbers tell both. */
static void add_heading(struct buffer *out, const char *mark, struct span label)
{
    if (label.count)
        buffer_format(out, "%*s%s", NUMBER - 1, "", mark);
}

static void add_profile(struct buffer *out, const struct chart *chart)
{
    add_legend(out, mark_dot, chart->dot_label);
    add_legend(out, mark_other, chart->other_label);
    add_legend(out, mark_box, chart->box_label);
    add_legend(out, mark_diamond, chart->needed_label);
    buffer_text(out, "\n");
    add_axis(out, chart, LABEL, PLOT);
    add_heading(out, mark_dot, chart->dot_label);
    add_heading(out, mark_box, chart->box_label);
    add_heading(out, mark_diamond, chart->needed_label);
    buffer_text(out, "\n");
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(out, chart, &chart->rows[i]);
}

void page_plain_chart(struct buffer *out, struct span title, const struct chart *chart)
{
    switch (chart->kind) {
    case CHART_PROFILE:
        buffer_format(out, "%.*s\n\n", SPAN_ARGS(title));
        add_profile(out, chart);
        break;
    case CHART_RANGE:
        buffer_text(out, "   ");
        add_plot(out, chart, &chart->rows[0], RANGE_PLOT);
        buffer_text(out, "\n");
        add_axis(out, chart, 3, RANGE_PLOT);
        buffer_text(out, "\n");
        break;
    }
}
