#include "screens/shown/screen_figures.h"

#include "base/words.h"

#include <math.h>

/* The least room, in usual letters, for a name and three figures side by side; and what a column
 * takes of it, in parts of a hundred: with a range more than without. */
enum { ACROSS_MM = 240, RANGE_SHARE = 25, PLAIN_SHARE = 19 };

/* One figure of a row. */
struct figure_cell {
    struct span label; /* whose it is; empty: the chart has none */
    double value, low, high;
    bool has_range; /* some row of the chart tells one */
};

enum { CELLS = 3 };

struct table {
    struct screen_page *page;
    const struct chart *chart;
    const char *id;
    bool is_across;
};

static void cells_of(const struct chart *chart, const struct chart_row *row,
                     struct figure_cell out_cells[CELLS])
{
    out_cells[0] =
        (struct figure_cell){chart->dot_label, row->dot, row->low, row->high, true};
    out_cells[1] = (struct figure_cell){chart->box_label, row->box, row->box_low,
                                        row->box_high, has_chart_boxes(chart)};
    out_cells[2] =
        (struct figure_cell){chart->needed_label, row->needed, NAN, NAN, false};
}

static struct span number(const struct table *table, double value)
{
    return words_number(table->page->arena, value, 2);
}

/* "0.20 (−0.35 to 0.75)" */
static struct span shown(const struct table *table, const struct figure_cell *cell)
{
    if (isnan(cell->value))
        return WS("no figure");
    if (isnan(cell->low) || isnan(cell->high))
        return number(table, cell->value);
    return span_format(table->page->arena, W("%.*s (%.*s to %.*s)"),
                       SPAN_ARGS(number(table, cell->value)),
                       SPAN_ARGS(number(table, cell->low)),
                       SPAN_ARGS(number(table, cell->high)));
}

static struct span cell_id(const struct table *table, size_t row, size_t cell)
{
    return span_format(table->page->arena, "%s-%zu-%zu", table->id, row, cell);
}

static struct node *line_new(const struct table *table, struct node *parent,
                             const char *what, size_t row)
{
    struct node *line =
        node_row(table->page->arena, parent,
                 span_format(table->page->arena, "%s %s %zu", table->id, what, row), 4);
    line->width = (struct size){.kind = SIZE_GROW, .value = 1};
    line->can_wrap = !table->is_across;
    return line;
}

static void widen(const struct table *table, struct node *text, int share)
{
    if (table->is_across)
        text->width = (struct size){.kind = SIZE_PERCENT, .value = (float)share};
}

static int share_of(const struct figure_cell *cell)
{
    return cell->has_range ? RANGE_SHARE : PLAIN_SHARE;
}

/* Without columns each figure says whose it is. */
static void add_cell(const struct table *table, struct node *line, size_t row, size_t at,
                     const struct figure_cell *cell)
{
    struct arena *arena = table->page->arena;
    const struct span said = span_format(arena, "%.*s %.*s", SPAN_ARGS(cell->label),
                                         SPAN_ARGS(shown(table, cell)));
    struct node *text = node_text(arena, line, cell_id(table, row, at + 1), TEXT_NOTE,
                                  table->is_across ? shown(table, cell) : said);
    text->said = said;
    widen(table, text, share_of(cell));
}

static void add_row(const struct table *table, struct node *parent, size_t row)
{
    const struct chart_row *source = &table->chart->rows[row];
    struct arena *arena = table->page->arena;
    struct figure_cell cells[CELLS];
    cells_of(table->chart, source, cells);
    struct node *line = table->is_across ? line_new(table, parent, "row", row) : parent;
    struct node *name =
        node_text(arena, line, cell_id(table, row, 0), TEXT_LABEL, source->label);
    widen(table, name, RANGE_SHARE);
    line = table->is_across ? line : line_new(table, parent, "row", row);
    for (size_t i = 0; i < CELLS; i++)
        if (cells[i].label.count)
            add_cell(table, line, row, i, &cells[i]);
    node_new(arena, parent, NODE_RULE, span_format(arena, "%s rule %zu", table->id, row))
        ->is_decoration = true;
}

static void add_title(const struct table *table, struct node *line, size_t at,
                      struct span words, int share)
{
    struct node *title = node_text(
        table->page->arena, line,
        span_format(table->page->arena, "%s-title-%zu", table->id, at), TEXT_NOTE, words);
    title->is_decoration = true; /* each figure says it again */
    widen(table, title, share);
}

static void add_titles(const struct table *table, struct node *parent)
{
    struct arena *arena = table->page->arena;
    struct figure_cell cells[CELLS];
    cells_of(table->chart, &table->chart->rows[0], cells);
    struct node *line = line_new(table, parent, "titles", 0);
    line->stays_above = true;
    add_title(table, line, 0, table->chart->row_title, RANGE_SHARE);
    for (size_t i = 0; i < CELLS; i++)
        if (cells[i].label.count)
            add_title(table, line, i + 1,
                      cells[i].has_range ? span_format(arena, W("%.*s (range)"),
                                                       SPAN_ARGS(cells[i].label))
                                         : cells[i].label,
                      share_of(&cells[i]));
}

void screen_figures_add(struct screen_page *page, struct node *scroller, const char *id,
                        const struct chart *chart)
{
    const double mm = screen_page_room_mm(page) / theme_step(page->facts);
    const struct table table = {page, chart, id, mm >= ACROSS_MM};
    if (!chart->row_count)
        return;
    const struct span axis = chart_axis_words(page->arena, chart);
    node_text(page->arena, scroller, span_format(page->arena, "%s-axis", id), TEXT_NOTE,
              axis);
    if (table.is_across)
        add_titles(&table, scroller);
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(&table, scroller, i);
}
