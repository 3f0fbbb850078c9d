/* Places are per cent of the row's width, sizes are pixels: so a dot stays round on a telephone,
 * on a wide screen and on paper. */
#include "report/page/html/page_html_chart.h"

#include "base/words.h"
#include "report/page/page.h"
#include "report/page/html/page_escape.h"
#include "report/page/html/page_html_mark.h"
#include "report/page/html/page_markup.h"

#include <math.h>

/* Middle of a row and of the arrow's lane, heights and the dot's radius, in pixels of the
 * drawing. An empty box is taller than a dot and the arrow has a lane of its own: where marks
 * meet all are seen, and none appears that the legend does not know. */
enum { ROW = 27, MIDDLE = 11, LANE = 23, RANGE_ROW = 34, RANGE_MIDDLE = 17, DOT = 5 };
enum { RANGE_DOT = 9, PAPER_DOT = 6, BAR_ROW = 37, BAR_MIDDLE = 18, LEGEND = 34 };

static void add_words(struct buffer *out, struct span label, double value, double low,
                      double high)
{
    if (isnan(value))
        return;
    page_escape(out, label);
    page_markup(out, " ", page_number(out->arena, value, 2), "");
    if (!isnan(low) && !isnan(high))
        page_escape(out, span_format(out->arena, W(", between %.*s and %.*s"),
                                     SPAN_ARGS(page_number(out->arena, low, 2)),
                                     SPAN_ARGS(page_number(out->arena, high, 2))));
    buffer_text(out, ". ");
}

/* The drawing's words stand in its label: who cannot see the marks hears the numbers. */
static void add_svg_begin(const struct page_html_pen *pen, const struct chart *chart,
                          const struct chart_row *row, int height)
{
    struct buffer *out = pen->out;
    page_html_pen_begin(pen, height);
    buffer_text(out, " role=\"img\" aria-label=\"");
    if (isnan(row->dot) && isnan(row->box) && isnan(row->needed))
        page_escape(out, WS("No figure."));
    add_words(out, chart->dot_label, row->dot, row->low, row->high);
    add_words(out, chart->box_label, row->box, row->box_low, row->box_high);
    add_words(out, chart->needed_label, row->needed, NAN, NAN);
    buffer_text(out, "\">");
}

static void add_row(const struct page_html_pen *pen, const struct chart *chart,
                    const struct chart_row *row)
{
    struct buffer *out = pen->out;
    if (row->group.count) {
        buffer_text(out, row == chart->rows ? "" : "</tbody><tbody>");
        buffer_text(out, "<tr class=\"group\"><th colspan=\"2\" scope=\"rowgroup\">");
        page_escape(out, row->group);
        buffer_text(out, "</th></tr>\n");
    }
    buffer_text(out, row->is_sure ? "<tr><th class=\"sure\" scope=\"row\">"
                                  : "<tr><th scope=\"row\">");
    page_escape(out, row->label);
    buffer_text(out, "</th><td>");
    add_svg_begin(pen, chart, row, ROW);
    page_html_mark_line(pen, PAGE_HTML_INK_guide, chart, chart->low, chart->high, MIDDLE);
    page_html_mark_cross(pen, PAGE_HTML_INK_middle, 0, ROW);
    page_html_mark_line(pen, PAGE_HTML_INK_range, chart, row->low, row->high, MIDDLE);
    page_html_mark_box(pen, chart, row, MIDDLE);
    page_html_mark_arrow(pen, chart, row, LANE);
    if (!isnan(row->dot))
        page_html_mark_dot(pen, page_html_mark_percent(chart, row->dot), MIDDLE, DOT);
    buffer_text(out, "</svg></td></tr>\n");
}

void page_html_chart_legend(const struct page_html_pen *pen, struct span label,
                            page_html_chart_mark *add_mark)
{
    const struct page_html_pen small = {pen->out,
                                        is_page_html_pen_paper(pen) ? LEGEND : 0};
    if (!label.count)
        return;
    buffer_text(pen->out, "<li><svg width=\"34\" height=\"22\" aria-hidden=\"true\">");
    add_mark(&small);
    buffer_text(pen->out, "</svg>");
    page_escape(pen->out, label);
    buffer_text(pen->out, "</li>");
}

void page_html_chart_legend_line(const struct page_html_pen *pen)
{
    buffer_text(pen->out, "<line");
    page_html_pen_ink(pen, PAGE_HTML_INK_range);
    buffer_text(pen->out, " x1=\"2\" x2=\"32\" y1=\"11\" y2=\"11\"/>");
}

