/* profile-se: the standard error of the correlation of two profiles that are measured with
 * error. */
#include "app/study/sides.h"

#include "measure/profile_se.h"

enum status verb_profile_se(struct job *job)
{
    struct sides sides;
    double *sem_x = NULL, *sem_y = NULL, *weights = NULL;
    const char *path_x, *path_y, *path_w = options_text(&job->options, "weights");
    enum status status = options_need(&job->options, "sem-x", &path_x);
    if (status || (status = options_need(&job->options, "sem-y", &path_y)) ||
        (status = sides_read(job, &sides)) ||
        (status = table_read_row(job->arena, path_x, &sides.x_table, 1, &sem_x)) ||
        (status = table_read_row(job->arena, path_y, &sides.x_table, 1, &sem_y)) ||
        (status = table_read_weights(job->arena, path_w, &sides.x_table, &weights)))
        return status;
    verb_header(job, "row,n,r,se_x,se_y,se_total");
    for (size_t i = 0; i < sides.row_count; i++) {
        struct profile_se se;
        profile_se_delta(job->arena, sides.x + i * sides.column_count,
                         sides_target(&sides, i), sem_x, sem_y, weights,
                         sides.column_count, &se);
        csv_put_count(&job->out, i + 1);
        csv_put_count(&job->out, se.count);
        verb_put_numbers(job, (const double[]){se.r, se.se_x, se.se_y, se.se_total}, 4);
        csv_put_end(&job->out);
    }
    return OK;
}
