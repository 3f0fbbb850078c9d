/* Likeness of profiles, agreement and gaps, against values worked out by hand. */
#include "measure/agreement.h"
#include "measure/crystallization.h"
#include "study/distinctive.h"
#include "measure/gap.h"
#include "study/icc_groups.h"
#include "study/profile.h"
#include "measure/profile_se.h"
#include "measure/ranks.h"

#include "near.h"
#include "scratch.h"

/* x = 1 2 3 4, y = 2 1 4 3: Sx2 = Sy2 = 5, Sxy = 3. */
static const double up[] = {1, 2, 3, 4}, zigzag[] = {2, 1, 4, 3};

static void a_small_profile_by_hand(void **state)
{
    (void)state;
    struct profile_likeness p;
    profile_compare(&scratch, up, zigzag, NULL, 4, NAN, &p);
    assert_int_equal(p.count, 4);
    assert_near(p.r, .6, 1e-15);
    assert_near(p.spearman, .6, 1e-15);
    assert_near(p.kendall_b, 2.0 / 6, 1e-15);
    assert_near(p.d2, 4, 0);
    assert_near(p.abs_mean, 1, 0);
    assert_near(p.d2_elevation, 0, 0);
    assert_near(p.d2_scatter, 0, 1e-15);
    assert_near(p.d2_shape, 4, 1e-14);
    assert_near(p.icc_de, .6, 1e-14);
    assert_near(p.ccc, .6, 1e-14);
    assert_near(p.congruence, 28.0 / 30, 1e-14);
    assert_near(p.ci_lo, tanh(atanh(.6) - 1.959963984540054), 1e-14);
    assert_true(isnan(p.qc) && isnan(p.r_weighted));
}

static void elevation_separates_agreement_from_shape(void **state)
{
    (void)state;
    struct profile_likeness p;
    const double higher[] = {3, 4, 5, 6};
    profile_compare(&scratch, up, higher, NULL, 4, 3, &p);
    assert_near(p.r, 1, 0);
    assert_near(p.ci_lo, 1, 0);
    assert_near(p.ci_hi, 1, 0);
    assert_near(p.d2_elevation, 16, 1e-14);
    assert_near(p.icc_de, 1 - 16.0 / (5 + 5 + 8), 1e-14);
    assert_near(p.ccc, 10.0 / 26, 1e-14);
    assert_near(p.jackknife_se, 0, 0);
}

static void missing_and_flat_profiles(void **state)
{
    (void)state;
    struct profile_likeness p;
    const double gaps[] = {NAN, 2, NAN, 4}, flat[] = {.1, .1, .1, .1};
    profile_compare(&scratch, gaps, zigzag, NULL, 4, NAN, &p);
    assert_int_equal(p.count, 2);
    assert_true(isnan(p.r) && isnan(p.icc_de));
    assert_near(p.d2, 2, 0);
    profile_compare(&scratch, flat, zigzag, NULL, 4, NAN, &p);
    assert_true(isnan(p.r) && isnan(p.spearman) && isnan(p.jackknife_se));
    assert_near(p.scatter_x, 0, 0);
    assert_near(p.ccc, 0, 0);
}

static void weights_count_as_repetitions(void **state)
{
    (void)state;
    struct profile_likeness weighted, repeated;
    const double weights[] = {2, 1, 1, 3};
    const double x[] = {1, 1, 2, 3, 4, 4, 4}, y[] = {2, 2, 1, 4, 3, 3, 3};
    profile_compare(&scratch, up, zigzag, weights, 4, NAN, &weighted);
    profile_compare(&scratch, x, y, NULL, 7, NAN, &repeated);
    assert_near(weighted.r_weighted, repeated.r, 1e-14);
    assert_near(weighted.r, .6, 1e-15);
}

