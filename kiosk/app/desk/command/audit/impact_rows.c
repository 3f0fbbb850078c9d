#include "app/desk/command/audit/impact_rows.h"

#include "base/words.h"

static const double SPARE_SHARE = .02; /* 6 RCNY 5-301 (d) */

bool is_impact_row_shown(const struct impact_row *row)
{
    return row->cell->state != FAIRNESS_SUPPRESSED;
}

bool is_impact_row_compared(const struct impact_row *row)
{
    return is_impact_row_shown(row) && row->cell->state != FAIRNESS_NOT_SAID &&
           row->cell->state != FAIRNESS_REFERENCE;
}

static struct span category(const struct audit_counts *counts, size_t attribute, size_t i)
{
    const struct span name = counts->categories[attribute][i];
    return name.count ? name : WS("Not said");
}

static void row_add(const struct audit_counts *counts, struct impact_rows *rows,
                    struct span group, const struct fairness_cell *cell)
{
    if (cell->state == FAIRNESS_EMPTY)
        return;
    struct impact_row *row = &rows->list[rows->count++];
    *row = (struct impact_row){.group = group, .cell = cell};
    row->is_spare = is_impact_row_shown(row) && cell->state != FAIRNESS_NOT_SAID &&
                    (double)cell->count < SPARE_SHARE * (double)counts->people_count;
}

static size_t reference_of(const struct fairness_cell *cells, size_t count)
{
    size_t i = 0;
    while (i < count && cells[i].state != FAIRNESS_REFERENCE)
        i++;
    return i;
}

static void attribute_add(struct arena *arena, const struct audit_counts *counts,
                          enum audit_stage stage, size_t attribute,
                          const struct fairness_cell *cells, struct impact_rows *rows)
{
    const size_t count = counts->category_counts[attribute];
    const size_t reference = reference_of(cells, count);
    *rows = (struct impact_rows){.by = counts->names[attribute],
                                 .list = arena_array(arena, struct impact_row, count)};
    for (size_t i = 0; i < count; i++) {
        const size_t before = rows->count;
        row_add(counts, rows, category(counts, attribute, i), &cells[i]);
        if (rows->count == before || !is_impact_row_compared(&rows->list[before]) ||
            reference == count)
            continue;
        struct impact_row *row = &rows->list[before];
        audit_counts_pool(counts, stage, attribute, i, reference, &row->pooled);
        row->has_pooled = row->pooled.strata_count > 1;
    }
}

static void both_add(struct arena *arena, const struct audit_counts *counts,
                     const struct fairness_table *table, struct impact_rows *rows)
{
    const size_t columns = table->second_count, count = table->first_count * columns;
    *rows = (struct impact_rows){.by = span_format(arena, W("%.*s and %.*s"),
                                                   SPAN_ARGS(counts->names[0]),
                                                   SPAN_ARGS(counts->names[1])),
                                 .list = arena_array(arena, struct impact_row, count)};
    for (size_t i = 0; i < count; i++)
        row_add(counts, rows,
                span_format(arena, "%.*s, %.*s",
                            SPAN_ARGS(category(counts, 0, i / columns)),
                            SPAN_ARGS(category(counts, 1, i % columns))),
                &table->cells[i]);
}

size_t impact_rows_make(struct arena *arena, const struct audit_counts *counts,
                        enum audit_stage stage,
                        struct impact_rows out_tables[IMPACT_ROWS_TABLES])
{
    if (!counts->attribute_count)
        return 0;
    const struct fairness_table table = audit_counts_table(arena, counts, stage);
    attribute_add(arena, counts, stage, 0, table.first, &out_tables[0]);
    if (counts->attribute_count == 1)
        return 1;
    attribute_add(arena, counts, stage, 1, table.second, &out_tables[1]);
    both_add(arena, counts, &table, &out_tables[2]);
    return IMPACT_ROWS_TABLES;
}
