#include "study/concordance.h"

#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/ranks.h"

#include <math.h>

static double share_within(const double *ratings, size_t subjects, size_t raters,
                           double width)
{
    size_t alike = 0;
    for (size_t i = 0; i < subjects; i++) {
        double low = INFINITY, high = -INFINITY;
        for (size_t j = 0; j < raters; j++) {
            low = fmin(low, ratings[i * raters + j]);
            high = fmax(high, ratings[i * raters + j]);
        }
        alike += high - low <= width;
    }
    return 100 * (double)alike / (double)subjects;
}

/* sum(t^3 - t) over the groups of ties: t^2 - 1 once for each member. */
static double ties_of(const double *ranks, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double tied = 0;
        for (size_t l = 0; l < count; l++)
            tied += ranks[l] == ranks[i];
        sum += tied * tied - 1;
    }
    return sum;
}

static void find_kendall(struct arena *arena, const double *ranks, size_t subjects,
                         size_t raters, struct concordance *out)
{
    const double n = (double)subjects, k = (double)raters;
    double *sums = arena_array(arena, double, subjects), ties = 0, squares = 0;
    for (size_t j = 0; j < raters; j++) {
        ties += ties_of(ranks + j * subjects, subjects);
        for (size_t i = 0; i < subjects; i++)
            sums[i] += ranks[j * subjects + i];
    }
    for (size_t i = 0; i < subjects; i++) {
        const double from = sums[i] - k * (n + 1) / 2;
        squares += from * from;
    }
    out->kendall_w = 12 * squares / (k * k * (n * n * n - n) - k * ties);
    out->kendall_chi2 = k * (n - 1) * out->kendall_w;
}

void concordance_describe(struct arena *arena, const double *ratings,
                          size_t subject_count, size_t rater_count,
                          struct concordance *out_concordance)
{
    const struct arena_mark mark = arena_mark(arena);
    const double pairs = (double)rater_count * ((double)rater_count - 1) / 2;
    const double *columns = matrix_transpose(arena, ratings, subject_count, rater_count);
    double *ranks = arena_array(arena, double, subject_count *rater_count);
    struct concordance result = {
        .percent = share_within(ratings, subject_count, rater_count, 0),
        .percent_within_1 = share_within(ratings, subject_count, rater_count, 1)};
    for (size_t j = 0; j < rater_count; j++)
        ranks_middle(arena, columns + j * subject_count, subject_count,
                     ranks + j * subject_count);
    find_kendall(arena, ranks, subject_count, rater_count, &result);
    for (size_t j = 0; j < rater_count; j++)
        for (size_t l = j + 1; l < rater_count; l++) {
            const size_t a = j * subject_count, b = l * subject_count;
            result.mean_pearson +=
                moments_correlation(columns + a, columns + b, subject_count) / pairs;
            result.mean_spearman +=
                moments_correlation(ranks + a, ranks + b, subject_count) / pairs;
        }
    if (rater_count < 2)
        result.mean_pearson = result.mean_spearman = NAN;
    arena_release(arena, mark);
    *out_concordance = result;
}
