#include "scoring/score_contribution.h"

#include "base/must.h"

#include <math.h>

/* Person and organization on one dimension, less the norm. */
struct point {
    double weight, x, y;
};

static struct point point_of(const struct scorecard *scorecard, const struct basis *basis,
                             size_t index)
{
    const struct dimension_score *score = &scorecard->dimensions[index];
    const double norm = basis->dimensions[index].norm;
    if (!(score->weight > 0))
        return (struct point){0};
    return (struct point){score->weight, score->score - norm, score->organization - norm};
}

void score_contribution(const struct scorecard *scorecard, const struct basis *basis,
                        double *out_parts)
{
    double mean_x = 0, mean_y = 0, square_x = 0, square_y = 0;
    must(basis->dimension_count == scorecard->dimension_count);
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        const struct point point = point_of(scorecard, basis, i);
        mean_x += point.weight * point.x;
        mean_y += point.weight * point.y;
    }
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        const struct point point = point_of(scorecard, basis, i);
        square_x += point.weight * (point.x - mean_x) * (point.x - mean_x);
        square_y += point.weight * (point.y - mean_y) * (point.y - mean_y);
    }
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        const struct point point = point_of(scorecard, basis, i);
        out_parts[i] = has_figure(&scorecard->now)
                           ? point.weight * (point.x - mean_x) * (point.y - mean_y) /
                                 sqrt(square_x * square_y)
                           : NAN;
    }
}
