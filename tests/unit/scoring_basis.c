/* The organization's profile: who is counted, how far it may be used, and its bytes. */
#include "sample.h"

#include "scoring/basis/basis.h"
#include "scoring/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static struct agreement_view view;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment(&arena);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct basis *built(const struct sitting *const *sittings, size_t count)
{
    struct basis *basis = NULL;
    assert_int_equal(basis_build(&arena, assessment, sittings, count, &basis, &view), OK);
    return basis;
}

static struct basis *built_of(size_t count, double share)
{
    return built(sample_raters(&arena, assessment, count, 5, share), count);
}

static void fewer_than_three_give_no_means(void **state)
{
    (void)state;
    for (size_t count = 0; count < 3; count++) {
        const struct basis *basis = built_of(count, .9);
        assert_int_equal(basis->grade, PROFILE_NONE);
        assert_int_equal(basis->rater_count, count);
        assert_null(basis->rater_scores);
        assert_null(basis->rater_scores_needed);
        assert_int_equal(view.rater_count, 0);
        assert_int_equal(basis->dimension_count, SAMPLE_DIMENSIONS);
        for (size_t i = 0; i < basis->dimension_count; i++) {
            assert_true(isnan(basis->dimensions[i].now));
            assert_true(isnan(basis->dimensions[i].needed));
            assert_true(basis->dimensions[i].gate == 0);
        }
        for (size_t i = 0; i < basis->driver_count; i++)
            assert_true(isnan(basis->drivers[i].now) && isnan(basis->drivers[i].needed));
        for (size_t i = 0; i < basis->situation_count; i++)
            assert_false(basis->situations[i].is_usable);
        assert_int_equal(basis_check(basis), OK);
    }
}

static void few_raters_are_provisional(void **state)
{
    (void)state;
    assert_int_equal(built_of(3, .9)->grade, PROFILE_PROVISIONAL);
    assert_int_equal(built_of(4, .9)->grade, PROFILE_PROVISIONAL);
    assert_int_equal(built_of(5, .9)->grade, PROFILE_NORMAL);
}

static void raters_of_two_minds_are_split(void **state)
{
    (void)state;
    const struct basis *basis = built_of(6, 0);
    assert_true(basis->crystallization < .60);
    assert_int_equal(basis->grade, PROFILE_SPLIT);
}

static void means_are_those_of_the_raters(void **state)
{
    (void)state;
    const struct basis *basis = built_of(7, .8);
    assert_int_equal(basis->rater_count, 7);
    double sum_of_means = 0;
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) {
        double sum = 0, deviation = 0;
        for (size_t rater = 0; rater < 7; rater++)
            sum += basis->rater_scores[rater * SAMPLE_DIMENSIONS + i];
        for (size_t rater = 0; rater < 7; rater++)
            deviation +=
                fabs(basis->rater_scores[rater * SAMPLE_DIMENSIONS + i] - sum / 7);
        assert_true(fabs(basis->dimensions[i].now - sum / 7) < 1e-12);
        assert_true(fabs(basis->dimensions[i].ad_now - deviation / 7) < 1e-12);
        assert_true(basis->dimensions[i].gate == (deviation / 7 <= 1.0 / 3 ? 1
                                                  : deviation / 7 <= .5    ? .5
                                                                           : 0));
        sum_of_means += basis->dimensions[i].now;
    }
    assert_true(fabs(sum_of_means) < 1e-12); /* best-worst counts are ipsative */
    assert_int_equal(view.rater_count, 7);
    for (size_t rater = 0; rater < 7; rater++)
        assert_true(view.rater_with_rest[rater] > .3);
}

static void the_order_of_raters_leaves_no_trace(void **state)
{
    (void)state;
    const struct sitting **sittings = sample_raters(&arena, assessment, 8, 5, .7);
    const struct span bytes = basis_write(&arena, built(sittings, 8));
    struct chance chance = chance_init(1);
    for (int round = 0; round < 5; round++) {
        size_t order[8] = {0, 1, 2, 3, 4, 5, 6, 7};
        const struct sitting *shuffled[8];
        chance_shuffle(&chance, order, 8);
        for (size_t i = 0; i < 8; i++)
            shuffled[i] = sittings[order[i]];
        assert_true(is_span_equal(basis_write(&arena, built(shuffled, 8)), bytes));
    }
}

/* A rater in a hurry who also presses wrong keys asks for caution and is left out; so is one
 * who left most blocks open. */
static void careless_raters_are_left_out(void **state)
{
    (void)state;
    const struct sitting *sittings[8];
    const struct sitting **good = sample_raters(&arena, assessment, 6, 5, .8);
    struct sample_person hasty = sample_random_person(3);
    hasty.rating_ms = hasty.block_ms = 300;
    for (size_t i = 0; i < 6; i++)
        sittings[i] = good[i];
    sittings[6] = sample_sit(&arena, assessment, ROLE_RATER, 50, &hasty);
    sittings[7] = sample_begin(&arena, assessment, ROLE_RATER, 51);
    const struct basis *basis = built(sittings, 8);
    assert_int_equal(basis->rater_count, 6);
    assert_int_equal(basis->left_out_count, 2);
}

