#include "measure/quality.h"

#include "measure/matrix.h"
#include "measure/moments.h"

#include <math.h>

enum { SCATTER_DEGREES_LEAST = 10 };

void quality_runs(const double *answers, size_t count, size_t *out_longest,
                  double *out_average)
{
    size_t run = 0, runs = 0, longest = 0;
    for (size_t j = 0; j < count; j++) {
        /* NAN equals nothing, so a gap always begins a run and so does what follows it */
        const bool is_same = j > 0 && answers[j] == answers[j - 1];
        run = is_same ? run + 1 : 1;
        runs += is_same ? 0 : 1;
        longest = run > longest ? run : longest;
    }
    *out_longest = longest;
    *out_average = (double)count / (double)runs;
}

static size_t quarter_of(size_t item, size_t count)
{
    const size_t quarter = count > 1 ? (4 * item + count - 2) / (count - 1) : 1;
    return quarter > 1 ? quarter : 1;
}

double quality_spread(struct arena *arena, const double *answers, size_t count,
                      size_t quarter)
{
    if (!quarter)
        return moments_sd(answers, count);
    const struct arena_mark mark = arena_mark(arena);
    double *kept = arena_array(arena, double, count);
    size_t n = 0;
    for (size_t j = 0; j < count; j++)
        if (quarter_of(j, count) == quarter)
            kept[n++] = answers[j];
    const double sd = moments_sd(kept, n);
    arena_release(arena, mark);
    return sd;
}

static double distance(const double *answers, const double *means, const double *inverse,
                       size_t count, double *deviation, double *product)
{
    double sum = 0;
    for (size_t j = 0; j < count; j++)
        deviation[j] = isnan(answers[j]) ? 0 : answers[j] - means[j];
    matrix_multiply(inverse, deviation, count, count, product);
    for (size_t j = 0; j < count; j++)
        sum += deviation[j] * product[j];
    return sum;
}

void quality_mahalanobis(struct arena *arena, const double *answers, size_t person_count,
                         size_t item_count, double *out_distances)
{
    const struct arena_mark mark = arena_mark(arena);
    double *means = arena_array(arena, double, 3 * item_count);
    bool is_defined = person_count > item_count;
    double *inverse = NULL;
    if (is_defined) {
        matrix_column_means(answers, person_count, item_count, means);
        inverse = matrix_covariances(arena, answers, person_count, item_count);
        is_defined = matrix_invert(inverse, item_count);
    }
    for (size_t i = 0; i < person_count; i++) {
        const double *row = answers + i * item_count;
        out_distances[i] = is_defined && moments_present(row, item_count)
                               ? distance(row, means, inverse, item_count,
                                          means + item_count, means + 2 * item_count)
                               : NAN;
    }
    arena_release(arena, mark);
}

/* The means of the answered ones of the 1st, 3rd, ... item and of the 2nd, 4th, ... */
static void halve(const double *answers, size_t count, double *out_odd, double *out_even)
{
    double sums[2] = {0, 0}, counts[2] = {0, 0};
    for (size_t j = 0; j < count; j++) {
        sums[j % 2] += isnan(answers[j]) ? 0 : answers[j];
        counts[j % 2] += isnan(answers[j]) ? 0 : 1;
    }
    *out_odd = sums[0] / counts[0];
    *out_even = sums[1] / counts[1];
}

double quality_even_odd(struct arena *arena, const double *answers,
                        const size_t *scale_sizes, size_t scale_count)
{
    const struct arena_mark mark = arena_mark(arena);
    double *odd = arena_array(arena, double, 2 * scale_count), *even = odd + scale_count;
    for (size_t s = 0; s < scale_count; s++) {
        halve(answers, scale_sizes[s], &odd[s], &even[s]);
        answers += scale_sizes[s];
    }
    const double r = moments_correlation(odd, even, scale_count);
    arena_release(arena, mark);
    return moments_clamp(2 * r / (1 + r), -1, 1);
}

double quality_scatter(const double *answers, const size_t *scale_sizes,
                       size_t scale_count)
{
    double squares = 0;
    size_t degrees = 0;
    for (size_t s = 0; s < scale_count; answers += scale_sizes[s++]) {
        const size_t present = moments_present(answers, scale_sizes[s]);
        if (present < 2)
            continue;
        squares += moments_variance(answers, scale_sizes[s]) * (double)(present - 1);
        degrees += present - 1;
    }
    return degrees < SCATTER_DEGREES_LEAST ? NAN : sqrt(squares / (double)degrees);
}

void quality_find_pairs(struct arena *arena, const double *answers, size_t person_count,
                        size_t item_count, enum quality_kind kind, double limit,
                        struct quality_pairs *out_pairs)
{
    const size_t all = item_count * (item_count - 1) / 2;
    struct quality_pairs pairs = {.earlier = arena_array(arena, size_t, all),
                                  .later = arena_array(arena, size_t, all)};
    const struct arena_mark mark = arena_mark(arena);
    const double *columns = matrix_transpose(arena, answers, person_count, item_count);
    for (size_t j = 0; j < item_count; j++)
        for (size_t l = j + 1; l < item_count; l++) {
            const double r = moments_correlation(
                columns + j * person_count, columns + l * person_count, person_count);
            if (!((kind == QUALITY_SYNONYMS ? r : -r) > limit))
                continue;
            pairs.earlier[pairs.count] = j;
            pairs.later[pairs.count++] = l;
        }
    arena_release(arena, mark);
    *out_pairs = pairs;
}

double quality_pair_correlation(struct arena *arena, const double *answers,
                                const struct quality_pairs *pairs)
{
    const struct arena_mark mark = arena_mark(arena);
    double *earlier = arena_array(arena, double, 2 * pairs->count);
    double *later = earlier + pairs->count;
    for (size_t p = 0; p < pairs->count; p++) {
        earlier[p] = answers[pairs->earlier[p]];
        later[p] = answers[pairs->later[p]];
    }
    const double r = moments_correlation(earlier, later, pairs->count);
    arena_release(arena, mark);
    return r;
}
