/* qsort: the views that the card sorts of several people share. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/matrix.h"
#include "measure/moments.h"
#include "study/qsort_factors.h"

struct study {
    struct table table;
    double *sorts;
    size_t sort_count;
    struct qsort_factors factors;
};

static enum status need_spread(struct job *job, const struct study *study)
{
    double *column = arena_array(job->arena, double, study->table.row_count);
    for (size_t i = 0; i < study->sort_count; i++) {
        matrix_column(study->sorts, study->table.row_count, study->sort_count, i, column);
        if (is_moments_flat(column, study->table.row_count))
            return fail(
                STATUS_BAD_INPUT,
                "%s: column %.*s: all statements lie on one pile; leave the sort out",
                study->table.path, SPAN_ARGS(study->table.names[i + 1]));
    }
    return OK;
}

static enum status study_read(struct job *job, struct study *study)
{
    struct table *table = &study->table;
    enum status status = table_read(job->arena, job->options.files[0], table);
    if (status)
        return status;
    study->sort_count = table->column_count - 1;
    if (!study->sort_count || table->row_count < 3)
        return fail(
            STATUS_BAD_INPUT,
            "%s: a column of names, a column for each sort and 3 statements are needed",
            table->path);
    size_t *columns = arena_array(job->arena, size_t, study->sort_count);
    for (size_t i = 0; i < study->sort_count; i++)
        columns[i] = i + 1;
    if ((status = table_numbers(job->arena, table, columns, study->sort_count,
                                &study->sorts)) ||
        (status = table_need(table, study->sorts, columns, study->sort_count)))
        return status;
    return need_spread(job, study);
}

static void put_names(struct job *job, const char *first, size_t count)
{
    for (size_t k = 1; k <= count; k++)
        buffer_format(&job->out, ",%s%zu", first, k);
}

static void print_loadings(struct job *job, const struct study *study)
{
    const size_t factors = study->factors.factor_count;
    buffer_text(&job->out, "sort");
    put_names(job, "f", factors);
    put_names(job, "flag", factors);
    csv_put_end(&job->out);
    for (size_t i = 0; i < study->sort_count; i++) {
        csv_put_text(&job->out, study->table.names[i + 1]);
        verb_put_numbers(job, study->factors.loadings + i * factors, factors);
        for (size_t k = 0; k < factors; k++)
            csv_put_count(&job->out, study->factors.flags[i * factors + k] ? 1 : 0);
        csv_put_end(&job->out);
    }
}

static void print_statements(struct job *job, const struct study *study)
{
    const size_t factors = study->factors.factor_count, n = study->table.row_count;
    double *z = arena_array(job->arena, double, 2 * factors * n),
           *scores = z + factors * n;
    buffer_text(&job->out, "statement");
    put_names(job, "z", factors);
    put_names(job, "score", factors);
    csv_put_end(&job->out);
    for (size_t k = 0; k < factors; k++)
        qsort_factors_statements(job->arena, study->sorts, n, &study->factors, k,
                                 z + k * n, scores + k * n);
    for (size_t s = 0; s < n; s++) {
        csv_put_text(&job->out, study->table.rows[s].cells[0]);
        for (size_t k = 0; k < 2 * factors; k++)
            csv_put_number(&job->out, z[k * n + s]);
        csv_put_end(&job->out);
    }
}

static void print_characteristics(struct job *job, const struct study *study)
{
    verb_header(job, "factor,sorts,eigenvalue,percent_variance,reliability,se_scores");
    for (size_t k = 0; k < study->factors.factor_count; k++) {
        struct qsort_factor f;
        qsort_factors_describe(&study->factors, k, &f);
        csv_put_text(&job->out, span_format(job->arena, "f%zu", k + 1));
        csv_put_count(&job->out, f.flagged_count);
        verb_put_numbers(
            job, (const double[]){f.eigenvalue, f.percent_variance, f.reliability, f.se},
            4);
        csv_put_end(&job->out);
    }
}

static void print_eigenvalues(struct job *job, const struct study *study)
{
    verb_header(job, "factor,eigenvalue");
    for (size_t k = 0; k < study->sort_count; k++) {
        csv_put_count(&job->out, k + 1);
        csv_put_number(&job->out, study->factors.eigenvalues[k]);
        csv_put_end(&job->out);
    }
}

enum status verb_qsort(struct job *job)
{
    struct study study = {0};
    const struct options *options = &job->options;
    const char *text;
    size_t factors = 0;
    enum status status = options_one_of(options, "z-scores characteristics eigenvalues");
    if (status || (status = options_need(options, "factors", &text)) ||
        (status = study_read(job, &study)) ||
        (status = options_count(options, "factors", 1, study.sort_count, &factors)))
        return status;
    qsort_factors_find(job->arena, study.sorts, study.table.row_count, study.sort_count,
                       factors, &study.factors);
    if (has_option(options, "z-scores"))
        print_statements(job, &study);
    else if (has_option(options, "characteristics"))
        print_characteristics(job, &study);
    else if (has_option(options, "eigenvalues"))
        print_eigenvalues(job, &study);
    else
        print_loadings(job, &study);
    return OK;
}
