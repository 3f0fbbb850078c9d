/* Matrices, profiles, items and choices: in any unit, with gaps, with just enough to tell. */
#include "measure/bestworst.h"
#include "study/dif.h"
#include "measure/raters/icc.h"
#include "measure/distribution.h"
#include "measure/raters/krippendorff.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "study/ordinal.h"
#include "study/pairs.h"
#include "study/irt/person_fit.h"
#include "study/profile.h"
#include "measure/profile_se.h"
#include "measure/quality.h"
#include "measure/ranks.h"
#include "study/reliability.h"
#include "measure/situations.h"
#include "study/surface.h"
#include "study/values.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

/* A matrix can be inverted or not whatever the unit of its numbers. */
static void the_unit_of_a_matrix_does_not_matter(void **state)
{
    (void)state;
    for (double unit = 1e-20; unit < 1e21; unit *= 1e10) {
        double regular[] = {4 * unit, unit, unit, 9 * unit};
        double flat[] = {unit, 3 * unit, 3 * unit, 9 * unit};
        assert_true(matrix_invert(regular, 2));
        assert_near(regular[0] * unit, 9. / 35, 1e-14);
        assert_near(regular[1] * unit, -1. / 35, 1e-14);
        assert_near(regular[3] * unit, 4. / 35, 1e-14);
        assert_false(matrix_invert(flat, 2));
    }
}

/* Numbers whose squares are too small or too large to multiply, and those that hardly differ. */
static void correlations_hold_in_any_unit(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 5}, y[] = {2, 1, 4, 4}, r = moments_correlation(x, y, 4);
    const double noise[] = {.1 + .2, .3, .1 + .2, .3},
                 below[] = {-.1 - .2, -.3, -.1 - .2, -.3};
    for (double unit = 1e-100; unit < 1e101; unit *= 1e50) {
        double moved[4];
        for (size_t i = 0; i < 4; i++)
            moved[i] = unit * x[i];
        assert_near(moments_correlation(moved, y, 4), r, 1e-14);
        double turned[4];
        for (size_t i = 0; i < 4; i++)
            turned[i] = unit * y[i];
        assert_near(moments_correlation(moved, turned, 4), r, 1e-14);
    }
    assert_true(is_moments_flat(noise, 4) && is_moments_flat(below, 4));
    assert_true(isnan(ranks_kendall_b(noise, y, 4)) &&
                isnan(ranks_kendall_b(y, noise, 4)));
    assert_true(isnan(ranks_spearman(&scratch, noise, y, 4)));
    assert_false(is_moments_flat((const double[]){0, 1e-300}, 2));
    assert_false(is_moments_flat((const double[]){-1, 0}, 2));
    assert_false(is_moments_flat((const double[]){0, 1}, 2));
}

static void weights_need_three_that_differ(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 5}, y[] = {2, 1, 4, 4}, flat[] = {1, 1, 1, 1};
    const double two[] = {1, 1, 0, 0}, three[] = {1, 1, 1, 0};
    assert_true(isnan(moments_weighted_correlation(x, y, two, 4)));
    assert_near(moments_weighted_correlation(x, y, three, 4),
                moments_correlation(x, y, 3), 1e-15);
    assert_true(isnan(moments_weighted_correlation(flat, y, three, 4)));
    assert_true(isnan(moments_weighted_correlation(x, flat, three, 4)));
}

/* Whichever of the four is missing takes its dimension out. */
static void a_gap_in_any_of_four_is_a_gap(void **state)
{
    (void)state;
    double lists[4][5] = {
        {1, 2, 4, 3, 9}, {2, 1, 4, 6, 2}, {.1, .2, .3, .2, .4}, {.3, .2, .1, .2, .3}};
    struct profile_se four, se;
    profile_se_delta(&scratch, lists[0], lists[1], lists[2], lists[3], NULL, 4, &four);
    for (size_t k = 0; k < 4; k++) {
        const double kept = lists[k][4];
        lists[k][4] = NAN;
        profile_se_delta(&scratch, lists[0], lists[1], lists[2], lists[3], NULL, 5, &se);
        assert_int_equal(se.count, 4);
        assert_near(se.se_total, four.se_total, 1e-15);
        lists[k][4] = kept;
    }
}

