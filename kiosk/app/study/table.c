#include "app/study/table.h"

#include "app/common/options.h"

#include <math.h>
#include <string.h>

static const size_t MOST_BYTES = (size_t)2 << 30;

static void add_row(struct arena *arena, const struct csv *csv, size_t *capacity,
                    struct table *table)
{
    if (table->row_count == *capacity) {
        *capacity = *capacity ? 2 * *capacity : 64;
        struct table_row *rows = arena_array(arena, struct table_row, *capacity);
        if (table->row_count)
            memcpy(rows, table->rows, table->row_count * sizeof *rows);
        table->rows = rows;
    }
    struct table_row *row = &table->rows[table->row_count++];
    row->line = csv->line;
    row->cells = arena_array(arena, struct span, csv->column_count);
    for (size_t j = 0; j < csv->column_count; j++)
        row->cells[j] = csv->fields[j].count ? span_copy(arena, csv->fields[j])
                                             : (struct span){"", 0};
}

enum status table_read(struct arena *arena, const char *path, struct table *out_table)
{
    scoped_csv csv = {0};
    size_t capacity = 0;
    bool has_row = false;
    enum status status = csv_open(arena, path, TABLE_LIMITS, &csv);
    if (status)
        return status;
    struct table table = {
        .path = path, .names = csv.names, .column_count = csv.column_count};
    const size_t before = arena->used_bytes;
    while (!(status = csv_next(&csv, &has_row)) && has_row) {
        add_row(arena, &csv, &capacity, &table);
        if (arena->used_bytes - before > MOST_BYTES)
            return fail(STATUS_TOO_LARGE,
                        "%s: is too long for this verb; split the table", path);
    }
    if (!status)
        *out_table = table;
    return status;
}

enum status table_column(const struct table *table, struct span name, size_t *out_index)
{
    const struct csv header = {
        .names = table->names, .column_count = table->column_count, .path = table->path};
    return csv_column(&header, name, out_index);
}

enum status table_columns(struct arena *arena, const struct table *table,
                          const char *names, size_t **out_columns, size_t *out_count)
{
    struct span *parts;
    size_t count;
    options_list(arena, names, &parts, &count);
    size_t *columns = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        const enum status status = table_column(table, parts[i], &columns[i]);
        if (status)
            return status;
        for (size_t l = 0; l < i; l++)
            if (columns[l] == columns[i])
                return fail(STATUS_USAGE,
                            "the column %.*s is asked for twice; leave one out",
                            SPAN_ARGS(parts[i]));
    }
    *out_columns = columns;
    *out_count = count;
    return OK;
}

enum status table_refuse(const struct table *table, size_t row, size_t column,
                         const char *sentence)
{
    return fail(STATUS_BAD_INPUT, "%s: line %zu, column %.*s: %s", table->path,
                table->rows[row].line, SPAN_ARGS(table->names[column]), sentence);
}

enum status table_numbers(struct arena *arena, const struct table *table,
                          const size_t *columns, size_t count, double **out_numbers)
{
    double *numbers = arena_array(arena, double, table->row_count *count);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t j = 0; j < count; j++) {
            const size_t column = columns ? columns[j] : j;
            const struct span cell = table->rows[i].cells[column];
            double *number = &numbers[i * count + j];
            if (!cell.count)
                *number = NAN;
            else if (!span_to_number(cell, number))
                return table_refuse(
                    table, i, column,
                    "a number is needed; write it with a decimal point or leave it "
                    "empty");
        }
    *out_numbers = numbers;
    return OK;
}

enum status table_need_codes(const struct table *table, const double *numbers,
                             const size_t *columns, size_t count, double lowest,
                             double highest)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t j = 0; j < count; j++) {
            const double code = numbers[i * count + j];
            if (isnan(code) || (code >= lowest && code <= highest && code == floor(code)))
                continue;
            return fail(
                STATUS_BAD_INPUT,
                "%s: line %zu, column %.*s: answers are whole numbers from %g to %g; "
                "mend the answer or leave it empty",
                table->path, table->rows[i].line,
                SPAN_ARGS(table->names[columns ? columns[j] : j]), lowest, highest);
        }
    return OK;
}

size_t table_keep_complete(double *numbers, size_t row_count, size_t column_count)
{
    size_t kept = 0;
    for (size_t i = 0; i < row_count; i++) {
        bool is_complete = true;
        for (size_t j = 0; j < column_count; j++)
            is_complete = is_complete && !isnan(numbers[i * column_count + j]);
        if (is_complete)
            memmove(numbers + kept++ * column_count, numbers + i * column_count,
                    column_count * sizeof *numbers);
    }
    return kept;
}

enum status table_read_numbers(struct arena *arena, const char *path,
                               struct table *out_table, double **out_numbers)
{
    const enum status status = table_read(arena, path, out_table);
    if (status)
        return status;
    return table_numbers(arena, out_table, NULL, out_table->column_count, out_numbers);
}

enum status table_need_same_header(const struct table *one, const struct table *other)
{
    bool is_same = one->column_count == other->column_count;
    for (size_t j = 0; is_same && j < one->column_count; j++)
        is_same = is_span_equal(one->names[j], other->names[j]);
    if (is_same)
        return OK;
    return fail(STATUS_BAD_INPUT,
                "%s and %s: line 1 differs; give both the same columns in the same order",
                one->path, other->path);
}

enum status table_read_row(struct arena *arena, const char *path,
                           const struct table *like, bool is_gap_allowed,
                           double **out_row)
{
    struct table table;
    double *row;
    enum status status = table_read_numbers(arena, path, &table, &row);
    if (status || (status = table_need_same_header(like, &table)))
        return status;
    if (table.row_count != 1)
        return fail(STATUS_BAD_INPUT, "%s: exactly one row is needed below the header",
                    path);
    for (size_t j = 0; j < table.column_count; j++)
        if (!(row[j] >= 0) && !(is_gap_allowed && isnan(row[j])))
            return table_refuse(&table, 0, j, "a number of 0 or more is needed");
    *out_row = row;
    return OK;
}

enum status table_read_weights(struct arena *arena, const char *path,
                               const struct table *like, double **out_weights)
{
    double *weights = NULL, sum = 0;
    const enum status status = path ? table_read_row(arena, path, like, 0, &weights) : OK;
    if (status)
        return status;
    for (size_t j = 0; weights && j < like->column_count; j++)
        sum += weights[j];
    if (weights && !(sum > 0 && isfinite(sum)))
        return fail(STATUS_BAD_INPUT, "%s: at least one weight above 0 is needed", path);
    *out_weights = weights;
    return OK;
}

bool has_table_column(const struct table *table, const char *name)
{
    for (size_t j = 0; j < table->column_count; j++)
        if (is_span(table->names[j], name))
            return true;
    return false;
}

enum status table_need(const struct table *table, const double *numbers,
                       const size_t *columns, size_t count)
{
    for (size_t i = 0; i < table->row_count * count; i++)
        if (isnan(numbers[i]))
            return table_refuse(table, i / count,
                                columns ? columns[i % count] : i % count,
                                "the field must not be empty");
    return OK;
}
