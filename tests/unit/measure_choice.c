/* Choices: best-worst models, comparisons of two, forced choice with known parameters, situations.
 * Closed forms where there are any, recovery from simulated people where not. */
#include "measure/bestworst.h"
#include "measure/bestworst_pooled.h"
#include "measure/pairs.h"
#include "measure/situations.h"
#include "measure/thurstone.h"

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
    assert_near(bestworst_share(tallies[1]), .25, 0);
    assert_true(isnan(bestworst_ratio(tallies[0])));
    assert_true(isnan(bestworst_score((struct bestworst_tally){0, 0, 0})));
    assert_near(bestworst_log_odds(1, .5, 1), log(9), 1e-15);
    assert_near(bestworst_log_odds(0, .5, 1), -log(9), 1e-15);
    assert_near(bestworst_log_odds(1, .5, .5), log(3), 1e-15);
}

/* Of two objects the worst is what is left, so n wins out of n+m give the log odds ln(n/m). */
static void two_objects_are_a_logit(void **state)
{
    (void)state;
    struct bestworst_block blocks[10];
    struct bestworst_pooled pooled;
    for (size_t b = 0; b < 10; b++)
        blocks[b] = (struct bestworst_block){two, 2, b < 7, b >= 7};
    bestworst_pooled_fit(&scratch, blocks, 10, 2, BESTWORST_POOLED_SEQUENTIAL, &pooled);
    assert_near(pooled.utility[1], log(7.0 / 3), 1e-12);
    assert_near(pooled.se[1], sqrt(1 / (10 * .7 * .3)), 1e-12);
    assert_near(pooled.loglik, 7 * log(.7) + 3 * log(.3), 1e-12);
    /* a pair (b, w) says twice the difference */
    bestworst_pooled_fit(&scratch, blocks, 10, 2, BESTWORST_POOLED_MAXDIFF, &pooled);
    assert_near(pooled.utility[1], log(7.0 / 3) / 2, 1e-12);
}

