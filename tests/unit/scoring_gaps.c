/* Drivers and situations by the rules of version 3: what is usual is taken off, words need a norm
 * and hold over all drivers, and a situation has two means and no score. Phrases, too, need a norm
 * and choices that agree. */
#include "sample.h"

#include "scoring/score.h"

#include "near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static struct sitting *sitting;
static struct basis *basis;

/* All drivers of the place at 3.50 with an error of .10, those of the norm unknown. */
static int begin(void **state)
{
    (void)state;
    struct agreement_view view;
    arena_init(&arena, 256 << 20);
    assessment = sample_assessment(&arena);
    assessment->scoring_version = SCORING_WITH_NORM;
    const struct sample_person person = sample_person_of(133, 5, .7);
    sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 133, &person);
    const struct sitting **raters = sample_raters(&arena, assessment, 8, 5, .8);
    if (basis_build(&arena, assessment, raters, 8, &basis, &view) != OK)
        return 1;
    for (size_t i = 0; i < basis->driver_count; i++) {
        struct driver_basis *driver = &basis->drivers[i];
        driver->now = 3.5;
        driver->now_se = .1;
        driver->gate = 1;
        driver->norm = driver->sem = NAN;
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static const struct scorecard *scored(void)
{
    struct scorecard *scorecard = NULL;
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    return scorecard;
}

/* The person rates every line of driver `index` so that its score is `score`. */
static void rate(size_t index, double score)
{
    sitting->is_finished = 0;
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct item *item = sitting->steps[i].item;
        struct answer answer = sitting->answers[i];
        if (item->kind != ITEM_LIKERT || !is_span(item->dimension, sample_drivers[index]))
            continue;
        answer.number = item->scale.is_reversed ? 6 - score : score;
        sitting_put(sitting, i, &answer);
    }
    sitting->is_finished = 1;
}

static void rate_all(double score)
{
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        rate(i, score);
}

static void usual(size_t count, double norm, double sem)
{
    basis->norm_count = count;
    for (size_t i = 0; i < basis->driver_count; i++) {
        basis->drivers[i].norm = count >= 30 ? norm : NAN;
        basis->drivers[i].sem = count >= 60 ? sem : NAN;
    }
}

/* Everybody who applies asks for 4.1 where there is 3.5: who asks for 4 is nobody special. */
static void what_all_applicants_ask_for_is_no_gap(void **state)
{
    (void)state;
    rate_all(4);
    const struct scorecard *before = scored();
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        assert_near(before->drivers[i].gap, -.5, 1e-12);
    usual(30, 4.1, 0);
    const struct scorecard *after = scored();
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        assert_near(after->drivers[i].gap, .1, 1e-12);
        assert_int_equal(after->drivers[i].flag, GAP_NONE);
    }
}

/* G is one number for all drivers, (7 x 3.5 + 7 x .1 - 7 x 4) / 7 here: that this place has little
 * of one driver stays in its gap. */
static void how_the_place_differs_stays_in_the_gap(void **state)
{
    (void)state;
    rate_all(4);
    usual(30, 4, 0);
    basis->drivers[2].now = 2;
    basis->drivers[3].now = 5;
    basis->drivers[4].now = 3.7; /* together .2 more than 7 x 3.5 */
    const double common = (7 * 3.5 + .2) / 7 - 4;
    const struct scorecard *scorecard = scored();
    assert_near(scorecard->drivers[0].gap, 3.5 - 4 - common, 1e-12);
    assert_near(scorecard->drivers[2].gap, 2 - 4 - common, 1e-12);
    assert_int_equal(scorecard->drivers[2].flag, GAP_MAY_MISS);
    assert_int_equal(scorecard->drivers[3].flag, GAP_MAY_FIND_MORE);
}