static void the_delta_error_is_the_numerical_slope(void **state)
{
    (void)state;
    const double x[] = {1, 5, 2, 4, 7}, y[] = {2, 4, 1, 6, 5}, w[] = {1, 2, 1, .5, 1};
    const double zero[] = {0, 0, 0, 0, 0}, h = 1e-5;
    for (size_t j = 0; j < 5; j++) {
        struct profile_se se, above, below;
        double one[] = {0, 0, 0, 0, 0}, moved[] = {1, 5, 2, 4, 7};
        one[j] = .3;
        profile_se_delta(&scratch, x, y, one, zero, w, 5, &se);
        moved[j] = x[j] + h;
        profile_se_delta(&scratch, moved, y, zero, zero, w, 5, &above);
        moved[j] = x[j] - h;
        profile_se_delta(&scratch, moved, y, zero, zero, w, 5, &below);
        assert_near(se.se_x, fabs(above.r - below.r) / (2 * h) * .3, 1e-9);
        assert_near(se.se_total, se.se_x, 0);
    }
}

static void raters_who_all_agree_get_the_pooled_error(void **state)
{
    (void)state;
    const double ratings[] = {1, 5, 3, 5, 5, 5, NAN, 5};
    double se[2];
    profile_se_raters(ratings, 4, 2, se);
    assert_near(se[0], sqrt(4.0 / 3), 1e-14);
    assert_near(se[1], sqrt(8.0 / 5 / 4), 1e-14); /* pooled 8 / (2 + 3), 4 raters */
}

static void resembling_everybody_is_not_distinctive(void **state)
{
    (void)state;
    struct distinctive_parts p;
    const double mu[] = {1, 2, 3, 4, 5}, x[] = {1.5, 2, 3, 4, 4.5},
                 y[] = {.5, 2, 3, 4, 5.5};
    distinctive_split(&scratch, x, y, mu, mu, 5, 1, &p);
    assert_true(p.overall > .95 && p.normativeness_x > .98);
    assert_near(p.distinctive, -1, 1e-14);
    distinctive_split(&scratch, mu, y, mu, mu, 5, 1, &p);
    assert_true(isnan(p.distinctive) && isnan(p.distinctive_residual));
}

static void agreement_by_hand(void **state)
{
    (void)state;
    struct agreement_item i;
    struct agreement_scale s;
    const double answers[] = {3, 3, 4, 4, 5};
    agreement_describe_item(&scratch, answers, 5, 5, &i);
    assert_near(i.variance, .7, 1e-15);
    assert_near(i.rwg, 1 - .7 / 2, 1e-15);
    assert_near(i.ad_mean, 3.2 / 5, 1e-15);
    assert_near(i.ad_median, 3.0 / 5, 1e-15);
    /* M = 3.8: 1 - 2 x .7 / ((6 x 3.8 - 14.44 - 5) x 5/4) */
    assert_near(i.awg, 1 - 1.4 / (3.36 * 1.25), 1e-13);
    agreement_describe_scale(&scratch, answers, 5, 1, 5, &s);
    assert_near(s.rwgj_uniform, i.rwg, 1e-15);
    assert_near(s.rwgj_slight, 1 - .7 / 1.34, 1e-15);
    const double split[] = {1, 1, 5, 5};
    agreement_describe_item(&scratch, split, 4, 5, &i);
    assert_near(i.rwg, 0, 0);
    agreement_describe_scale(&scratch, split, 4, 1, 5, &s);
    assert_true(s.rwgj_lindell < 0 && s.rwgj_uniform == 0);
    const double ends[] = {5, 5, 5};
    agreement_describe_item(&scratch, ends, 3, 5, &i);
    assert_near(i.awg, 1, 0);
    const double near_end[] = {1, 1, 1, 2, 1, 1, 1, 1};
    agreement_describe_item(&scratch, near_end, 8, 5, &i);
    assert_true(isnan(i.awg));
}

