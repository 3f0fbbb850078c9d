/* What may be said of one dimension: only what holds over all of them together, and in one list.
 * The p-values were worked out elsewhere, from the error function in another language. */
#include "scoring/score_topics.h"

#include "measure/gap.h"

#include "near.h"
#include "scratch.h"

#include <string.h>

enum { DIMENSIONS = 10 };

static struct dimension_score scores[DIMENSIONS];
static struct dimension_basis gates[DIMENSIONS];
static struct scorecard scorecard;
static struct basis basis;

struct case_of {
    double score, se, here, here_se, needed, needed_se, gate, needed_gate;
};

/* Where nothing else is said, what is needed is what is here. */
static const struct case_of cases[DIMENSIONS] = {
    {.6, .2, -.2, .1, -.2, .1, 1, 1},  /* far above */
    {.4, .15, .3, .1, .3, .1, 1, 1},   /* both look for it */
    {.4, .2, -.1, .1, -.1, .1, .5, 1}, /* p .025 alone, not over eight */
    {1, .2, -1, .1, 1, .1, 0, 1},      /* nobody here agrees on it */
    {NAN, NAN, .3, .1, .3, .1, 1, 1},  /* no answer */
    {.5, .2, 0, .1, .5, .1, 1, 1},     /* more than there is, as is needed */
    {.9, .1, -.3, .05, .9, .05, 1, 1}, /* the same, and far above */
    {.5, .2, 0, .1, .5, .1, 1, 0},     /* but nobody agrees on what is needed */
    {1, .1, 0, .05, .4, .05, 1, 1},    /* more than even the need */
    {.1, .2, .3, .1, .3, .1, 1, 1},    /* not above its own error */
};

static int set_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < DIMENSIONS; i++) {
        const struct case_of *of = &cases[i];
        scores[i] = (struct dimension_score){.score = of->score,
                                             .se = of->se,
                                             .organization = of->here,
                                             .organization_se = of->here_se,
                                             .needed = of->needed,
                                             .needed_se = of->needed_se,
                                             .gate = of->gate,
                                             .p = NAN};
        gates[i] =
            (struct dimension_basis){.importance = 1, .needed_gate = of->needed_gate};
    }
    scorecard = (struct scorecard){.dimensions = scores, .dimension_count = DIMENSIONS};
    basis = (struct basis){.dimensions = gates, .dimension_count = DIMENSIONS};
    return 0;
}

static void p_values_are_those_of_holm(void **state)
{
    (void)state;
    static const double p[DIMENSIONS] = {.002079716, .742186739, .126736593, NAN,
                                         NAN,        .126736593, 0,          .126736593,
                                         0,          .742186739};
    score_topics(&scratch, &basis, &scorecard);
    for (size_t i = 0; i < DIMENSIONS; i++)
        assert_near(scores[i].p, p[i], 1e-8);
}

static void each_dimension_stands_in_one_list(void **state)
{
    (void)state;
    static const enum topic_relation relations[DIMENSIONS] = {
        TOPIC_DIFFERS, TOPIC_FITS, TOPIC_NONE, TOPIC_NONE,    TOPIC_NONE,
        TOPIC_ALSO,    TOPIC_ALSO, TOPIC_NONE, TOPIC_DIFFERS, TOPIC_NONE};
    score_topics(&scratch, &basis, &scorecard);
    for (size_t i = 0; i < DIMENSIONS; i++)
        assert_int_equal(scores[i].relation, relations[i]);
}

/* What differs by chance alone where one looks is not said where one looks at many. */
static void one_difference_among_many_needs_more(void **state)
{
    (void)state;
    for (size_t i = 0; i < DIMENSIONS; i++)
        scores[i].gate = i == 2;
    score_topics(&scratch, &basis, &scorecard);
    assert_near(scores[2].p, .025347319, 1e-8);
    assert_int_equal(scores[2].relation, TOPIC_DIFFERS);
    scores[1].gate = 1;
    score_topics(&scratch, &basis, &scorecard);
    assert_near(scores[2].p, 2 * .025347319, 1e-8);
    assert_int_equal(scores[2].relation, TOPIC_NONE);
}

