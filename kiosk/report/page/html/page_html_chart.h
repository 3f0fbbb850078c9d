/* page_html_chart: a chart as a table whose rows hold small drawings: letters keep their size at
 * every width, and each drawing has its words. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_CHART_H
#define REPORT_PAGE_HTML_PAGE_HTML_CHART_H

#include "base/buffer.h"
#include "view/chart.h"

/* page_html_chart(out, title, chart): appends a figure called `title` with the legend and the
 * rows of `chart` to `out`. */
void page_html_chart(struct buffer *out, struct span title, const struct chart *chart);

/* page_html_chart_bar(out, chart): appends the range of the one row of `chart` for a cell of a
 * table; silent, for its words stand in the same cell. Without a range only its place is drawn. */
void page_html_chart_bar(struct buffer *out, const struct chart *chart);

/* page_html_chart_legend(out, label, add_mark): appends a row of a legend, nothing for an empty
 * `label`. The marks: page_html_chart_legend_dot(out), page_html_chart_legend_wide(out) (a
 * box with a range), page_html_chart_legend_arrow(out). */
typedef void page_html_chart_mark(struct buffer *out);
void page_html_chart_legend(struct buffer *out, struct span label,
                            page_html_chart_mark *add_mark);
void page_html_chart_legend_dot(struct buffer *out);
void page_html_chart_legend_wide(struct buffer *out);
void page_html_chart_legend_arrow(struct buffer *out);

#endif
