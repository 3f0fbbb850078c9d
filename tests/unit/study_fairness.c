/* Fairness: rates, pooled odds, differences of groups and of items, against closed forms. */
#include "study/dif.h"
#include "study/group_difference.h"
#include "measure/fairness/impact.h"
#include "measure/fairness/mantel_haenszel.h"
#include "study/ordinal.h"
#include "measure/fairness/scoring_rate.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

static struct impact impact(size_t h1, size_t n1, size_t h2, size_t n2)
{
    struct impact result;
    impact_describe(&scratch, (struct impact_counts){h1, n1, h2, n2}, &result);
    return result;
}

static void four_fifths_by_hand(void **state)
{
    (void)state;
    const struct impact i = impact(20, 100, 40, 100);
    assert_near(i.impact_ratio, .5, 1e-15);
    assert_near(i.z, -.2 / sqrt(.3 * .7 * .02), 1e-14);
    assert_near(i.chi2, i.z * i.z, 1e-14);
    assert_near(i.ratio_log_se, sqrt(.8 / 20 + .6 / 40), 1e-15);
    assert_near(i.shortfall, 20, 1e-14);
    assert_near(i.ratio_one_moved, 21.0 / 39, 1e-15);
    assert_true(i.or_lo < i.odds_ratio && i.odds_ratio < i.or_hi);
}

static void swapped_groups_mirror(void **state)
{
    (void)state;
    const struct impact one = impact(3, 11, 9, 17), other = impact(9, 17, 3, 11);
    assert_near(one.impact_ratio * other.impact_ratio, 1, 1e-14);
    assert_near(one.z, -other.z, 1e-14);
    assert_near(one.p_fisher, other.p_fisher, 1e-13);
    assert_near(one.odds_ratio * other.odds_ratio, 1, 1e-11);
    assert_near(one.or_lo * other.or_hi, 1, 1e-11);
    assert_near(one.diff_lo, -other.diff_hi, 1e-14);
}

static void empty_groups_and_ends(void **state)
{
    (void)state;
    const struct impact none = impact(0, 0, 4, 12), zero = impact(0, 5, 0, 5);
    assert_true(isnan(none.impact_ratio) && isnan(none.p_fisher) &&
                isnan(none.shortfall));
    assert_true(isnan(zero.impact_ratio) && isnan(zero.z) && isnan(zero.odds_ratio));
    assert_near(zero.p_fisher, 1, 0);
    assert_true(isfinite(zero.ratio_log_se));
}

static void a_single_stratum_is_the_plain_odds_ratio(void **state)
{
    (void)state;
    const struct mantel_haenszel_table table = {12, 8, 6, 14};
    struct mantel_haenszel m;
    mantel_haenszel_pool(&table, 1, &m);
    assert_near(m.odds_ratio, 12.0 * 14 / (8 * 6), 1e-14);
    assert_near(m.log_variance, 1.0 / 12 + 1.0 / 8 + 1.0 / 6 + 1.0 / 14, 1e-14);
    assert_near(m.breslow_day, 0, 1e-12);
    assert_near(m.chi2, 9 / (20.0 * 20 * 18 * 22 / (1600 * 39)), 1e-13);
}

/* Simpson: inside both strata the odds are equal, summed up they are not. */
static void strata_undo_a_reversal(void **state)
{
    (void)state;
    const struct mantel_haenszel_table tables[] = {
        {80, 20, 8, 2}, {2, 8, 20, 80}, {3, 1, 0, 0}};
    struct mantel_haenszel m;
    mantel_haenszel_pool(tables, 3, &m);
    assert_int_equal(m.strata_count, 2);
    assert_near(m.odds_ratio, 1, 1e-14);
    assert_near(m.chi2, 0, 1e-14);
    assert_near(m.p, 1, 1e-14);
}