static void profiles_at_their_limits(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 5}, flat[] = {2, 2, 2, 2}, zeros[] = {0, 0, 0, 0};
    struct profile_likeness same, with_flat, with_zeros;
    profile_compare(&scratch, x, x, NULL, 4, NAN, &same);
    assert_near(same.ci_lo, 1, 0);
    assert_near(same.ci_hi, 1, 0);
    assert_true(isnan(same.qc) && isnan(same.r_weighted));
    profile_compare(&scratch, x, flat, NULL, 4, NAN, &with_flat);
    assert_near(with_flat.ccc, 0, 0);
    assert_near(with_flat.d2_shape, 0, 0);
    assert_true(isnan(with_flat.r) && isnan(with_flat.ci_lo));
    profile_compare(&scratch, x, zeros, NULL, 4, NAN, &with_zeros);
    assert_true(isnan(with_zeros.congruence));
}

/* An answer that is missing from a half, a scale with an odd number, signs of all answers. */
static void halves_are_means_of_what_is_there(void **state)
{
    (void)state;
    const double answers[] = {1, 2, NAN, 4, 3, 3, 5, 6, 4};
    const size_t sizes[] = {3, 2, 4};
    const double odd[] = {1, 4, 4.5}, even[] = {2, 3, 4.5};
    const double r = moments_correlation(odd, even, 3);
    assert_near(quality_even_odd(&scratch, answers, sizes, 3), 2 * r / (1 + r), 1e-14);
}

/* As many people as items span no space; one more may. */
static void distances_need_more_people_than_items(void **state)
{
    (void)state;
    const double answers[] = {0, 0, 1, 0, 0, 1};
    double d[3];
    quality_mahalanobis(&scratch, answers, 3, 2, d);
    for (size_t i = 0; i < 3; i++)
        assert_near(d[i], 4. / 3, 1e-14);
    quality_mahalanobis(&scratch, answers, 2, 2, d);
    assert_true(isnan(d[0]) && isnan(d[1]));
    const double one[] = {1, 2};
    quality_mahalanobis(&scratch, one, 1, 1, d);
    assert_true(isnan(d[0]));
}

/* Two items that cancel but for rounding have no alpha in any unit; small variances have one. */
static void alpha_does_not_depend_on_the_unit(void **state)
{
    (void)state;
    for (double unit = 1e-6; unit < 1e7; unit *= 1e3) {
        double contrary[8], alike[8];
        for (size_t i = 0; i < 4; i++) {
            contrary[2 * i] = unit * .1 * (double)(i * i + 1);
            contrary[2 * i + 1] = -unit * .1 * (double)(i * i + 1);
            alike[2 * i] = unit * (double)i;
            alike[2 * i + 1] = unit * (double)(i / 2);
        }
        struct reliability_scale scale;
        struct reliability_item rest[2];
        reliability_describe(&scratch, contrary, 4, 2, &scale);
        assert_true(isnan(scale.alpha_pairwise));
        reliability_describe(&scratch, alike, 4, 2, &scale);
        assert_near(scale.alpha_pairwise, 8. / 10, 1e-12);
        reliability_describe_items(&scratch, alike, 4, 2, rest);
        assert_near(rest[0].r_rest, scale.average_r, 1e-12);
        assert_true(isnan(rest[0].alpha_without));
    }
}

static void an_item_without_spread_has_no_correlation(void **state)
{
    (void)state;
    const double answers[] = {1, 4, 2, 4, 4, 4, 3, 4};
    struct reliability_scale scale;
    struct reliability_item items[2];
    reliability_describe(&scratch, answers, 4, 2, &scale);
    assert_true(isnan(scale.average_r) && isnan(scale.alpha_std));
    reliability_describe_items(&scratch, answers, 4, 2, items);
    assert_true(isnan(items[0].r_rest) && isnan(items[1].r_rest));
}

/* One decided game for each step of a circle: everybody is worth the same. */
static void single_games_are_enough(void **state)
{
    (void)state;
    const double circle[] = {0, 1, 0, 0, 0, 1, 1, 0, 0},
                 chain[] = {0, 1, 0, 0, 0, 1, 0, 0, 0};
    const double back[] = {0, 0, 0, 1, 0, 0, 1, 1, 0};
    struct pairs_worth worths[3];
    pairs_bradley_terry(&scratch, circle, 3, worths);
    for (size_t i = 0; i < 3; i++) {
        assert_near(worths[i].worth, 1. / 3, 1e-14);
        assert_near(worths[i].log_worth, 0, 1e-14);
    }
    assert_near(worths[1].se, sqrt(8. / 3), 1e-13);
    pairs_bradley_terry(&scratch, chain, 3, worths); /* the first cannot be beaten */
    assert_true(isnan(worths[0].worth) && isnan(worths[2].se));
    pairs_bradley_terry(&scratch, back, 3, worths);
    assert_true(isnan(worths[0].worth) && isnan(worths[2].se));
}

