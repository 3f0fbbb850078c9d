/* Raters, groups and tables of which there are just enough, or not; numbers with a large mean. */
#include "measure/agreement.h"
#include "measure/crystallization.h"
#include "study/distinctive.h"
#include "measure/distribution.h"
#include "measure/gap.h"
#include "measure/raters/icc.h"
#include "study/icc_groups.h"
#include "measure/fairness/impact.h"
#include "measure/fairness/mantel_haenszel.h"
#include "measure/moments.h"
#include "measure/profile_se.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

/* Two answers are the fewest that can deviate; a_WG is defined up to the mean at which one rater
 * stands alone at the other end, and not beyond. */
static void the_ends_of_a_scale_leave_little_room(void **state)
{
    (void)state;
    const double two[] = {1, NAN, 3}, alone[] = {5, 1, 1}, above[] = {1, 5, 5};
    const double beyond[] = {1, 1, 2}, beyond_above[] = {5, 5, 4}, low[] = {1, 1, 1};
    const double high[] = {5, 5, 5}, middle[] = {3, 3, 3};
    struct agreement_item item;
    assert_near(agreement_deviation(two, 3), 1, 1e-15);
    assert_true(isnan(agreement_deviation(two, 2)));
    agreement_describe_item(&scratch, alone, 3, 5, &item);
    assert_near(item.awg, -1, 1e-12);
    agreement_describe_item(&scratch, above, 3, 5, &item);
    assert_near(item.awg, -1, 1e-12);
    agreement_describe_item(&scratch, beyond, 3, 5, &item);
    assert_true(isnan(item.awg));
    agreement_describe_item(&scratch, beyond_above, 3, 5, &item);
    assert_true(isnan(item.awg));
    agreement_describe_item(&scratch, low, 3, 5, &item);
    assert_near(item.awg, 1, 0);
    agreement_describe_item(&scratch, high, 3, 5, &item);
    assert_near(item.awg, 1, 0);
    agreement_describe_item(&scratch, middle, 3, 5, &item);
    assert_near(item.awg, 1, 0);
}

static void an_answer_in_between_is_an_answer(void **state)
{
    (void)state;
    const double answers[] = {2, 3, 3, 4};
    struct agreement_item item;
    agreement_describe_item(&scratch, answers, 4, 5, &item);
    assert_near(item.awg, 1 - 2 * (2. / 3) / ((6 * 3. - 9 - 5) * 4 / 3), 1e-14);
    for (size_t raters = 0; raters < 2; raters++) {
        struct agreement_scale scale;
        agreement_describe_scale(&scratch, answers, raters, 4, 5, &scale);
        assert_int_equal(scale.rater_count, raters);
        assert_true(isnan(scale.rwgj_uniform) && isnan(scale.rwgj_lindell));
        assert_true(isnan(scale.rwgj_slight) && isnan(scale.rwgj_moderate));
    }
}

/* Three items and two raters are the fewest; raters of one mind do not make Fisher's mean
 * infinite, and their scale does not matter. */
