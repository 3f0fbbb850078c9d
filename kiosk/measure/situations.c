#include "measure/situations.h"

#include "measure/raters/icc.h"
#include "measure/matrix.h"
#include "measure/moments.h"

#include <math.h>

void situations_key_make(struct arena *arena, const double *ratings, size_t rater_count,
                         size_t option_count, struct situations_key *out_key)
{
    struct situations_key key = {.values = arena_array(arena, double, option_count)};
    const struct arena_mark mark = arena_mark(arena);
    struct icc forms[ICC_FORM_COUNT];
    matrix_column_means(ratings, rater_count, option_count, key.values);
    const double mean = moments_mean(key.values, option_count);
    const double sd = moments_sd(key.values, option_count);
    for (size_t o = 0; o < option_count; o++)
        key.values[o] = sd > 0 ? (key.values[o] - mean) / sd : NAN;
    icc_describe(matrix_transpose(arena, ratings, rater_count, option_count),
                 option_count, rater_count, forms);
    key.icc = forms[ICC_2K].icc;
    /* where raters contradict each other the stepped-up form leaves its range upwards */
    key.is_usable = key.icc >= SITUATIONS_ICC_LEAST && key.icc <= 1 && sd > 0;
    arena_release(arena, mark);
    *out_key = key;
}

double situations_score(const double *values, size_t option_count, size_t most,
                        size_t least)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t o = 0; o < option_count; o++) {
        low = fmin(low, values[o]);
        high = fmax(high, values[o]);
    }
    return (values[most] - values[least]) / (high - low);
}
