#include "view/paint/paint_chart.h"

#include "view/graph.h"
#include "view/paint/ink.h"

#include <math.h>

/* A chart being drawn: the plan, mirrored where the surface is. */
struct sheet {
    struct brush *brush;
    const struct fit *fit;
    const struct chart *chart;
    struct graph graph;
    struct box box;
    uint32_t ground;
};

static int place_x(const struct sheet *sheet, int x)
{
    return sheet->brush->facts->is_right_to_left ? sheet->box.x + sheet->box.width - x
                                                 : sheet->box.x + x;
}

static int value_x(const struct sheet *sheet, double value)
{
    return place_x(sheet, graph_x_px(&sheet->graph, sheet->chart, value));
}

static struct box between(int a, int b, int y, int height)
{
    return (struct box){a < b ? a : b, y - height / 2, a < b ? b - a : a - b, height};
}

static uint32_t range_rgb(const struct sheet *sheet)
{
    return theme_mix(sheet->ground, sheet->brush->theme->accent, 0.58);
}

/* ---- the marks ---- */

static void draw_dot(const struct sheet *sheet, int x, int y, double radius_mm)
{
    const struct surface_facts *facts = sheet->brush->facts;
    brush_circle(sheet->brush, (float)x, (float)y, (float)(radius_mm * facts->px_per_mm),
                 sheet->brush->theme->accent, 0);
}

static void draw_box(const struct sheet *sheet, int x, int y)
{
    const struct surface_facts *facts = sheet->brush->facts;
    const int width = theme_px(facts, 2.2), height = theme_px(facts, 5.4);
    const struct box box = {x - width / 2, y - height / 2, width, height};
    const float corner = (float)theme_px(facts, 0.5);
    brush_round(sheet->brush, box, corner, sheet->ground);
    brush_outline(sheet->brush, box, corner, sheet->brush->theme->ink,
                  (float)theme_px(facts, 0.6), 0);
}

static void draw_diamond(const struct sheet *sheet, int x, int y)
{
    const struct surface_facts *facts = sheet->brush->facts;
    const float reach = (float)theme_px(facts, 2.6);
    const float mx = (float)x, my = (float)y;
    const float points[] = {mx, my - reach, mx + reach, my,
                            mx, my + reach, mx - reach, my};
    brush_path(sheet->brush, "MLLLZ", points, 8, sheet->ground, 0);
    brush_path(sheet->brush, "MLLLZ", points, 8, sheet->brush->theme->ink,
               (float)theme_px(facts, 0.6));
}

static void draw_range(const struct sheet *sheet, double low, double high, int y,
                       double mm, uint32_t rgb)
{
    const int thick = theme_px(sheet->brush->facts, mm);
    if (!isnan(low) && !isnan(high))
        brush_round(sheet->brush,
                    between(value_x(sheet, low), value_x(sheet, high), y, thick),
                    (float)thick, rgb);
}

/* ---- words ---- */

static void draw_words(const struct sheet *sheet, struct span text, enum text_style style,
                       int x, int top, enum align align, uint32_t rgb)
{
    struct text_lines lines = {0};
    sheet->fit->port->wrap(sheet->fit->port->context, sheet->fit->arena, style,
                           letters_cap_px(sheet->brush->facts, style), text, 0, &lines);
    const int width = lines.width_px;
    const int left = align == ALIGN_CENTER ? x - width / 2
                     : align == ALIGN_END  ? x - width
                                           : x;
    brush_lines(sheet->brush, &lines, text, style,
                (struct box){left, sheet->box.y + top, width, 0}, ALIGN_START, rgb);
}

/* Text that begins `x` from the leading side of the chart. */
static void draw_leading(const struct sheet *sheet, struct span text,
                         enum text_style style, int x, int top, uint32_t rgb)
{
    draw_words(sheet, text, style, place_x(sheet, x), top,
               sheet->brush->facts->is_right_to_left ? ALIGN_END : ALIGN_START, rgb);
}

static void draw_axis(const struct sheet *sheet)
{
    const struct graph *graph = &sheet->graph;
    const struct chart *chart = sheet->chart;
    const bool is_right = sheet->brush->facts->is_right_to_left;
    const uint32_t soft = sheet->brush->theme->soft;
    if (graph->axis_top_px < 0)
        return;
    const int first = graph->plot_left_px, last = first + graph->plot_width_px;
    draw_words(sheet, chart->low_label, TEXT_NOTE, place_x(sheet, first),
               graph->axis_top_px, is_right ? ALIGN_END : ALIGN_START, soft);
    draw_words(sheet, chart->high_label, TEXT_NOTE, place_x(sheet, last),
               graph->axis_top_px, is_right ? ALIGN_START : ALIGN_END, soft);
    const int taken = letters_line_px(sheet->fit, TEXT_NOTE, chart->low_label) +
                      letters_line_px(sheet->fit, TEXT_NOTE, chart->middle_label) +
                      letters_line_px(sheet->fit, TEXT_NOTE, chart->high_label);
    if (taken + graph->text_height_px < graph->plot_width_px)
        draw_words(sheet, chart->middle_label, TEXT_NOTE,
                   value_x(sheet, (chart->low + chart->high) / 2), graph->axis_top_px,
                   ALIGN_CENTER, soft);
}

