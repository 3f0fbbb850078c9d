/* Where a formula changes its case: flat lists, zero spreads, long steps, no degrees of freedom.
 * Found by putting mistakes into the formulas (tests/mutation). */
#include "study/concordance.h"
#include "study/dif.h"
#include "study/distinctive.h"
#include "measure/distribution.h"
#include "study/group_difference.h"
#include "measure/fairness/mantel_haenszel.h"
#include "measure/moments.h"
#include "study/pairs.h"
#include "measure/profile_se.h"
#include "study/qsort_factors.h"
#include "measure/quality.h"
#include "study/reliability.h"

#include "near.h"
#include "scratch.h"

static void without_degrees_of_freedom_there_is_no_tail(void **state)
{
    (void)state;
    assert_true(isnan(distribution_t_both(1, 0)));
    assert_true(isnan(distribution_chi2_upper(1, 0)));
    assert_true(isnan(distribution_f_upper(1, 2, 0)));
    assert_true(isnan(distribution_f_point(.5, 0, 2)));
    assert_true(isnan(distribution_f_point(.5, 2, 0)));
}

/* Each object beats the one before it 99 to 1 and meets no other: log worths are multiples of
 * ln 99, and the way there is longer than a step of Newton's may be. */
static void a_chain_of_winners_has_equal_steps(void **state)
{
    (void)state;
    enum { OBJECTS = 6 };
    double wins[OBJECTS * OBJECTS] = {0};
    struct pairs_worth worths[OBJECTS];
    for (size_t i = 1; i < OBJECTS; i++) {
        wins[i * OBJECTS + i - 1] = 99;
        wins[(i - 1) * OBJECTS + i] = 1;
    }
    pairs_bradley_terry(&scratch, wins, OBJECTS, worths);
    for (size_t i = 0; i < OBJECTS; i++) {
        assert_near(worths[i].log_worth, (double)i * log(99), 1e-9);
        assert_near(worths[i].se, sqrt((double)i / (100 * .99 * .01)), 1e-9);
    }
}

/* Raters who all say .1 have a variance of 0, not of 1e-34: the pooled one of all dimensions
 * stands in for it. */
static void raters_of_one_mind_borrow_the_pooled_variance(void **state)
{
    (void)state;
    const double ratings[] = {.1, 0, .1, .5, .1, 1};
    double se[2];
    profile_se_raters(ratings, 3, 2, se);
    assert_near(se[0], sqrt(.125 / 3), 1e-15);
    assert_near(se[1], sqrt(.25 / 3), 1e-15);
}

static void groups_without_spread_have_no_standardized_difference(void **state)
{
    (void)state;
    const double ones[] = {1, 1}, twos[] = {2, 2};
    struct group_difference difference;
    group_difference_describe(ones, 2, twos, 2, &difference);
    assert_near(difference.mean_a - difference.mean_b, -1, 0);
    assert_true(isnan(difference.d) && isnan(difference.g) && isnan(difference.t));
    assert_true(isnan(difference.df) && isnan(difference.p));
}

/* Two equal sorts and one that is orthogonal to them: one factor, on which it does not load. */
static void a_sort_that_shares_nothing_loads_on_nothing(void **state)
{
    (void)state;
    const double sorts[] = {1, 1, 3, 2, 2, 1, 3, 3, 1, 4, 4, 3};
    struct qsort_factors factors;
    qsort_factors_find(&scratch, sorts, 4, 3, 1, &factors);
    assert_near(factors.loadings[0], 1, 1e-12);
    assert_near(factors.loadings[1], 1, 1e-12);
    assert_near(factors.loadings[2], 0, 1e-12);
    assert_int_equal(factors.flags[2], 0);
    assert_near(factors.eigenvalues[0], 2, 1e-12);
}

/* One stratum of two groups of `people`: the focal group solves half, the reference group
 * `solved` of them. */
static struct dif one_stratum(size_t people, size_t solved)
{
    double *answers = arena_array(&scratch, double, 2 * people);
    bool *is_focal = arena_array(&scratch, bool, 2 * people);
    size_t *scores = arena_array(&scratch, size_t, 2 * people);
    struct dif dif;
    for (size_t i = 0; i < people; i++) {
        is_focal[i] = 1;
        answers[i] = i < people / 2;
        answers[people + i] = i < solved;
    }
    dif_describe(&scratch, answers, is_focal, scores, 2 * people, &dif);
    assert_near(dif.delta, -2.35 * log((double)solved / (double)(people - solved)),
                1e-12);
    assert_near(dif.std_p_dif, .5 - (double)solved / (double)people, 1e-12);
    return dif;
}

