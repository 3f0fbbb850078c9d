/* The coincidence matrix is never built: observed disagreement is summed over the pairs within
 * subjects, expected disagreement over the marginals. */
#include "measure/raters/krippendorff.h"

#include <math.h>

struct scale {
    double *count; /* of each category, pairable ratings only */
    double *below; /* running sum of the counts before it */
    const double *categories;
    size_t category_count;
    enum krippendorff_distance distance;
};

static double squared_distance(const struct scale *scale, size_t one, size_t other)
{
    const size_t low = one < other ? one : other, high = one < other ? other : one;
    double far = 1;
    if (low == high)
        return 0;
    switch (scale->distance) {
    case KRIPPENDORFF_NOMINAL:
        break;
    case KRIPPENDORFF_ORDINAL:
        far = scale->below[high] + scale->count[high] - scale->below[low] -
              (scale->count[low] + scale->count[high]) / 2;
        break;
    case KRIPPENDORFF_INTERVAL:
        far = scale->categories[high] - scale->categories[low];
        break;
    }
    return far * far;
}

static size_t rating_count(const size_t *row, size_t rater_count)
{
    size_t count = 0;
    for (size_t j = 0; j < rater_count; j++)
        count += row[j] != KRIPPENDORFF_MISSING;
    return count;
}

static double observed_in(const struct scale *scale, const size_t *row,
                          size_t rater_count)
{
    double sum = 0;
    for (size_t j = 0; j < rater_count; j++)
        for (size_t l = j + 1; l < rater_count; l++)
            if (row[j] != KRIPPENDORFF_MISSING && row[l] != KRIPPENDORFF_MISSING)
                sum += 2 * squared_distance(scale, row[j], row[l]);
    return sum / (double)(rating_count(row, rater_count) - 1);
}

static double count_pairable(struct scale *scale, const size_t *codes,
                             size_t subject_count, size_t rater_count)
{
    double all = 0;
    for (size_t i = 0; i < subject_count; i++) {
        const size_t *row = codes + i * rater_count;
        if (rating_count(row, rater_count) < 2)
            continue;
        for (size_t j = 0; j < rater_count; j++)
            if (row[j] != KRIPPENDORFF_MISSING)
                scale->count[row[j]]++;
    }
    for (size_t c = 0; c < scale->category_count; c++) {
        scale->below[c] = all;
        all += scale->count[c];
    }
    return all;
}

double krippendorff_alpha(struct arena *arena, const size_t *codes, size_t subject_count,
                          size_t rater_count, const double *categories,
                          size_t category_count, enum krippendorff_distance distance)
{
    const struct arena_mark mark = arena_mark(arena);
    struct scale scale = {.count = arena_array(arena, double, category_count),
                          .below = arena_array(arena, double, category_count),
                          .categories = categories,
                          .category_count = category_count,
                          .distance = distance};
    const double all = count_pairable(&scale, codes, subject_count, rater_count);
    double observed = 0, expected = 0;
    for (size_t i = 0; i < subject_count; i++)
        if (rating_count(codes + i * rater_count, rater_count) >= 2)
            observed += observed_in(&scale, codes + i * rater_count, rater_count);
    for (size_t c = 0; c < category_count; c++)
        for (size_t k = c + 1; k < category_count; k++)
            expected +=
                2 * scale.count[c] * scale.count[k] * squared_distance(&scale, c, k);
    arena_release(arena, mark);
    return expected > 0 ? 1 - (all - 1) * observed / expected : NAN;
}
