#include "view/graph.h"

#include <math.h>

/* Everything is a multiple of the height of one label line, so the plan scales with the text. */
struct measure {
    int line_px;      /* height of one line of a label */
    int pitch_px;     /* of one row with its label beside it */
    int drop_px;      /* the middle of letters is so far below that of their line */
    int gap_px;       /* between label column and plot */
    int edge_px;      /* beside the plot, so that a dot at the end is whole */
    int row_room_px;  /* between rows */
    int lane_room_px; /* more of it below a row with an arrow */
    int group_room_px;
};

/* Few rows stand apart: nothing is gained by leaving the page below them empty. */
enum { ROWS_FEW = 8 };

static struct measure measure_of(const struct fit *fit, const struct chart *chart)
{
    struct text_lines one = {0};
    fit->port->wrap(fit->port->context, fit->arena, TEXT_LABEL,
                    letters_cap_px(fit->facts, TEXT_LABEL), SPAN("H"), 0, &one);
    const int line = one.line_height_px;
    return (struct measure){
        .line_px = line,
        .pitch_px = chart->is_close ? line * 4 / 5 : line,
        .drop_px = line / 14,
        .gap_px = theme_px(fit->facts, chart->is_close ? 5 : 8),
        .edge_px = graph_mark_px(fit->facts, chart->kind == CHART_RANGE ? 3.5 : 2.5),
        .row_room_px = chart->row_count <= ROWS_FEW ? line * 2 / 3
                       : chart->is_close            ? 0
                                                    : line / 7,
        .lane_room_px = line / 10,
        .group_room_px = line / 5,
    };
}

static bool has_legend(const struct chart *chart)
{
    return chart->kind == CHART_PROFILE &&
           (chart->dot_label.count || chart->box_label.count || has_chart_arrows(chart));
}

/* Smaller letters are no reason for marks that cannot be told apart. */
static const double mark_step_least = 0.85;

int graph_mark_px(const struct surface_facts *facts, double mm)
{
    return theme_px(facts, mm * fmax(theme_step(facts), mark_step_least));
}

int graph_sample_px(const struct surface_facts *facts, enum graph_mark mark)
{
    static const double samples_mm[] = {
        [GRAPH_DOT] = 9, [GRAPH_BOX] = 8, [GRAPH_ARROW] = 9};
    return graph_mark_px(facts, samples_mm[mark]);
}

/* The legend stands in one line, or in as many as it needs; returns where it ends. */
static int plan_legend(const struct fit *fit, const struct chart *chart,
                       const struct measure *measure, struct graph *graph)
{
    const struct span labels[GRAPH_MARK_COUNT] = {
        chart->dot_label, chart->box_label,
        has_chart_arrows(chart) ? chart->needed_label : SPAN("")};
    const int space = theme_px(fit->facts, 2.5);
    int x = 0, y = 0;
    for (int mark = 0; mark < GRAPH_MARK_COUNT; mark++) {
        const int sample = graph_sample_px(fit->facts, (enum graph_mark)mark);
        const int width = sample + space + letters_line_px(fit, TEXT_NOTE, labels[mark]);
        if (!labels[mark].count)
            continue;
        if (x > 0 && x + width > graph->width_px) {
            x = 0;
            y += measure->line_px;
        }
        graph->legend[mark] = (struct graph_legend){labels[mark], x, y};
        x += width + 4 * space;
    }
    return y + measure->line_px + measure->row_room_px;
}

static bool has_axis(const struct chart *chart)
{
    return chart->low_label.count || chart->middle_label.count || chart->high_label.count;
}

enum text_style graph_label_style(const struct chart_row *row)
{
    return row->is_sure ? TEXT_STRONG : TEXT_NOTE;
}

static struct text_lines label_lines(const struct fit *fit, const struct chart_row *row,
                                     int width_px)
{
    struct text_lines lines = {0};
    fit->port->wrap(fit->port->context, fit->arena, graph_label_style(row),
                    letters_cap_px(fit->facts, TEXT_LABEL), row->label, width_px, &lines);
    return lines;
}