/* Without a second pass there is no "needed", and all else stays. */
static void needed_may_be_missing(void **state)
{
    (void)state;
    const struct sitting *sittings[5];
    for (size_t i = 0; i < 5; i++) {
        const struct sample_person person = sample_person_of(900 + i, 5, .8);
        struct sitting *sitting =
            sample_sit(&arena, assessment, ROLE_RATER, 60 + i, &person);
        const struct answer none = {.state = ANSWER_NONE};
        sitting->is_finished = 0;
        for (size_t step = 0; step < sitting->step_count; step++)
            if (is_span(sitting_part(sitting, step)->frame, "needed"))
                sitting_put(sitting, step, &none);
        sitting->is_finished = 1;
        sittings[i] = sitting;
    }
    const struct basis *basis = built(sittings, 5);
    assert_int_equal(basis->grade, PROFILE_NORMAL);
    assert_null(basis->rater_scores_needed);
    assert_true(isnan(basis->dimensions[0].needed));
    assert_true(isnan(basis->drivers[0].needed));
    assert_true(!isnan(basis->drivers[0].now));
    assert_true(isnan(basis->crystallization_needed));
    struct basis *again = NULL;
    const struct span bytes = basis_write(&arena, basis);
    assert_int_equal(basis_read(&arena, bytes, &again), OK);
    assert_null(again->rater_scores_needed);
}

static void drivers_need_agreement(void **state)
{
    (void)state;
    const struct basis *alike = built_of(8, .95), *apart = built_of(8, .5);
    size_t agreed = 0;
    assert_int_equal(alike->driver_count, SAMPLE_DRIVERS);
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        assert_true(alike->drivers[i].gate == (alike->drivers[i].rwgj_slight >= .50));
        assert_true(apart->drivers[i].gate == (apart->drivers[i].rwgj_slight >= .50));
        assert_in_range(alike->drivers[i].rater_count, 1, 8);
        agreed += alike->drivers[i].gate > 0;
    }
    assert_true(agreed >= 6);
}

/* One line per driver, its drivers in another order than those of what is there. */
static const struct questionnaire *needs_of_one_line(void)
{
    struct questionnaire *needs = sample_questionnaire(&arena, "needs", SAMPLE_DRIVERS);
    needs->dimensions = arena_array(&arena, struct dimension, SAMPLE_DRIVERS);
    needs->dimension_count = SAMPLE_DRIVERS;
    needs->scoring->blocks = arena_array(&arena, struct score_block, SAMPLE_DRIVERS);
    needs->scoring->block_count = SAMPLE_DRIVERS;
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        const char *driver = sample_drivers[SAMPLE_DRIVERS - 1 - i];
        struct item *item = &needs->items[i];
        sample_dimension(needs, i, driver, "driver");
        sample_block(&arena, &needs->scoring->blocks[i], driver);
        needs->scoring->blocks[i].input_count = 1;
        needs->scoring->blocks[i].minimum = 0;
        sample_rating(item);
        item->id = needs->scoring->blocks[i].inputs[0].id;
        item->dimension = span_of(driver);
    }
    return needs;
}

static void what_is_needed_may_be_asked_once_per_driver(void **state)
{
    (void)state;
    const struct questionnaire *needs = needs_of_one_line();
    size_t part = 0;
    while (!is_span(assessment->parts[part].id, "drivers-needed"))
        part++;
    assessment->parts[part].questionnaire = needs;
    const struct sitting **sittings = sample_raters(&arena, assessment, 5, 5, .9);
    const struct basis *basis = built(sittings, 5);
    assert_int_equal(basis->driver_count, SAMPLE_DRIVERS);
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        const size_t line = SAMPLE_DRIVERS - 1 - i;
        double sum = 0;
        for (size_t rater = 0; rater < 5; rater++)
            sum += sittings[rater]->part_steps[part].answers[line]->number;
        assert_true(is_span(basis->drivers[i].id, sample_drivers[i]));
        assert_true(fabs(basis->drivers[i].needed - sum / 5) < 1e-12);
        assert_true(!isnan(basis->drivers[i].now));
    }
}

static void situation_keys_are_standardized(void **state)
{
    (void)state;
    const struct basis *basis = built_of(8, .9);
    size_t usable = 0;
    assert_int_equal(basis->situation_count, SAMPLE_SITUATIONS);
    for (size_t i = 0; i < basis->situation_count; i++) {
        const struct situation_basis *situation = &basis->situations[i];
        double sum = 0, squares = 0;
        for (size_t j = 0; j < 4; j++) {
            sum += situation->value[j];
            squares += situation->value[j] * situation->value[j];
        }
        assert_true(fabs(sum) < 1e-12);
        assert_true(fabs(squares / 3 - 1) < 1e-12);
        assert_int_equal(situation->is_usable, situation->icc_agreement_k >= .70);
        usable += situation->is_usable != 0;
    }
    assert_true(usable >= 4);
}

