/* The chances. Differences of two logistic curves are written as products, so that nothing is
 * lost to cancellation far out: with u = P*_k, v = P*_(k+1), x and y their logits,
 * u - v = u (1-v) (1 - exp(y-x)) and d ln(u-v)/d theta = a (1-u-v). */
#include "study/irt/irt.h"

#include <math.h>

size_t irt_category_count(const struct irt_item *item)
{
    return item->threshold_count + 1;
}

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

static void graded(const struct irt_item *item, double theta, double *chances,
                   double *scores)
{
    const size_t last = item->threshold_count;
    double upper = 1, upper_logit = INFINITY;
    for (size_t k = 0; k <= last; k++) {
        const double logit =
            k < last ? item->slope * (theta - item->thresholds[k]) : -INFINITY;
        const double lower = logistic(logit);
        chances[k] = upper * logistic(-logit) * -expm1(logit - upper_logit);
        scores[k] = item->slope * (k ? 1 - upper - lower : -lower);
        upper = lower;
        upper_logit = logit;
    }
    scores[last] =
        item->slope *
        (last ? logistic(-item->slope * (theta - item->thresholds[last - 1])) : 0);
}

static void partial(const struct irt_item *item, double theta, double *chances,
                    double *scores)
{
    const size_t last = item->threshold_count;
    double most = 0, sum = 0, mean = 0;
    chances[0] = 0;
    for (size_t k = 1; k <= last; k++) {
        chances[k] = chances[k - 1] + item->slope * (theta - item->thresholds[k - 1]);
        most = fmax(most, chances[k]);
    }
    for (size_t k = 0; k <= last; k++) {
        chances[k] = exp(chances[k] - most);
        sum += chances[k];
    }
    for (size_t k = 0; k <= last; k++) {
        chances[k] /= sum;
        mean += (double)k * chances[k];
    }
    for (size_t k = 0; k <= last; k++)
        scores[k] = item->slope * ((double)k - mean);
}

static void four(const struct irt_item *item, double theta, double *chances,
                 double *scores)
{
    const double logit = item->slope * (theta - item->thresholds[0]);
    const double height = item->ceiling - item->floor;
    const double up = logistic(logit), down = logistic(-logit);
    const double slope = item->slope * height * up * down;
    chances[1] = item->floor + height * up;
    chances[0] = 1 - item->ceiling + height * down;
    scores[1] = chances[1] > 0 ? slope / chances[1] : 0;
    scores[0] = chances[0] > 0 ? -slope / chances[0] : 0;
}

void irt_curves(const struct irt_item *item, double theta, double *out_chances,
                double *out_scores)
{
    switch (item->model) {
    case IRT_GRM:
    case IRT_2PL:
        graded(item, theta, out_chances, out_scores);
        break;
    case IRT_GPCM:
        partial(item, theta, out_chances, out_scores);
        break;
    case IRT_4PL:
        four(item, theta, out_chances, out_scores);
        break;
    }
}

double irt_information(struct arena *arena, const struct irt_item *item, double theta)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t count = irt_category_count(item);
    double *chances = arena_array(arena, double, 2 * count), sum = 0;
    irt_curves(item, theta, chances, chances + count);
    for (size_t k = 0; k < count; k++)
        sum += chances[k] * chances[count + k] * chances[count + k];
    arena_release(arena, mark);
    return sum;
}
