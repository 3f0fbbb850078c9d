/* page_html_mark: the marks of a chart inside a drawing. Places are per cent of the drawing's
 * width, sizes are pixels. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_MARK_H
#define REPORT_PAGE_HTML_PAGE_HTML_MARK_H

#include "report/page/html/page_html_pen.h"
#include "view/chart.h"

/* page_html_mark_percent(chart, value): where `value` stands, 0 to 100. */
double page_html_mark_percent(const struct chart *chart, double value);

/* page_html_mark_line(pen, ink, chart, low, high, y): a line from `low` to `high`, nothing where
 * one is not known. page_html_mark_cross(pen, ink, from, to): one that stands in the middle,
 * from pixel `from` down to `to`. page_html_mark_dot(pen, percent, y, radius): a person.
 * page_html_mark_square(pen, percent, y): a second person. page_html_mark_box(pen, chart, row,
 * y):
 * the organization. page_html_mark_arrow(pen, chart, row, y): from there to where it needs to
 * be. `y` is the middle of the mark. */
void page_html_mark_line(const struct page_html_pen *pen, enum page_html_ink ink,
                         const struct chart *chart, double low, double high, int y);
void page_html_mark_cross(const struct page_html_pen *pen, enum page_html_ink ink,
                          int from, int to);
void page_html_mark_dot(const struct page_html_pen *pen, double percent, int y,
                        int radius);
void page_html_mark_square(const struct page_html_pen *pen, double percent, int y);
void page_html_mark_box(const struct page_html_pen *pen, const struct chart *chart,
                        const struct chart_row *row, int y);
void page_html_mark_arrow(const struct page_html_pen *pen, const struct chart *chart,
                          const struct chart_row *row, int y);

#endif
