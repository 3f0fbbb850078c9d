/* Scales: reliability, factor, response quality, raters, item response models, person fit,
 * response surfaces and shared views, against closed forms. */
#include "study/concordance.h"
#include "measure/raters/icc.h"
#include "study/irt/irt_estimate.h"
#include "measure/raters/kappa.h"
#include "measure/raters/krippendorff.h"
#include "study/irt/person_fit.h"
#include "study/qsort_factors.h"
#include "measure/moments.h"
#include "measure/quality.h"
#include "study/reliability.h"
#include "study/surface.h"
#include "study/values.h"

#include "base/chance.h"

#include "memory_check.h"
#include "near.h"
#include "scratch.h"

/* Two items: alpha = 2 (1 - (va + vb) / var(a+b)). */
static void alpha_by_hand(void **state)
{
    (void)state;
    const double answers[] = {1, 2, 2, 1, 3, 4, 4, 3, NAN, NAN};
    struct reliability_scale s;
    struct reliability_item items[2];
    reliability_describe(&scratch, answers, 5, 2, &s);
    assert_int_equal(s.complete_count, 4);
    assert_near(s.alpha_listwise, .75, 1e-14);
    assert_near(s.alpha_pairwise, .75, 1e-14);
    assert_near(s.average_r, .6, 1e-14);
    assert_near(s.alpha_std, .75, 1e-14);
    assert_near(s.mean, 2.5, 0);
    assert_near(s.sem_listwise, s.sd_listwise / 2, 1e-14);
    assert_true(s.feldt_lo < .75 && s.feldt_hi > .75);
    reliability_describe_items(&scratch, answers, 5, 2, items);
    assert_near(items[0].r_rest, .6, 1e-14);
    assert_true(isnan(items[0].alpha_without));
}

static void runs_and_spread(void **state)
{
    (void)state;
    const double answers[] = {3, 3, 3, NAN, 3, 2, 2, 1};
    size_t longest;
    double average;
    quality_runs(answers, 8, &longest, &average);
    assert_int_equal(longest, 3);
    assert_near(average, 8.0 / 5, 0); /* 3 3 3, gap, 3, 2 2, 1 */
    assert_near(quality_spread(&scratch, answers, 8, 1), 0, 0);
    assert_true(isnan(quality_spread(&scratch, answers + 3, 1, 0)));
}

/* Squares 2, 2, 2, 0 and 12 around the means of the scales, over 2 + 2 + 2 + 1 + 3 degrees. */
static void scatter_is_pooled_within_scales(void **state)
{
    (void)state;
    const double answers[] = {1, 2, 3,   11,  12, 13, 4, 5, 6,
                              7, 7, NAN, NAN, 1,  1,  5, 1, 9};
    const size_t sizes[] = {3, 3, 3, 3, 1, 4, 1};
    assert_near(quality_scatter(answers, sizes, 7), sqrt((2 + 2 + 2 + 0 + 12) / 10.0),
                1e-15);
    assert_true(isnan(quality_scatter(answers, sizes, 5))); /* 7 degrees say too little */
    assert_true(isnan(quality_scatter(answers, sizes, 0)));
}

static void distance_of_uncorrelated_items(void **state)
{
    (void)state;
    const double answers[] = {1, 1, 1, -1, -1, 1, -1, -1};
    double distances[4];
    quality_mahalanobis(&scratch, answers, 4, 2, distances);
    for (size_t i = 0; i < 4; i++)
        assert_near(distances[i], 1.5, 1e-14); /* 2 / (4/3) */
    quality_mahalanobis(&scratch, answers, 2, 2, distances);
    assert_true(isnan(distances[0]));
}

static void values_are_centred_within_the_person(void **state)
{
    (void)state;
    const double answers[] = {1, 2, 6, NAN};
    const size_t items[] = {0, 0, 1, 2};
    double mean, scores[3];
    values_score(answers, items, 4, 3, (struct values_form){0, 0}, &mean, scores);
    assert_near(mean, 3, 0);
    assert_near(scores[0], -1.5, 0);
    assert_near(scores[1], 3, 0);
    assert_true(isnan(scores[2]));
    values_score(answers, items, 4, 3, (struct values_form){0, 1}, &mean, scores);
    assert_near(scores[1], 3 / sqrt(7), 1e-15);
}

