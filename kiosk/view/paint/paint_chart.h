/* paint_chart: charts of chart.h. Dot, line, box and arrow differ in shape, never only in
 * colour; at most two weights of line. */
#ifndef VIEW_PAINT_PAINT_CHART_H
#define VIEW_PAINT_PAINT_CHART_H

#include "view/paint/brush.h"
#include "view/layout/fit.h"

/* paint_chart(brush, fit, node): the chart of `node` in its box; `fit` measures the labels. */
void paint_chart(struct brush *brush, const struct fit *fit, const struct node *node);

#endif
