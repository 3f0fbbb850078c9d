/* graph: where everything of a chart stands: legend, axis words, rows, and how high it
 * all is at a given width. Labels stand beside the plot, or above each line where there
 * is no room. */
#ifndef VIEW_GRAPH_H
#define VIEW_GRAPH_H

#include "view/chart.h"
#include "view/layout/letters.h"

#include <stdbool.h>

struct graph_row {
    int group_top_px; /* -1: no heading above this row */
    int top_px, height_px;
    int line_px; /* middle of the plotted line */
    int lane_px; /* middle of the lane of the arrow, between this line and the next */
    int label_top_px; /* of its lines, which may be higher than the row */
    struct text_lines label;
};

/* The kinds of marks, in the order of the legend. */
enum graph_mark { GRAPH_DOT, GRAPH_BOX, GRAPH_ARROW, GRAPH_MARK_COUNT };
/* graph_mark_px(facts, mm): what is `mm` of a mark for usual letters: marks grow with the letters
 * beside them. graph_sample_px(facts, mark): the width of the sample of `mark` in the legend. */
int graph_mark_px(const struct surface_facts *facts, double mm);
int graph_sample_px(const struct surface_facts *facts, enum graph_mark mark);

struct graph_legend {
    struct span label; /* empty: not shown */
    int x_px, top_px;
};

struct graph {
    int width_px, height_px;
    int plot_left_px, plot_width_px; /* values low..high */
    bool is_above;                   /* labels above their lines */
    int axis_top_px;                 /* words of the axis; -1: none */
    struct graph_legend legend[GRAPH_MARK_COUNT];
    int text_height_px; /* of one line of a label */
    struct graph_row *rows;
    size_t row_count; /* those of the chart, or none in its head */
};

/* graph_label_style(row): what the label of `row` is set in, as high as TEXT_LABEL. */
enum text_style graph_label_style(const struct chart_row *row);

/* graph_plan(fit, chart, width_px, out_graph): all places of `chart` drawn `width_px`
 * wide, relative to its upper leading corner. */
void graph_plan(const struct fit *fit, const struct chart *chart, int width_px,
                struct graph *out_graph);
/* graph_height(fit, chart, width_px): the height of that plan. */
int graph_height(const struct fit *fit, const struct chart *chart, int width_px);
/* graph_x_px(graph, chart, value): where `value` stands in the plan, kept inside the
 * plot. */
int graph_x_px(const struct graph *graph, const struct chart *chart, double value);

#endif
