/* Scores by category of people: scoring rates and differences of two groups. */
#include "app/study/grouped.h"

#include "study/group_difference.h"
#include "measure/matrix.h"
#include "measure/fairness/scoring_rate.h"

#include <math.h>

/* Moves the rows with a category and a score to the front, and numbers the categories again by
 * the first row that is left. */
static size_t keep_scored(struct arena *arena, struct grouped *grouped,
                          struct labels *out_labels)
{
    size_t kept = 0;
    *out_labels = labels_init(arena);
    for (size_t i = 0; i < grouped->table.row_count; i++) {
        if (grouped->groups[i] == grouped->labels.count || isnan(grouped->numbers[i]))
            continue;
        grouped->numbers[kept] = grouped->numbers[i];
        grouped->groups[kept++] =
            labels_index(out_labels, grouped->labels.names[grouped->groups[i]]);
    }
    return kept;
}

enum status verb_scoring_rate(struct job *job)
{
    struct grouped grouped;
    struct labels labels;
    double median;
    const enum status status = grouped_read(job, "by", "measure", &grouped);
    if (status)
        return status;
    if (grouped.column_count != 1)
        return fail(STATUS_USAGE, "--measure needs one column");
    const size_t count = keep_scored(job->arena, &grouped, &labels);
    struct scoring_rate *rates =
        arena_array(job->arena, struct scoring_rate, labels.count);
    scoring_rate_describe(job->arena, grouped.numbers, grouped.groups, count,
                          labels.count, &median, rates);
    verb_header(job, "category,n,share,median,scoring_rate,impact_ratio,mean,sd");
    for (size_t c = 0; c < labels.count; c++) {
        csv_put_text(&job->out, labels.names[c]);
        csv_put_count(&job->out, rates[c].count);
        verb_put_numbers(job,
                         (const double[]){rates[c].share, median, rates[c].rate,
                                          rates[c].impact_ratio, rates[c].mean,
                                          rates[c].sd},
                         6);
        csv_put_end(&job->out);
    }
    return OK;
}

static enum status find_group(const struct grouped *grouped, struct span name,
                              size_t *out_group)
{
    *out_group = labels_find(&grouped->labels, name);
    if (*out_group < grouped->labels.count)
        return OK;
    return fail(STATUS_BAD_INPUT,
                "%s: no row has the group %.*s; name another with --groups",
                grouped->table.path, SPAN_ARGS(name));
}

static void print_difference(struct job *job, struct span measure, const double *a,
                             size_t na, const double *b, size_t nb)
{
    struct group_difference d;
    group_difference_describe(a, na, b, nb, &d);
    csv_put_text(&job->out, measure);
    csv_put_count(&job->out, d.count_a);
    csv_put_count(&job->out, d.count_b);
    verb_put_numbers(job, (const double[]){d.mean_a, d.mean_b, d.d, d.g, d.t, d.df, d.p},
                     7);
    csv_put_end(&job->out);
}

enum status verb_group_difference(struct job *job)
{
    struct grouped grouped;
    struct span *names;
    const char *text;
    size_t count, groups[2], rows[2];
    double *columns[2];
    enum status status = options_need(&job->options, "groups", &text);
    if (status || (status = grouped_read(job, "by", "measure", &grouped)))
        return status;
    options_list(job->arena, text, &names, &count);
    if (count != 2 || is_span_equal(names[0], names[1]))
        return fail(STATUS_USAGE,
                    "--groups needs two different groups with a comma between");
    for (size_t g = 0; g < 2; g++) {
        double *numbers;
        if ((status = find_group(&grouped, names[g], &groups[g])))
            return status;
        rows[g] = grouped_rows(job->arena, &grouped, groups[g], &numbers);
        columns[g] = matrix_transpose(job->arena, numbers, rows[g], grouped.column_count);
    }
    verb_header(job, "measure,n_a,n_b,mean_a,mean_b,d,g,t,df,p");
    for (size_t j = 0; j < grouped.column_count; j++)
        print_difference(job, grouped.table.names[grouped.columns[j]],
                         columns[0] + j * rows[0], rows[0], columns[1] + j * rows[1],
                         rows[1]);
    return OK;
}
