/* Choices: best-worst models, comparisons of two, forced choice with known parameters, situations.
 * Closed forms where there are any, recovery from simulated people where not. */
#include "measure/bestworst.h"
#include "study/pairs.h"
#include "measure/situations.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

static const size_t two[] = {0, 1}, three[] = {0, 1, 2};

static void counts_leave_unanswered_blocks_out(void **state)
{
    (void)state;
    const struct bestworst_block blocks[] = {{three, 3, 0, 2},
                                             {three, 3, 0, 1},
                                             {three, 3, 1, BESTWORST_NONE},
                                             {three, 3, 1, 1}};
    struct bestworst_tally tallies[3];
    bestworst_count(blocks, 4, 3, tallies);
    assert_int_equal(tallies[0].shown, 2);
    assert_near(bestworst_score(tallies[0]), 1, 0);
    assert_near(bestworst_score(tallies[1]), -.5, 0);
    assert_true(isnan(bestworst_ratio(tallies[0])));
    assert_true(isnan(bestworst_score((struct bestworst_tally){0, 0, 0})));
}

/* At the top the gradient is 0: 2 (1 - p) = u / tau^2 for two choices of one of two. */
static void the_ridge_holds_its_own_equation(void **state)
{
    (void)state;
    const struct bestworst_block blocks[] = {{two, 2, 1, 0}, {two, 2, 1, 0}};
    struct bestworst_utilities fit;
    bestworst_fit(&scratch, blocks, 2, 2, .7, &fit);
    const double p = 1 / (1 + exp(fit.utility[0] - fit.utility[1]));
    assert_near(2 * (1 - p), fit.utility[1] / (.7 * .7), 1e-12);
    assert_near(fit.loglik, 2 * log(p), 1e-12);
    assert_near(fit.rlh, sqrt(p), 1e-12);
}

static void comparisons_of_two(void **state)
{
    (void)state;
    const double wins[] = {0, 3, 12, 0}, beaten[] = {0, 3, 0, 0};
    struct pairs_worth worths[2];
    pairs_bradley_terry(&scratch, wins, 2, worths);
    assert_near(worths[1].log_worth, log(4), 1e-12);
    assert_near(worths[1].se, sqrt(1.0 / 3 + 1.0 / 12), 1e-12);
    assert_near(worths[1].worth, .8, 1e-12);
    pairs_bradley_terry(&scratch, beaten, 2, worths);
    assert_true(isnan(worths[0].log_worth) && isnan(worths[1].worth));
}

static void circles_are_counted(void **state)
{
    (void)state;
    const double circle[] = {0, 1, 0, 0, 0, 1, 1, 0, 0},
                 order[] = {0, 1, 1, 0, 0, 1, 0, 0, 0};
    double triads, zeta;
    pairs_consistency(circle, 3, &triads, &zeta);
    assert_near(triads, 1, 0);
    assert_near(zeta, 0, 0);
    pairs_consistency(order, 3, &triads, &zeta);
    assert_near(triads, 0, 0);
    assert_near(zeta, 1, 0);
    const double twice[] = {0, 1, 1, 1, 0, 1, 0, 0, 0};
    pairs_consistency(twice, 3, &triads, &zeta);
    assert_true(isnan(triads));
}

static void case_five_is_symmetric(void **state)
{
    (void)state;
    const double shares[] = {.5, .8413447460685429, .1586552539314571, .5};
    const double sure[] = {.5, 1, 0, .5};
    double scale[2];
    pairs_case_five(shares, 2, scale);
    assert_near(scale[0], 0, 0);
    assert_near(scale[1], 1, 1e-12);
    pairs_case_five(sure, 2, scale);
    assert_true(isnan(scale[0]) && isnan(scale[1]));
}

static void situations_are_keyed_by_raters(void **state)
{
    (void)state;
    const double agreed[] = {1, 7, 4, 4, 2, 7, 4, 5, 1, 6, 3, 4};
    const double split[] = {1, 7, 4, 4, 7, 1, 4, 4}, alike[] = {4, 4, 4, 4, 4, 4, 4, 4};
    struct situations_key key;
    situations_key_make(&scratch, agreed, 3, 4, &key);
    assert_true(key.is_usable && key.icc > .9);
    assert_near(situations_score(key.values, 4, 1, 0), 1, 1e-15);
    assert_near(situations_score(key.values, 4, 0, 1), -1, 1e-15);
    assert_near(key.values[0] + key.values[1] + key.values[2] + key.values[3], 0, 1e-14);
    situations_key_make(&scratch, split, 2, 4, &key);
    assert_false(key.is_usable);
    situations_key_make(&scratch, alike, 2, 4, &key);
    assert_true(!key.is_usable && isnan(situations_score(key.values, 4, 1, 0)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_leave_unanswered_blocks_out),
        cmocka_unit_test(the_ridge_holds_its_own_equation),
        cmocka_unit_test(comparisons_of_two),
        cmocka_unit_test(circles_are_counted),
        cmocka_unit_test(case_five_is_symmetric),
        cmocka_unit_test(situations_are_keyed_by_raters),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