static void groups_by_hand(void **state)
{
    (void)state;
    struct icc_groups icc;
    const double values[] = {1, 3, 5, 7, 9, 11};
    const size_t groups[] = {0, 0, 1, 1, 2, 2};
    icc_groups_describe(&scratch, values, groups, 6, 3, &icc);
    assert_near(icc.msb, 32, 1e-13);
    assert_near(icc.msw, 2, 1e-13);
    assert_near(icc.icc1, 30.0 / 34, 1e-14);
    assert_near(icc.icc2, 30.0 / 32, 1e-14);
    assert_near(icc.k0, 2, 1e-14);
    const size_t alone[] = {0, 1, 2, 3, 4, 5};
    icc_groups_describe(&scratch, values, alone, 6, 6, &icc);
    assert_true(isnan(icc.icc1) && icc.count == 6 && icc.group_count == 6);
}

static void one_voice_by_hand(void **state)
{
    (void)state;
    struct crystallization c;
    const double ratings[] = {1, 2, 3, 4, 2, 1, 4, 3, 3, 3, 3, 3, 1, NAN, 2, 3};
    double r[4];
    bool is_kept[4];
    crystallization_describe(&scratch, ratings, 4, 4, &c);
    assert_int_equal(c.dropped_count, 2);
    assert_near(c.mean_r, .6, 1e-15);
    assert_near(c.mean_r_fisher, .6, 1e-15);
    assert_near(c.crystallization, 1.2 / 1.6, 1e-15);
    assert_near(c.alpha_raters, .75,
                1e-14); /* equal variances: the same as stepping up */
    crystallization_leave_out(&scratch, ratings, 4, 4, is_kept, r);
    assert_true(is_kept[0] && is_kept[1] && !is_kept[2] && !is_kept[3]);
    assert_near(r[0], .6, 1e-15);
}

static void gaps_have_signs_and_errors(void **state)
{
    (void)state;
    struct gap gap = gap_compare(4, .3, 3, 1.6, 16);
    assert_near(gap.gap, -1, 0);
    assert_near(gap.se, .5, 1e-15);
    assert_int_equal(gap.flag, GAP_MAY_MISS);
    assert_int_equal(gap_compare(3, .3, 4, 1.6, 16).flag, GAP_MAY_FIND_MORE);
    assert_int_equal(gap_compare(3, .5, 4, 1.6, 16).flag, GAP_NONE);
    assert_int_equal(gap_compare(3, 0, 3.4, 0, 16).flag, GAP_NONE);
    assert_int_equal(gap_compare(NAN, .3, 4, 1.6, 16).flag, GAP_NONE);
}

static void ranks_and_quantiles_by_hand(void **state)
{
    (void)state;
    const double values[] = {3, 1, 3, 2, NAN};
    double ranks[4];
    ranks_middle(&scratch, values, 4, ranks);
    assert_near(ranks[0], 3.5, 0);
    assert_near(ranks[1], 1, 0);
    assert_near(ranks_quantile(&scratch, values, 5, .5), 2.5, 0);
    assert_near(ranks_quantile(&scratch, values, 5, .25), 1.75, 0);
    assert_true(isnan(ranks_quantile(&scratch, values + 4, 1, .5)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_profile_by_hand),
        cmocka_unit_test(elevation_separates_agreement_from_shape),
        cmocka_unit_test(missing_and_flat_profiles),
        cmocka_unit_test(weights_count_as_repetitions),
        cmocka_unit_test(the_delta_error_is_the_numerical_slope),
        cmocka_unit_test(raters_who_all_agree_get_the_pooled_error),
        cmocka_unit_test(resembling_everybody_is_not_distinctive),
        cmocka_unit_test(agreement_by_hand),
        cmocka_unit_test(groups_by_hand),
        cmocka_unit_test(one_voice_by_hand),
        cmocka_unit_test(gaps_have_signs_and_errors),
        cmocka_unit_test(ranks_and_quantiles_by_hand),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