static void two_raters_and_three_items_have_one_voice(void **state)
{
    (void)state;
    const double ratings[] = {1, 2, 3, 2, 4, 6}, small[] = {.1, .2, .4, .1, .3, .3};
    struct crystallization c;
    bool is_kept[3];
    double r[3];
    crystallization_describe(&scratch, ratings, 2, 3, &c);
    assert_near(c.mean_r, 1, 1e-15);
    assert_near(c.mean_r_fisher, 1 - 1e-9, 1e-15);
    assert_near(c.alpha_raters, 8. / 9, 1e-14);
    crystallization_describe(&scratch, small, 2, 3, &c);
    assert_near(
        c.alpha_raters,
        2 * (1 - (7. / 300 + 4. / 300) /
                     (7. / 300 + 4. / 300 + 2 * moments_covariance(small, small + 3, 3))),
        1e-12);
    crystallization_describe(&scratch, ratings, 3, 2, &c);
    assert_true(isnan(c.mean_r) && isnan(c.alpha_raters));
    crystallization_describe(&scratch, ratings, 1, 3, &c);
    assert_true(isnan(c.mean_r) && isnan(c.min_r) && isnan(c.crystallization));
    crystallization_leave_out(&scratch, ratings, 2, 3, is_kept, r);
    assert_near(r[0], 1, 1e-15);
    crystallization_leave_out(&scratch, ratings, 1, 3, is_kept, r);
    assert_true(is_kept[0] && isnan(r[0])); /* there are no others */
    const double with_flat[] = {1, 2, 4, 2, 2, 2, 1, 3, 3};
    const double with_gap[] = {1, 2, 4, 5, 3, 4, 2, 6, NAN, 3, 1, 2, 1, 3, 3, 4};
    crystallization_leave_out(&scratch, with_flat, 3, 3, is_kept, r);
    assert_true(is_kept[0] && !is_kept[1] && isnan(r[1]));
    assert_near(r[0], moments_correlation(with_flat, with_flat + 6, 3), 1e-15);
    bool is_kept_of_four[4];
    double of_four[4];
    crystallization_leave_out(&scratch, with_gap, 4, 4, is_kept_of_four, of_four);
    assert_true(!is_kept_of_four[2] && isnan(of_four[2]) && isfinite(of_four[3]));
}

/* ICC1 of groups by hand; an empty group is none, and one answer for each leaves nothing within. */
static void groups_that_are_empty_are_none(void **state)
{
    (void)state;
    const double values[] = {1, 3, 6, 8, NAN};
    const size_t groups[] = {0, 0, 2, 2, 1}, own[] = {0, 1, 2, 3, 0},
                 alone[] = {0, 0, 0, 2};
    const double flat[] = {.1, .1, .1, .1};
    struct icc_groups icc;
    icc_groups_describe(&scratch, values, groups, 5, 3, &icc);
    assert_int_equal(icc.group_count, 2);
    assert_near(icc.msb, 25, 1e-14);
    assert_near(icc.msw, 2, 1e-14);
    assert_near(icc.icc1, 23. / 27, 1e-14);
    icc_groups_describe(&scratch, values, groups, 2, 3, &icc);
    assert_int_equal(icc.group_count, 1);
    assert_true(isnan(icc.df_between) && isnan(icc.k_mean) && isnan(icc.msb));
    icc_groups_describe(&scratch, values, own, 4, 4, &icc);
    assert_int_equal(icc.group_count, 4);
    assert_true(isnan(icc.df_between) && isnan(icc.k_mean) && isnan(icc.msb));
    icc_groups_describe(&scratch, values, alone, 4, 3, &icc); /* 1 3 6 and 8 */
    assert_near(icc.msb, 100. / 3 + 64 - 4 * 4.5 * 4.5, 1e-13);
    icc_groups_describe(&scratch, flat, groups, 4, 3, &icc);
    assert_near(icc.msb, 0, 0);
    assert_near(icc.msw, 0, 0);
}

static void one_rater_has_no_intraclass_correlation(void **state)
{
    (void)state;
    const double ratings[] = {1, 2, 4, 3};
    struct icc forms[ICC_FORM_COUNT];
    for (size_t raters = 1; raters <= 4; raters += 3) {
        icc_describe(ratings, 4 / raters, raters, forms);
        for (size_t form = 0; form < ICC_FORM_COUNT; form++)
            assert_true(isnan(forms[form].icc) && isnan(forms[form].df1));
    }
    icc_describe(ratings, 2, 2, forms); /* 1 2 / 4 3: two of each are enough */
    assert_near(forms[ICC_1].icc, (4 - .5) / (4 + .5), 1e-14);
}