/* One share that everybody holds, or nobody, or that is missing, leaves no scale at all. */
static void one_undecided_share_undoes_the_scale(void **state)
{
    (void)state;
    const double spoilt[] = {0, 1, NAN};
    for (size_t k = 0; k < 3; k++)
        for (size_t cell = 1; cell < 9; cell++) {
            double shares[] = {.5, .6, .7, .4, .5, .6, .3, .4, .5}, scale[3];
            if (cell % 4 == 0)
                continue;
            shares[cell] = spoilt[k];
            pairs_case_five(shares, 3, scale);
            for (size_t j = 0; j < 3; j++)
                assert_true(isnan(scale[j]));
        }
}

static void two_objects_have_no_triads(void **state)
{
    (void)state;
    const double wins[] = {0, 1, 0, 0}, circle[] = {0, 1, 0, 0, 0, 1, 1, 0, 0};
    double triads, zeta;
    pairs_consistency(wins, 2, &triads, &zeta);
    assert_near(triads, 0, 0);
    assert_true(isnan(zeta));
    pairs_consistency(circle, 3, &triads, &zeta);
    assert_near(triads, 1, 0);
    assert_near(zeta, 0, 1e-15);
}

/* A key has the mean 0 and the spread 1; raters who say the opposite of each other, or nothing,
 * have none. */
static void a_key_is_standardized(void **state)
{
    (void)state;
    const double alike[] = {1, 2, 4, 1.5, 2, 4.5}, little[] = {1, 1.1, 1.3, 1, 1.1, 1.3};
    const double against[] = {1, 2, 4, 4, 2, 1}, flat[] = {3, 3, 3, 3, 3, 3};
    struct situations_key key;
    situations_key_make(&scratch, alike, 2, 3, &key);
    assert_true(key.is_usable);
    assert_near(moments_mean(key.values, 3), 0, 1e-15);
    assert_near(moments_sd(key.values, 3), 1, 1e-15);
    assert_true(key.values[0] < key.values[1] && key.values[1] < key.values[2]);
    situations_key_make(&scratch, little, 2, 3, &key);
    assert_true(key.is_usable && key.icc == 1);
    assert_near(moments_sd(key.values, 3), 1, 1e-14);
    assert_near(situations_score(key.values, 3, 2, 0), 1, 1e-15);
    situations_key_make(&scratch, against, 2, 3, &key);
    assert_false(key.is_usable);
    situations_key_make(&scratch, flat, 2, 3, &key);
    assert_true(!key.is_usable && isnan(key.values[0]));
}

enum { ROWS = 11 };

/* A row with a gap in x, in y or in z is no row. */
static void gaps_change_no_surface(const double *x, const double *y, const double *z,
                                   double r2)
{
    const double *lists[] = {x, y, z};
    for (size_t k = 0; k < 3; k++) {
        double all[3][ROWS + 1];
        struct surface s;
        for (size_t l = 0; l < 3; l++) {
            for (size_t i = 0; i < ROWS; i++)
                all[l][i] = lists[l][i];
            all[l][ROWS] = l == k ? NAN : 7 * x[1];
        }
        surface_fit(&scratch, all[0], all[1], all[2], ROWS + 1, &s);
        assert_int_equal(s.count, ROWS);
        assert_near(s.r2, r2, 1e-9);
    }
}

/* The unit of the axes changes the coefficients by its powers, never whether there are any. */
static void surfaces_hold_in_any_unit(void **state)
{
    (void)state;
    for (double unit = 1e-6; unit < 1e7; unit *= 1e6) {
        double x[ROWS], y[ROWS], twice[ROWS], z[ROWS];
        struct surface s, none;
        for (size_t i = 0; i < ROWS; i++) {
            const double a = (double)(i % 4), b = (double)(i / 3);
            x[i] = unit * a;
            y[i] = unit * b;
            twice[i] = 2 * x[i];
            z[i] = 2 + a - b + 3 * a * b + (i % 2 ? .1 : -.1);
        }
        surface_fit(&scratch, x, y, z, ROWS, &s);
        assert_near(s.terms[4].estimate * unit * unit, 3, .1);
        assert_true(s.r2 > .99 && s.r2 < 1);
        for (size_t t = 0; t < SURFACE_TERMS; t++)
            assert_near(s.terms[t].p, distribution_t_both(s.terms[t].t, ROWS - 6), 1e-15);
        gaps_change_no_surface(x, y, z, s.r2);
        surface_fit(&scratch, x, y, z, 6, &none);
        assert_true(isnan(none.r2) && isnan(none.terms[0].estimate));
        surface_fit(&scratch, x, twice, z, ROWS, &none);
        assert_true(isnan(none.r2) && isnan(none.terms[0].estimate));
    }
}

