/* dif: whether items work alike in two groups of people who stand equally high. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/dif.h"

#include <math.h>
#include <string.h>

/* The people without a gap: their answers, their group, their totals. */
struct people {
    struct table table;
    size_t *columns, item_count, count;
    double *answers;
    bool *is_focal;
    size_t *totals;
};

static enum status read_answers(struct job *job, size_t group, struct people *people)
{
    const struct table *table = &people->table;
    people->columns = arena_array(job->arena, size_t, table->column_count);
    for (size_t j = 0; j < table->column_count; j++)
        if (j != group)
            people->columns[people->item_count++] = j;
    const enum status status = table_numbers(job->arena, table, people->columns,
                                             people->item_count, &people->answers);
    return status ? status
                  : table_need_codes(table, people->answers, people->columns,
                                     people->item_count, 0, 1);
}

static void keep_complete(struct job *job, size_t group, struct span focal,
                          struct people *people)
{
    const size_t items = people->item_count;
    people->is_focal = arena_array(job->arena, bool, people->table.row_count);
    people->totals = arena_array(job->arena, size_t, people->table.row_count);
    for (size_t i = 0; i < people->table.row_count; i++) {
        const struct span label = people->table.rows[i].cells[group];
        double *row = people->answers + i * items, total = 0;
        for (size_t j = 0; j < items; j++)
            total += row[j];
        if (!label.count || isnan(total))
            continue;
        memmove(people->answers + people->count * items, row, items * sizeof *row);
        people->is_focal[people->count] = is_span_equal(label, focal);
        people->totals[people->count++] = (size_t)total;
    }
}

static enum status read_people(struct job *job, struct people *people)
{
    const char *group, *focal;
    size_t column, focal_count = 0;
    enum status status = options_need(&job->options, "group", &group);
    if (status || (status = options_need(&job->options, "focal", &focal)) ||
        (status = table_read(job->arena, job->options.files[0], &people->table)) ||
        (status = table_column(&people->table, span_of(group), &column)) ||
        (status = read_answers(job, column, people)))
        return status;
    for (size_t i = 0; i < people->table.row_count; i++)
        focal_count += is_span(people->table.rows[i].cells[column], focal) ? 1 : 0;
    if (!focal_count)
        return fail(STATUS_BAD_INPUT,
                    "%s: no row has the group %s; name another with --focal",
                    people->table.path, focal);
    keep_complete(job, column, span_of(focal), people);
    return OK;
}

static void print_item(struct job *job, const struct people *people, size_t item,
                       bool is_rest)
{
    static const char *const classes[] = {"", "A", "B", "C"};
    double *solved = arena_array(job->arena, double, people->count);
    size_t *scores = arena_array(job->arena, size_t, people->count);
    struct dif d;
    for (size_t i = 0; i < people->count; i++) {
        solved[i] = people->answers[i * people->item_count + item];
        scores[i] = people->totals[i] - (is_rest && solved[i] > 0 ? 1 : 0);
    }
    dif_describe(job->arena, solved, people->is_focal, scores, people->count, &d);
    csv_put_text(&job->out, people->table.names[people->columns[item]]);
    verb_put_numbers(
        job, (const double[]){d.chi2_cc, d.chi2, d.p, d.odds_ratio, d.delta, d.delta_se},
        6);
    csv_put_text(&job->out, span_of(classes[d.ets]));
    verb_put_numbers(job,
                     (const double[]){d.std_p_dif, d.models.lr_uniform,
                                      d.models.lr_nonuniform, d.models.lr_both},
                     4);
    csv_put_end(&job->out);
}

enum status verb_dif(struct job *job)
{
    struct people people = {0};
    const char *matching;
    enum status status = options_need(&job->options, "matching", &matching);
    if (status)
        return status;
    const bool is_rest = strcmp(matching, "rest") == 0;
    if (!is_rest && strcmp(matching, "total") != 0)
        return fail(STATUS_USAGE, "--matching needs total or rest");
    if ((status = read_people(job, &people)))
        return status;
    verb_header(job,
                "item,chi2_cc,chi2,p,odds_ratio,delta,delta_se,ets,std_p_dif,lr_uniform,"
                "lr_nonuniform,lr_both");
    for (size_t j = 0; j < people.item_count; j++)
        print_item(job, &people, j, is_rest);
    return OK;
}
