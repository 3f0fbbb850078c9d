#include "measure/moved/together.h"

#include "measure/distribution.h"
#include "measure/gap.h"
#include "measure/moments.h"

#include <math.h>

static const double SURE_P = .05, STEPS = 20, LARGEST = 1 - 1e-9,
                    MOST = .95; /* what is rounded to 1 would look certain */

enum {
    PEOPLE_MAX = 20000,
    PAIRS_MAX = TOGETHER_THINGS_MAX * (TOGETHER_THINGS_MAX - 1) / 2,
};

/* Sums over all people, in their order; a number that is missing makes the pair unknown. */
static double correlation(const double *rows, size_t people, size_t stride, size_t one,
                          size_t other)
{
    double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i < people; i++) {
        mean_x += rows[i * stride + one] / (double)people;
        mean_y += rows[i * stride + other] / (double)people;
    }
    for (size_t i = 0; i < people; i++) {
        const double x = rows[i * stride + one] - mean_x;
        const double y = rows[i * stride + other] - mean_y;
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    const double flat = 1e-12 * (double)people;
    return xx > flat && yy > flat ? moments_clamp(xy / sqrt(xx * yy), -1, 1) : NAN;
}

static double told(double r)
{
    return moments_clamp(moments_round(r, STEPS), -MOST, MOST);
}

static void pair_find(struct together *pair, double r, size_t people)
{
    const double freedom = (double)people - 2;
    const double z = atanh(moments_clamp(r, -LARGEST, LARGEST));
    const double half = MOMENTS_Z975 / sqrt((double)people - 3);
    pair->r = told(r);
    pair->low = told(tanh(z - half));
    pair->high = told(tanh(z + half));
    pair->p = isnan(r) ? NAN
                       : distribution_t_both(
                             r * sqrt(freedom / fmax(1 - r * r, 1 - LARGEST)), freedom);
}

size_t together_count(size_t things)
{
    return things < 2 ? 0 : things * (things - 1) / 2;
}

void together_find(const double *rows, size_t people, size_t stride, size_t things,
                   struct together *out_pairs)
{
    double p[PAIRS_MAX] = {0}, adjusted[PAIRS_MAX];
    const size_t counted = people < PEOPLE_MAX ? people : PEOPLE_MAX;
    const size_t width = things < TOGETHER_THINGS_MAX ? things : TOGETHER_THINGS_MAX;
    size_t count = 0;
    for (size_t one = 0; one < width; one++)
        for (size_t other = one + 1; other < width; other++, count++) {
            struct together *pair = &out_pairs[count];
            *pair = (struct together){one, other, NAN, NAN, NAN, NAN, false};
            if (counted >= TOGETHER_PEOPLE_LEAST)
                pair_find(pair, correlation(rows, counted, stride, one, other), counted);
            p[count] = pair->p;
        }
    gap_holm(p, count, adjusted);
    for (size_t i = 0; i < count; i++) {
        out_pairs[i].p = adjusted[i];
        out_pairs[i].is_sure = adjusted[i] < SURE_P;
    }
}

size_t together_share(size_t hits, size_t people)
{
    if (people < 2)
        return 0;
    return hits < 1 ? 1 : hits > people - 1 ? people - 1 : hits;
}
