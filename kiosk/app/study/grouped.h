/* grouped: number columns of a table beside the column that says to which group a row belongs. */
#ifndef APP_STUDY_GROUPED_H
#define APP_STUDY_GROUPED_H

#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

struct grouped {
    struct table table;
    size_t *columns, column_count;
    double *numbers; /* of all rows of the table: row_count x column_count */
    struct labels labels;
    size_t *groups; /* per row; labels.count where the row has no group */
};

/* grouped_read(job, group_option, columns_option, out_grouped): reads the only file of `job` with
 * the group column named by the option `group_option` and the list of number columns named by
 * `columns_option`. */
must_check enum status grouped_read(struct job *job, const char *group_option,
                                    const char *columns_option,
                                    struct grouped *out_grouped);
/* grouped_rows(arena, grouped, group, out_numbers): the rows of one `group`, in `arena`, and how
 * many there are. */
size_t grouped_rows(struct arena *arena, const struct grouped *grouped, size_t group,
                    double **out_numbers);

#endif
