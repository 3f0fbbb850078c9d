/* The generator of the draws is the one that every score was made with: word for word that of the
 * GNU Scientific Library. And correlations of lists beside each other are those of each alone. */
#include "measure/draws/twister.h"

#include "base/chance.h"
#include "measure/moments.h"

#include "near.h"

#include <gsl/gsl_rng.h>

enum { WORDS = 5000, PAIRS = 16, TRIES = 200 };

static const uint32_t seeds[] = {1, 2, 4357, 2433363436, 2298633409, UINT32_MAX};

static void words_are_those_of_gsl(void **state)
{
    (void)state;
    gsl_rng *other = gsl_rng_alloc(gsl_rng_mt19937);
    assert_non_null(other);
    for (size_t s = 0; s < sizeof seeds / sizeof *seeds; s++) {
        struct twister twister;
        twister_init(&twister, seeds[s]);
        gsl_rng_set(other, seeds[s]);
        for (size_t i = 0; i < WORDS; i++)
            assert_int_equal(twister_next(&twister), gsl_rng_get(other));
        for (size_t i = 0; i < WORDS; i++)
            assert_near(twister_next(&twister) / TWISTER_RANGE, gsl_rng_uniform(other),
                        0);
        for (size_t i = 1; i < WORDS; i++)
            assert_int_equal(twister_below(&twister, i), gsl_rng_uniform_int(other, i));
    }
    gsl_rng_free(other);
}

/* The first numbers that questionnaires/SCORING.md names. */
static void numbers_are_those_of_the_document(void **state)
{
    (void)state;
    static const double first[] = {.152475, .278828, .699960, .216195};
    struct twister twister;
    twister_init(&twister, 2298633409);
    double got[4];
    for (size_t i = 0; i < 4; i++)
        got[i] = twister_next(&twister) / TWISTER_RANGE;
    for (size_t i = 0; i < 4; i++)
        assert_near(got[i], first[i], 1e-6);
}

/* Also where one list of eight is flat, or all are, and with too few of them. */
static void lists_abreast_correlate_as_each_alone(void **state)
{
    (void)state;
    double x[PAIRS][MOMENTS_LANES], y[PAIRS][MOMENTS_LANES], weights[PAIRS], own[PAIRS],
        other[PAIRS], together[MOMENTS_LANES];
    struct chance chance = chance_init(5);
    size_t missing = 0;
    for (size_t try = 0; try < TRIES; try++) {
        const size_t count = try % (PAIRS + 1);
        for (size_t i = 0; i < PAIRS; i++) {
            weights[i] = chance_unit(&chance) + .01;
            for (size_t l = 0; l < MOMENTS_LANES; l++) {
                x[i][l] = l == 3 ? .1 : 2 * chance_unit(&chance) - 1;
                y[i][l] = l == 5 ? -.1 : (double)(try % 3) * chance_unit(&chance);
            }
        }
        moments_weighted_correlations(x, y, weights, count, together);
        for (size_t l = 0; l < MOMENTS_LANES; l++) {
            for (size_t i = 0; i < count; i++) {
                own[i] = x[i][l];
                other[i] = y[i][l];
            }
            const double alone = moments_weighted_correlation(own, other, weights, count);
            assert_near(together[l], alone, 0);
            missing += isnan(alone) ? 1 : 0;
        }
    }
    assert_true(missing > TRIES && missing < TRIES * MOMENTS_LANES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_gsl),
        cmocka_unit_test(numbers_are_those_of_the_document),
        cmocka_unit_test(lists_abreast_correlate_as_each_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