/* Raters who differ by a constant only: consistent to the last, whatever their numbers' size. */
static void a_constant_between_raters_is_no_rest(void **state)
{
    (void)state;
    for (double unit = 1e-6; unit < 1e7; unit *= 1e3) {
        double ratings[10];
        struct icc forms[ICC_FORM_COUNT];
        for (size_t i = 0; i < 5; i++) {
            ratings[2 * i] = unit * (.1 + .3 * (double)i);
            ratings[2 * i + 1] = unit * (.8 + .3 * (double)i);
        }
        icc_describe(ratings, 5, 2, forms);
        assert_near(forms[ICC_3].icc, 1, 0);
        assert_true(isinf(forms[ICC_3].f));
        assert_true(forms[ICC_1].icc < .9 && forms[ICC_2].icc < .9);
        ratings[0] += unit * 1e-3;
        icc_describe(ratings, 5, 2, forms);
        assert_true(isfinite(forms[ICC_3].f) && forms[ICC_3].icc < 1);
    }
}

/* What is worked out from differences does not lose its digits to a large mean. */
static void a_large_mean_costs_no_digits(void **state)
{
    (void)state;
    const double far = 1e8;
    double x[] = {1, 2, 5, 3, 4, 7}, y[] = {2, 1, 6, 3, 5, 5}, mu[] = {1, 1, 3, 2, 2, 4};
    struct icc near_forms[ICC_FORM_COUNT], forms[ICC_FORM_COUNT];
    struct icc_groups near_groups, groups;
    struct distinctive_parts near_parts, parts;
    const size_t teams[] = {0, 0, 0, 1, 1, 1};
    double near_se[2], se[2];
    icc_describe(x, 3, 2, near_forms);
    icc_groups_describe(&scratch, x, teams, 6, 2, &near_groups);
    distinctive_split(&scratch, x, y, mu, mu, 6, 0, &near_parts);
    profile_se_raters(x, 3, 2, near_se);
    for (size_t i = 0; i < 6; i++) {
        x[i] += far;
        y[i] += far;
        mu[i] += far;
    }
    icc_describe(x, 3, 2, forms);
    icc_groups_describe(&scratch, x, teams, 6, 2, &groups);
    distinctive_split(&scratch, x, y, mu, mu, 6, 0, &parts);
    profile_se_raters(x, 3, 2, se);
    for (size_t form = 0; form < ICC_FORM_COUNT; form++)
        assert_near(forms[form].icc, near_forms[form].icc, 1e-6);
    assert_near(groups.msb, near_groups.msb, 1e-6);
    assert_near(groups.msw, near_groups.msw, 1e-6);
    assert_near(parts.distinctive_residual, near_parts.distinctive_residual, 1e-6);
    assert_near(se[0], near_se[0], 1e-6);
    assert_near(se[1], near_se[1], 1e-6);
}

/* Residuals correlate only over what is present; a gap on either side takes the pair out. */
static void residuals_of_gaps_are_gaps(void **state)
{
    (void)state;
    const double x[] = {1, 2, 5, 3, 4, NAN, 9}, y[] = {2, 1, 6, 3, 5, 4, NAN};
    const double mu[] = {1, 1, 3, 2, 2, NAN, NAN}, flat[] = {.7, .7, .7, .7, .7, .7, .7};
    struct distinctive_parts whole, five;
    distinctive_split(&scratch, x, y, mu, mu, 7, 0, &whole);
    distinctive_split(&scratch, x, y, mu, mu, 5, 0, &five);
    assert_near(whole.distinctive_residual, five.distinctive_residual, 1e-14);
    assert_near(whole.distinctive, five.distinctive, 1e-14);
    distinctive_split(&scratch, x, y, flat, flat, 7, 0, &whole);
    assert_near(whole.distinctive_residual, whole.overall, 1e-14);
}

