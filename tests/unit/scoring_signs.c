/* Response quality by the rules of version 3: what is a sign, and which figures it takes away. */
#include "sample.h"

#include "scoring/score.h"
#include "scoring/score_quality.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static struct sitting *sitting;

/* Somebody whose choices agree well with each other. */
static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 256 << 20);
    assessment = sample_assessment(&arena);
    assessment->scoring_version = SCORING_WITH_NORM;
    const struct sample_person person = sample_person_of(133, 5, .7);
    sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 133, &person);
    sitting->is_finished = 0;
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct quality quality_by(int version)
{
    struct quality quality;
    score_quality(&arena, sitting, version, &quality);
    return quality;
}

static size_t family_count(const struct quality *quality)
{
    size_t count = 0;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        count += quality->is_flagged[i];
    return count;
}

typedef struct answer step_change(const struct step *step, size_t index,
                                  struct answer answer);

/* `change` on each step of the items of `kind`, practice excepted. */
static void change_all(enum item_kind kind, step_change *change)
{
    size_t index = 0;
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct step *step = &sitting->steps[i];
        if (step->item->kind != kind ||
            assessment->parts[step->part].use == PART_PRACTICE)
            continue;
        const struct answer answer = change(step, index++, sitting->answers[i]);
        sitting_put(sitting, i, &answer);
    }
}

static struct answer fast(const struct step *step, size_t index, struct answer answer)
{
    (void)step;
    (void)index;
    answer.spent_ms = 800;
    return answer;
}

static struct answer best_where_shown_first(const struct step *step, size_t index,
                                            struct answer answer)
{
    (void)index;
    const bool is_worst_first = answer.pair[PAIR_WORST] == step->order[0];
    answer.pair[PAIR_BEST] = step->order[0];
    if (is_worst_first)
        answer.pair[PAIR_WORST] = step->order[step->order_count - 1];
    return answer;
}

/* All lines of a driver apart, as far as the scale goes. */
static struct answer scattered(const struct step *step, size_t index,
                               struct answer answer)
{
    if (!step->item->instructed.count)
        answer.number = index % 2 ? 1 : 5;
    return answer;
}

static struct answer alike(const struct step *step, size_t index, struct answer answer)
{
    (void)index;
    if (!step->item->instructed.count)
        answer.number = 3;
    return answer;
}

static struct answer one_instructed_wrong(const struct step *step, size_t index,
                                          struct answer answer)
{
    (void)index;
    if (is_span(step->item->id, "instructed_2"))
        answer.number = 1;
    return answer;
}

static struct answer instructed_wrong(const struct step *step, size_t index,
                                      struct answer answer)
{
    (void)index;
    if (step->item->instructed.count)
        answer.number = 1;
    return answer;
}

static void who_means_it_has_no_sign(void **state)
{
    (void)state;
    const struct quality quality = quality_by(3);
    assert_int_equal(family_count(&quality), 0);
    assert_false(quality.is_resonance_withheld || quality.are_drivers_withheld);
}

/* Two keys and scanning take the nearest place. */
static void places_are_no_sign(void **state)
{
    (void)state;
    change_all(ITEM_BEST_WORST, best_where_shown_first);
    assert_int_equal(quality_by(3).longest_position_run, SAMPLE_BLOCKS);
    assert_true(quality_by(3).position_p < .001);
    assert_true(quality_by(2).is_flagged[QUALITY_RUNS]);
    assert_false(quality_by(3).is_flagged[QUALITY_RUNS]);
}

static void equal_ratings_are_a_sign_still(void **state)
{
    (void)state;
    change_all(ITEM_LIKERT, alike);
    assert_true(quality_by(3).is_flagged[QUALITY_RUNS]);
    assert_int_equal(quality_by(3).asks_for_caution, 0);
}

/* Reversed lines are misread in a second language: that alone says nothing. */
static void scatter_counts_only_with_a_wrong_instructed_line(void **state)
{
    (void)state;
    change_all(ITEM_LIKERT, scattered);
    assert_true(quality_by(3).rating_scatter >= .80);
    assert_true(quality_by(2).is_flagged[QUALITY_SCATTER]);
    assert_false(quality_by(3).is_flagged[QUALITY_SCATTER]);
    assert_false(quality_by(3).is_flagged[QUALITY_INSTRUCTED]);
    change_all(ITEM_LIKERT, one_instructed_wrong);
    assert_int_equal(quality_by(3).instructed_wrong, 1);
    assert_true(quality_by(3).is_flagged[QUALITY_INSTRUCTED]);
    assert_false(quality_by(3).is_flagged[QUALITY_SCATTER]);
    assert_false(quality_by(2).is_flagged[QUALITY_INSTRUCTED]);
}

static void one_wrong_instructed_line_alone_is_no_sign(void **state)
{
    (void)state;
    change_all(ITEM_LIKERT, one_instructed_wrong);
    assert_true(quality_by(3).rating_scatter < .80);
    assert_false(quality_by(3).is_flagged[QUALITY_INSTRUCTED]);
    change_all(ITEM_LIKERT, instructed_wrong);
    assert_true(quality_by(3).is_flagged[QUALITY_INSTRUCTED]);
}

