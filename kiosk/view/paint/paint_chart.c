#include "view/paint/paint_chart.h"

#include "view/graph.h"
#include "view/paint/ink.h"

#include <math.h>

/* A chart being drawn: the plan, mirrored where the surface is. */
struct plot {
    struct brush *brush;
    const struct fit *fit;
    const struct chart *chart;
    struct graph graph;
    struct box box;
    uint32_t ground;
};

static int place_x(const struct plot *plot, int x)
{
    return plot->brush->facts->is_right_to_left ? plot->box.x + plot->box.width - x
                                                : plot->box.x + x;
}

static int value_x(const struct plot *plot, double value)
{
    return place_x(plot, graph_x_px(&plot->graph, plot->chart, value));
}

static struct box between(int a, int b, int y, int height)
{
    return (struct box){a < b ? a : b, y - height / 2, a < b ? b - a : a - b, height};
}

/* A mark that is to be seen is never paler than its theme promises: where text has a contrast of
 * 20:1 a paler tone would be the one thing that people do not see. */
static uint32_t tone(const struct plot *plot, uint32_t rgb, double share)
{
    const double least = plot->brush->theme->contrast_min;
    const uint32_t mixed = theme_mix(plot->ground, rgb, share);
    return least >= 20 && theme_contrast(mixed, plot->ground) < least ? rgb : mixed;
}

static uint32_t range_rgb(const struct plot *plot)
{
    return tone(plot, plot->brush->theme->accent, 0.58);
}

static int mark_px(const struct plot *plot, double mm)
{
    return graph_mark_px(plot->brush->facts, mm);
}

/* ---- the marks ---- */

static void draw_dot(const struct plot *plot, int x, int y, double radius_mm)
{
    brush_circle(plot->brush, (float)x, (float)y, (float)mark_px(plot, radius_mm),
                 plot->brush->theme->accent, 0);
}

/* As wide as it is sure, or as narrow as a mark where that is not known. It is empty: the line of
 * the person runs through it. */
static void draw_box(const struct plot *plot, int from, int to, int y)
{
    const int least = mark_px(plot, 2.2), height = mark_px(plot, 4.4);
    struct box box = between(from, to, y, height);
    if (box.width < least) {
        box.x -= (least - box.width) / 2;
        box.width = least;
    }
    brush_outline(plot->brush, box, (float)mark_px(plot, 0.8), plot->brush->theme->ink,
                  (float)mark_px(plot, 0.5), 0);
}

/* A stroke across its beginning, an open head at its end. */
static void draw_arrow(const struct plot *plot, int from, int to, int y)
{
    const float head = (float)mark_px(plot, 1.2), line = (float)mark_px(plot, 0.5);
    const float a = (float)from, b = (float)to, middle = (float)y;
    const float back = to > from ? b - head : b + head;
    const float points[] = {a,    middle - head, a,    middle + head, a, middle,
                            b,    middle,        back, middle - head, b, middle,
                            back, middle + head};
    brush_path(plot->brush, "MLMLMLL", points, sizeof points / sizeof *points,
               plot->brush->theme->ink, line);
}

static void draw_range(const struct plot *plot, double low, double high, int y, double mm,
                       uint32_t rgb)
{
    const int thick = mark_px(plot, mm);
    if (!isnan(low) && !isnan(high))
        brush_round(plot->brush,
                    between(value_x(plot, low), value_x(plot, high), y, thick),
                    (float)thick, rgb);
}

/* ---- words ---- */

static void draw_words(const struct plot *plot, struct span text, enum text_style style,
                       int x, int top, enum align align, uint32_t rgb)
{
    struct text_lines lines = {0};
    plot->fit->port->wrap(plot->fit->port->context, plot->fit->arena, style,
                          letters_cap_px(plot->brush->facts, style), text, 0, &lines);
    const int width = lines.width_px;
    const int left = align == ALIGN_CENTER ? x - width / 2
                     : align == ALIGN_END  ? x - width
                                           : x;
    brush_lines(plot->brush, &lines, text, style,
                (struct box){left, plot->box.y + top, width, 0}, ALIGN_START, rgb);
}

/* Text that begins `x` from the leading side of the chart. */
static void draw_leading(const struct plot *plot, struct span text, enum text_style style,
                         int x, int top, uint32_t rgb)
{
    draw_words(plot, text, style, place_x(plot, x), top,
               plot->brush->facts->is_right_to_left ? ALIGN_END : ALIGN_START, rgb);
}

static void draw_axis(const struct plot *plot)
{
    const struct graph *graph = &plot->graph;
    const struct chart *chart = plot->chart;
    const bool is_right = plot->brush->facts->is_right_to_left;
    const uint32_t soft = plot->brush->theme->soft;
    if (graph->axis_top_px < 0)
        return;
    const int first = graph->plot_left_px, last = first + graph->plot_width_px;
    draw_words(plot, chart->low_label, TEXT_NOTE, place_x(plot, first),
               graph->axis_top_px, is_right ? ALIGN_END : ALIGN_START, soft);
    draw_words(plot, chart->high_label, TEXT_NOTE, place_x(plot, last),
               graph->axis_top_px, is_right ? ALIGN_START : ALIGN_END, soft);
    const int taken = letters_line_px(plot->fit, TEXT_NOTE, chart->low_label) +
                      letters_line_px(plot->fit, TEXT_NOTE, chart->middle_label) +
                      letters_line_px(plot->fit, TEXT_NOTE, chart->high_label);
    if (taken + graph->text_height_px < graph->plot_width_px)
        draw_words(plot, chart->middle_label, TEXT_NOTE,
                   value_x(plot, (chart->low + chart->high) / 2), graph->axis_top_px,
                   ALIGN_CENTER, soft);
}