/* A row that lies .7 below the mean everywhere differs from it by rounding noise only. */
static void rounding_noise_below_nothing_is_no_profile(void **state)
{
    (void)state;
    const double mu[] = {-.1, -.2, -.3, -.4}, x[] = {-.8, -.9, -1, -1.1},
                 y[] = {1, 3, 2, 5};
    struct distinctive_parts parts;
    distinctive_split(&scratch, x, y, mu, mu, 4, 1, &parts);
    assert_true(isnan(parts.distinctive) && isnan(parts.distinctive_residual));
}

/* F(2, n) and F(n, 2) have closed points, and an infinite statistic no tail. */
static void points_are_good_to_the_last_digits(void **state)
{
    (void)state;
    const double shares[] = {.025, .2, .5, .8, .975};
    for (size_t s = 0; s < 5; s++)
        for (double n = 1; n < 200; n *= 3) {
            const double p = shares[s], up = n / 2 * expm1(-2 / n * log1p(-p)),
                         root = pow(p, 2 / n);
            assert_near(distribution_f_point(p, 2, n) / up, 1, 1e-14);
            assert_near(distribution_f_point(p, n, 2) /
                            (2 * root / (n * -expm1(2 / n * log(p)))),
                        1, 1e-14);
        }
    assert_near(distribution_f_point(.95, 2, 1e6) / (5e5 * expm1(-2e-6 * log(.05))), 1,
                1e-14);
    assert_near(distribution_f_upper(distribution_f_point(.7, 1, 1e4), 1, 1e4), .3,
                1e-14);
    assert_near(distribution_f_upper(distribution_f_point(.975, 3.3, 1e4), 3.3, 1e4),
                .025, 1e-15);
    assert_near(distribution_f_upper(3, 1, 1), 1. / 3, 1e-15); /* 1 - 2/pi atan(sqrt f) */
    assert_near(distribution_f_upper(0, 2, 3), 1, 0);
    assert_near(distribution_f_upper(INFINITY, 2, 3), 0, 0);
    assert_near(distribution_t_both(INFINITY, 3), 0, 0);
    assert_near(distribution_chi2_upper(0, 3), 1, 0);
    assert_true(isnan(distribution_normal_point(0)) &&
                isnan(distribution_normal_point(1)));
}

static void gaps_are_flagged_from_half_a_point(void **state)
{
    (void)state;
    assert_int_equal(gap_compare(2, .01, 2.5, .01, 9).flag, GAP_MAY_FIND_MORE);
    assert_int_equal(gap_compare(2.5, .01, 2, .01, 9).flag, GAP_MAY_MISS);
    assert_int_equal(gap_compare(2, .01, 2.49, .01, 9).flag, GAP_NONE);
    assert_int_equal(gap_compare(2, .5, 2.75, .01, 9).flag, GAP_NONE);
}

/* Everybody, nobody, one person: tables at their limits. */
static void tables_at_their_limits(void **state)
{
    (void)state;
    struct impact impact;
    impact_describe(&scratch, (struct impact_counts){0, 10, 0, 8}, &impact);
    assert_true(isnan(impact.z) && isnan(impact.chi2_yates) &&
                isnan(impact.impact_ratio));
    assert_true(isnan(impact.ratio_one_moved) && isnan(impact.odds_ratio));
    impact_describe(&scratch, (struct impact_counts){3, 10, 0, 8}, &impact);
    assert_true(isnan(impact.impact_ratio)); /* infinite */
    impact_describe(&scratch, (struct impact_counts){10, 10, 8, 8}, &impact);
    assert_true(isnan(impact.z) && isnan(impact.chi2_yates));
    assert_true(isnan(impact.ratio_one_moved)); /* nobody is left to select */
    assert_near(impact.impact_ratio, 1, 0);
    impact_describe(&scratch, (struct impact_counts){3, 10, 1, 8}, &impact);
    assert_true(isnan(impact.ratio_one_moved)); /* the reference's rate would be 0 */
    assert_near(impact.ratio_log_se, sqrt(.7 / 3 + .875), 1e-14);
    impact_describe(&scratch, (struct impact_counts){3, 10, 2, 8}, &impact);
    assert_near(impact.ratio_one_moved, .4 / .125, 1e-14);
    impact_describe(&scratch, (struct impact_counts){3, 10, 4, 0}, &impact);
    assert_true(isnan(impact.impact_ratio) && isnan(impact.cohens_h));
}

