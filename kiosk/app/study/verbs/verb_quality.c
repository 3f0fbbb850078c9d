/* quality: runs, spread and consistency of the answers of each person. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/moments.h"
#include "measure/quality.h"

#include <math.h>

static const double USUAL_LIMIT = .60;

struct plan {
    struct table table;
    double *answers;
    size_t *scale_sizes, scale_count;
    double *mahalanobis;
    struct quality_pairs synonyms, antonyms;
    bool has_antonyms;
};

static enum status read_scales(struct job *job, struct plan *plan)
{
    const char *text = options_text(&job->options, "scales");
    struct span *parts;
    size_t sum = 0;
    if (!text)
        return OK;
    options_list(job->arena, text, &parts, &plan->scale_count);
    plan->scale_sizes = arena_array(job->arena, size_t, plan->scale_count);
    for (size_t s = 0; s < plan->scale_count; s++) {
        int64_t size;
        if (!span_to_integer(parts[s], &size) || size < 1 ||
            size > (int64_t)plan->table.column_count)
            return fail(STATUS_USAGE, "--scales needs the lengths of the scales, whole "
                                      "numbers with commas between");
        plan->scale_sizes[s] = (size_t)size;
        sum += (size_t)size;
    }
    if (sum != plan->table.column_count)
        return fail(STATUS_USAGE,
                    "--scales adds up to %zu items and %s has %zu; mend one", sum,
                    plan->table.path, plan->table.column_count);
    return OK;
}

static enum status read_limits(struct job *job, struct plan *plan)
{
    double synonyms = USUAL_LIMIT, antonyms = 0;
    const size_t people = plan->table.row_count, items = plan->table.column_count;
    enum status status = options_number(&job->options, "synonyms", &synonyms);
    if (status || (status = options_number(&job->options, "antonyms", &antonyms)))
        return status;
    plan->has_antonyms = has_option(&job->options, "antonyms");
    if (synonyms < 0 || synonyms >= 1 || antonyms < 0 || antonyms >= 1)
        return fail(STATUS_USAGE,
                    "--synonyms and --antonyms need a correlation of 0 or more, below 1");
    quality_find_pairs(job->arena, plan->answers, people, items, QUALITY_SYNONYMS,
                       synonyms, &plan->synonyms);
    if (plan->has_antonyms)
        quality_find_pairs(job->arena, plan->answers, people, items, QUALITY_ANTONYMS,
                           antonyms, &plan->antonyms);
    return OK;
}

static void put_pairs(struct job *job, const double *row,
                      const struct quality_pairs *pairs)
{
    csv_put_count(&job->out, pairs->count);
    csv_put_number(&job->out, quality_pair_correlation(job->arena, row, pairs));
}

static void put_runs(struct job *job, const double *row, size_t answered, size_t items)
{
    size_t longest;
    double average;
    quality_runs(row, items, &longest, &average);
    if (answered)
        csv_put_count(&job->out, longest);
    else
        csv_put_number(&job->out, NAN);
    csv_put_number(&job->out, answered ? average : NAN);
    for (size_t quarter = 0; quarter <= 4; quarter++)
        csv_put_number(&job->out, quality_spread(job->arena, row, items, quarter));
}

static void print_row(struct job *job, const struct plan *plan, size_t row)
{
    const size_t items = plan->table.column_count;
    const double *answers = plan->answers + row * items;
    const size_t answered = moments_present(answers, items);
    csv_put_count(&job->out, row + 1);
    csv_put_count(&job->out, answered);
    put_runs(job, answers, answered, items);
    csv_put_number(&job->out, plan->mahalanobis[row]);
    csv_put_number(&job->out, quality_even_odd(job->arena, answers, plan->scale_sizes,
                                               plan->scale_count));
    put_pairs(job, answers, &plan->synonyms);
    if (plan->has_antonyms)
        put_pairs(job, answers, &plan->antonyms);
    csv_put_end(&job->out);
}

enum status verb_quality(struct job *job)
{
    struct plan plan = {0};
    enum status status =
        table_read_numbers(job->arena, job->options.files[0], &plan.table, &plan.answers);
    if (status || (status = read_scales(job, &plan)) ||
        (status = read_limits(job, &plan)))
        return status;
    plan.mahalanobis = arena_array(job->arena, double, plan.table.row_count);
    quality_mahalanobis(job->arena, plan.answers, plan.table.row_count,
                        plan.table.column_count, plan.mahalanobis);
    verb_header(
        job, plan.has_antonyms
                 ? "row,n,longstring,average_string,irv,irv_q1,irv_q2,irv_q3,irv_q4,"
                   "mahalanobis,even_odd,synonym_pairs,synonym_r,antonym_pairs,antonym_r"
                 : "row,n,longstring,average_string,irv,irv_q1,irv_q2,irv_q3,irv_q4,"
                   "mahalanobis,even_odd,synonym_pairs,synonym_r");
    for (size_t i = 0; i < plan.table.row_count; i++)
        print_row(job, &plan, i);
    return OK;
}
