/* person-fit: whether the answers of a person fit the order of the items. */
#include "app/study/items.h"

#include "study/irt/person_fit.h"

#include <math.h>

static enum status print_guttman(struct job *job, const struct table *table)
{
    size_t categories = 2;
    double *numbers;
    enum status status = options_count(&job->options, "categories", 2, 1000, &categories);
    const size_t items = table->column_count, cells = table->row_count * items;
    if (status || (status = table_numbers(job->arena, table, NULL, items, &numbers)) ||
        (status =
             table_need_codes(table, numbers, NULL, items, 0, (double)categories - 1)) ||
        (status = table_need(table, numbers, NULL, items)))
        return status;
    size_t *answers = arena_array(job->arena, size_t, cells);
    for (size_t c = 0; c < cells; c++)
        answers[c] = (size_t)numbers[c];
    struct person_fit *fits =
        arena_array(job->arena, struct person_fit, table->row_count);
    person_fit_describe(job->arena, answers, table->row_count, items, categories, fits);
    verb_header(job, "row,total,guttman,guttman_norm,u3");
    for (size_t i = 0; i < table->row_count; i++) {
        csv_put_count(&job->out, i + 1);
        csv_put_count(&job->out, fits[i].total);
        verb_put_numbers(
            job, (const double[]){fits[i].guttman, fits[i].guttman_norm, fits[i].u3}, 3);
        csv_put_end(&job->out);
    }
    return OK;
}

static enum status print_lz(struct job *job, const struct table *table)
{
    struct items items;
    const char *theta;
    size_t column;
    double *numbers, *thetas;
    enum status status = options_need(&job->options, "theta", &theta);
    if (status || (status = items_read(job, &items)) ||
        (status = table_column(table, span_of(theta), &column)) ||
        (status = table_numbers(job->arena, table, &column, 1, &thetas)) ||
        (status = items_numbers(job, &items, table, &numbers)))
        return status;
    verb_header(job, "row,n,theta,lz");
    for (size_t i = 0; i < table->row_count; i++) {
        const struct irt_answers answers =
            items_answers(job->arena, &items, numbers + i * items.count);
        csv_put_count(&job->out, i + 1);
        csv_put_count(&job->out, answers.count);
        csv_put_number(&job->out, thetas[i]);
        csv_put_number(
            &job->out,
            isnan(thetas[i]) ? NAN : irt_estimate_fit(job->arena, &answers, thetas[i]));
        csv_put_end(&job->out);
    }
    return OK;
}

enum status verb_person_fit(struct job *job)
{
    struct table table;
    enum status status = options_one_of(&job->options, "categories model");
    if (status || (status = table_read(job->arena, job->options.files[0], &table)))
        return status;
    const bool has_model = has_option(&job->options, "model");
    if (!has_model &&
        (has_option(&job->options, "items") || has_option(&job->options, "theta")))
        return fail(STATUS_USAGE, "--items and --theta need --model beside them");
    return has_model ? print_lz(job, &table) : print_guttman(job, &table);
}
