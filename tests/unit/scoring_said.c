/* What a report says of rules, as version 3 follows them: from how many people on a gap is put into
 * words and an error is known, what makes a topic stand out, what is never scored. */
#include "scoring/basis/norm.h"
#include "report_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { PEOPLE = 60 };

static struct arena arena;
static struct assessment *shipped;
static struct basis *agreed;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    shipped = report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    shipped->scoring_version = SCORING_WITH_NORM;
    agreed = report_case_basis(&arena, shipped, 9, .8);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct sitting *candidate(uint64_t seed)
{
    const struct sample_person person = sample_person_of(seed, 5, .6);
    return sample_sit(&arena, shipped, ROLE_CANDIDATE, seed, &person);
}

static const struct scorecard *scored(const struct sitting *sitting)
{
    struct scorecard *card = NULL;
    assert_int_equal(score_sitting(&arena, sitting, agreed, &card), OK);
    return card;
}

static void situations_have_no_score(void **state)
{
    (void)state;
    const struct scorecard *card = scored(candidate(11));
    assert_true(card->situation_count > 0);
    for (size_t i = 0; i < card->situation_count; i++) {
        assert_true(isnan(card->situations[i].score));
        assert_true(card->situations[i].most >= 1 && card->situations[i].most <= 7);
        assert_true(card->situations[i].least >= 1 && card->situations[i].least <= 7);
    }
    for (size_t i = 0; i < card->driver_count; i++)
        assert_true(isnan(card->situation_by_driver[i]));
}

/* Every driver is agreed on and the person's own gap is what `gaps` says, beside what is usual. */
static void set_gaps(const struct sitting *sitting, double first, double others)
{
    const struct scorecard *card = scored(sitting);
    for (size_t i = 0; i < agreed->driver_count; i++) {
        struct driver_basis *driver = &agreed->drivers[i];
        driver->gate = 1;
        driver->now = card->drivers[i].score + (i == 0 ? first : others);
        driver->now_se = .1;
        driver->norm = driver->now;
        driver->sem = NAN;
    }
}

static int flagged_of(const struct scorecard *card)
{
    int count = 0;
    for (size_t i = 0; i < card->driver_count; i++)
        count += card->drivers[i].flag != GAP_NONE;
    return count;
}

static void no_gap_is_worded_before_thirty(void **state)
{
    (void)state;
    const struct sitting *sitting = candidate(11);
    set_gaps(sitting, -2, 0);
    agreed->norm_count = 29;
    assert_int_equal(flagged_of(scored(sitting)), 0);
    agreed->norm_count = 30;
    assert_int_equal(flagged_of(scored(sitting)), 1);
    assert_int_equal(scored(sitting)->drivers[0].flag, GAP_MAY_MISS);
    set_gaps(sitting, 2, 0);
    assert_int_equal(scored(sitting)->drivers[0].flag, GAP_MAY_FIND_MORE);
}

/* With an error of .364, a gap of .75 has p = .039: enough for one driver, not for one of seven. */
static void gaps_are_judged_together(void **state)
{
    (void)state;
    const struct sitting *sitting = candidate(11);
    agreed->norm_count = 30;
    set_gaps(sitting, -.75, 0);
    assert_true(fabs(scored(sitting)->drivers[0].gap /
                     scored(sitting)->drivers[0].gap_se) > 1.96);
    assert_int_equal(flagged_of(scored(sitting)), 0);
    set_gaps(sitting, -1.1, 0);
    assert_int_equal(flagged_of(scored(sitting)), 1);
    agreed->drivers[0].gate = 0;
    assert_int_equal(flagged_of(scored(sitting)), 0);
}

static void what_all_ask_for_beyond_any_place_is_taken_off(void **state)
{
    (void)state;
    const struct sitting *sitting = candidate(11);
    agreed->norm_count = 30;
    set_gaps(sitting, -1, -1);
    assert_true(flagged_of(scored(sitting)) > 0);
    for (size_t i = 0; i < agreed->driver_count; i++)
        agreed->drivers[i].norm = agreed->drivers[i].now + 1;
    assert_int_equal(flagged_of(scored(sitting)), 0);
    assert_true(fabs(scored(sitting)->drivers[0].gap) < 1e-9);
}