/* What was not answered counts for nothing, and the widest block may come first. */
static void unanswered_blocks_are_no_blocks(void **state)
{
    (void)state;
    const size_t wide[] = {0, 1, 2, 3, 4}, narrow[] = {1, 3};
    const struct bestworst_block blocks[] = {
        {wide, 5, 2, 4}, {narrow, 2, 0, 1}, {narrow, 2, 1, BESTWORST_NONE}};
    struct bestworst_utilities two, three;
    bestworst_fit(&scratch, blocks, 2, 5, 1.5, &two);
    bestworst_fit(&scratch, blocks, 3, 5, 1.5, &three);
    assert_int_equal(three.block_count, 2);
    assert_near(three.rlh, two.rlh, 0);
    for (size_t i = 0; i < 5; i++)
        assert_near(three.utility[i], two.utility[i], 0);
}

/* A prior that hardly holds: hundreds of choices one way, yet an equation that is kept. */
static void a_weak_prior_still_holds(void **state)
{
    (void)state;
    enum { BLOCKS = 300 };
    static struct bestworst_block blocks[BLOCKS];
    const size_t shown[] = {0, 1};
    const double tau = 20;
    struct bestworst_utilities fit;
    for (int turned = 0; turned < 2; turned++) {
        for (size_t b = 0; b < BLOCKS; b++)
            blocks[b] = (struct bestworst_block){shown, 2, turned, 1 - turned};
        bestworst_fit(&scratch, blocks, BLOCKS, 2, tau, &fit);
        const double far = fit.utility[turned];
        assert_near(fit.utility[1 - turned], -far, 1e-9);
        assert_near(far / (tau * tau), BLOCKS / (1 + exp(2 * far)), 1e-9);
        assert_true(far > 2.5);
    }
}

/* The models are those of any unit of the score; without two answers, two scores or two groups
 * there is nothing to compare. */
static void dif_needs_answers_and_scores_that_vary(void **state)
{
    (void)state;
    enum { PEOPLE = 60 };
    double solved[PEOPLE], all[PEOPLE];
    size_t scores[PEOPLE], large[PEOPLE], flat[PEOPLE];
    bool is_focal[PEOPLE];
    struct chance chance = chance_init(5);
    struct dif close, wide, none;
    for (size_t i = 0; i < PEOPLE; i++) {
        scores[i] = i % 10;
        large[i] = 100 * scores[i];
        flat[i] = 3;
        is_focal[i] = i % 3 == 0;
        solved[i] = (double)chance_below(&chance, 2);
        all[i] = 1;
    }
    dif_describe(&scratch, solved, is_focal, scores, PEOPLE, &close);
    dif_describe(&scratch, solved, is_focal, large, PEOPLE, &wide);
    assert_near(close.models.lr_uniform, wide.models.lr_uniform, 1e-9);
    assert_near(close.models.lr_nonuniform, wide.models.lr_nonuniform, 1e-9);
    assert_near(close.models.lr_both,
                close.models.lr_uniform + close.models.lr_nonuniform, 1e-9);
    dif_describe(&scratch, solved, is_focal, flat, PEOPLE, &none);
    assert_true(isnan(none.models.lr_uniform) && isnan(none.models.lr_nonuniform) &&
                isnan(none.models.lr_both));
    const bool nobody[PEOPLE] = {0};
    dif_describe(&scratch, solved, nobody, scores, PEOPLE, &none);
    assert_true(isnan(none.models.lr_uniform) && isnan(none.models.lr_both));
    dif_describe(&scratch, all, is_focal, scores, PEOPLE, &none);
    assert_true(isnan(none.models.lr_uniform) && isnan(none.models.lr_both));
    for (size_t i = 0; i < PEOPLE; i++)
        all[i] = 0;
    dif_describe(&scratch, all, is_focal, scores, PEOPLE, &none);
    assert_true(isnan(none.models.lr_uniform) && isnan(none.models.lr_both));
}