/* A stratum where all hit, or none, says nothing of sameness; one of single people does. */
static void strata_without_choice_do_not_differ(void **state)
{
    (void)state;
    const struct mantel_haenszel_table some[] = {{12, 8, 6, 14}, {3, 9, 4, 3}};
    struct mantel_haenszel_table more[] = {{12, 8, 6, 14}, {3, 9, 4, 3}, {5, 0, 4, 0}};
    struct mantel_haenszel two, three;
    mantel_haenszel_pool(some, 2, &two);
    mantel_haenszel_pool(more, 3, &three);
    assert_near(three.breslow_day, two.breslow_day, 1e-12);
    more[2] = (struct mantel_haenszel_table){0, 5, 0, 4};
    mantel_haenszel_pool(more, 3, &three);
    assert_near(three.breslow_day, two.breslow_day, 1e-12);
    assert_near(three.chi2, two.chi2, 1e-12);
    more[2] = (struct mantel_haenszel_table){1, 0, 3, 4};
    mantel_haenszel_pool(more, 3, &three);
    assert_true(three.breslow_day > two.breslow_day + 1e-3);
    more[2] = (struct mantel_haenszel_table){0, 3, 1, 4};
    mantel_haenszel_pool(more, 3, &three);
    assert_true(three.breslow_day > two.breslow_day + 1e-3);
}

/* One pair of people in each group: chi2 = (ad - bc)^2 (n - 1) / margins, of small numbers too. */
static void one_small_stratum_has_a_chi2(void **state)
{
    (void)state;
    const struct mantel_haenszel_table small = {1, 0, 0, 1}, none = {2, 0, 3, 0};
    struct mantel_haenszel m;
    mantel_haenszel_pool(&small, 1, &m);
    assert_near(m.chi2, 1, 1e-15);
    assert_true(isnan(m.odds_ratio) && isnan(m.or_lo));
    mantel_haenszel_pool(&none, 1, &m);
    assert_true(isnan(m.chi2) && isnan(m.p));
}

/* The first cell of a stratum that has the odds ratio `odds` with its margins kept. */
static double cell_with(const struct mantel_haenszel_table *t, double odds)
{
    double low = fmax(0, t->a - t->d), high = t->a + fmin(t->b, t->c);
    for (int i = 0; i < 200; i++) {
        const double e = (low + high) / 2;
        const double left = e * (t->d - t->a + e),
                     right = (t->a + t->b - e) * (t->a + t->c - e);
        *(left < odds * right ? &low : &high) = e;
    }
    return (low + high) / 2;
}

/* Breslow and Day's sum by its definition, for strata of any size, single people too. */
static void sameness_is_a_sum_over_strata(void **state)
{
    (void)state;
    struct chance chance = chance_init(2);
    for (size_t trial = 0; trial < 300; trial++) {
        struct mantel_haenszel_table tables[3];
        struct mantel_haenszel m;
        double sum = 0, misses = 0, variances = 0;
        for (size_t i = 0; i < 3; i++)
            tables[i] = (struct mantel_haenszel_table){
                (double)chance_below(&chance, 5), (double)chance_below(&chance, 3),
                (double)chance_below(&chance, 3), (double)chance_below(&chance, 5)};
        mantel_haenszel_pool(tables, 3, &m);
        if (!(m.odds_ratio > 0)) {
            assert_true(isnan(m.breslow_day) && isnan(m.log_variance) && isnan(m.or_hi));
            continue;
        }
        for (size_t i = 0; i < 3; i++) {
            const struct mantel_haenszel_table *t = &tables[i];
            const double n1 = t->a + t->b, n2 = t->c + t->d, hits = t->a + t->c;
            if (!(n1 > 0) || !(n2 > 0) || !(hits > 0) || !(hits < n1 + n2))
                continue;
            const double e = cell_with(t, m.odds_ratio);
            const double variance =
                1 / (1 / e + 1 / (n1 - e) + 1 / (hits - e) + 1 / (n2 - hits + e));
            sum += (t->a - e) * (t->a - e) / variance;
            misses += t->a - e;
            variances += variance;
        }
        assert_near(m.breslow_day, sum, 1e-9);
        assert_near(m.breslow_day_tarone, sum - misses * misses / variances, 1e-9);
    }
}

