#include "measure/fairness_table.h"

#include "base/must.h"
#include "base/words.h"

#include <math.h>

static const double FOUR_FIFTHS = .8;

struct table {
    struct fairness_cell *cells;
    size_t rows, columns;
};

/* The cells of a row (step 1) or of a column (step columns). */
struct line {
    struct fairness_cell *start;
    size_t count, step;
};

static struct line line_of(const struct table *table, size_t index)
{
    if (index < table->rows)
        return (struct line){table->cells + index * table->columns, table->columns, 1};
    return (struct line){table->cells + (index - table->rows), table->rows,
                         table->columns};
}

/* One hidden cell of a line is its total less the others: a second one must be hidden with it. */
static int hide_second(struct line line)
{
    struct fairness_cell *smallest = NULL;
    size_t hidden = 0;
    for (size_t i = 0; i < line.count; i++) {
        struct fairness_cell *cell = line.start + i * line.step;
        hidden += cell->state == FAIRNESS_SUPPRESSED;
        if (cell->state != FAIRNESS_SUPPRESSED && cell->count &&
            (!smallest || cell->count < smallest->count))
            smallest = cell;
    }
    if (hidden != 1 || !smallest)
        return 0;
    smallest->state = FAIRNESS_SUPPRESSED;
    return 1;
}

static void suppress(const struct table *table)
{
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        struct fairness_cell *cell = &table->cells[i];
        cell->state = !cell->count                      ? FAIRNESS_EMPTY
                      : cell->count < FAIRNESS_CELL_MIN ? FAIRNESS_SUPPRESSED
                                                        : FAIRNESS_NOT_BELOW;
    }
    for (int is_changed = 1; is_changed;) {
        is_changed = 0;
        for (size_t i = 0; i < table->rows + table->columns; i++)
            is_changed |= hide_second(line_of(table, i));
    }
}

static int is_shown(const struct fairness_cell *cell)
{
    return cell->state != FAIRNESS_EMPTY && cell->state != FAIRNESS_SUPPRESSED;
}

/* Rates compared as products of whole numbers: exactly. */
static int is_above(const struct fairness_cell *a, const struct fairness_cell *b)
{
    const size_t left = a->selected * b->count, right = b->selected * a->count;
    return left != right ? left > right : a->count > b->count;
}

static struct fairness_cell *find_reference(const struct table *table)
{
    struct fairness_cell *reference = NULL;
    for (size_t i = 0; i < table->rows * table->columns; i++)
        if (is_shown(&table->cells[i]) &&
            (!reference || is_above(&table->cells[i], reference)))
            reference = &table->cells[i];
    return reference;
}

static int is_too_small(const struct fairness_cell *cell)
{
    return cell->selected < FAIRNESS_SELECTED_MIN ||
           cell->count < FAIRNESS_APPLICANTS_MIN;
}

static int is_below(double focal_selected, double focal, double selected, double count)
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

static void describe(struct arena *arena, struct fairness_cell *cell,
                     const struct fairness_cell *reference)
{
    if (!is_shown(cell)) {
        cell->count = cell->selected = 0;
        impact_describe(arena, (struct impact_counts){0}, &cell->impact);
        return;
    }
    impact_describe(arena,
                    (struct impact_counts){cell->selected, cell->count,
                                           reference->selected, reference->count},
                    &cell->impact);
    cell->state = cell == reference ? FAIRNESS_REFERENCE : state_of(cell, reference);
}

void fairness_table_describe(struct arena *arena, const struct fairness_person *people,
                             size_t count, size_t first_count, size_t second_count,
                             struct fairness_cell *out_cells)
{
    const struct table table = {out_cells, first_count, second_count};
    for (size_t i = 0; i < first_count * second_count; i++)
        out_cells[i] = (struct fairness_cell){0};
    for (size_t i = 0; i < count; i++) {
        must(people[i].first < first_count && people[i].second < second_count);
        struct fairness_cell *cell =
            &out_cells[people[i].first * second_count + people[i].second];
        cell->count++;
        cell->selected += people[i].is_selected != 0;
    }
    suppress(&table);
    const struct fairness_cell *reference = find_reference(&table);
    for (size_t i = 0; i < first_count * second_count; i++)
        describe(arena, &out_cells[i], reference);
}

const char *fairness_table_words(enum fairness_state state)
{
    switch (state) {
    case FAIRNESS_EMPTY:
    case FAIRNESS_REFERENCE:
        return "";
    case FAIRNESS_SUPPRESSED:
        return W("Too few people to show.");
    case FAIRNESS_TOO_FEW:
        return W("Too few to judge; look at the interval.");
    case FAIRNESS_ONE_PERSON:
        return W("The numbers are too small: one person would change the answer.");
    case FAIRNESS_BELOW:
        return W("Below four fifths of the highest rate: regarded as evidence of adverse "
                 "impact.");
    case FAIRNESS_NOT_BELOW:
        return W("Not below four fifths of the highest rate.");
    }
    return "";
}