/* One rater 1 above the other everywhere: consistency is perfect, agreement is not. */
static void consistency_is_not_agreement(void **state)
{
    (void)state;
    const double ratings[] = {1, 2, 2, 3, 3, 4}, same[] = {2, 2, 2, 2};
    struct icc forms[ICC_FORM_COUNT];
    icc_describe(ratings, 3, 2, forms);
    assert_near(forms[ICC_3].icc, 1, 1e-15);
    assert_near(forms[ICC_2].icc, 2 / (2 + 2 * 1.5 / 3), 1e-14);
    assert_near(forms[ICC_2K].icc, .8, 1e-14);
    assert_string_equal(icc_name(ICC_2K), "ICC2k");
    icc_describe(same, 2, 2, forms);
    assert_true(isnan(forms[ICC_1].icc));
}

static void kappa_by_hand(void **state)
{
    (void)state;
    const size_t one[] = {0, 0, 1, 1}, other[] = {0, 1, 1, 1};
    const size_t table[] = {0, 0, 0, 1, 1, 1, 1, 1};
    struct kappa kappa;
    kappa_pair(&scratch, one, other, 4, 2, KAPPA_UNWEIGHTED, &kappa);
    assert_near(kappa.kappa, .5, 1e-15);
    kappa_pair(&scratch, one, other, 4, 2, KAPPA_QUADRATIC, &kappa);
    assert_near(kappa.kappa, .5, 1e-15);
    assert_near(kappa_light(&scratch, table, 4, 2, 2), .5, 1e-15);
    kappa_fleiss(&scratch, table, 4, 2, 2, &kappa);
    const double chance = (9.0 + 25) / 64;
    assert_near(kappa.kappa, (.75 - chance) / (1 - chance), 1e-14);
    assert_near(krippendorff_alpha(&scratch, table, 4, 2, NULL, 2, KRIPPENDORFF_NOMINAL),
                1 - 7 * 2.0 / 30, 1e-14);
}

static void perfect_concordance(void **state)
{
    (void)state;
    const double ratings[] = {1, 2, 2, 4, 3, 9};
    struct concordance c;
    concordance_describe(&scratch, ratings, 3, 2, &c);
    assert_near(c.kendall_w, 1, 1e-15);
    assert_near(c.kendall_chi2, 4, 1e-14);
    assert_near(c.mean_spearman, 1, 1e-15);
    assert_near(c.percent_within_1, 100.0 / 3, 1e-13);
}

static void curves_by_hand(void **state)
{
    (void)state;
    const double b[] = {.5, 1.5}, theta = .5;
    const struct irt_item binary = {IRT_2PL, 0, 1.6, b, 1, 0, 1};
    const struct irt_item graded = {IRT_GRM, 0, 1.6, b, 2, 0, 1};
    const struct irt_item partial = {IRT_GPCM, 0, 1.6, b, 1, 0, 1};
    const struct irt_item four = {IRT_4PL, 0, 1.6, b, 1, .2, .9};
    double p[3], s[3], q[3];
    irt_curves(&binary, theta, p, s);
    assert_near(p[1], .5, 1e-15);
    assert_near(irt_information(&scratch, &binary, theta), 1.6 * 1.6 / 4, 1e-14);
    irt_curves(&graded, theta, p, s);
    assert_near(p[2], 1 / (1 + exp(1.6)), 1e-15);
    assert_near(p[0] + p[1] + p[2], 1, 1e-15);
    irt_curves(&binary, 1.3, p, s);
    irt_curves(&partial, 1.3, q, s);
    assert_near(p[1], q[1], 1e-15);
    irt_curves(&four, theta, p, s);
    assert_near(p[1], .55, 1e-15);
    irt_curves(&graded, 60, p, s); /* far out nothing is lost */
    assert_near(log(p[0]), -1.6 * 59.5, 1e-12);
    assert_near(log(p[1]), -1.6 * 58.5 + log(1 - exp(-1.6)), 1e-12);
}

