/* page_plain_chart: a chart drawn with letters. */
#ifndef REPORT_PAGE_PAGE_PLAIN_CHART_H
#define REPORT_PAGE_PAGE_PLAIN_CHART_H

#include "base/buffer.h"
#include "view/chart.h"

/* page_plain_chart(out, title, chart): appends `title`, the legend, and a line for each row of
 * `chart` with its numbers at the end, to `out`. */
void page_plain_chart(struct buffer *out, struct span title, const struct chart *chart);

#endif