/* One predictor that parts the people: the likelihood rises to certainty and has no top. */
static void a_parted_answer_has_a_deviance_of_nothing(void **state)
{
    (void)state;
    const double at[] = {-2, -1, -.5, .5, 1, 2};
    const size_t answers[] = {0, 0, 0, 1, 1, 1};
    assert_near(ordinal_deviance(&scratch, at, answers, 6, 1, 2), 0, 1e-9);
}

/* An outlier that a full step overshoots by far: the deviance is still the lowest there is. It has
 * one valley only, so that ever finer grids around the lowest point so far walk down into it. */
static void an_outlier_does_not_lead_astray(void **state)
{
    (void)state;
    enum { PEOPLE = 41, SIDE = 61 };
    double at[PEOPLE];
    size_t answers[PEOPLE];
    for (size_t i = 0; i < PEOPLE; i++) {
        at[i] = i == 0 ? -200 : (double)i / 10;
        answers[i] = i == 0 ? 1 : i > 36 || i % 9 == 0 ? 1 : 0;
    }
    const double found = ordinal_deviance(&scratch, at, answers, PEOPLE, 1, 2);
    double lowest = INFINITY, best[] = {0, 2};
    for (double step = .1; step > 1e-5; step /= 4) {
        const double from[] = {best[0] - SIDE / 2 * step, best[1] - SIDE / 2 * step};
        for (int i = 0; i < SIDE * SIDE; i++) {
            const double slope = from[0] + i % SIDE * step;
            const double threshold = from[1] + i / SIDE * step;
            double sum = 0;
            for (size_t k = 0; k < PEOPLE; k++) {
                const double x = (answers[k] ? -1 : 1) * (slope * at[k] - threshold);
                sum += 2 * (x > 30 ? x : log1p(exp(x)));
            }
            if (sum < lowest)
                lowest = sum, best[0] = slope, best[1] = threshold;
        }
    }
    assert_true(found <= lowest + 1e-9);
    assert_true(found > lowest - 1e-6);
}

/* The strongest first: everybody else lies below it. */
static void a_chain_of_losers_goes_down(void **state)
{
    (void)state;
    enum { OBJECTS = 5 };
    double wins[OBJECTS * OBJECTS] = {0};
    struct pairs_worth worths[OBJECTS];
    for (size_t i = 1; i < OBJECTS; i++) {
        wins[(i - 1) * OBJECTS + i] = 99;
        wins[i * OBJECTS + i - 1] = 1;
    }
    pairs_bradley_terry(&scratch, wins, OBJECTS, worths);
    for (size_t i = 0; i < OBJECTS; i++)
        assert_near(worths[i].log_worth, -(double)i * log(99), 1e-9);
}

/* Utilities far beyond what exp can hold still make chances. */
static void far_utilities_have_chances(void **state)
{
    (void)state;
    const size_t shown[] = {0, 1, 2};
    const struct bestworst_block block = {shown, 3, 0, 1};
    const double utility[] = {1000, 999, -1000};
    double best[3], worst[9];
    bestworst_chances(&block, utility, best, worst);
    assert_near(best[0], 1 / (1 + exp(-1)), 1e-14);
    assert_near(best[2], 0, 0);
    assert_near(worst[2], 1, 1e-15);
    assert_near(worst[2 * 3 + 1], 1 / (1 + exp(-1)), 1e-14);
}

/* Two pairs have a covariance; an item may correlate below 0 with the others. */
static void the_fewest_and_the_contrary(void **state)
{
    (void)state;
    const double x[] = {1, 3}, y[] = {2, 6};
    const double answers[] = {1, 2, 5, 2, 3, 4, 3, 3, 3, 4, 5, 1, 5, 4, 2};
    const double noise[] = {.1 + .2, .3, .1 + .2, .3}, plain[] = {1, 2, 4, 3};
    const double weights[] = {1, 1, 1, 1};
    struct reliability_item items[3];
    double rest[5], third[5];
    assert_near(moments_covariance(x, y, 2), 4, 1e-15);
    reliability_describe_items(&scratch, answers, 5, 3, items);
    for (size_t i = 0; i < 5; i++) {
        rest[i] = answers[3 * i] + answers[3 * i + 1];
        third[i] = answers[3 * i + 2];
    }
    assert_near(items[2].r_rest, moments_correlation(rest, third, 5), 1e-14);
    assert_true(items[2].r_rest < -.5);
    assert_true(isnan(moments_weighted_correlation(noise, plain, weights, 4)));
    assert_true(isnan(moments_weighted_correlation(plain, noise, weights, 4)));
    size_t longest;
    double average;
    quality_runs(x, 0, &longest, &average);
    assert_int_equal(longest, 0);
    const size_t patterns[] = {1, 0, 1, 0, 1, 1, 0, 1};
    struct person_fit fits[4];
    person_fit_describe(&scratch, patterns, 4, 2, 2, fits);
    assert_near(fits[3].guttman, 1, 0);
    assert_near(fits[3].guttman_norm, 1, 0);
}