/* The version of the profile decides, and only the parts that the signs stem from are concerned. */
static void one_family_takes_nothing_away(void **state)
{
    (void)state;
    change_all(ITEM_BEST_WORST, fast);
    change_all(ITEM_LIKERT, fast);
    const struct quality quality = quality_by(3);
    assert_int_equal(family_count(&quality), 1);
    assert_false(quality.is_resonance_withheld || quality.are_drivers_withheld);
}

static void signs_of_the_ratings_take_only_the_drivers(void **state)
{
    (void)state;
    change_all(ITEM_LIKERT, fast);
    change_all(ITEM_LIKERT, instructed_wrong);
    const struct quality quality = quality_by(3);
    assert_int_equal(quality.asks_for_caution, 1);
    assert_true(quality.are_drivers_withheld);
    assert_false(quality.is_resonance_withheld);
}

static void signs_of_both_take_both(void **state)
{
    (void)state;
    change_all(ITEM_BEST_WORST, fast);
    change_all(ITEM_LIKERT, alike);
    const struct quality quality = quality_by(3);
    assert_true(quality.is_flagged[QUALITY_TIME] && quality.is_flagged[QUALITY_RUNS]);
    assert_true(quality.are_drivers_withheld && quality.is_resonance_withheld);
}

static void older_versions_withhold_nothing(void **state)
{
    (void)state;
    change_all(ITEM_BEST_WORST, fast);
    change_all(ITEM_LIKERT, alike);
    for (int version = 1; version <= 2; version++) {
        const struct quality quality = quality_by(version);
        assert_int_equal(quality.asks_for_caution, 1);
        assert_false(quality.is_resonance_withheld || quality.are_drivers_withheld);
    }
}

static struct basis *profile(void)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&arena, assessment, 8, 5, .8);
    assert_int_equal(basis_build(&arena, assessment, raters, 8, &basis, &view), OK);
    basis->norm_count = 30;
    for (size_t i = 0; i < basis->driver_count; i++)
        basis->drivers[i].norm = basis->drivers[i].now;
    return basis;
}

static const struct scorecard *scored(const struct basis *basis)
{
    struct scorecard *scorecard = NULL;
    sitting->is_finished = 1;
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    sitting->is_finished = 0;
    return scorecard;
}

static size_t said_of_dimensions(const struct scorecard *scorecard)
{
    size_t count = 0;
    for (size_t i = 0; i < scorecard->dimension_count; i++)
        count += !isnan(scorecard->dimensions[i].p) ||
                 scorecard->dimensions[i].relation != TOPIC_NONE;
    return count;
}

static size_t said_of_drivers(const struct scorecard *scorecard)
{
    size_t count = 0;
    for (size_t i = 0; i < scorecard->driver_count; i++)
        count +=
            !isnan(scorecard->drivers[i].p) || scorecard->drivers[i].flag != GAP_NONE;
    return count;
}

/* The scores themselves stay: the person gave them. */
static void what_is_withheld_is_not_in_the_scorecard(void **state)
{
    (void)state;
    const struct basis *basis = profile();
    const struct scorecard *before = scored(basis);
    assert_int_equal(before->now.absence, RESONANCE_FIGURE);
    assert_true(said_of_dimensions(before) > 0 && said_of_drivers(before) > 0);
    change_all(ITEM_LIKERT, fast);
    change_all(ITEM_LIKERT, instructed_wrong);
    const struct scorecard *half = scored(basis);
    assert_int_equal(half->now.absence, RESONANCE_FIGURE);
    assert_true(said_of_dimensions(half) > 0);
    assert_int_equal(said_of_drivers(half), 0);
    assert_true(isfinite(half->drivers[0].score));
    change_all(ITEM_BEST_WORST, fast);
    const struct scorecard *after = scored(basis);
    assert_int_equal(after->now.absence, RESONANCE_WITHHELD);
    assert_int_equal(after->needed.absence, RESONANCE_WITHHELD);
    assert_true(isnan(after->now.r) && isnan(after->now.se_z) && isnan(after->now.raw_r));
    assert_int_equal(said_of_dimensions(after), 0);
    assert_true(isfinite(after->dimensions[0].score));
}

/* Somebody of whom nothing could be told anyway is told that, not that signs take it away. */
static void another_reason_comes_first(void **state)
{
    (void)state;
    struct basis *basis = profile();
    change_all(ITEM_BEST_WORST, fast);
    change_all(ITEM_LIKERT, alike);
    basis->crystallization = .5;
    const struct scorecard *scorecard = scored(basis);
    assert_int_equal(scorecard->now.absence, RESONANCE_NOT_ONE_VOICE);
    assert_int_equal(scorecard->needed.absence, RESONANCE_WITHHELD);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_means_it_has_no_sign),
        TEST(places_are_no_sign),
        TEST(equal_ratings_are_a_sign_still),
        TEST(scatter_counts_only_with_a_wrong_instructed_line),
        TEST(one_wrong_instructed_line_alone_is_no_sign),
        TEST(one_family_takes_nothing_away),
        TEST(signs_of_the_ratings_take_only_the_drivers),
        TEST(signs_of_both_take_both),
        TEST(older_versions_withhold_nothing),
        TEST(what_is_withheld_is_not_in_the_scorecard),
        TEST(another_reason_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