/* ---- legend ---- */

static void draw_sample(const struct sheet *sheet, enum graph_mark mark, int x, int y)
{
    const int middle = place_x(sheet, x);
    const int reach = graph_sample_px(sheet->brush->facts, mark) / 2;
    switch (mark) {
    case GRAPH_DOT:
        brush_rect(sheet->brush,
                   between(middle - reach, middle + reach, y,
                           theme_px(sheet->brush->facts, 0.8)),
                   range_rgb(sheet));
        draw_dot(sheet, middle, y, 2.0);
        return;
    case GRAPH_BOX:
        draw_box(sheet, middle, y);
        return;
    case GRAPH_DIAMOND:
        draw_diamond(sheet, middle, y);
        return;
    case GRAPH_MARK_COUNT:
        return;
    }
}

static void draw_legend(const struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->brush->facts;
    for (int mark = 0; mark < GRAPH_MARK_COUNT; mark++) {
        const struct graph_legend *entry = &sheet->graph.legend[mark];
        const int sample = graph_sample_px(facts, (enum graph_mark)mark);
        if (!entry->label.count)
            continue;
        draw_sample(sheet, (enum graph_mark)mark, entry->x_px + sample / 2,
                    sheet->box.y + entry->top_px + sheet->graph.text_height_px / 2);
        draw_leading(sheet, entry->label, TEXT_NOTE,
                     entry->x_px + sample + theme_px(facts, 2.5), entry->top_px,
                     sheet->brush->theme->soft);
    }
}

/* ---- rows ---- */

/* Thin lines at the low end and at the middle, unbroken through the rows of one group. */
static void draw_grid(const struct sheet *sheet, size_t row)
{
    const struct graph_row *at = &sheet->graph.rows[row];
    const bool is_last = row + 1 == sheet->chart->row_count;
    const struct graph_row *next = is_last ? NULL : &sheet->graph.rows[row + 1];
    const bool is_above = sheet->graph.is_above;
    const int end = at->top_px + at->height_px;
    const int top = is_above ? 2 * at->line_px - end : at->top_px;
    const int bottom = next && next->group_top_px < 0 && !is_above ? next->top_px : end;
    const int line = theme_px(sheet->brush->facts, theme_mm.hairline_mm);
    const double values[] = {sheet->chart->low,
                             (sheet->chart->low + sheet->chart->high) / 2};
    for (size_t i = 0; i < 2; i++) {
        brush_rect(sheet->brush,
                   (struct box){value_x(sheet, values[i]) - line / 2, sheet->box.y + top,
                                line, bottom - top},
                   sheet->brush->theme->hairline);
    }
}

static void draw_marks(const struct sheet *sheet, const struct chart_row *row, int y)
{
    const bool is_range = sheet->chart->kind == CHART_RANGE;
    draw_range(sheet, row->box_low, row->box_high, y, 0.5, sheet->brush->theme->ink);
    draw_range(sheet, row->low, row->high, y, is_range ? 3.4 : 0.8, range_rgb(sheet));
    if (!isnan(row->box))
        draw_box(sheet, value_x(sheet, row->box), y);
    if (!isnan(row->diamond))
        draw_diamond(sheet, value_x(sheet, row->diamond), y);
    if (!isnan(row->dot))
        draw_dot(sheet, value_x(sheet, row->dot), y, is_range ? 3.0 : 2.0);
}

static void draw_row(const struct sheet *sheet, size_t index)
{
    const struct chart_row *row = &sheet->chart->rows[index];
    const struct graph_row *at = &sheet->graph.rows[index];
    const struct theme *theme = sheet->brush->theme;
    const int y = sheet->box.y + at->line_px;
    if (at->group_top_px >= 0)
        draw_leading(sheet, row->group, TEXT_NOTE, 0, at->group_top_px, theme->soft);
    if (row->label.count)
        brush_lines(
            sheet->brush, &at->label, row->label, TEXT_LABEL,
            (struct box){sheet->box.x, sheet->box.y + at->top_px, sheet->box.width, 0},
            ALIGN_START, theme->ink);
    if (sheet->chart->kind == CHART_PROFILE) {
        draw_grid(sheet, index);
    } else {
        const int line = theme_px(sheet->brush->facts, 0.6);
        brush_round(sheet->brush,
                    between(value_x(sheet, sheet->chart->low),
                            value_x(sheet, sheet->chart->high), y, line),
                    (float)line, theme->hairline);
    }
    draw_marks(sheet, row, y);
}

void paint_chart(struct brush *brush, const struct fit *fit, const struct node *node)
{
    if (!node->chart)
        return;
    struct sheet sheet = {
        .brush = brush,
        .fit = fit,
        .chart = node->chart,
        .box = node->box,
        .ground = ink_of(brush->theme, node).ground,
    };
    graph_plan(fit, node->chart, node->box.width, &sheet.graph);
    draw_legend(&sheet);
    draw_axis(&sheet);
    for (size_t i = 0; i < node->chart->row_count; i++)
        draw_row(&sheet, i);
}
