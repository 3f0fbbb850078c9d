#include "report/page/html/page_html_mark.h"

#include <math.h>

double page_html_mark_percent(const struct chart *chart, double value)
{
    return 100 * chart_share(chart, value);
}

static void add_line(const struct page_html_pen *pen, enum page_html_ink ink, double from,
                     double to, int top, int bottom)
{
    buffer_text(pen->out, "<line");
    page_html_pen_ink(pen, ink);
    page_html_pen_place(pen, "x1", from);
    page_html_pen_place(pen, "x2", to);
    buffer_format(pen->out, " y1=\"%d\" y2=\"%d\"/>", top, bottom);
}

void page_html_mark_line(const struct page_html_pen *pen, enum page_html_ink ink,
                         const struct chart *chart, double low, double high, int y)
{
    if (!isnan(low) && !isnan(high))
        add_line(pen, ink, page_html_mark_percent(chart, low),
                 page_html_mark_percent(chart, high), y, y);
}

void page_html_mark_cross(const struct page_html_pen *pen, enum page_html_ink ink,
                          int from, int to)
{
    add_line(pen, ink, 50, 50, from, to);
}

void page_html_mark_dot(const struct page_html_pen *pen, double percent, int y,
                        int radius)
{
    buffer_text(pen->out, "<circle");
    page_html_pen_ink(pen, PAGE_HTML_INK_dot);
    page_html_pen_place(pen, "cx", percent);
    buffer_format(pen->out, " cy=\"%d\" r=\"%d\"/>", y, radius);
}

void page_html_mark_square(const struct page_html_pen *pen, double percent, int y)
{
    page_html_pen_mark_begin(pen, percent, y);
    buffer_text(pen->out, "<rect");
    page_html_pen_ink(pen, PAGE_HTML_INK_square);
    buffer_text(pen->out, " x=\"-4.5\" y=\"-4.5\" width=\"9\" height=\"9\"/>");
    page_html_pen_mark_end(pen);
}

/* As wide as it is sure, or as narrow as a mark where that is not known. It is empty: the line of
 * the person runs through it. */
void page_html_mark_box(const struct page_html_pen *pen, const struct chart *chart,
                        const struct chart_row *row, int y)
{
    if (isnan(row->box))
        return;
    if (isnan(row->box_low) || isnan(row->box_high)) {
        page_html_pen_mark_begin(pen, page_html_mark_percent(chart, row->box), y);
        buffer_text(pen->out, "<rect");
        page_html_pen_ink(pen, PAGE_HTML_INK_box);
        buffer_text(pen->out, " x=\"-4\" y=\"-7\" width=\"8\" height=\"14\" rx=\"3\"/>");
        page_html_pen_mark_end(pen);
        return;
    }
    buffer_text(pen->out, "<rect");
    page_html_pen_ink(pen, PAGE_HTML_INK_box);
    page_html_pen_span(pen, page_html_mark_percent(chart, row->box_low),
                       page_html_mark_percent(chart, row->box_high));
    buffer_format(pen->out, " y=\"%d\" height=\"14\" rx=\"3\"/>", y - 7);
}

/* In a lane of its own, from today to where the strategy needs it. */
void page_html_mark_arrow(const struct page_html_pen *pen, const struct chart *chart,
                          const struct chart_row *row, int y)
{
    const double from = page_html_mark_percent(chart, row->box),
                 to = page_html_mark_percent(chart, row->needed);
    const int back = to > from ? -5 : 5;
    if (!row->has_arrow)
        return;
    add_line(pen, PAGE_HTML_INK_way, from, to, y, y);
    page_html_pen_mark_begin(pen, from, y);
    buffer_text(pen->out, "<path");
    page_html_pen_ink(pen, PAGE_HTML_INK_way);
    buffer_text(pen->out, " d=\"M0-3 0 3\"/>");
    page_html_pen_mark_end(pen);
    page_html_pen_mark_begin(pen, to, y);
    buffer_text(pen->out, "<path");
    page_html_pen_ink(pen, PAGE_HTML_INK_way);
    buffer_format(pen->out, " d=\"M%d-4 0 0 %d 4\"/>", back, back);
    page_html_pen_mark_end(pen);
}