static void one_sided_choices_have_no_maximum(void **state)
{
    (void)state;
    const struct bestworst_block blocks[] = {{two, 2, 1, 0}, {two, 2, 1, 0}};
    struct bestworst_pooled pooled;
    struct bestworst_utilities ridge;
    bestworst_pooled_fit(&scratch, blocks, 2, 2, BESTWORST_POOLED_MAXDIFF, &pooled);
    assert_true(isnan(pooled.utility[1]) && isnan(pooled.loglik));
    bestworst_pooled_fit(&scratch, blocks, 2, 3, BESTWORST_POOLED_SEQUENTIAL, &pooled);
    assert_true(isnan(pooled.utility[2]));
    bestworst_fit(&scratch, blocks, 2, 2, BESTWORST_TAU, &ridge);
    assert_true(ridge.utility[1] > 0 && isfinite(ridge.se[1]));
    assert_near(ridge.utility[0], -ridge.utility[1], 1e-12);
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

static size_t draw(struct chance *chance, const double *chances, size_t count)
{
    double at = chance_unit(chance);
    size_t i = 0;
    while (i + 1 < count && at >= chances[i])
        at -= chances[i++];
    return i;
}

static void simulated_utilities_come_back(void **state)
{
    (void)state;
    enum { OBJECTS = 6, COUNT = 6000 };
    static struct bestworst_block blocks[COUNT];
    static size_t shown[COUNT][4];
    const double truth[OBJECTS] = {0, .5, -1, 1.5, .2, -.4};
    struct chance chance = chance_init(11);
    for (size_t b = 0; b < COUNT; b++) {
        size_t order[OBJECTS] = {0, 1, 2, 3, 4, 5};
        double best[4], worst[16];
        chance_shuffle(&chance, order, OBJECTS);
        for (size_t i = 0; i < 4; i++)
            shown[b][i] = order[i];
        blocks[b] = (struct bestworst_block){.objects = shown[b], .object_count = 4};
        bestworst_chances(&blocks[b], truth, best, worst);
        const size_t top = draw(&chance, best, 4);
        blocks[b].best = (int)top;
        blocks[b].worst = (int)draw(&chance, worst + 4 * top, 4);
    }
    struct bestworst_pooled pooled;
    bestworst_pooled_fit(&scratch, blocks, COUNT, OBJECTS, BESTWORST_POOLED_SEQUENTIAL,
                         &pooled);
    for (size_t i = 1; i < OBJECTS; i++)
        assert_true(fabs(pooled.utility[i] - truth[i]) < 4 * pooled.se[i]);
    assert_true(pooled.se[1] < .06);
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

static void without_pairs_the_prior_stays(void **state)
{
    (void)state;
    const double covariances[] = {4, 1, 1, 1}, wrong[] = {1, 2, 2, 1};
    double traits[2] = {9, 9}, se[2];
    assert_false(thurstone_score(&scratch, NULL, 0, wrong, 2, traits, se));
    assert_near(traits[0], 9, 0);
    assert_true(thurstone_score(&scratch, NULL, 0, covariances, 2, traits, se));
    assert_near(traits[0], 0, 0);
    assert_near(se[0], 2, 1e-14);
    assert_near(se[1], 1, 1e-14);
}

/* One pair, one trait that matters: theta = hazard(theta/s) / s at the mode. */
static void one_pair_holds_its_own_equation(void **state)
{
    (void)state;
    const struct thurstone_pair pair = {{0, 1, 1}, {1, 0, 1}, 0, 1};
    const double covariances[] = {1, 0, 0, 1};
    double traits[2], se[2];
    assert_true(thurstone_score(&scratch, &pair, 1, covariances, 2, traits, se));
    const double s = sqrt(2), z = traits[0] / s, p = thurstone_chance(&pair, traits);
    const double hazard = exp(-z * z / 2) / sqrt(2 * M_PI) / p;
    assert_near(traits[0], hazard / s, 1e-12);
    assert_near(se[0], 1 / sqrt(1 + hazard * (hazard + z) / 2), 1e-12);
    assert_near(traits[1], 0, 0);
}

static void simulated_traits_come_back(void **state)
{
    (void)state;
    enum { PAIRS = 3000 };
    static struct thurstone_pair pairs[PAIRS];
    const double truth[] = {.8, -.5, .1}, covariances[] = {1, .2, 0, .2, 1, 0, 0, 0, 1};
    struct chance chance = chance_init(3);
    double traits[3], se[3];
    for (size_t p = 0; p < PAIRS; p++) {
        const size_t a = (size_t)chance_below(&chance, 3);
        pairs[p] = (struct thurstone_pair){
            .first = {a, chance_unit(&chance) + .5, .7},
            .second = {(a + 1) % 3, chance_unit(&chance) + .5, .6},
            .threshold = chance_unit(&chance) - .5};
        pairs[p].is_first_preferred =
            chance_unit(&chance) < thurstone_chance(&pairs[p], truth);
    }
    assert_true(thurstone_score(&scratch, pairs, PAIRS, covariances, 3, traits, se));
    for (size_t t = 0; t < 3; t++)
        assert_true(fabs(traits[t] - truth[t]) < 4 * se[t] && se[t] < .2);
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
        cmocka_unit_test(two_objects_are_a_logit),
        cmocka_unit_test(one_sided_choices_have_no_maximum),
        cmocka_unit_test(the_ridge_holds_its_own_equation),
        cmocka_unit_test(simulated_utilities_come_back),
        cmocka_unit_test(comparisons_of_two),
        cmocka_unit_test(circles_are_counted),
        cmocka_unit_test(case_five_is_symmetric),
        cmocka_unit_test(without_pairs_the_prior_stays),
        cmocka_unit_test(one_pair_holds_its_own_equation),
        cmocka_unit_test(simulated_traits_come_back),
        cmocka_unit_test(situations_are_keyed_by_raters),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
