/* Traits estimated from answers: the curves against their slopes, the estimates against the
 * likelihood they are the top or the mean of. */
#include "measure/distribution.h"
#include "study/irt/irt.h"
#include "study/irt/irt_estimate.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

enum { ITEMS = 6, MOST = 4 };

static const double steps[] = {-1.2, .1, .9}, back[] = {.4, -.7, 1.1};
static const struct irt_item items[ITEMS] = {
    {IRT_GRM, 0, 1.3, steps, 3, 0, 1}, {IRT_GPCM, 0, .8, back, 3, 0, 1},
    {IRT_2PL, 0, 2.1, steps, 1, 0, 1}, {IRT_GPCM, 0, 1.6, steps, 2, 0, 1},
    {IRT_GRM, 0, .6, steps, 2, 0, 1},  {IRT_4PL, 0, 1.7, back, 1, .2, .9}};

static void scores_are_slopes_of_the_log_chances(void **state)
{
    (void)state;
    const double h = 1e-5;
    for (size_t i = 0; i < ITEMS; i++)
        for (double theta = -3; theta <= 3; theta += .5) {
            double at[MOST], below[MOST], above[MOST], slope[MOST], rest[MOST];
            double sum = 0, told = 0;
            irt_curves(&items[i], theta - h, below, rest);
            irt_curves(&items[i], theta + h, above, rest);
            irt_curves(&items[i], theta, at, slope);
            for (size_t k = 0; k < irt_category_count(&items[i]); k++) {
                sum += at[k];
                told +=
                    (above[k] - below[k]) * (above[k] - below[k]) / (4 * h * h * at[k]);
                assert_near(slope[k], log(above[k] / below[k]) / (2 * h), 1e-8);
            }
            assert_near(sum, 1, 1e-14);
            assert_near(irt_information(&scratch, &items[i], theta), told, 1e-8);
        }
}

/* The step from one category to the next is a logistic curve of its own. */
static void neighbours_of_a_partial_credit_item_are_a_logit(void **state)
{
    (void)state;
    double p[MOST], slope[MOST];
    irt_curves(&items[1], .3, p, slope);
    for (size_t k = 0; k < 3; k++)
        assert_near(log(p[k + 1] / p[k]), .8 * (.3 - back[k]), 1e-14);
}

/* Far from every threshold one answer is certain, and its chance does not move any more. */
static void far_out_one_answer_is_certain(void **state)
{
    (void)state;
    const struct irt_item guessing = {IRT_4PL, 0, 2, steps, 1, 0, 1};
    double p[MOST], slope[MOST];
    irt_curves(&items[1], 5000, p, slope);
    assert_near(p[3], 1, 1e-15);
    assert_near(slope[3], 0, 1e-15);
    irt_curves(&items[1], -5000, p, slope);
    assert_near(p[0], 1, 1e-15);
    assert_near(slope[3], 3 * .8, 1e-15);
    irt_curves(&guessing, -5000, p, slope);
    assert_near(p[0], 1, 1e-15);
    assert_near(p[1], 0, 0);
    assert_near(slope[1], 0, 0); /* no answer that could be given: nothing to learn */
    irt_curves(&guessing, 5000, p, slope);
    assert_near(p[0], 0, 0);
    assert_near(slope[0], 0, 0);
}

/* The slope of the log-likelihood at theta, and the information there. */
static double slope_at(const struct irt_answers *answers, double theta, double *out_told)
{
    double slope = 0, p[MOST], slopes[MOST];
    *out_told = 0;
    for (size_t i = 0; i < answers->count; i++) {
        irt_curves(answers->items[i], theta, p, slopes);
        slope += slopes[answers->categories[i]];
        *out_told += irt_information(&scratch, answers->items[i], theta);
    }
    return slope;
}

/* Mean and spread of the posterior, as the 33 nodes of the definition weigh it. */
static struct irt_estimate mean_of_nodes(const struct irt_answers *answers)
{
    double sum = 0, mean = 0, squares = 0, p[MOST], slopes[MOST];
    for (int n = -16; n <= 16; n++) {
        const double node = n / 4.0;
        double weight = exp(-node * node / 2) / (n == -16 || n == 16 ? 2 : 1);
        for (size_t i = 0; i < answers->count; i++) {
            irt_curves(answers->items[i], node, p, slopes);
            weight *= p[answers->categories[i]];
        }
        sum += weight;
        mean += weight * node;
        squares += weight * node * node;
    }
    mean /= sum;
    return (struct irt_estimate){mean, sqrt(squares / sum - mean * mean)};
}

