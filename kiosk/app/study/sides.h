/* sides: two tables of profiles with the same columns, row against row or all rows of the first
 * against the only one of the second, with the one-row files that belong to them. */
#ifndef APP_STUDY_SIDES_H
#define APP_STUDY_SIDES_H

#include "app/study/table.h"
#include "app/study/verb.h"

#include <stdbool.h>

struct sides {
    struct table x_table, y_table;
    double *x, *y;
    size_t row_count, column_count;
    bool is_one_target;
};

/* sides_read(job, out_sides): reads the two files of `job`; STATUS_BAD_INPUT when headers or row
 * counts do not fit. */
must_check enum status sides_read(struct job *job, struct sides *out_sides);
/* sides_target(sides, row): the row of y that belongs to `row` of x. */
const double *sides_target(const struct sides *sides, size_t row);

#endif
