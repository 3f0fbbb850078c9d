/* agreement: how far the raters of each group agree, and icc-groups: how much the groups differ. */
#include "app/study/grouped.h"

#include "measure/agreement.h"
#include "study/icc_groups.h"
#include "measure/matrix.h"

enum { OPTIONS_LEAST = 2, OPTIONS_ON_SCALE_MOST = 1000 };

static void print_scales(struct job *job, const struct grouped *grouped, size_t options)
{
    verb_header(
        job,
        "group,n,rwgj_uniform,rwgj_slight,rwgj_moderate,rwgj_lindell,ad_mean,ad_median,"
        "awg,variance_mean");
    for (size_t g = 0; g < grouped->labels.count; g++) {
        double *answers;
        struct agreement_scale s;
        const size_t rows = grouped_rows(job->arena, grouped, g, &answers);
        agreement_describe_scale(job->arena, answers, rows, grouped->column_count,
                                 options, &s);
        csv_put_text(&job->out, grouped->labels.names[g]);
        csv_put_count(&job->out, s.rater_count);
        verb_put_numbers(job,
                         (const double[]){s.rwgj_uniform, s.rwgj_slight, s.rwgj_moderate,
                                          s.rwgj_lindell, s.ad_mean, s.ad_median, s.awg,
                                          s.variance_mean},
                         8);
        csv_put_end(&job->out);
    }
}

static void print_item(struct job *job, const struct grouped *grouped, size_t item,
                       size_t group, size_t options)
{
    double *answers, *column;
    struct agreement_item i;
    const size_t rows = grouped_rows(job->arena, grouped, group, &answers);
    column = arena_array(job->arena, double, rows);
    matrix_column(answers, rows, grouped->column_count, item, column);
    agreement_describe_item(job->arena, column, rows, options, &i);
    csv_put_text(&job->out, grouped->table.names[grouped->columns[item]]);
    csv_put_text(&job->out, grouped->labels.names[group]);
    csv_put_count(&job->out, i.rater_count);
    verb_put_numbers(
        job, (const double[]){i.mean, i.variance, i.rwg, i.ad_mean, i.ad_median, i.awg},
        6);
    csv_put_end(&job->out);
}

enum status verb_agreement(struct job *job)
{
    struct grouped grouped;
    const char *text;
    size_t options = 0;
    enum status status = options_need(&job->options, "options", &text);
    if (status ||
        (status = options_count(&job->options, "options", OPTIONS_LEAST,
                                OPTIONS_ON_SCALE_MOST, &options)) ||
        (status = grouped_read(job, "group", "items", &grouped)) ||
        (status = table_need_codes(&grouped.table, grouped.numbers, grouped.columns,
                                   grouped.column_count, 1, (double)options)))
        return status;
    if (!has_option(&job->options, "per-item")) {
        print_scales(job, &grouped, options);
        return OK;
    }
    verb_header(job, "item,group,n,mean,variance,rwg,ad_mean,ad_median,awg");
    for (size_t j = 0; j < grouped.column_count; j++)
        for (size_t g = 0; g < grouped.labels.count; g++)
            print_item(job, &grouped, j, g, options);
    return OK;
}

/* Rows without a group count as missing for every variable. */
static void take_variable(const struct grouped *grouped, size_t column, double *values,
                          size_t *groups, size_t *out_count)
{
    size_t kept = 0;
    for (size_t i = 0; i < grouped->table.row_count; i++) {
        if (grouped->groups[i] == grouped->labels.count)
            continue;
        values[kept] = grouped->numbers[i * grouped->column_count + column];
        groups[kept++] = grouped->groups[i];
    }
    *out_count = kept;
}

enum status verb_icc_groups(struct job *job)
{
    struct grouped grouped;
    size_t count;
    const enum status status = grouped_read(job, "group", "vars", &grouped);
    if (status)
        return status;
    double *values = arena_array(job->arena, double, grouped.table.row_count);
    size_t *groups = arena_array(job->arena, size_t, grouped.table.row_count);
    verb_header(
        job, "var,n,groups,msb,msw,df_between,df_within,f,p,icc1,icc2,k_mean,k0,icc1_k0");
    for (size_t j = 0; j < grouped.column_count; j++) {
        struct icc_groups icc;
        take_variable(&grouped, j, values, groups, &count);
        icc_groups_describe(job->arena, values, groups, count, grouped.labels.count,
                            &icc);
        csv_put_text(&job->out, grouped.table.names[grouped.columns[j]]);
        csv_put_count(&job->out, icc.count);
        csv_put_count(&job->out, icc.group_count);
        verb_put_numbers(job,
                         (const double[]){icc.msb, icc.msw, icc.df_between, icc.df_within,
                                          icc.f, icc.p, icc.icc1, icc.icc2, icc.k_mean,
                                          icc.k0, icc.icc1_k0},
                         11);
        csv_put_end(&job->out);
    }
    return OK;
}
