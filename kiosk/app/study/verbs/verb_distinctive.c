/* distinctive: likeness of two profiles beyond what both share with everybody. */
#include "app/study/sides.h"

#include "study/distinctive.h"
#include "measure/matrix.h"

static void print_row(struct job *job, size_t row, const struct distinctive_parts *parts)
{
    const double values[] = {parts->overall,
                             parts->distinctive,
                             parts->normativeness_x,
                             parts->normativeness_y,
                             parts->normativeness_x_by_y,
                             parts->normativeness_y_by_x,
                             parts->distinctive_residual};
    csv_put_count(&job->out, row);
    csv_put_count(&job->out, parts->count);
    verb_put_numbers(job, values, sizeof values / sizeof *values);
    csv_put_end(&job->out);
}

enum status verb_distinctive(struct job *job)
{
    struct sides sides;
    const enum status status = sides_read(job, &sides);
    if (status)
        return status;
    const size_t columns = sides.column_count;
    double *mu = arena_array(job->arena, double, 2 * columns), *nu = mu;
    matrix_column_means(sides.x, sides.row_count, columns, mu);
    if (!sides.is_one_target) {
        nu = mu + columns;
        matrix_column_means(sides.y, sides.row_count, columns, nu);
    }
    verb_header(job, "row,n,overall,distinctive,normativeness_x,normativeness_y,"
                     "normativeness_x_by_y,normativeness_y_by_x,distinctive_residual");
    for (size_t i = 0; i < sides.row_count; i++) {
        struct distinctive_parts parts;
        distinctive_split(job->arena, sides.x + i * columns, sides_target(&sides, i), mu,
                          nu, columns, sides.is_one_target, &parts);
        print_row(job, i + 1, &parts);
    }
    return OK;
}