/* A driver that the norm or the place does not know says nothing of what is usual. */
static void what_is_not_known_is_not_usual(void **state)
{
    (void)state;
    rate_all(4);
    usual(30, 4, 0);
    basis->drivers[0].norm = NAN;
    basis->drivers[1].now = basis->drivers[1].now_se = NAN;
    basis->drivers[2].now = 3;
    const struct scorecard *scorecard = scored();
    const double common = (4 * 3.5 + 3) / 5 - 4;
    assert_near(scorecard->drivers[0].gap, 3.5 - 4 - common, 1e-12);
    assert_true(isnan(scorecard->drivers[1].gap) && isnan(scorecard->drivers[1].p));
    assert_int_equal(scorecard->drivers[1].flag, GAP_NONE);
}

static void without_a_norm_there_are_no_words(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 10, 29, 30};
    rate_all(4);
    rate(5, 1);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        usual(counts[i], 4, 0);
        const struct driver_score *driver = &scored()->drivers[5];
        assert_true(fabs(driver->gap) > 2);
        assert_int_equal(isnan(driver->p), counts[i] < 30);
        assert_int_equal(driver->flag, counts[i] < 30 ? GAP_NONE : GAP_MAY_FIND_MORE);
    }
}

/* sqrt(.35^2 + .1^2) until 60 people tell an error, then with theirs. */
static void the_error_is_assumed_until_sixty_tell_it(void **state)
{
    (void)state;
    usual(59, 4, .28);
    const struct scorecard *assumed = scored();
    assert_true(assumed->is_sem_assumed);
    assert_near(assumed->drivers[0].sem, .35, 0);
    assert_near(assumed->drivers[0].gap_se, sqrt(.35 * .35 + .1 * .1), 1e-12);
    usual(60, 4, .28);
    const struct scorecard *found = scored();
    assert_false(found->is_sem_assumed);
    assert_near(found->drivers[0].sem, .28, 0);
    assert_near(found->drivers[0].gap_se, sqrt(.28 * .28 + .1 * .1), 1e-12);
    basis->drivers[6].sem = NAN; /* of this one nobody can tell it */
    const struct scorecard *partly = scored();
    assert_true(partly->is_sem_assumed);
    assert_near(partly->drivers[6].sem, .35, 0);
    assert_near(partly->drivers[0].sem, .28, 0);
}

/* A gap of 1.00 with an error of .364: p .0060 alone, .0420 as the smallest of seven; of 0.90, p
 * .0134, which is .094 of seven and .0134 of one. */
static void seven_drivers_are_looked_at(void **state)
{
    (void)state;
    rate_all(4);
    usual(30, 4, 0);
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        basis->drivers[i].now = 4;
    basis->drivers[1].now = 3;
    basis->drivers[2].now = 5; /* so that nothing is usual */
    const struct scorecard *both = scored();
    assert_near(both->drivers[1].gap, -1, 1e-12);
    assert_near(both->drivers[1].p, .0421, 1e-3);
    assert_int_equal(both->drivers[1].flag, GAP_MAY_MISS);
    assert_int_equal(both->drivers[2].flag, GAP_MAY_FIND_MORE);
    basis->drivers[1].now = 3.1;
    basis->drivers[2].now = 4.9;
    assert_near(scored()->drivers[1].p, .0939, 1e-3);
    assert_int_equal(scored()->drivers[1].flag, GAP_NONE);
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        basis->drivers[i].gate = i == 1;
    assert_near(scored()->drivers[1].p, .0134, 1e-3);
    assert_int_equal(scored()->drivers[1].flag, GAP_MAY_MISS);
    assert_true(isnan(scored()->drivers[2].p));
    assert_int_equal(scored()->drivers[2].flag, GAP_NONE);
}

