#include "study/reliability.h"

#include "measure/distribution.h"
#include "measure/matrix.h"
#include "measure/moments.h"

#include <math.h>
#include <string.h>

void reliability_scores(const double *answers, size_t person_count, size_t item_count,
                        double *out_scores)
{
    for (size_t i = 0; i < person_count; i++)
        out_scores[i] = moments_mean(answers + i * item_count, item_count);
}

/* Alpha from a covariance matrix without row and column `left_out`, and the sum of what is left of
 * the matrix: 0 when only rounding noise is left of covariances that cancel. */
static double alpha_of(const double *covariances, size_t size, size_t left_out,
                       double *out_whole)
{
    double own = 0, whole = 0, magnitude = 0;
    const double k = (double)(size - (left_out < size));
    for (size_t j = 0; j < size; j++)
        for (size_t l = 0; l < size; l++) {
            if (j == left_out || l == left_out)
                continue;
            whole += covariances[j * size + l];
            magnitude += fabs(covariances[j * size + l]);
            own += j == l ? covariances[j * size + l] : 0;
        }
    if (fabs(whole) <= 1e-12 * magnitude)
        whole = 0;
    *out_whole = whole;
    return k > 1 && whole > 0 ? k / (k - 1) * (1 - own / whole) : NAN;
}

static double average_correlation(const double *covariances, size_t size)
{
    double sum = 0;
    for (size_t j = 0; j < size; j++) {
        if (!(covariances[j * size + j] > 0))
            return NAN;
        for (size_t l = 0; l < j; l++)
            sum += covariances[j * size + l] /
                   (sqrt(covariances[j * size + j]) * sqrt(covariances[l * size + l]));
    }
    return 2 * sum / ((double)size * (double)(size - 1));
}

static void describe_complete(struct arena *arena, const double *answers,
                              size_t person_count, struct reliability_scale *out)
{
    const size_t k = out->item_count;
    double *kept = arena_array(arena, double, person_count *k), whole;
    size_t n = 0;
    for (size_t i = 0; i < person_count; i++)
        if (moments_present(answers + i * k, k) == k)
            memcpy(kept + n++ * k, answers + i * k, k * sizeof *kept);
    double *scores = arena_array(arena, double, n);
    reliability_scores(kept, n, k, scores);
    const double alpha = alpha_of(matrix_covariances(arena, kept, n, k), k, k, &whole);
    const double df1 = (double)n - 1, df2 = df1 * (double)(k - 1);
    out->complete_count = n;
    out->alpha_listwise = alpha;
    out->feldt_lo = 1 - (1 - alpha) * distribution_f_point(.975, df1, df2);
    out->feldt_hi = 1 - (1 - alpha) * distribution_f_point(.025, df1, df2);
    out->sd_listwise = moments_sd(scores, n);
    out->sem_listwise = out->sd_listwise * sqrt(1 - alpha);
}

void reliability_describe(struct arena *arena, const double *answers, size_t person_count,
                          size_t item_count, struct reliability_scale *out_scale)
{
    const struct arena_mark mark = arena_mark(arena);
    const double k = (double)item_count;
    struct reliability_scale scale = {.item_count = item_count};
    double *scores = arena_array(arena, double, person_count), whole;
    const double *covariances =
        matrix_covariances(arena, answers, person_count, item_count);
    reliability_scores(answers, person_count, item_count, scores);
    scale.alpha_pairwise = alpha_of(covariances, item_count, item_count, &whole);
    scale.average_r = average_correlation(covariances, item_count);
    scale.alpha_std = k * scale.average_r / (1 + (k - 1) * scale.average_r);
    scale.mean = moments_mean(scores, person_count);
    scale.sd = moments_sd(scores, person_count);
    describe_complete(arena, answers, person_count, &scale);
    arena_release(arena, mark);
    *out_scale = scale;
}

static double correlation_with_rest(const double *covariances, size_t size, size_t item,
                                    double whole_of_rest)
{
    double sum = 0;
    for (size_t l = 0; l < size; l++)
        sum += l == item ? 0 : covariances[item * size + l];
    const double own = covariances[item * size + item];
    return own > 0 && whole_of_rest > 0
               ? moments_clamp(sum / (sqrt(own) * sqrt(whole_of_rest)), -1, 1)
               : NAN;
}

void reliability_describe_items(struct arena *arena, const double *answers,
                                size_t person_count, size_t item_count,
                                struct reliability_item *out_items)
{
    const struct arena_mark mark = arena_mark(arena);
    const double *columns = matrix_transpose(arena, answers, person_count, item_count);
    const double *covariances =
        matrix_covariances(arena, answers, person_count, item_count);
    double *scores = arena_array(arena, double, person_count);
    reliability_scores(answers, person_count, item_count, scores);
    for (size_t j = 0; j < item_count; j++) {
        const double *column = columns + j * person_count;
        struct reliability_item *item = &out_items[j];
        double whole = 0;
        item->count = moments_present(column, person_count);
        item->mean = moments_mean(column, person_count);
        item->sd = moments_sd(column, person_count);
        item->r_total = moments_correlation(column, scores, person_count);
        item->alpha_without = alpha_of(covariances, item_count, j, &whole);
        item->r_rest = correlation_with_rest(covariances, item_count, j, whole);
    }
    arena_release(arena, mark);
}