static void estimates_by_hand(void **state)
{
    (void)state;
    const double b[] = {0};
    const struct irt_item item = {IRT_2PL, 0, 2, b, 1, 0, 1}, *items[] = {&item, &item};
    const size_t mixed[] = {0, 1}, solved[] = {1, 1};
    struct irt_answers answers = {items, mixed, 2};
    assert_near(irt_estimate_eap(&scratch, &answers).theta, 0, 1e-15);
    assert_near(irt_estimate_map(&scratch, &answers).se, 1 / sqrt(3), 1e-12);
    assert_near(irt_estimate_ml(&scratch, &answers).theta, 0, 1e-12);
    assert_near(irt_estimate_ml(&scratch, &answers).se, 1 / sqrt(2), 1e-12);
    answers.categories = solved;
    assert_true(isnan(irt_estimate_ml(&scratch, &answers).theta));
    const double mode = irt_estimate_map(&scratch, &answers).theta;
    assert_near(mode, 4 / (1 + exp(2 * mode)), 1e-12); /* slope 2 x 2 (1 - P) = theta */
    assert_true(irt_estimate_eap(&scratch, &answers).theta > 0);
    answers.count = 0;
    assert_true(isnan(irt_estimate_eap(&scratch, &answers).theta));
}

static void guttman_errors_by_hand(void **state)
{
    (void)state;
    /* shares passing fall from the first item to the last: 4, 3, 2 of 5 */
    const size_t answers[] = {1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1};
    struct person_fit fits[5];
    person_fit_describe(&scratch, answers, 5, 3, 2, fits);
    assert_near(fits[0].guttman, 0, 0);
    assert_near(fits[1].guttman, 0, 0);
    assert_near(fits[4].guttman, 2, 0); /* two easier ones failed */
    assert_near(fits[4].guttman_norm, 1, 0);
    assert_near(fits[4].u3, 1, 1e-14);
    assert_near(fits[1].u3, 0, 1e-14);
}

static void a_surface_without_error_comes_back(void **state)
{
    (void)state;
    double x[25], y[25], z[25];
    struct surface s;
    for (size_t i = 0; i < 25; i++) {
        x[i] = (double)(i / 5);
        y[i] = (double)(i % 5);
        z[i] = 7 - (x[i] - y[i]) * (x[i] - y[i]);
    }
    surface_fit(&scratch, x, y, z, 25, &s);
    const double want[SURFACE_TERMS] = {7, 0, 0, -1, 2, -1, 0, 0, 0, -4, 0};
    for (size_t t = 0; t < SURFACE_TERMS; t++)
        assert_near(s.terms[t].estimate, want[t], 1e-11);
    assert_near(s.r2, 1, 1e-12);
    assert_near(s.p11, 1, 1e-10);
    for (size_t i = 0; i < 25; i++)
        y[i] = 3; /* one organization: nothing can be told */
    surface_fit(&scratch, x, y, z, 25, &s);
    assert_true(isnan(s.terms[0].estimate) && s.count == 25);
}

static void two_camps_are_two_factors(void **state)
{
    (void)state;
    const double sorts[] = {-2, -2, 1, 1, -1, -1, -2, -2, 0, 0,
                            2,  2,  1, 1, -1, -1, 2,  2,  0, 0};
    struct qsort_factors f;
    struct qsort_factor one;
    qsort_factors_find(&scratch, sorts, 5, 4, 2, &f);
    qsort_factors_describe(&f, 0, &one);
    assert_int_equal(one.flagged_count, 2);
    assert_near(one.reliability, 1.6 / 1.8, 1e-15);
    assert_near(f.eigenvalues[0] + f.eigenvalues[1], 4, 1e-12);
    for (size_t i = 0; i < 4; i++) {
        const double *row = f.loadings + 2 * i;
        assert_near(row[0] * row[0] + row[1] * row[1], 1, 1e-12);
        assert_int_equal(f.flags[2 * i] + f.flags[2 * i + 1], 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_by_hand),
        cmocka_unit_test(runs_and_spread),
        cmocka_unit_test(scatter_is_pooled_within_scales),
        cmocka_unit_test(distance_of_uncorrelated_items),
        cmocka_unit_test(values_are_centred_within_the_person),
        cmocka_unit_test(consistency_is_not_agreement),
        cmocka_unit_test(kappa_by_hand),
        cmocka_unit_test(perfect_concordance),
        cmocka_unit_test(curves_by_hand),
        cmocka_unit_test(estimates_by_hand),
        cmocka_unit_test(guttman_errors_by_hand),
        cmocka_unit_test(a_surface_without_error_comes_back),
        cmocka_unit_test(two_camps_are_two_factors),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