/* However sure: less than half a point is worth no word. */
static void small_gaps_are_not_put_into_words(void **state)
{
    (void)state;
    rate_all(4);
    usual(1000, 4, .05);
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        basis->drivers[i].now = 4;
        basis->drivers[i].now_se = .05;
    }
    basis->drivers[1].now = 3.55;
    basis->drivers[2].now = 4.45;
    assert_true(scored()->drivers[1].p < .001);
    assert_int_equal(scored()->drivers[1].flag, GAP_NONE);
    basis->drivers[1].now = 3.45;
    basis->drivers[2].now = 4.55;
    assert_int_equal(scored()->drivers[1].flag, GAP_MAY_MISS);
}

static void a_situation_has_two_means_and_no_score(void **state)
{
    (void)state;
    const struct scorecard *scorecard = scored();
    const struct span bytes = scorecard_write(&arena, scorecard);
    assert_int_equal(scorecard->situation_count, SAMPLE_SITUATIONS);
    for (size_t i = 0; i < scorecard->situation_count; i++) {
        const struct situation_score *situation = &scorecard->situations[i];
        const struct situation_basis *rated = &basis->situations[i];
        size_t most = 0, least = 0;
        for (size_t j = 0; j < rated->option_count; j++) {
            most += rated->value[j] == situation->most;
            least += rated->value[j] == situation->least;
        }
        assert_true(most > 0 && least > 0);
        assert_true(isnan(situation->score));
    }
    for (size_t i = 0; i < scorecard->driver_count; i++)
        assert_true(isnan(scorecard->situation_by_driver[i]));
    assert_null(memmem(bytes.data, bytes.count, "\"situations\":null", 17));
    assert_null(memmem(bytes.data, bytes.count, "\"add\"", 5));
}

static void a_situation_that_few_rated_says_nothing(void **state)
{
    (void)state;
    for (size_t j = 0; j < 4; j++)
        basis->situations[0].value[j] = NAN;
    basis->situations[1].is_usable =
        0; /* they differ: what they say is shown all the same */
    const struct answer none = {.state = ANSWER_NONE};
    sitting->is_finished = 0;
    for (size_t i = 0; i < sitting->step_count; i++)
        if (is_span(sitting->steps[i].item->id, "s3"))
            sitting_put(sitting, i, &none);
    sitting->is_finished = 1;
    const struct scorecard *scorecard = scored();
    assert_true(isnan(scorecard->situations[0].most));
    assert_true(isfinite(scorecard->situations[1].most));
    assert_true(isnan(scorecard->situations[2].most));
}

static void phrases_need_thirty_people_and_choices_that_agree(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 29, 30, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        basis->norm_count = counts[i];
        const struct scorecard *scorecard = scored();
        assert_int_equal(scorecard->now.absence, RESONANCE_FIGURE);
        assert_int_equal(scorecard->now.phrase == RESONANCE_UNSAID_NORM, counts[i] < 30);
        assert_int_equal(scorecard->needed.phrase == RESONANCE_UNSAID_NORM,
                         counts[i] < 30);
        assert_true(isfinite(scorecard->now.r) && isfinite(scorecard->now.low));
    }
    const struct sample_person blind = sample_random_person(8);
    sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 8, &blind);
    const struct scorecard *scorecard = scored();
    assert_true(scorecard->quality.rlh < .40);
    assert_int_equal(scorecard->now.absence, RESONANCE_FIGURE);
    assert_int_equal(scorecard->now.phrase, RESONANCE_UNSAID_CHOICES);
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        assert_true(isnan(scorecard->dimensions[i].p));
        assert_int_equal(scorecard->dimensions[i].relation, TOPIC_NONE);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_all_applicants_ask_for_is_no_gap),
        TEST(how_the_place_differs_stays_in_the_gap),
        TEST(what_is_not_known_is_not_usual),
        TEST(without_a_norm_there_are_no_words),
        TEST(the_error_is_assumed_until_sixty_tell_it),
        TEST(seven_drivers_are_looked_at),
        TEST(small_gaps_are_not_put_into_words),
        TEST(a_situation_has_two_means_and_no_score),
        TEST(a_situation_that_few_rated_says_nothing),
        TEST(phrases_need_thirty_people_and_choices_that_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
