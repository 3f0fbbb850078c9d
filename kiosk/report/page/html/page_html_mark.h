/* page_html_mark: the marks of a chart inside a drawing. Places are per cent of the drawing's
 * width, sizes are pixels. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_MARK_H
#define REPORT_PAGE_HTML_PAGE_HTML_MARK_H

#include "base/buffer.h"
#include "view/chart.h"

/* page_html_mark_percent(chart, value): where `value` stands, 0 to 100. */
double page_html_mark_percent(const struct chart *chart, double value);

/* page_html_mark_line(out, look, chart, low, high, y): a line of the class `look` from `low` to
 * `high`, nothing where one is not known. page_html_mark_dot(out, percent, y, radius): a person.
 * page_html_mark_square(out, percent, y): a second person. page_html_mark_box(out, chart, row, y):
 * the organization. page_html_mark_arrow(out, chart, row, y): from there to where it needs to be.
 * `y` is the middle of the mark. */
void page_html_mark_line(struct buffer *out, const char *look, const struct chart *chart,
                         double low, double high, int y);
void page_html_mark_dot(struct buffer *out, double percent, int y, int radius);
void page_html_mark_square(struct buffer *out, double percent, int y);
void page_html_mark_box(struct buffer *out, const struct chart *chart,
                        const struct chart_row *row, int y);
void page_html_mark_arrow(struct buffer *out, const struct chart *chart,
                          const struct chart_row *row, int y);

#endif
