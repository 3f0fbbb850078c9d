/* Places are per cent of the row's width, sizes are pixels: so a dot stays round on a telephone,
 * on a wide screen and on paper. */
#include "report/page/page_html_chart.h"

#include "base/words.h"
#include "report/page/page.h"
#include "report/page/page_escape.h"

#include <math.h>

/* Middle of a row, heights and the dot's radius, in pixels of the drawing. A dot lies inside an
 * empty diamond and is narrower than it, a box is taller than a dot: where they meet both are seen,
 * and no mark appears that the legend does not know. */
enum { ROW = 26, MIDDLE = 12, RANGE_ROW = 34, RANGE_MIDDLE = 17, DOT = 5 };

static double percent_of(const struct chart *chart, double value)
{
    return 100 * chart_share(chart, value);
}

static void add_line(struct buffer *out, const char *look, const struct chart *chart,
                     double low, double high, int y)
{
    if (isnan(low) || isnan(high))
        return;
    buffer_format(out,
                  "<line class=\"%s\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
                  look, percent_of(chart, low), percent_of(chart, high), y, y);
}

static void add_dot(struct buffer *out, double percent, int y, int radius)
{
    buffer_format(out, "<circle class=\"dot\" cx=\"%.2f%%\" cy=\"%d\" r=\"%d\"/>",
                  percent, y, radius);
}

static void add_box(struct buffer *out, double percent, int y)
{
    buffer_format(
        out,
        "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><rect class=\"box\" x=\"-4\" "
        "y=\"-9\" width=\"8\" height=\"18\" rx=\"1.5\"/></svg>",
        percent, y);
}

static void add_diamond(struct buffer *out, double percent, int y)
{
    buffer_format(out,
                  "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><path class=\"diamond\" "
                  "d=\"M0-11 11 0 0 11-11 0Z\"/></svg>",
                  percent, y);
}

static void add_words(struct buffer *out, struct span label, double value, double low,
                      double high)
{
    if (isnan(value))
        return;
    page_escape(out, label);
    buffer_format(out, " %.*s", SPAN_ARGS(page_number(out->arena, value, 2)));
    if (!isnan(low) && !isnan(high))
        buffer_format(out, W(", between %.*s and %.*s"),
                      SPAN_ARGS(page_number(out->arena, low, 2)),
                      SPAN_ARGS(page_number(out->arena, high, 2)));
    buffer_text(out, ". ");
}

/* The drawing's words stand in its label: who cannot see the marks hears the numbers. */
static void add_svg_begin(struct buffer *out, const struct chart *chart,
                          const struct chart_row *row, int height)
{
    buffer_format(out, "<svg width=\"100%%\" height=\"%d\" role=\"img\" aria-label=\"",
                  height);
    if (isnan(row->dot) && isnan(row->box) && isnan(row->diamond))
        buffer_text(out, W("No figure."));
    add_words(out, chart->dot_label, row->dot, row->low, row->high);
    add_words(out, chart->box_label, row->box, row->box_low, row->box_high);
    add_words(out, chart->diamond_label, row->diamond, NAN, NAN);
    buffer_text(out, "\">");
}

static void add_row(struct buffer *out, const struct chart *chart,
                    const struct chart_row *row)
{
    if (row->group.count) {
        buffer_text(out, row == chart->rows ? "" : "</tbody><tbody>");
        buffer_text(out, "<tr class=\"group\"><th colspan=\"2\" scope=\"rowgroup\">");
        page_escape(out, row->group);
        buffer_text(out, "</th></tr>\n");
    }
    buffer_text(out, "<tr><th scope=\"row\">");
    page_escape(out, row->label);
    buffer_text(out, "</th><td>");
    add_svg_begin(out, chart, row, ROW);
    buffer_format(
        out, "<line class=\"middle\" x1=\"50%%\" x2=\"50%%\" y1=\"0\" y2=\"%d\"/>", ROW);
    add_line(out, "spread", chart, row->box_low, row->box_high, MIDDLE + 11);
    add_line(out, "range", chart, row->low, row->high, MIDDLE);
    if (!isnan(row->diamond))
        add_diamond(out, percent_of(chart, row->diamond), MIDDLE);
    if (!isnan(row->box))
        add_box(out, percent_of(chart, row->box), MIDDLE);
    if (!isnan(row->dot))
        add_dot(out, percent_of(chart, row->dot), MIDDLE, DOT);
    buffer_text(out, "</svg></td></tr>\n");
}