/* Every pattern of answers to the five items whose likelihood has one top. */
static void estimates_stand_where_they_say(void **state)
{
    (void)state;
    const struct irt_item *asked[ITEMS];
    size_t categories[ITEMS], patterns = 1;
    const struct irt_answers answers = {asked, categories, ITEMS - 1};
    for (size_t i = 0; i < answers.count; i++) {
        asked[i] = &items[i];
        patterns *= irt_category_count(&items[i]);
    }
    for (size_t pattern = 0; pattern < patterns; pattern++) {
        double told;
        for (size_t i = 0, rest = pattern; i < answers.count; i++) {
            categories[i] = rest % irt_category_count(&items[i]);
            rest /= irt_category_count(&items[i]);
        }
        const struct irt_estimate map = irt_estimate_map(&scratch, &answers);
        assert_near(slope_at(&answers, map.theta, &told), map.theta, 1e-11);
        assert_near(map.se, 1 / sqrt(told + 1), 1e-12);
        const struct irt_estimate ml = irt_estimate_ml(&scratch, &answers);
        if (pattern == 0 || pattern == patterns - 1) {
            assert_true(isnan(ml.theta) && isnan(ml.se));
        } else {
            assert_near(slope_at(&answers, ml.theta, &told), 0, 1e-11);
            assert_near(ml.se, 1 / sqrt(told), 1e-11);
        }
        const struct irt_estimate eap = irt_estimate_eap(&scratch, &answers);
        const struct irt_estimate nodes = mean_of_nodes(&answers);
        assert_near(eap.theta, nodes.theta, 1e-12);
        assert_near(eap.se, nodes.se, 1e-12);
    }
}

/* An item passed and one as far above it failed: the top lies between, wherever that is. */
static void the_top_lies_between_the_passed_and_the_failed(void **state)
{
    (void)state;
    for (double middle = -3000; middle <= 3000; middle += 500) {
        const double low = middle - 2, high = middle + 2;
        const struct irt_item easy = {IRT_2PL, 0, 1.5, &low, 1, 0, 1};
        const struct irt_item hard = {IRT_2PL, 0, 1.5, &high, 1, 0, 1};
        const struct irt_item *both[] = {&easy, &hard};
        const size_t categories[] = {1, 0};
        const struct irt_answers answers = {both, categories, 2};
        assert_near(irt_estimate_ml(&scratch, &answers).theta, middle, 1e-12);
    }
}

/* An item that turns the other way, answered the other way, pushes into the same direction. */
static void answers_that_push_one_way_have_no_top(void **state)
{
    (void)state;
    const struct irt_item with = {IRT_2PL, 0, 1.5, steps, 1, 0, 1};
    const struct irt_item against = {IRT_2PL, 0, -1.5, steps, 1, 0, 1};
    const struct irt_item *both[] = {&with, &against};
    for (size_t passed = 0; passed <= 1; passed++) {
        const size_t categories[] = {passed, 1 - passed};
        const struct irt_answers answers = {both, categories, 2};
        const struct irt_estimate ml = irt_estimate_ml(&scratch, &answers);
        assert_true(isnan(ml.theta) && isnan(ml.se));
        assert_true(isfinite(irt_estimate_map(&scratch, &answers).theta));
    }
}

/* Wherever it stands among the answers. */
static void one_item_that_can_be_guessed_has_no_mode(void **state)
{
    (void)state;
    const size_t categories[] = {1, 0, 1};
    for (size_t place = 0; place < 3; place++) {
        const struct irt_item *asked[] = {&items[2], &items[2], &items[2]};
        asked[place] = &items[5];
        const struct irt_answers answers = {asked, categories, 3};
        assert_true(isnan(irt_estimate_map(&scratch, &answers).theta));
        assert_true(isnan(irt_estimate_ml(&scratch, &answers).theta));
        assert_near(irt_estimate_eap(&scratch, &answers).theta,
                    mean_of_nodes(&answers).theta, 1e-12);
    }
}

static void nothing_answered_estimates_nothing(void **state)
{
    (void)state;
    const struct irt_answers answers = {NULL, NULL, 0};
    assert_true(isnan(irt_estimate_eap(&scratch, &answers).theta));
    assert_true(isnan(irt_estimate_map(&scratch, &answers).theta));
    assert_true(isnan(irt_estimate_ml(&scratch, &answers).theta));
    assert_true(isnan(irt_estimate_fit(&scratch, &answers, 0)));
}

/* The likelihood of 4000 answers is far below the smallest number there is. */
static void a_long_test_does_not_underflow(void **state)
{
    (void)state;
    enum { LONG = 4000 };
    static const struct irt_item *asked[LONG];
    static size_t categories[LONG];
    const double middle = .5;
    const struct irt_item item = {IRT_2PL, 0, 1, &middle, 1, 0, 1};
    for (size_t i = 0; i < LONG; i++) {
        asked[i] = &item;
        categories[i] = i % 2;
    }
    const struct irt_answers answers = {asked, categories, LONG};
    const struct irt_estimate eap = irt_estimate_eap(&scratch, &answers);
    assert_near(eap.theta, .5, 1e-3);
    assert_near(irt_estimate_map(&scratch, &answers).theta, .5, 1e-3);
    assert_near(irt_estimate_map(&scratch, &answers).se, 1 / sqrt(1 + LONG / 4.0), 1e-6);
}

