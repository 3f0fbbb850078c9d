#include "measure/thurstone.h"

#include "measure/distribution.h"
#include "measure/matrix.h"

#include <math.h>
#include <string.h>

static double spread_of(const struct thurstone_pair *pair)
{
    return sqrt(pair->first.variance + pair->second.variance);
}

static double lean(const struct thurstone_pair *pair, const double *traits)
{
    return (-pair->threshold + pair->first.loading * traits[pair->first.trait] -
            pair->second.loading * traits[pair->second.trait]) /
           spread_of(pair);
}

double thurstone_chance(const struct thurstone_pair *pair, const double *traits)
{
    return distribution_normal(lean(pair, traits));
}

/* Both items may measure one trait, so slopes are added up per trait before they are squared. */
static void add_pair(const struct thurstone_pair *pair, const double *traits,
                     size_t count, double *gradient, double *information)
{
    const double side = pair->is_first_preferred ? 1 : -1, z = side * lean(pair, traits);
    const double hazard = distribution_normal_hazard(z), bend = hazard * (hazard + z);
    const double up = side * pair->first.loading / spread_of(pair);
    const double down = -side * pair->second.loading / spread_of(pair);
    const size_t a = pair->first.trait, b = pair->second.trait;
    gradient[a] += hazard * up;
    gradient[b] += hazard * down;
    information[a * count + a] += bend * up * up;
    information[b * count + b] += bend * down * down;
    information[a * count + b] += bend * up * down;
    information[b * count + a] += bend * up * down;
}

struct climb {
    const struct thurstone_pair *pairs;
    size_t pair_count, count;
    double *prior, *inverse; /* inverse covariances; inverse Hessian */
    double *traits, *gradient, *step;
};

/* One Newton step, cut to 1; its length, or NAN when the Hessian cannot be inverted. */
static double climb_once(struct climb *climb)
{
    const size_t n = climb->count;
    double largest = 0;
    matrix_multiply(climb->prior, climb->traits, n, n, climb->gradient);
    for (size_t t = 0; t < n; t++)
        climb->gradient[t] = -climb->gradient[t];
    memcpy(climb->inverse, climb->prior, n * n * sizeof *climb->inverse);
    for (size_t p = 0; p < climb->pair_count; p++)
        add_pair(&climb->pairs[p], climb->traits, n, climb->gradient, climb->inverse);
    if (!matrix_invert(climb->inverse, n))
        return NAN;
    matrix_multiply(climb->inverse, climb->gradient, n, n, climb->step);
    for (size_t t = 0; t < n; t++)
        largest = fmax(largest, fabs(climb->step[t]));
    for (size_t t = 0; t < n; t++)
        climb->traits[t] += climb->step[t] * (largest > 1 ? 1 / largest : 1);
    return largest;
}

int thurstone_score(struct arena *arena, const struct thurstone_pair *pairs,
                    size_t pair_count, const double *covariances, size_t trait_count,
                    double *out_traits, double *out_se)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t n = trait_count;
    double *room = arena_array(arena, double, (3 * n)), length = 1;
    struct climb climb = {.pairs = pairs,
                          .pair_count = pair_count,
                          .count = n,
                          .prior = arena_array(arena, double, (n * n)),
                          .inverse = arena_array(arena, double, (n * n)),
                          .traits = room,
                          .gradient = room + n,
                          .step = room + 2 * n};
    memcpy(climb.prior, covariances, n * n * sizeof *climb.prior);
    if (!matrix_invert(climb.prior, n))
        length = NAN;
    for (int round = 0; round < 200 && length > 1e-12; round++)
        length = climb_once(&climb);
    const int is_found = length <= 1e-12;
    for (size_t t = 0; is_found && t < n; t++) {
        out_traits[t] = climb.traits[t];
        out_se[t] = sqrt(climb.inverse[t * n + t]);
    }
    arena_release(arena, mark);
    return is_found;
}