static void group_differences_by_hand(void **state)
{
    (void)state;
    const double a[] = {3, 5, NAN}, b[] = {1, 3}, flat[] = {2, 2};
    struct group_difference d;
    group_difference_describe(a, 3, b, 2, &d);
    assert_int_equal(d.count_a, 2);
    assert_near(d.d, sqrt(2), 1e-14);
    assert_near(d.g, sqrt(2) * (1 - 3.0 / 7), 1e-14);
    assert_near(d.t, sqrt(2), 1e-14);
    assert_near(d.df, 2, 1e-14);
    assert_near(d.p, 1 - sqrt(2) / 2, 1e-12); /* t with 2 df: 1 - t / sqrt(2 + t^2) */
    group_difference_describe(flat, 2, flat, 2, &d);
    assert_true(isnan(d.d) && isnan(d.p));
}

static void ties_at_the_median_are_not_above(void **state)
{
    (void)state;
    const double scores[] = {1, 2, 2, 3};
    const size_t categories[] = {0, 0, 1, 1};
    struct scoring_rate rates[2];
    double median;
    scoring_rate_describe(&scratch, scores, categories, 4, 2, &median, rates);
    assert_near(median, 2, 0);
    assert_near(rates[0].rate, 0, 0);
    assert_near(rates[0].impact_ratio, 0, 0);
    assert_near(rates[1].impact_ratio, 1, 0);
}

/* With a group as the only predictor of two categories the model is saturated. */
static void a_saturated_logit_is_its_table(void **state)
{
    (void)state;
    const double group[] = {0, 0, 0, 0, 1, 1, 1, 1, 1};
    const size_t hit[] = {1, 0, 0, 0, 1, 1, 1, 0, 0};
    const double want = -2 * (log(.25) + 3 * log(.75) + 3 * log(.6) + 2 * log(.4));
    assert_near(ordinal_deviance(&scratch, group, hit, 9, 1, 2), want, 1e-10);
}

static void without_predictors_the_shares_are_fitted(void **state)
{
    (void)state;
    const size_t answers[] = {0, 0, 1, 1, 1, 2};
    const double want = -2 * (2 * log(2.0 / 6) + 3 * log(.5) + log(1.0 / 6));
    assert_near(ordinal_deviance(&scratch, (const double[]){0}, answers, 6, 0, 3), want,
                1e-12);
}

static void collinear_predictors_are_told(void **state)
{
    (void)state;
    const double twice[] = {1, 2, 2, 4, 3, 6, 5, 10};
    const size_t answers[] = {0, 1, 0, 1};
    assert_true(isnan(ordinal_deviance(&scratch, twice, answers, 4, 2, 2)));
}

static void a_fair_item_is_class_a(void **state)
{
    (void)state;
    enum { PEOPLE = 400 };
    static double solved[PEOPLE];
    static size_t scores[PEOPLE];
    static bool is_focal[PEOPLE];
    struct dif d;
    for (size_t i = 0; i < PEOPLE; i++) {
        scores[i] = i / 2 % 4;
        is_focal[i] = i % 2;
        solved[i] = i / 8 % 5 <= scores[i];
    }
    dif_describe(&scratch, solved, is_focal, scores, PEOPLE, &d);
    assert_near(d.odds_ratio, 1, 1e-14);
    assert_near(d.delta, 0, 1e-13);
    assert_near(d.std_p_dif, 0, 1e-14);
    assert_int_equal(d.ets, DIF_A);
    for (size_t i = 0; i < PEOPLE; i++)
        solved[i] = i / 8 % 5 <= scores[i] || is_focal[i];
    dif_describe(&scratch, solved, is_focal, scores, PEOPLE, &d);
    assert_true(isnan(d.delta) || d.ets == DIF_C);
    assert_true(d.std_p_dif > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_fifths_by_hand),
        cmocka_unit_test(swapped_groups_mirror),
        cmocka_unit_test(empty_groups_and_ends),
        cmocka_unit_test(a_single_stratum_is_the_plain_odds_ratio),
        cmocka_unit_test(strata_undo_a_reversal),
        cmocka_unit_test(group_differences_by_hand),
        cmocka_unit_test(ties_at_the_median_are_not_above),
        cmocka_unit_test(a_saturated_logit_is_its_table),
        cmocka_unit_test(without_predictors_the_shares_are_fitted),
        cmocka_unit_test(collinear_predictors_are_told),
        cmocka_unit_test(a_fair_item_is_class_a),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