/* ETS: C is a delta of 1.5 or more that is surely above 1, A one below 1 or not sure at all. */
static void the_class_of_dif_follows_size_and_sureness(void **state)
{
    (void)state;
    const struct dif large = one_stratum(4000, 2668);
    assert_near(large.delta_se, 2.35 * sqrt(1 / 2668. + 1 / 1332. + 1 / 1000.), 1e-12);
    assert_int_equal(large.ets, DIF_C);                   /* 1.63, se .11 */
    assert_int_equal(one_stratum(4000, 2500).ets, DIF_B); /* 1.20, surely above 1 */
    assert_int_equal(one_stratum(200, 134).ets, DIF_B);   /* 1.66, not surely above 1 */
    assert_int_equal(one_stratum(4000, 2360).ets, DIF_A); /* .86, surely above 0 */
    assert_int_equal(one_stratum(40, 25).ets, DIF_A);     /* 1.20, not surely above 0 */
}

/* Two camps of sorts without anything in common, and one sort between them, nearer to the first:
 * it carries the mark of one factor only. */
static void a_sort_between_two_camps_is_flagged_once(void **state)
{
    (void)state;
    enum { STATEMENTS = 16, SORTS = 5 };
    double sorts[STATEMENTS * SORTS];
    for (size_t i = 0; i < STATEMENTS; i++) {
        const double one = i & 1 ? 1 : -1, other = i & 2 ? 1 : -1;
        const double row[SORTS] = {one, one, other, other, 7 * one + 5 * other};
        for (size_t j = 0; j < SORTS; j++)
            sorts[i * SORTS + j] = row[j];
    }
    struct qsort_factors factors;
    qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 2, &factors);
    const double *between = factors.loadings + 4 * 2;
    assert_true(fabs(between[1]) > 1.96 / sqrt(STATEMENTS));
    assert_int_equal(factors.flags[4 * 2], 1);
    assert_int_equal(factors.flags[4 * 2 + 1], 0);
    assert_near(between[0] * between[0] + between[1] * between[1], 1, 1e-12);
}

/* Three strata with the odds ratio .1, one of them with more hits than the second group has
 * people: nothing differs between them. With another odds ratio in one, something does. */
static void strata_of_one_odds_ratio_do_not_differ(void **state)
{
    (void)state;
    struct mantel_haenszel_table tables[] = {
        {50, 50, 10, 1}, {10, 10, 20, 2}, {3, 30, 10, 10}};
    struct mantel_haenszel m;
    mantel_haenszel_pool(tables, 3, &m);
    assert_near(m.odds_ratio, .1, 1e-15);
    assert_near(m.breslow_day, 0, 1e-20);
    assert_near(m.breslow_day_tarone, 0, 1e-20);
    tables[2] = (struct mantel_haenszel_table){10, 10, 10, 10};
    mantel_haenszel_pool(tables, 3, &m);
    assert_true(m.breslow_day > 5);
    assert_true(m.breslow_day_tarone <= m.breslow_day);
}

/* Only what is there on both sides is counted. */
static void gaps_of_either_side_are_not_counted(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 5, NAN, NAN}, y[] = {2, 2, 4, NAN, 5, NAN};
    const double mu[] = {0, 0, 0, 0, 0, 0};
    struct distinctive_parts parts;
    distinctive_split(&scratch, x, y, mu, mu, 6, 1, &parts);
    assert_int_equal(parts.count, 3);
    assert_near(parts.overall, sqrt(3) / 2, 1e-15);
    assert_near(parts.distinctive, sqrt(3) / 2, 1e-15);
    assert_true(isnan(parts.normativeness_x));
}

/* Two raters are the fewest with a variance. */
static void two_raters_have_a_standard_error(void **state)
{
    (void)state;
    const double ratings[] = {0, 2, 1, 5};
    double se[2];
    profile_se_raters(ratings, 2, 2, se);
    assert_near(se[0], .5, 1e-15);
    assert_near(se[1], 1.5, 1e-15);
}

