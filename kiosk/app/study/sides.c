#include "app/study/sides.h"

enum status sides_read(struct job *job, struct sides *out_sides)
{
    struct sides sides = {0};
    enum status status =
        table_read_numbers(job->arena, job->options.files[0], &sides.x_table, &sides.x);
    if (!status)
        status = table_read_numbers(job->arena, job->options.files[1], &sides.y_table,
                                    &sides.y);
    if (!status)
        status = table_need_same_header(&sides.x_table, &sides.y_table);
    if (status)
        return status;
    sides.row_count = sides.x_table.row_count;
    sides.column_count = sides.x_table.column_count;
    sides.is_one_target = sides.y_table.row_count == 1;
    if (!sides.is_one_target && sides.y_table.row_count != sides.row_count)
        return fail(STATUS_BAD_INPUT,
                    "%s has %zu rows and %s %zu; give it one row or as many",
                    sides.y_table.path, sides.y_table.row_count, sides.x_table.path,
                    sides.row_count);
    *out_sides = sides;
    return OK;
}

const double *sides_target(const struct sides *sides, size_t row)
{
    return sides->y + (sides->is_one_target ? 0 : row * sides->column_count);
}
