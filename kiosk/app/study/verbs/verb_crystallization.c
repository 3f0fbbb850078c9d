/* crystallization: whether raters describe one place, each of them against the rest. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/crystallization.h"

static void print_each(struct job *job, const struct table *table, const double *ratings)
{
    bool *is_kept = arena_array(job->arena, bool, table->row_count);
    double *r = arena_array(job->arena, double, table->row_count);
    crystallization_leave_out(job->arena, ratings, table->row_count, table->column_count,
                              is_kept, r);
    verb_header(job, "rater,r_with_rest");
    for (size_t i = 0; i < table->row_count; i++) {
        if (!is_kept[i])
            continue;
        csv_put_count(&job->out, i + 1);
        csv_put_number(&job->out, r[i]);
        csv_put_end(&job->out);
    }
}

enum status verb_crystallization(struct job *job)
{
    struct table table;
    double *ratings;
    struct crystallization c;
    const enum status status =
        table_read_numbers(job->arena, job->options.files[0], &table, &ratings);
    if (status)
        return status;
    if (has_option(&job->options, "leave-one-out")) {
        print_each(job, &table, ratings);
        return OK;
    }
    crystallization_describe(job->arena, ratings, table.row_count, table.column_count,
                             &c);
    verb_header(job, "key,value");
    verb_put_key_count(job, "n_dropped", c.dropped_count);
    verb_put_key_count(job, "n_raters", c.rater_count);
    verb_put_key_count(job, "n_items", c.item_count);
    verb_put_key(job, "mean_r", c.mean_r);
    verb_put_key(job, "mean_r_fisher", c.mean_r_fisher);
    verb_put_key(job, "min_r", c.min_r);
    verb_put_key(job, "max_r", c.max_r);
    verb_put_key(job, "crystallization", c.crystallization);
    verb_put_key(job, "alpha_raters", c.alpha_raters);
    return OK;
}
