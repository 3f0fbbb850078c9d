/* irt: item response models: scores, information, and the order of an adaptive test. */
#include "app/study/items.h"

#include <math.h>

static void print_scores(struct job *job, const struct items *items,
                         const double *numbers, size_t rows)
{
    verb_header(job, "row,n,eap,eap_se,map,map_se,ml,ml_se");
    for (size_t i = 0; i < rows; i++) {
        const struct irt_answers answers =
            items_answers(job->arena, items, numbers + i * items->count);
        const struct irt_estimate eap = irt_estimate_eap(job->arena, &answers);
        const struct irt_estimate map = irt_estimate_map(job->arena, &answers);
        const struct irt_estimate ml = irt_estimate_ml(job->arena, &answers);
        csv_put_count(&job->out, i + 1);
        csv_put_count(&job->out, answers.count);
        verb_put_numbers(
            job, (const double[]){eap.theta, eap.se, map.theta, map.se, ml.theta, ml.se},
            6);
        csv_put_end(&job->out);
    }
}

static void print_information(struct job *job, const struct items *items,
                              const double *thetas, size_t count)
{
    verb_header(job, "theta,item,information");
    for (size_t t = 0; t < count; t++) {
        double sum = 0;
        for (size_t j = 0; j <= items->count; j++) {
            const double information =
                j < items->count
                    ? irt_information(job->arena, &items->items[j], thetas[t])
                    : sum;
            sum += information;
            csv_put_number(&job->out, thetas[t]);
            csv_put_text(&job->out, j < items->count ? items->names[j] : SPAN("*"));
            csv_put_number(&job->out, information);
            csv_put_end(&job->out);
        }
    }
}

static void print_probabilities(struct job *job, const struct items *items,
                                const double *thetas, size_t count)
{
    verb_header(job, "theta,item,category,probability");
    for (size_t t = 0; t < count; t++)
        for (size_t j = 0; j < items->count; j++) {
            const struct irt_item *item = &items->items[j];
            const size_t categories = irt_category_count(item);
            double *chances = arena_array(job->arena, double, 2 * categories);
            irt_curves(item, thetas[t], chances, chances + categories);
            for (size_t k = 0; k < categories; k++) {
                csv_put_number(&job->out, thetas[t]);
                csv_put_text(&job->out, items->names[j]);
                csv_put_number(&job->out, item->lowest + (double)k);
                csv_put_number(&job->out, chances[k]);
                csv_put_end(&job->out);
            }
        }
}

/* The unused answered item that tells most at `theta`; the items' count when none is left. */
static size_t choose_next(struct job *job, const struct items *items, const double *row,
                          const double *used, double theta)
{
    size_t best = items->count;
    double most = -INFINITY;
    for (size_t j = 0; j < items->count; j++) {
        if (isnan(row[j]) || !isnan(used[j]))
            continue;
        const double information = irt_information(job->arena, &items->items[j], theta);
        if (information > most) {
            most = information;
            best = j;
        }
    }
    return best;
}

static void print_steps(struct job *job, const struct items *items, const double *row,
                        size_t number, size_t most)
{
    double *used = arena_array(job->arena, double, items->count), theta = 0;
    for (size_t j = 0; j < items->count; j++)
        used[j] = NAN;
    for (size_t step = 1; step <= most; step++) {
        const size_t next = choose_next(job, items, row, used, theta);
        if (next == items->count)
            return;
        used[next] = row[next];
        const struct irt_answers answers = items_answers(job->arena, items, used);
        const struct irt_estimate eap = irt_estimate_eap(job->arena, &answers);
        theta = eap.theta;
        csv_put_count(&job->out, number);
        csv_put_count(&job->out, step);
        csv_put_text(&job->out, items->names[next]);
        verb_put_numbers(job, (const double[]){row[next], eap.theta, eap.se}, 3);
        csv_put_end(&job->out);
    }
}

static enum status print_curves(struct job *job, const struct items *items,
                                bool is_information)
{
    double *thetas;
    size_t count;
    const enum status status =
        options_numbers(job->arena, &job->options, "theta", &thetas, &count);
    if (status)
        return status;
    if (job->options.file_count)
        return fail(STATUS_USAGE, "the curves of items need no answers; leave %s out",
                    job->options.files[0]);
    (is_information ? print_information : print_probabilities)(job, items, thetas, count);
    return OK;
}

enum status verb_irt(struct job *job)
{
    struct items items;
    struct table table;
    double *numbers;
    size_t steps = SIZE_MAX;
    const struct options *options = &job->options;
    enum status status = options_one_of(options, "information probability cat");
    if (status || (status = options_count(options, "steps", 1, 1000000, &steps)) ||
        (status = items_read(job, &items)))
        return status;
    const bool is_information = has_option(options, "information");
    if (is_information || has_option(options, "probability"))
        return print_curves(job, &items, is_information);
    if (!options->file_count)
        return fail(STATUS_USAGE, "a file of answers is needed; name it");
    if ((status = table_read(job->arena, options->files[0], &table)) ||
        (status = items_numbers(job, &items, &table, &numbers)))
        return status;
    if (!has_option(options, "cat")) {
        print_scores(job, &items, numbers, table.row_count);
        return OK;
    }
    verb_header(job, "row,step,item,answer,theta,se");
    for (size_t i = 0; i < table.row_count; i++)
        print_steps(job, &items, numbers + i * items.count, i + 1, steps);
    return OK;
}