static void add_legend(struct buffer *out, struct span label,
                       void (*add_mark)(struct buffer *))
{
    if (!label.count)
        return;
    buffer_text(out, "<li><svg width=\"34\" height=\"22\" aria-hidden=\"true\">");
    add_mark(out);
    buffer_text(out, "</svg>");
    page_escape(out, label);
    buffer_text(out, "</li>");
}

static void legend_dot(struct buffer *out)
{
    buffer_text(out, "<line class=\"range\" x1=\"2\" x2=\"32\" y1=\"11\" y2=\"11\"/>");
    add_dot(out, 50, 11, DOT);
}

static void legend_box(struct buffer *out)
{
    add_box(out, 50, 10);
}

static void legend_box_with_range(struct buffer *out)
{
    buffer_text(out, "<line class=\"spread\" x1=\"5\" x2=\"29\" y1=\"21\" y2=\"21\"/>");
    legend_box(out);
}

static void legend_diamond(struct buffer *out)
{
    add_diamond(out, 50, 11);
}

static bool has_box_range(const struct chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (!isnan(chart->rows[i].box_low))
            return true;
    return false;
}

static void add_profile(struct buffer *out, const struct chart *chart)
{
    buffer_text(out, "<ul class=\"legend\">");
    add_legend(out, chart->dot_label, legend_dot);
    add_legend(out, chart->box_label,
               has_box_range(chart) ? legend_box_with_range : legend_box);
    add_legend(out, chart->diamond_label, legend_diamond);
    buffer_text(out, "</ul>\n"
                     "<table class=\"plot\"><thead><tr><th scope=\"col\">");
    page_escape(out, chart->row_title);
    buffer_text(out, "</th><th scope=\"col\"><span class=\"ends\"><span>← ");
    page_escape(out, chart->low_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->high_label);
    buffer_text(out, " →</span></span></th></tr></thead>\n<tbody>");
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(out, chart, &chart->rows[i]);
    buffer_text(out, "</tbody></table>\n");
}

static void add_range(struct buffer *out, const struct chart *chart)
{
    const struct chart_row *row = &chart->rows[0];
    buffer_text(out, "<div class=\"line\">");
    add_svg_begin(out, chart, row, RANGE_ROW);
    add_line(out, "base", chart, chart->low, chart->high, RANGE_MIDDLE);
    add_line(out, "wide", chart, row->low, row->high, RANGE_MIDDLE);
    buffer_format(out,
                  "<line class=\"tick\" x1=\"50%%\" x2=\"50%%\" y1=\"5\" y2=\"%d\"/>",
                  RANGE_ROW - 5);
    add_dot(out, percent_of(chart, row->dot), RANGE_MIDDLE, 9);
    buffer_text(out, "</svg><p class=\"ends\"><span>");
    page_escape(out, chart->low_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->middle_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->high_label);
    buffer_text(out, "</span></p></div>\n");
}

void page_html_chart(struct buffer *out, struct span title, const struct chart *chart)
{
    buffer_text(out, "<figure>");
    if (title.count) {
        buffer_text(out, "<figcaption>");
        page_escape(out, title);
        buffer_text(out, "</figcaption>\n");
    }
    switch (chart->kind) {
    case CHART_PROFILE:
        add_profile(out, chart);
        break;
    case CHART_RANGE:
        add_range(out, chart);
        break;
    }
    buffer_text(out, "</figure>\n");
}