static int widest_label(const struct fit *fit, const struct chart *chart)
{
    int widest = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        const int width = label_lines(fit, &chart->rows[i], 0).width_px;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Labels beside the plot take what the widest needs, up to two fifths, or three where rows stand
 * close; wider ones stand above. */
static void plan_columns(const struct fit *fit, const struct chart *chart,
                         const struct measure *measure, struct graph *graph)
{
    const int widest = widest_label(fit, chart);
    int left = 0;
    graph->is_above = chart->kind == CHART_RANGE ||
                      widest * 5 > graph->width_px * (chart->is_close ? 3 : 2);
    if (!graph->is_above && widest)
        left = widest + measure->gap_px;
    graph->plot_left_px = left + measure->edge_px;
    graph->plot_width_px = graph->width_px - left - 2 * measure->edge_px;
    if (graph->plot_width_px < 1)
        graph->plot_width_px = 1;
}

/* Where the heading above this row ends, if it has one. */
static int plan_group(const struct measure *measure, int y, struct graph_row *row)
{
    row->group_top_px = y + measure->group_room_px;
    return row->group_top_px + measure->line_px;
}

static int plan_row(const struct fit *fit, const struct chart_row *source,
                    const struct measure *measure, const struct graph *graph, int y,
                    struct graph_row *row)
{
    row->top_px = y;
    int labels = 0;
    if (source->label.count) {
        row->label = label_lines(fit, source, graph->is_above ? graph->width_px : 0);
        labels = (int)row->label.count * measure->line_px;
    }
    const bool is_beside = !graph->is_above && labels;
    /* labels above: the plotted line has one for itself */
    const int line = is_beside ? measure->pitch_px : measure->line_px;
    row->line_px = y + (is_beside ? line / 2 + measure->drop_px : labels + line / 2);
    row->lane_px = row->line_px + line / 2 + measure->lane_room_px / 4;
    row->height_px = is_beside ? line : labels + line;
    row->label_top_px = is_beside ? y + (line - labels) / 2 : y;
    return y + row->height_px + measure->row_room_px +
           (source->has_arrow ? measure->lane_room_px : 0);
}

static void plan_axis(const struct measure *measure, struct graph *graph)
{
    graph->axis_top_px = graph->height_px;
    graph->height_px += measure->line_px;
}

static void plan_head(const struct fit *fit, const struct chart *chart,
                      const struct measure *measure, struct graph *graph)
{
    if (has_legend(chart))
        graph->height_px = plan_legend(fit, chart, measure, graph);
    if (has_axis(chart))
        plan_axis(measure, graph);
}

static void plan_rows(const struct fit *fit, const struct chart *chart,
                      const struct measure *measure, struct graph *graph)
{
    int y = graph->height_px;
    graph->row_count = chart->row_count;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        graph->rows[i].group_top_px = -1;
        if (row->group.count && !chart->is_close)
            y = plan_group(measure, y, &graph->rows[i]);
        y = plan_row(fit, row, measure, graph, y, &graph->rows[i]);
    }
    graph->height_px = y - (chart->row_count ? measure->row_room_px : 0);
}

void graph_plan(const struct fit *fit, const struct chart *chart, int width_px,
                struct graph *out_graph)
{
    const struct measure measure = measure_of(fit, chart);
    struct graph graph = {
        .width_px = width_px,
        .axis_top_px = -1,
        .text_height_px = measure.line_px,
        .rows = arena_array(fit->arena, struct graph_row, chart->row_count),
    };
    plan_columns(fit, chart, &measure, &graph);
    if (chart->kind == CHART_PROFILE && chart->part != CHART_ROWS)
        plan_head(fit, chart, &measure, &graph);
    if (chart->part != CHART_HEAD)
        plan_rows(fit, chart, &measure, &graph);
    if (has_axis(chart) && chart->kind == CHART_RANGE)
        plan_axis(&measure, &graph);
    *out_graph = graph;
}

int graph_height(const struct fit *fit, const struct chart *chart, int width_px)
{
    struct graph graph;
    graph_plan(fit, chart, width_px, &graph);
    return graph.height_px;
}

int graph_x_px(const struct graph *graph, const struct chart *chart, double value)
{
    return graph->plot_left_px +
           (int)lrint(chart_share(chart, value) * graph->plot_width_px);
}