/* Likeness has no unit. */
static void profiles_are_alike_in_any_unit(void **state)
{
    (void)state;
    const double x[] = {1, 2, 4, 3}, y[] = {2, 1, 5, 5};
    double small_x[4], small_y[4];
    struct profile_likeness whole, small;
    for (size_t i = 0; i < 4; i++) {
        small_x[i] = 1e-3 * x[i];
        small_y[i] = 1e-3 * y[i];
    }
    profile_compare(&scratch, x, y, NULL, 4, 3, &whole);
    profile_compare(&scratch, small_x, small_y, NULL, 4, 3e-3, &small);
    assert_near(small.icc_de, whole.icc_de, 1e-13);
    assert_near(small.ccc, whole.ccc, 1e-13);
    assert_near(small.congruence, whole.congruence, 1e-13);
    assert_near(small.qc, whole.qc, 1e-13);
}

/* Agreement on a scale does not depend on its unit; a raw score is the mean of its items. */
static void scales_have_no_unit_and_raw_scores_do(void **state)
{
    (void)state;
    const size_t codes[] = {0, 1, 1, 1, 2, 2, 0, 2};
    const double large[] = {100, 200, 400}, small[] = {1e-4, 2e-4, 4e-4};
    assert_near(
        krippendorff_alpha(&scratch, codes, 4, 2, small, 3, KRIPPENDORFF_INTERVAL),
        krippendorff_alpha(&scratch, codes, 4, 2, large, 3, KRIPPENDORFF_INTERVAL),
        1e-13);
    const double answers[] = {1, 4, 2, 6};
    const size_t of[] = {0, 0, 1, 1};
    double mean, scores[2];
    values_score(answers, of, 4, 2, (struct values_form){.is_raw = 1}, &mean, scores);
    assert_near(scores[0], 2.5, 1e-15);
    assert_near(scores[1], 4, 1e-15);
    values_score(answers, of, 4, 2, (struct values_form){.is_raw = 0}, &mean, scores);
    assert_near(scores[0], -.75, 1e-15);
    const double flat[] = {3, 3, 3, 3};
    const struct values_form both = {.is_raw = 1, .is_standardized = 1};
    values_score(flat, of, 4, 2, both, &mean, scores);
    assert_true(isnan(scores[0]) && isnan(scores[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_unit_of_a_matrix_does_not_matter),
        cmocka_unit_test(correlations_hold_in_any_unit),
        cmocka_unit_test(weights_need_three_that_differ),
        cmocka_unit_test(a_gap_in_any_of_four_is_a_gap),
        cmocka_unit_test(profiles_at_their_limits),
        cmocka_unit_test(halves_are_means_of_what_is_there),
        cmocka_unit_test(distances_need_more_people_than_items),
        cmocka_unit_test(alpha_does_not_depend_on_the_unit),
        cmocka_unit_test(an_item_without_spread_has_no_correlation),
        cmocka_unit_test(single_games_are_enough),
        cmocka_unit_test(one_undecided_share_undoes_the_scale),
        cmocka_unit_test(two_objects_have_no_triads),
        cmocka_unit_test(a_key_is_standardized),
        cmocka_unit_test(surfaces_hold_in_any_unit),
        cmocka_unit_test(unanswered_blocks_are_no_blocks),
        cmocka_unit_test(a_weak_prior_still_holds),
        cmocka_unit_test(dif_needs_answers_and_scores_that_vary),
        cmocka_unit_test(a_parted_answer_has_a_deviance_of_nothing),
        cmocka_unit_test(an_outlier_does_not_lead_astray),
        cmocka_unit_test(a_chain_of_losers_goes_down),
        cmocka_unit_test(far_utilities_have_chances),
        cmocka_unit_test(the_fewest_and_the_contrary),
        cmocka_unit_test(profiles_are_alike_in_any_unit),
        cmocka_unit_test(scales_have_no_unit_and_raw_scores_do),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