/* ---- legend ---- */

static void draw_sample(const struct plot *plot, enum graph_mark mark, int x, int y)
{
    const int middle = place_x(plot, x);
    const int reach = graph_sample_px(plot->brush->facts, mark) / 2;
    switch (mark) {
    case GRAPH_DOT:
        brush_rect(plot->brush,
                   between(middle - reach, middle + reach, y, mark_px(plot, 0.8)),
                   range_rgb(plot));
        draw_dot(plot, middle, y, 2.0);
        return;
    case GRAPH_BOX:
        draw_box(plot, has_chart_boxes(plot->chart) ? middle - reach : middle,
                 has_chart_boxes(plot->chart) ? middle + reach : middle, y);
        return;
    case GRAPH_ARROW:
        draw_arrow(plot, place_x(plot, x - reach), place_x(plot, x + reach), y);
        return;
    case GRAPH_MARK_COUNT:
        return;
    }
}

static void draw_legend(const struct plot *plot)
{
    const struct surface_facts *facts = plot->brush->facts;
    for (int mark = 0; mark < GRAPH_MARK_COUNT; mark++) {
        const struct graph_legend *entry = &plot->graph.legend[mark];
        const int sample = graph_sample_px(facts, (enum graph_mark)mark);
        if (!entry->label.count)
            continue;
        draw_sample(plot, (enum graph_mark)mark, entry->x_px + sample / 2,
                    plot->box.y + entry->top_px + plot->graph.text_height_px / 2);
        draw_leading(plot, entry->label, TEXT_NOTE,
                     entry->x_px + sample + theme_px(facts, 2.5), entry->top_px,
                     plot->brush->theme->soft);
    }
}

/* ---- rows ---- */

/* A thin line through the marks leads from the name to them; the middle stands unbroken through the
 * rows of one group. */
static void draw_grid(const struct plot *plot, size_t row)
{
    const struct graph_row *at = &plot->graph.rows[row];
    const bool is_last = row + 1 == plot->chart->row_count;
    const struct graph_row *next = is_last ? NULL : &plot->graph.rows[row + 1];
    const bool is_above = plot->graph.is_above;
    const struct theme *theme = plot->brush->theme;
    const int end = at->top_px + at->height_px;
    const int top = is_above ? 2 * at->line_px - end : at->top_px;
    const int bottom = next && next->group_top_px < 0 && !is_above ? next->top_px : end;
    const int line = theme_px(plot->brush->facts, theme_mm.hairline_mm);
    const int middle = value_x(plot, (plot->chart->low + plot->chart->high) / 2);
    brush_rect(plot->brush,
               between(value_x(plot, plot->chart->low), value_x(plot, plot->chart->high),
                       plot->box.y + at->line_px, line),
               theme_mix(plot->ground, theme->hairline, 0.6));
    brush_rect(plot->brush,
               (struct box){middle - line / 2, plot->box.y + top, line, bottom - top},
               tone(plot, theme->outline, 0.62));
}

static void draw_organization(const struct plot *plot, const struct chart_row *row,
                              const struct graph_row *at)
{
    if (isnan(row->box))
        return;
    const bool has_range = !isnan(row->box_low) && !isnan(row->box_high);
    const int x = value_x(plot, row->box);
    draw_box(plot, has_range ? value_x(plot, row->box_low) : x,
             has_range ? value_x(plot, row->box_high) : x, plot->box.y + at->line_px);
    if (row->has_arrow)
        draw_arrow(plot, x, value_x(plot, row->needed), plot->box.y + at->lane_px);
}

static void draw_marks(const struct plot *plot, const struct chart_row *row,
                       const struct graph_row *at)
{
    const bool is_range = plot->chart->kind == CHART_RANGE;
    const int y = plot->box.y + at->line_px;
    draw_range(plot, row->low, row->high, y, is_range ? 3.4 : 0.8, range_rgb(plot));
    draw_organization(plot, row, at);
    if (!isnan(row->dot))
        draw_dot(plot, value_x(plot, row->dot), y, is_range ? 3.0 : 1.8);
}

static void draw_row(const struct plot *plot, size_t index)
{
    const struct chart_row *row = &plot->chart->rows[index];
    const struct graph_row *at = &plot->graph.rows[index];
    const struct theme *theme = plot->brush->theme;
    const int y = plot->box.y + at->line_px;
    if (at->group_top_px >= 0)
        draw_leading(plot, row->group, TEXT_NOTE, 0, at->group_top_px, theme->soft);
    if (row->label.count)
        brush_lines(
            plot->brush, &at->label, row->label, graph_label_style(row),
            (struct box){plot->box.x, plot->box.y + at->label_top_px, plot->box.width, 0},
            ALIGN_START, theme->ink);
    if (plot->chart->kind == CHART_PROFILE) {
        draw_grid(plot, index);
    } else {
        const int line = theme_px(plot->brush->facts, 0.6);
        brush_round(plot->brush,
                    between(value_x(plot, plot->chart->low),
                            value_x(plot, plot->chart->high), y, line),
                    (float)line, theme->hairline);
    }
    draw_marks(plot, row, at);
}

void paint_chart(struct brush *brush, const struct fit *fit, const struct node *node)
{
    if (!node->chart)
        return;
    struct plot plot = {
        .brush = brush,
        .fit = fit,
        .chart = node->chart,
        .box = node->box,
        .ground = ink_of(brush->theme, node).ground,
    };
    graph_plan(fit, node->chart, node->box.width, &plot.graph);
    draw_legend(&plot);
    draw_axis(&plot);
    for (size_t i = 0; i < plot.graph.row_count; i++)
        draw_row(&plot, i);
}