static void one_answer_has_no_spread_in_any_quarter(void **state)
{
    (void)state;
    const double answers[] = {1, 5};
    for (size_t quarter = 0; quarter <= 4; quarter++)
        assert_true(isnan(quality_spread(&scratch, answers, 1, quarter)));
}

/* Items that contradict each other have a mean correlation, only no alpha. */
static void contrary_items_correlate_below_nothing(void **state)
{
    (void)state;
    const double answers[] = {1, 4, 2, 2, 4, 1, 3, 3};
    struct reliability_scale scale;
    reliability_describe(&scratch, answers, 4, 2, &scale);
    assert_near(scale.average_r,
                moments_correlation((const double[]){1, 2, 4, 3},
                                    (const double[]){4, 2, 1, 3}, 4),
                1e-15);
    assert_true(scale.average_r < -.7);
}

/* Three raters make three pairs: 1, .5 and .5. */
static void correlations_of_raters_are_averaged_over_pairs(void **state)
{
    (void)state;
    const double ratings[] = {1, 1, 1, 2, 2, 3, 3, 3, 2};
    struct concordance c;
    concordance_describe(&scratch, ratings, 3, 3, &c);
    assert_near(c.mean_pearson, 2.0 / 3, 1e-15);
    assert_near(c.mean_spearman, 2.0 / 3, 1e-15);
}

/* One circle of three, all of whom beat the fourth: half of the two triads that four can have. */
static void one_circle_among_four(void **state)
{
    (void)state;
    const double wins[] = {0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
    double triads, zeta;
    pairs_consistency(wins, 4, &triads, &zeta);
    assert_near(triads, 1, 0);
    assert_near(zeta, .5, 1e-15);
}

static void strata_with_an_empty_group_are_not_counted(void **state)
{
    (void)state;
    const struct mantel_haenszel_table tables[] = {
        {12, 8, 6, 14}, {0, 0, 3, 4}, {5, 2, 0, 0}};
    struct mantel_haenszel all, one;
    mantel_haenszel_pool(tables, 3, &all);
    mantel_haenszel_pool(tables, 1, &one);
    assert_int_equal(all.strata_count, 1);
    assert_near(all.chi2, one.chi2, 0);
    assert_near(all.breslow_day, one.breslow_day, 0);
}

/* A row that lies .7 above the mean everywhere differs from it by rounding noise only. */
static void rounding_noise_is_no_profile(void **state)
{
    (void)state;
    const double mu[] = {.1, .2, .3, .4}, x[] = {.8, .9, 1, 1.1}, y[] = {1, 3, 2, 5};
    struct distinctive_parts parts;
    assert_true(x[0] - mu[0] != x[2] - mu[2]);
    distinctive_split(&scratch, x, y, mu, mu, 4, 1, &parts);
    assert_true(isnan(parts.distinctive) && isnan(parts.distinctive_residual));
    assert_near(parts.normativeness_x, 1, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_degrees_of_freedom_there_is_no_tail),
        cmocka_unit_test(a_chain_of_winners_has_equal_steps),
        cmocka_unit_test(raters_of_one_mind_borrow_the_pooled_variance),
        cmocka_unit_test(groups_without_spread_have_no_standardized_difference),
        cmocka_unit_test(a_sort_that_shares_nothing_loads_on_nothing),
        cmocka_unit_test(a_sort_between_two_camps_is_flagged_once),
        cmocka_unit_test(the_class_of_dif_follows_size_and_sureness),
        cmocka_unit_test(strata_of_one_odds_ratio_do_not_differ),
        cmocka_unit_test(gaps_of_either_side_are_not_counted),
        cmocka_unit_test(two_raters_have_a_standard_error),
        cmocka_unit_test(one_circle_among_four),
        cmocka_unit_test(strata_with_an_empty_group_are_not_counted),
        cmocka_unit_test(rounding_noise_is_no_profile),
        cmocka_unit_test(one_answer_has_no_spread_in_any_quarter),
        cmocka_unit_test(contrary_items_correlate_below_nothing),
        cmocka_unit_test(correlations_of_raters_are_averaged_over_pairs),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
