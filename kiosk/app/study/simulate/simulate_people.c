/* The constants are assumptions about people; where they come from real answers it is
 * said. None of them is a cut-off: those are the model's own. */
#include "app/study/simulate/simulate_people.h"

#include "base/must.h"
#include "questionnaire/questionnaire.h"

#include <math.h>

static const double COMMON_SHARE = .35; /* of the variance of utilities */
static const double BROAD_SHARE = .5;   /* of the rest */

double simulate_people_normal(struct chance *chance)
{
    const double radius = sqrt(-2 * log(1 - chance_unit(chance)));
    return radius * cos(2 * M_PI * chance_unit(chance));
}

/* Each row of factors has length 1, so that no dimension varies more than another. */
void simulate_people_culture(struct arena *arena, struct chance *chance,
                             size_t dimension_count, double spread,
                             struct simulate_culture *out_culture)
{
    *out_culture = (struct simulate_culture){
        .dimension_count = dimension_count,
        .spread = spread,
        .common = arena_array(arena, double, dimension_count),
        .factors = arena_array(arena, double, dimension_count *SIMULATE_FACTORS)};
    for (size_t j = 0; j < dimension_count; j++) {
        double *row = out_culture->factors + j * SIMULATE_FACTORS, length = 0;
        out_culture->common[j] = simulate_people_normal(chance);
        for (size_t k = 0; k < SIMULATE_FACTORS; k++) {
            row[k] = simulate_people_normal(chance);
            length += row[k] * row[k];
        }
        for (size_t k = 0; k < SIMULATE_FACTORS; k++)
            row[k] /= sqrt(length);
    }
}

void simulate_people_utilities(const struct simulate_culture *culture,
                               struct chance *chance, double *out_utility)
{
    double factors[SIMULATE_FACTORS];
    for (size_t k = 0; k < SIMULATE_FACTORS; k++)
        factors[k] = simulate_people_normal(chance);
    for (size_t j = 0; j < culture->dimension_count; j++) {
        double broad = 0;
        for (size_t k = 0; k < SIMULATE_FACTORS; k++)
            broad += culture->factors[j * SIMULATE_FACTORS + k] * factors[k];
        const double own = sqrt(BROAD_SHARE) * broad +
                           sqrt(1 - BROAD_SHARE) * simulate_people_normal(chance);
        out_utility[j] = culture->spread * (sqrt(COMMON_SHARE) * culture->common[j] +
                                            sqrt(1 - COMMON_SHARE) * own);
    }
}

void simulate_people_near(struct chance *chance, const double *utility, size_t count,
                          double spread, double *out_utility)
{
    for (size_t j = 0; j < count; j++)
        out_utility[j] = utility[j] + spread * simulate_people_normal(chance);
}

/* A place with the chance that its weight has among all but `left_out`. */
static int pick(struct chance *chance, const double *weights, size_t count, int left_out)
{
    double sum = 0;
    int last = left_out;
    for (size_t i = 0; i < count; i++)
        sum += (int)i == left_out ? 0 : weights[i];
    double at = chance_unit(chance) * sum;
    for (size_t i = 0; i < count && at >= 0; i++) {
        if ((int)i == left_out)
            continue;
        at -= weights[i];
        last = (int)i;
    }
    return last;
}

void simulate_people_choice(struct chance *chance, const double *utility,
                            struct bestworst_block *block)
{
    double weights[OPTIONS_MAX];
    must(block->object_count <= OPTIONS_MAX);
    for (size_t i = 0; i < block->object_count; i++)
        weights[i] = exp(utility[block->objects[i]]);
    block->best = pick(chance, weights, block->object_count, BESTWORST_NONE);
    for (size_t i = 0; i < block->object_count; i++)
        weights[i] = 1 / weights[i];
    block->worst = pick(chance, weights, block->object_count, block->best);
}
