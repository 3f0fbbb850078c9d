/* page_html_chart: a chart as a table whose rows hold small drawings: letters keep their size at
 * every width, and each drawing has its words. */
#ifndef REPORT_PAGE_PAGE_HTML_CHART_H
#define REPORT_PAGE_PAGE_HTML_CHART_H

#include "base/buffer.h"
#include "view/chart.h"

/* page_html_chart(out, title, chart): appends a figure called `title` with the legend and the
 * rows of `chart` to `out`. */
void page_html_chart(struct buffer *out, struct span title, const struct chart *chart);

#endif