/* lz of a single answer is the answer standardized: (ln p - E) / sqrt V. */
static void the_fit_of_one_answer_is_standardized(void **state)
{
    (void)state;
    const struct irt_item *one = &items[2], *with_impossible[2];
    const double theta = .3, p = 1 / (1 + exp(-2.1 * (theta - steps[0]))), q = 1 - p;
    const double sd = sqrt(p * q) * log(p / q);
    const size_t passed[] = {1, 0}, failed[] = {0, 0};
    struct irt_answers answers = {&one, passed, 1};
    assert_near(irt_estimate_fit(&scratch, &answers, theta), q * log(p / q) / sd, 1e-12);
    answers.categories = failed;
    assert_near(irt_estimate_fit(&scratch, &answers, theta), -p * log(p / q) / sd, 1e-12);
    assert_true(isnan(irt_estimate_fit(&scratch, &answers, steps[0]))); /* p = q */
    const double far = 5000;
    const struct irt_item certain = {IRT_2PL, 0, 1, &far, 1, 0, 1};
    with_impossible[0] = one;
    with_impossible[1] = &certain; /* failed for certain: says nothing */
    answers = (struct irt_answers){with_impossible, passed, 2};
    assert_near(irt_estimate_fit(&scratch, &answers, theta), q * log(p / q) / sd, 1e-12);
}

/* All the lowest or all the highest: whatever rounding does far out, nothing holds the estimate. */
static void one_sided_answers_have_no_top(void **state)
{
    (void)state;
    struct chance chance = chance_init(11);
    for (size_t test = 0; test < 300; test++) {
        double thresholds[5][3];
        struct irt_item own[5];
        const struct irt_item *asked[5];
        size_t lowest[5] = {0}, highest[5];
        for (size_t i = 0; i < 5; i++) {
            for (size_t k = 0; k < 3; k++)
                thresholds[i][k] = (double)k + chance_unit(&chance) - 1.5;
            own[i] = (struct irt_item){test % 2 ? IRT_GPCM : IRT_GRM,
                                       0,
                                       .3 + 2 * chance_unit(&chance),
                                       thresholds[i],
                                       3,
                                       0,
                                       1};
            asked[i] = &own[i];
            highest[i] = 3;
        }
        const struct irt_answers low = {asked, lowest, 5}, high = {asked, highest, 5};
        assert_true(isnan(irt_estimate_ml(&scratch, &low).theta));
        assert_true(isnan(irt_estimate_ml(&scratch, &high).theta));
    }
}

/* lz of items with more and fewer categories: the sums of its definition. */
static void the_fit_adds_up_over_items(void **state)
{
    (void)state;
    const struct irt_item *asked[] = {&items[0], &items[2], &items[4], &items[5]};
    const size_t categories[] = {3, 0, 1, 1};
    const struct irt_answers answers = {asked, categories, 4};
    for (double theta = -2; theta <= 2; theta += .5) {
        double observed = 0, expected = 0, variance = 0;
        for (size_t i = 0; i < 4; i++) {
            double p[MOST], slopes[MOST], mean = 0, squares = 0;
            irt_curves(asked[i], theta, p, slopes);
            for (size_t k = 0; k < irt_category_count(asked[i]); k++) {
                mean += p[k] * log(p[k]);
                squares += p[k] * log(p[k]) * log(p[k]);
            }
            observed += log(p[categories[i]]);
            expected += mean;
            variance += squares - mean * mean;
        }
        assert_near(irt_estimate_fit(&scratch, &answers, theta),
                    (observed - expected) / sqrt(variance), 1e-12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_slopes_of_the_log_chances),
        cmocka_unit_test(neighbours_of_a_partial_credit_item_are_a_logit),
        cmocka_unit_test(far_out_one_answer_is_certain),
        cmocka_unit_test(estimates_stand_where_they_say),
        cmocka_unit_test(the_top_lies_between_the_passed_and_the_failed),
        cmocka_unit_test(answers_that_push_one_way_have_no_top),
        cmocka_unit_test(one_item_that_can_be_guessed_has_no_mode),
        cmocka_unit_test(nothing_answered_estimates_nothing),
        cmocka_unit_test(a_long_test_does_not_underflow),
        cmocka_unit_test(the_fit_of_one_answer_is_standardized),
        cmocka_unit_test(one_sided_answers_have_no_top),
        cmocka_unit_test(the_fit_adds_up_over_items),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