/* A norm of `count` made-up people of the form. */
static struct norm *norm_of(size_t count)
{
    struct norm *norm = arena_new(&arena, struct norm);
    const size_t width = norm_width(shipped);
    double *rows = arena_array(&arena, double, count *width);
    size_t taken = 0;
    for (uint64_t seed = 1; taken < count; seed++)
        taken += norm_row(&arena, candidate(seed), rows + taken * width);
    norm_build(&arena, shipped, rows, count, norm);
    return norm;
}

static void an_error_is_known_from_sixty_people_on(void **state)
{
    (void)state;
    const struct sitting *sitting = candidate(11);
    for (size_t count = PEOPLE - NORM_STEP; count <= PEOPLE; count += NORM_STEP) {
        struct norm *norm = norm_of(count);
        for (size_t i = 0; i < norm->driver_count; i++)
            norm->drivers[i].sem =
                .3; /* made-up people rate without a level of their own */
        assert_int_equal(norm_apply(norm, agreed), OK);
        const struct scorecard *card = scored(sitting);
        assert_int_equal(card->is_sem_assumed, count < PEOPLE);
        for (size_t i = 0; i < card->driver_count; i++)
            assert_true(card->drivers[i].sem == (count < PEOPLE ? .35 : .3));
    }
}

static void a_norm_grows_in_tens(void **state)
{
    (void)state;
    assert_int_equal(norm_of(39)->count, 30);
    assert_int_equal(norm_of(40)->count, 40);
}

/* The first topic alone is set: all others look alike on both sides. */
static enum topic_relation relation_when(const struct sitting *sitting,
                                         double person_less_here, double needed_less_here)
{
    const struct scorecard *before = scored(sitting);
    for (size_t i = 0; i < agreed->dimension_count; i++) {
        struct dimension_basis *at = &agreed->dimensions[i];
        at->gate = at->needed_gate = 1;
        at->now_se = at->needed_se = .05;
        at->now = at->needed = before->dimensions[i].score;
    }
    agreed->dimensions[0].now -= person_less_here;
    agreed->dimensions[0].needed = agreed->dimensions[0].now + needed_less_here;
    return scored(sitting)->dimensions[0].relation;
}

static void a_topic_stands_out_only_beyond_chance(void **state)
{
    (void)state;
    const struct sitting *sitting = candidate(11);
    const double se = scored(sitting)->dimensions[0].se;
    assert_true(se > .1);
    assert_int_not_equal(relation_when(sitting, 2.2 * se, 0), TOPIC_DIFFERS);
    assert_int_equal(relation_when(sitting, 4 * se, 0), TOPIC_DIFFERS);
    assert_int_equal(relation_when(sitting, 4 * se, 4 * se), TOPIC_ALSO);
    agreed->dimensions[0].gate = 0;
    assert_int_equal(scored(sitting)->dimensions[0].relation, TOPIC_NONE);
}

/* Twice as slow, or ten times: nothing that is told changes. */
static void times_above_the_limits_change_nothing(void **state)
{
    (void)state;
    struct sitting *sitting = candidate(11);
    const struct scorecard *usual = scored(sitting);
    const double share = usual->quality.fast_rating_share;
    assert_true(share == 0);
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < sitting->step_count; i++)
            sitting->answers[i].spent_ms *= turn ? 5 : 2;
        struct scorecard slow = *scored(sitting);
        assert_true(slow.duration_ms > usual->duration_ms);
        slow.duration_ms = usual->duration_ms;
        assert_true(is_span_equal(scorecard_write(&arena, &slow),
                                  scorecard_write(&arena, usual)));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(situations_have_no_score),
        TEST(no_gap_is_worded_before_thirty),
        TEST(gaps_are_judged_together),
        TEST(what_all_ask_for_beyond_any_place_is_taken_off),
        TEST(an_error_is_known_from_sixty_people_on),
        TEST(a_norm_grows_in_tens),
        TEST(a_topic_stands_out_only_beyond_chance),
        TEST(times_above_the_limits_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