/* What shall not count is no topic, and takes nothing from what is one. */
static void what_has_no_weight_is_no_topic(void **state)
{
    (void)state;
    for (size_t i = 0; i < DIMENSIONS; i++)
        gates[i].importance = i == 2;
    score_topics(&scratch, &basis, &scorecard);
    assert_near(scores[2].p, .025347319, 1e-8);
    assert_true(isnan(scores[0].p));
    assert_int_equal(scores[0].relation, TOPIC_NONE);
}

static void what_fits_is_above_its_own_error_on_both_sides(void **state)
{
    (void)state;
    scores[1].se = .41;
    score_topics(&scratch, &basis, &scorecard);
    assert_int_equal(scores[1].relation, TOPIC_NONE);
    scores[1].se = .39;
    scores[1].organization_se = .31;
    score_topics(&scratch, &basis, &scorecard);
    assert_int_equal(scores[1].relation, TOPIC_NONE);
    scores[1].organization_se = .29;
    score_topics(&scratch, &basis, &scorecard);
    assert_int_equal(scores[1].relation, TOPIC_FITS);
}

/* Each of the three conditions alone, around its limit: 1.96 sqrt(.1^2 + .1^2) = .277;
 * sqrt(.2^2 + .1^2) = .2236; .5 + 1.96 sqrt(.2^2 + .1^2) = .938. */
static void what_they_also_look_for_is_needed_and_more_than_there_is(void **state)
{
    (void)state;
    struct dimension_score *score = &scores[5];
    static const struct {
        double score, needed;
        bool is_also;
    } limits[] = {
        {.23, .28, 1}, {.23, .27, 0}, {.22, .28, 0}, {.93, .5, 1}, {.95, .5, 0}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        score->score = limits[i].score;
        score->needed = limits[i].needed;
        score_topics(&scratch, &basis, &scorecard);
        assert_int_equal(score->relation == TOPIC_ALSO, limits[i].is_also);
    }
    score->needed = score->needed_se = NAN; /* nobody said what is needed */
    score_topics(&scratch, &basis, &scorecard);
    assert_true(score->relation != TOPIC_ALSO);
}

/* By hand: 5, 4, 3, 2 and 1 times, never less than the one before; then 3, 2 and 1 times. */
static void holm_steps_down(void **state)
{
    (void)state;
    static const double p[] = {.01, .02, .03, .04, .05},
                        want[] = {.05, .08, .09, .09, .09};
    static const double mixed[] = {.5, NAN, .001, .02, NAN},
                        mixed_want[] = {.5, NAN, .003, .04, NAN};
    double got[5];
    gap_holm(p, 5, got);
    for (size_t i = 0; i < 5; i++)
        assert_near(got[i], want[i], 1e-12);
    gap_holm(mixed, 5, got);
    for (size_t i = 0; i < 5; i++)
        assert_near(got[i], mixed_want[i], 1e-12);
}

static void holm_knows_ties_ends_and_nothing(void **state)
{
    (void)state;
    static const double ties[] = {.02, .01, .02, .02}, large[] = {.9, .6, 1},
                        one[] = {.04}, none[] = {NAN, NAN};
    double got[4];
    gap_holm(ties, 4, got);
    assert_near(got[1], .04, 1e-12);
    for (size_t i = 0; i < 4; i++)
        assert_near(got[i], i == 1 ? .04 : .06, 1e-12);
    gap_holm(large, 3, got);
    for (size_t i = 0; i < 3; i++)
        assert_near(got[i], 1, 0);
    gap_holm(one, 1, got);
    assert_near(got[0], .04, 0);
    gap_holm(none, 2, got);
    assert_true(isnan(got[0]) && isnan(got[1]));
    gap_holm(NULL, 0, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(p_values_are_those_of_holm, set_up),
        cmocka_unit_test_setup(each_dimension_stands_in_one_list, set_up),
        cmocka_unit_test_setup(one_difference_among_many_needs_more, set_up),
        cmocka_unit_test_setup(what_has_no_weight_is_no_topic, set_up),
        cmocka_unit_test_setup(what_fits_is_above_its_own_error_on_both_sides, set_up),
        cmocka_unit_test_setup(what_they_also_look_for_is_needed_and_more_than_there_is,
                               set_up),
        cmocka_unit_test(holm_steps_down),
        cmocka_unit_test(holm_knows_ties_ends_and_nothing),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