/* Half of them say the opposite of the others: the options hardly differ in the mean, and the
 * stepped-up ICC leaves its range at the wrong end. */
static void raters_who_contradict_each_other_make_no_key(void **state)
{
    (void)state;
    static const int16_t picks[2][4] = {{0, 2, 4, 6}, {6, 4, 2, 1}};
    const struct sitting **raters = sample_raters(&arena, assessment, 6, 5, .9);
    const struct sitting *sittings[6];
    for (size_t i = 0; i < 6; i++) {
        struct sitting *sitting = (struct sitting *)(uintptr_t)raters[i];
        const size_t part = assessment->part_count - 1; /* effectiveness */
        struct answer answer = *sitting->part_steps[part].answers[0];
        memcpy(answer.columns, picks[i % 2], sizeof picks[0]);
        sitting->is_finished = 0;
        sitting_put(sitting, (size_t)sitting->part_steps[part].step_of_item[0], &answer);
        sitting->is_finished = 1;
        sittings[i] = sitting;
    }
    const struct basis *basis = built(sittings, 6);
    assert_true(basis->situations[0].icc_agreement_k > 1);
    assert_false(basis->situations[0].is_usable);
    assert_true(basis->situations[1].is_usable);
}

static void bytes_come_back(void **state)
{
    (void)state;
    for (size_t count = 0; count < 8; count++) {
        const struct basis *basis = built_of(count, .6);
        struct basis *again = NULL;
        const struct span bytes = basis_write(&arena, basis);
        assert_int_equal(basis_read(&arena, bytes, &again), OK);
        assert_true(is_span_equal(basis_write(&arena, again), bytes));
        assert_null(memmem(bytes.data, bytes.count, "nan", 3));
    }
}

static void weights_that_mean_nothing_are_refused(void **state)
{
    (void)state;
    struct basis *basis = built_of(6, .8);
    assert_int_equal(basis_check(basis), OK);
    basis->dimensions[3].importance = -.5;
    assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
    basis->dimensions[3].importance = NAN;
    assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
    basis->dimensions[3].importance = INFINITY;
    assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
    basis->dimensions[3].importance = 1;
    basis->dimensions[4].now = NAN;
    assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
    basis->dimensions[4].now = 0;
    for (size_t i = 0; i < basis->dimension_count; i++)
        basis->dimensions[i].gate = 0;
    assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
    struct scorecard *scorecard = NULL;
    const struct sample_person person = sample_person_of(1, 5, .5);
    assert_int_equal(
        score_sitting(&arena, sample_sit(&arena, assessment, ROLE_CANDIDATE, 1, &person),
                      basis, &scorecard),
        STATUS_BAD_INPUT);
    assert_null(scorecard);
}

static void foreign_bytes_are_refused(void **state)
{
    (void)state;
    const struct span good = basis_write(&arena, built_of(4, .8));
    static const char *const wrong[][2] = {
        {"\"rater_count\":4,\"rater_scores\"", "\"rater_count\":5,\"rater_scores\""},
        {"\"grade\":\"", "\"grade\":\"x"},
        {"\"norm_count\":0", "\"norm_count\":-1"},
        {"\"scoring_version\":1", "\"scoring_version\":0"},
        {"\"importance\":\"1\"", "\"importance\":\"1.0\""},
        {"\"importance\":\"1\"", "\"importance\":1"},
        {"\"importance\":\"1\"", "\"importance\":\"1e99\""},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct basis *basis = NULL;
        const char *at = memmem(good.data, good.count, wrong[i][0], strlen(wrong[i][0]));
        assert_non_null(at);
        const size_t before = (size_t)(at - good.data);
        const struct span bytes = span_format(
            &arena, "%.*s%s%.*s", SPAN_ARGS(span_cut(good, 0, before)), wrong[i][1],
            SPAN_ARGS(span_cut(good, before + strlen(wrong[i][0]), good.count)));
        assert_int_equal(basis_read(&arena, bytes, &basis), STATUS_BAD_INPUT);
        assert_null(basis);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fewer_than_three_give_no_means),
        TEST(few_raters_are_provisional),
        TEST(raters_of_two_minds_are_split),
        TEST(means_are_those_of_the_raters),
        TEST(the_order_of_raters_leaves_no_trace),
        TEST(careless_raters_are_left_out),
        TEST(needed_may_be_missing),
        TEST(drivers_need_agreement),
        TEST(what_is_needed_may_be_asked_once_per_driver),
        TEST(situation_keys_are_standardized),
        TEST(raters_who_contradict_each_other_make_no_key),
        TEST(bytes_come_back),
        TEST(weights_that_mean_nothing_are_refused),
        TEST(foreign_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
