#include "app/study/grouped.h"

#include <string.h>

static void find_groups(struct arena *arena, size_t column, struct grouped *grouped)
{
    const struct table *table = &grouped->table;
    grouped->labels = labels_init(arena);
    grouped->groups = arena_array(arena, size_t, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct span name = table->rows[i].cells[column];
        grouped->groups[i] = name.count ? labels_index(&grouped->labels, name) : SIZE_MAX;
    }
    for (size_t i = 0; i < table->row_count; i++)
        if (grouped->groups[i] == SIZE_MAX)
            grouped->groups[i] = grouped->labels.count;
}

enum status grouped_read(struct job *job, const char *group_option,
                         const char *columns_option, struct grouped *out_grouped)
{
    struct grouped grouped = {0};
    const char *group, *columns;
    size_t column;
    enum status status = options_need(&job->options, group_option, &group);
    if (status || (status = options_need(&job->options, columns_option, &columns)) ||
        (status = table_read(job->arena, job->options.files[0], &grouped.table)) ||
        (status = table_column(&grouped.table, span_of(group), &column)) ||
        (status = table_columns(job->arena, &grouped.table, columns, &grouped.columns,
                                &grouped.column_count)) ||
        (status = table_numbers(job->arena, &grouped.table, grouped.columns,
                                grouped.column_count, &grouped.numbers)))
        return status;
    find_groups(job->arena, column, &grouped);
    *out_grouped = grouped;
    return OK;
}

size_t grouped_rows(struct arena *arena, const struct grouped *grouped, size_t group,
                    double **out_numbers)
{
    const size_t columns = grouped->column_count;
    size_t rows = 0;
    for (size_t i = 0; i < grouped->table.row_count; i++)
        rows += grouped->groups[i] == group;
    double *numbers = arena_array(arena, double, rows *columns);
    rows = 0;
    for (size_t i = 0; i < grouped->table.row_count; i++)
        if (grouped->groups[i] == group)
            memcpy(numbers + rows++ * columns, grouped->numbers + i * columns,
                   columns * sizeof *numbers);
    *out_numbers = numbers;
    return rows;
}
