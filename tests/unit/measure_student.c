/* An organization that is asked again: each of its means moves by its standard error times
 * Student's t. What is drawn is read back from the figures, and compared with what tables say of
 * t. */
#include "measure/draws/resonance_draws.h"

#include "near.h"
#include "scratch.h"

#include <math.h>

enum { DIMENSIONS = 3, DRAWS = 40000 };

/* The third mean stands still, far enough away that the figure tells all that the first does. */
static const double THIRD = 3;

/* Somebody whose choices never change: one block, 0 best and 1 worst. So s = (1, -1, 0), and
 *     R = t / (sqrt 2 sqrt(t^2 + q^2 - (t + q)^2 / 3)),      q = THIRD */
static double figure_at(double t)
{
    return t / (M_SQRT2 *
                sqrt(t * t + THIRD * THIRD - (t + THIRD) * (t + THIRD) / DIMENSIONS));
}

/* The only t of the figure's sign for which figure_at gives `r`. */
static double drawn_behind(double r)
{
    const double a = 4 * r * r / 3 - 1, b = -4 * r * r * THIRD / 3,
                 c = 4 * r * r * THIRD * THIRD / 3;
    const double root = sqrt(b * b - 4 * a * c);
    const double one = (-b + root) / (2 * a), other = (-b - root) / (2 * a);
    return (one > 0) == (r > 0) ? one : other;
}

/* DRAWS values of t with `raters` - 1 degrees of freedom. */
static double *drawn(size_t raters, uint64_t seed, double se)
{
    static const size_t objects[DIMENSIONS] = {0, 1, 2};
    static const struct bestworst_block block = {objects, DIMENSIONS, 0, 1};
    double utility[] = {60, -60, 0}, target[] = {0, 0, THIRD}, error[] = {se, 0, 0},
           weight[] = {1, 1, 1}, score[] = {1, -1, 0}, score_se[DIMENSIONS];
    size_t shown[] = {1, 1, 1};
    const struct resonance_input input = {.dimension_count = DIMENSIONS,
                                          .blocks = &block,
                                          .block_count = 1,
                                          .rater_count = raters,
                                          .target = target,
                                          .target_se = error,
                                          .draw_count = DRAWS,
                                          .seed = seed};
    struct resonance scored = {.dimension_count = DIMENSIONS,
                               .utility = utility,
                               .weight = weight,
                               .score = score,
                               .score_se = score_se,
                               .shown_count = shown};
    double *figures = arena_array(&scratch, double, DRAWS);
    resonance_draws_run(&scratch, &(struct resonance_frame){&input, &scored, figures}, 1);
    assert_near(score_se[0], 0, 1e-12);
    for (size_t i = 0; i < DRAWS; i++) {
        const double t = drawn_behind(figures[i]);
        assert_near(figure_at(t), figures[i], 1e-9);
        figures[i] = t / se;
    }
    return figures;
}

static double share_below(const double *values, double limit)
{
    size_t below = 0;
    for (size_t i = 0; i < DRAWS; i++)
        below += values[i] < limit ? 1 : 0;
    return (double)below / DRAWS;
}

static double moment(const double *values, int power)
{
    double sum = 0;
    for (size_t i = 0; i < DRAWS; i++)
        sum += pow(values[i], power);
    return sum / DRAWS;
}

/* Three standard errors of a share of DRAWS; near widens them a little. */
static double chance_of(double share)
{
    return 3 * sqrt(share * (1 - share) / DRAWS);
}

/* Quantiles of Student's t as printed in any table. */
static const struct table {
    size_t raters;
    double upper_quarter, upper_twentieth, upper_fortieth;
} tables[] = {
    {5, .740697, 2.131847, 2.776445},
    {8, .711142, 1.894579, 2.364624},
    {11, .699812, 1.812461, 2.228139},
    {31, .682756, 1.697261, 2.042272},
};

static void the_quantiles_are_those_of_the_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct table *table = &tables[i];
        const double *t = drawn(table->raters, 11 + i, .05);
        assert_near(share_below(t, 0), .5, chance_of(.5));
        assert_near(share_below(t, table->upper_quarter), .75, chance_of(.75));
        assert_near(share_below(t, -table->upper_quarter), .25, chance_of(.25));
        assert_near(share_below(t, table->upper_twentieth), .95, chance_of(.95));
        assert_near(share_below(t, -table->upper_twentieth), .05, chance_of(.05));
        assert_near(share_below(t, table->upper_fortieth), .975, chance_of(.975));
    }
}

/* Variance n / (n - 2); the fourth moment, 3 n^2 / ((n - 2)(n - 4)), says how far a variance of so
 * many draws may lie off. */
static void mean_and_variance_are_those_of_the_formula(void **state)
{
    (void)state;
    static const size_t raters[] = {11, 21, 61};
    for (size_t i = 0; i < sizeof raters / sizeof *raters; i++) {
        const double n = (double)raters[i] - 1, variance = n / (n - 2);
        const double fourth = 3 * n * n / ((n - 2) * (n - 4));
        const double *t = drawn(raters[i], 21 + i, .05);
        assert_near(moment(t, 1), 0, 4 * sqrt(variance / DRAWS));
        assert_near(moment(t, 2), variance,
                    4 * sqrt((fourth - variance * variance) / DRAWS));
    }
}

/* One draw has nothing to do with the one before, nor one seed with another. */
static void draws_do_not_follow_each_other(void **state)
{
    (void)state;
    const double *t = drawn(21, 31, .05), *other = drawn(21, 32, .05);
    const double variance = 20.0 / 18;
    double next = 0, beside = 0;
    for (size_t i = 0; i + 1 < DRAWS; i++) {
        next += t[i] * t[i + 1] / DRAWS;
        beside += t[i] * other[i] / DRAWS;
    }
    assert_near(next, 0, 4 * variance / sqrt(DRAWS));
    assert_near(beside, 0, 4 * variance / sqrt(DRAWS));
}

/* The same seed moves the means by the same t, whatever their error. */
static void the_error_only_stretches(void **state)
{
    (void)state;
    const double *narrow = drawn(8, 41, .05), *wide = drawn(8, 41, .2);
    for (size_t i = 0; i < DRAWS; i++)
        assert_near(narrow[i], wide[i], 1e-6 * (1 + fabs(wide[i]) * fabs(wide[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_quantiles_are_those_of_the_tables),
        cmocka_unit_test(mean_and_variance_are_those_of_the_formula),
        cmocka_unit_test(draws_do_not_follow_each_other),
        cmocka_unit_test(the_error_only_stretches),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
