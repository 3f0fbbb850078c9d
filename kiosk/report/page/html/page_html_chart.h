/* page_html_chart: a chart as a table whose rows hold small drawings: letters keep their size at
 * every width, and each drawing has its words. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_CHART_H
#define REPORT_PAGE_HTML_PAGE_HTML_CHART_H

#include "report/page/html/page_html_pen.h"
#include "view/chart.h"

/* page_html_chart(pen, title, chart): appends a figure called `title` with the legend and the
 * rows of `chart`. */
void page_html_chart(const struct page_html_pen *pen, struct span title,
                     const struct chart *chart);

/* page_html_chart_bar(pen, chart): appends the range of the one row of `chart` for a cell of a
 * table; silent, for its words stand in the same cell. Without a range only its place is drawn. */
void page_html_chart_bar(const struct page_html_pen *pen, const struct chart *chart);

/* page_html_chart_legend(pen, label, add_mark): appends a row of a legend, nothing for an empty
 * `label`. The marks: page_html_chart_legend_line(pen), page_html_chart_legend_dot(pen) (a person),
 * page_html_chart_legend_wide(pen) (a box with a range), page_html_chart_legend_arrow(pen). */
typedef void page_html_chart_mark(const struct page_html_pen *pen);
void page_html_chart_legend(const struct page_html_pen *pen, struct span label,
                            page_html_chart_mark *add_mark);
void page_html_chart_legend_line(const struct page_html_pen *pen);
void page_html_chart_legend_dot(const struct page_html_pen *pen);
void page_html_chart_legend_wide(const struct page_html_pen *pen);
void page_html_chart_legend_arrow(const struct page_html_pen *pen);

#endif