static void a_small_table_has_odds(void **state)
{
    (void)state;
    const struct mantel_haenszel_table small = {2, 1, 1, 2}, none = {0, 3, 2, 4};
    struct mantel_haenszel m;
    mantel_haenszel_pool(&small, 1, &m);
    assert_near(m.odds_ratio, 4, 1e-14);
    mantel_haenszel_pool(&none, 1, &m);
    assert_near(m.odds_ratio, 0, 0);
    assert_true(isnan(m.breslow_day) && isnan(m.or_lo));
}

/* One place alone may set a row apart, and small numbers are no noise. */
static void what_sets_apart_may_be_small_or_single(void **state)
{
    (void)state;
    const double mu[] = {1, 2, 3, 4}, x[] = {6, 2, 3, 4}, y[] = {3, 4, 2, 4};
    const double far[] = {.8, .9, 1, 1.1}, near[] = {.1, .2, .3, .4};
    double small[3][4];
    struct distinctive_parts parts, again;
    distinctive_split(&scratch, x, y, mu, mu, 4, 0, &parts);
    assert_near(parts.distinctive,
                moments_correlation((const double[]){5, 0, 0, 0},
                                    (const double[]){2, 2, -1, 0}, 4),
                1e-14);
    for (size_t i = 0; i < 4; i++) {
        small[0][i] = 1e-20 * x[i];
        small[1][i] = 1e-20 * y[i];
        small[2][i] = 1e-20 * mu[i];
    }
    distinctive_split(&scratch, small[0], small[1], small[2], small[2], 4, 0, &again);
    assert_near(again.distinctive, parts.distinctive, 1e-12);
    assert_near(again.distinctive_residual, parts.distinctive_residual, 1e-12);
    distinctive_split(&scratch, x, far, mu, near, 4, 0, &parts);
    assert_true(isnan(parts.distinctive) && isnan(parts.distinctive_residual));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ends_of_a_scale_leave_little_room),
        cmocka_unit_test(an_answer_in_between_is_an_answer),
        cmocka_unit_test(two_raters_and_three_items_have_one_voice),
        cmocka_unit_test(groups_that_are_empty_are_none),
        cmocka_unit_test(one_rater_has_no_intraclass_correlation),
        cmocka_unit_test(a_constant_between_raters_is_no_rest),
        cmocka_unit_test(a_large_mean_costs_no_digits),
        cmocka_unit_test(residuals_of_gaps_are_gaps),
        cmocka_unit_test(rounding_noise_below_nothing_is_no_profile),
        cmocka_unit_test(points_are_good_to_the_last_digits),
        cmocka_unit_test(gaps_are_flagged_from_half_a_point),
        cmocka_unit_test(tables_at_their_limits),
        cmocka_unit_test(strata_without_choice_do_not_differ),
        cmocka_unit_test(one_small_stratum_has_a_chi2),
        cmocka_unit_test(sameness_is_a_sum_over_strata),
        cmocka_unit_test(a_small_table_has_odds),
        cmocka_unit_test(what_sets_apart_may_be_small_or_single),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