void page_html_chart_legend_dot(const struct page_html_pen *pen)
{
    page_html_chart_legend_line(pen);
    page_html_mark_dot(pen, 50, 11, DOT);
}

static void legend_box(const struct page_html_pen *pen)
{
    buffer_text(pen->out, "<rect");
    page_html_pen_ink(pen, PAGE_HTML_INK_box);
    buffer_text(pen->out, " x=\"13\" width=\"8\" y=\"4\" height=\"14\" rx=\"3\"/>");
}

void page_html_chart_legend_wide(const struct page_html_pen *pen)
{
    buffer_text(pen->out, "<rect");
    page_html_pen_ink(pen, PAGE_HTML_INK_box);
    buffer_text(pen->out, " x=\"3\" width=\"28\" y=\"4\" height=\"14\" rx=\"3\"/>");
}

void page_html_chart_legend_arrow(const struct page_html_pen *pen)
{
    buffer_text(pen->out, "<path");
    page_html_pen_ink(pen, PAGE_HTML_INK_way);
    buffer_text(pen->out, " d=\"M3 8v6M3 11H31M26 7l5 4-5 4\"/>");
}

static void add_profile(const struct page_html_pen *pen, const struct chart *chart)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<ul class=\"legend\">");
    page_html_chart_legend(pen, chart->dot_label, page_html_chart_legend_dot);
    page_html_chart_legend(pen, chart->box_label,
                           has_chart_boxes(chart) ? page_html_chart_legend_wide
                                                  : legend_box);
    if (has_chart_arrows(chart))
        page_html_chart_legend(pen, chart->needed_label, page_html_chart_legend_arrow);
    buffer_text(out, "</ul>\n"
                     "<table class=\"plot\"><thead><tr><th scope=\"col\">");
    page_escape(out, chart->row_title);
    buffer_text(out, "</th><th scope=\"col\"><span class=\"ends\"><span>← ");
    page_escape(out, chart->low_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->high_label);
    buffer_text(out, " →</span></span></th></tr></thead>\n<tbody>");
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(pen, chart, &chart->rows[i]);
    buffer_text(out, "</tbody></table>\n");
}

static void add_range(const struct page_html_pen *pen, const struct chart *chart)
{
    const struct chart_row *row = &chart->rows[0];
    struct buffer *out = pen->out;
    buffer_text(out, "<div class=\"line\">");
    add_svg_begin(pen, chart, row, RANGE_ROW);
    page_html_mark_line(pen, PAGE_HTML_INK_base, chart, chart->low, chart->high,
                        RANGE_MIDDLE);
    page_html_mark_line(pen, PAGE_HTML_INK_wide, chart, row->low, row->high,
                        RANGE_MIDDLE);
    page_html_mark_cross(pen, PAGE_HTML_INK_tick, 5, RANGE_ROW - 5);
    page_html_mark_dot(pen, page_html_mark_percent(chart, row->dot), RANGE_MIDDLE,
                       is_page_html_pen_paper(pen) ? PAPER_DOT : RANGE_DOT);
    buffer_text(out, "</svg><p class=\"ends\"><span>");
    page_escape(out, chart->low_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->middle_label);
    buffer_text(out, "</span><span>");
    page_escape(out, chart->high_label);
    buffer_text(out, "</span></p></div>\n");
}

void page_html_chart(const struct page_html_pen *pen, struct span title,
                     const struct chart *chart)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<figure>");
    if (title.count) {
        buffer_text(out, "<figcaption>");
        page_escape(out, title);
        buffer_text(out, "</figcaption>\n");
    }
    switch (chart->kind) {
    case CHART_PROFILE:
        add_profile(pen, chart);
        break;
    case CHART_RANGE:
        add_range(pen, chart);
        break;
    }
    buffer_text(out, "</figure>\n");
}

/* A range without its point, so that nobody is read off as higher. */
void page_html_chart_bar(const struct page_html_pen *pen, const struct chart *chart)
{
    const struct chart_row *row = &chart->rows[0];
    page_html_pen_begin(pen, BAR_ROW);
    buffer_text(pen->out, " aria-hidden=\"true\">");
    if (!isnan(row->low))
        page_html_mark_line(pen, PAGE_HTML_INK_guide, chart, chart->low, chart->high,
                            BAR_MIDDLE);
    page_html_mark_cross(pen, PAGE_HTML_INK_tick, 0, BAR_ROW);
    page_html_mark_line(pen, PAGE_HTML_INK_bar, chart, row->low, row->high, BAR_MIDDLE);
    buffer_text(pen->out, "</svg>");
}
