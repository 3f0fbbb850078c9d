/* What a table of counts means once its small cells are hidden. */
#include "measure/fairness/fairness_table.h"

#include "measure/fairness/fairness_hidden.h"

#include <math.h>

static const double FOUR_FIFTHS = .8;

static void add_up(struct arena *arena, struct fairness_table *table)
{
    const size_t columns = table->second_count;
    table->first = arena_array(arena, struct fairness_cell, table->first_count);
    table->second = arena_array(arena, struct fairness_cell, columns);
    for (size_t i = 0; i < table->first_count * columns; i++) {
        const struct fairness_cell *cell = &table->cells[i];
        table->first[i / columns].count += cell->count;
        table->first[i / columns].selected += cell->selected;
        table->second[i % columns].count += cell->count;
        table->second[i % columns].selected += cell->selected;
    }
}

static void take_out(struct fairness_cell *cell)
{
    if (cell->state == FAIRNESS_NOT_BELOW)
        cell->state = FAIRNESS_NOT_SAID;
}

static void take_out_not_said(struct fairness_table *table)
{
    const size_t columns = table->second_count;
    for (size_t i = 0; i < table->first_count * columns; i++)
        if (i / columns == table->first_not_said || i % columns == table->second_not_said)
            take_out(&table->cells[i]);
    if (table->first_not_said < table->first_count)
        take_out(&table->first[table->first_not_said]);
    if (table->second_not_said < columns)
        take_out(&table->second[table->second_not_said]);
}

/* Rates compared as products of whole numbers: exactly. */
static bool is_above(const struct fairness_cell *a, const struct fairness_cell *b)
{
    const size_t left = a->selected * b->count, right = b->selected * a->count;
    return left != right ? left > right : a->count > b->count;
}

static struct fairness_cell *find_reference(struct fairness_cell *cells, size_t count)
{
    struct fairness_cell *reference = NULL;
    for (size_t i = 0; i < count; i++)
        if (cells[i].state == FAIRNESS_NOT_BELOW &&
            (!reference || is_above(&cells[i], reference)))
            reference = &cells[i];
    return reference;
}

static bool is_too_small(const struct fairness_cell *cell)
{
    return cell->selected < FAIRNESS_SELECTED_MIN ||
           cell->count < FAIRNESS_APPLICANTS_MIN;
}

static bool is_below(double focal_selected, double focal, double selected, double count)
{
    return focal_selected / focal < FOUR_FIFTHS * (selected / count);
}

static enum fairness_state state_of(const struct fairness_cell *cell,
                                    const struct fairness_cell *reference)
{
    const double h1 = (double)cell->selected, n1 = (double)cell->count;
    const double h2 = (double)reference->selected, n2 = (double)reference->count;
    if (is_too_small(cell) || is_too_small(reference))
        return FAIRNESS_TOO_FEW;
    const int below = is_below(h1, n1, h2, n2);
    const double moved = below ? 1 : -1;
    if (is_below(h1 + moved, n1, h2 - moved, n2) != below)
        return FAIRNESS_ONE_PERSON;
    return below ? FAIRNESS_BELOW : FAIRNESS_NOT_BELOW;
}

static void describe_cell(struct arena *arena, struct fairness_cell *cell,
                          const struct fairness_cell *reference)
{
    if (cell->state == FAIRNESS_SUPPRESSED)
        cell->count = cell->selected = 0;
    if (cell->state != FAIRNESS_NOT_BELOW) {
        impact_describe(arena, (struct impact_counts){0}, &cell->impact);
        return;
    }
    impact_describe(arena,
                    (struct impact_counts){cell->selected, cell->count,
                                           reference->selected, reference->count},
                    &cell->impact);
    cell->state = cell == reference ? FAIRNESS_REFERENCE : state_of(cell, reference);
}

/* Against the same reference all of them, as it was before its own state was settled. */
static void describe(struct arena *arena, struct fairness_cell *cells, size_t count)
{
    const struct fairness_cell *reference = find_reference(cells, count);
    for (size_t i = 0; i < count; i++)
        describe_cell(arena, &cells[i], reference);
}

void fairness_table_describe(struct arena *arena, struct fairness_table *table)
{
    const size_t rows = table->first_count, columns = table->second_count;
    add_up(arena, table);
    fairness_hidden_mark(arena, table);
    take_out_not_said(table);
    describe(arena, table->cells, rows * columns);
    describe(arena, table->first, rows);
    describe(arena, table->second, columns);
}
