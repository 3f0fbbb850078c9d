#include "measure/fairness/fairness_hidden.h"

/* The cells with the totals beside and below them: (rows + 1) x (columns + 1), where the corner is
 * everybody and never hidden. The cells of a line, but for its last one, add up to the last. */
static struct fairness_cell *cell_at(const struct fairness_table *table, size_t row,
                                     size_t column)
{
    if (row < table->first_count)
        return column < table->second_count
                   ? &table->cells[row * table->second_count + column]
                   : &table->first[row];
    return column < table->second_count ? &table->second[column] : NULL;
}

static bool is_closed(const struct fairness_cell *cell)
{
    return cell && cell->state == FAIRNESS_SUPPRESSED;
}

static bool is_hidden(const struct fairness_table *table, size_t row, size_t column)
{
    return is_closed(cell_at(table, row, column));
}

/* Which lines are reached from which end of a hidden cell: rows first, then columns. */
enum { NEITHER, ROW_END, COLUMN_END };

struct ends {
    const struct fairness_table *table;
    size_t row, column; /* the hidden cell */
    unsigned char *side;
};

static unsigned char *side_of_column(const struct ends *ends, size_t column)
{
    return &ends->side[ends->table->first_count + 1 + column];
}

static int spread_over(const struct ends *ends, size_t row, size_t column)
{
    unsigned char *a = &ends->side[row], *b = side_of_column(ends, column);
    if (*a == *b || (*a && *b) || !is_hidden(ends->table, row, column) ||
        (row == ends->row && column == ends->column))
        return 0;
    *a = *b = *a ? *a : *b;
    return 1;
}

static void spread(const struct ends *ends)
{
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (size_t i = 0; i <= ends->table->first_count; i++)
            for (size_t j = 0; j <= ends->table->second_count; j++)
                is_changed |= spread_over(ends, i, j);
    }
}

/* Hidden cells are the edges of a graph whose nodes are the rows and the columns; one can be
 * worked out when nothing but its own edge joins its two ends (Gusfield 1988). */
static bool can_be_worked_out(const struct ends *ends)
{
    for (size_t i = 0; i < ends->table->first_count + ends->table->second_count + 2; i++)
        ends->side[i] = NEITHER;
    ends->side[ends->row] = ROW_END;
    spread(ends);
    if (*side_of_column(ends, ends->column) != NEITHER)
        return false;
    *side_of_column(ends, ends->column) = COLUMN_END;
    spread(ends);
    return true;
}

static bool is_shown(const struct fairness_cell *cell)
{
    return cell && cell->count && cell->state != FAIRNESS_SUPPRESSED;
}

/* A cell that joins the two ends, or else one that leads on from either. */
static bool is_useful(const struct ends *ends, size_t row, size_t column, bool is_joining)
{
    const unsigned char a = ends->side[row], b = *side_of_column(ends, column);
    return is_joining ? a && b && a != b : a || b;
}

/* The smallest one; a total only when there is no other. */
static struct fairness_cell *find_next(const struct ends *ends, bool is_joining)
{
    const struct fairness_table *table = ends->table;
    struct fairness_cell *next = NULL, *next_total = NULL;
    for (size_t i = 0; i <= table->first_count; i++)
        for (size_t j = 0; j <= table->second_count; j++) {
            struct fairness_cell *cell = cell_at(table, i, j);
            const bool is_total = i == table->first_count || j == table->second_count;
            struct fairness_cell **best = is_total ? &next_total : &next;
            if (is_shown(cell) && is_useful(ends, i, j, is_joining) &&
                (!*best || cell->count < (*best)->count))
                *best = cell;
        }
    return next ? next : next_total;
}

static int hide(struct fairness_cell *cell)
{
    if (cell)
        cell->state = FAIRNESS_SUPPRESSED;
    return cell != NULL;
}

static int close_cell(const struct ends *ends)
{
    if (!is_hidden(ends->table, ends->row, ends->column) || !can_be_worked_out(ends))
        return 0;
    struct fairness_cell *joining = find_next(ends, 1);
    return hide(joining ? joining : find_next(ends, 0));
}

static struct fairness_cell *line_cell(const struct fairness_table *table, size_t line,
                                       size_t index)
{
    const size_t rows = table->first_count;
    return line <= rows ? cell_at(table, line, index)
                        : cell_at(table, index, line - rows - 1);
}

/* What is hidden of a line is its total less the rest: too few people together are as telling as
 * one small cell. */
static int close_line(const struct fairness_table *table, size_t line)
{
    const size_t count =
        line <= table->first_count ? table->second_count : table->first_count;
    struct fairness_cell *total = line_cell(table, line, count), *smallest = NULL;
    size_t people = 0;
    for (size_t i = 0; i < count; i++) {
        struct fairness_cell *cell = line_cell(table, line, i);
        people += is_closed(cell) ? cell->count : 0;
        if (is_shown(cell) && (!smallest || cell->count < smallest->count))
            smallest = cell;
    }
    if (!people || people >= FAIRNESS_CELL_MIN || is_closed(total))
        return 0;
    return hide(smallest ? smallest : total);
}

static void begin(struct fairness_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cells[i].state = !cells[i].count                      ? FAIRNESS_EMPTY
                         : cells[i].count < FAIRNESS_CELL_MIN ? FAIRNESS_SUPPRESSED
                                                              : FAIRNESS_NOT_BELOW;
}

static int close_all(const struct fairness_table *table, unsigned char *side)
{
    const size_t rows = table->first_count, columns = table->second_count;
    bool is_changed = false;
    for (size_t i = 0; i < rows + columns + 2; i++)
        is_changed |= close_line(table, i);
    for (size_t i = 0; i <= rows; i++)
        for (size_t j = 0; j <= columns; j++)
            is_changed |= close_cell(&(struct ends){table, i, j, side});
    return is_changed;
}

void fairness_hidden_mark(struct arena *arena, struct fairness_table *table)
{
    const size_t rows = table->first_count, columns = table->second_count;
    unsigned char *side = arena_array(arena, unsigned char, rows + columns + 2);
    begin(table->cells, rows * columns);
    begin(table->first, rows);
    begin(table->second, columns);
    while (close_all(table, side))
        ;
}
