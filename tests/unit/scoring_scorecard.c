/* A scorecard: each rule about when there is a figure, what it says, and what is flagged. */
#include "sample.h"

#include "scoring/score.h"
#include "scoring/record.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static struct basis *basis;

static int arena_begin(void **state)
{
    (void)state;
    struct agreement_view view;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment(&arena);
    const struct sitting **raters = sample_raters(&arena, assessment, 8, 5, .8);
    return basis_build(&arena, assessment, raters, 8, &basis, &view) != OK;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static const struct scorecard *scored(const struct sitting *sitting,
                                      const struct basis *against)
{
    struct scorecard *scorecard = NULL, *again = NULL;
    assert_int_equal(score_sitting(&arena, sitting, against, &scorecard), OK);
    const struct span bytes = scorecard_write(&arena, scorecard);
    assert_null(memmem(bytes.data, bytes.count, "nan", 3));
    assert_null(memmem(bytes.data, bytes.count, "inf", 3));
    assert_int_equal(scorecard_read(&arena, bytes, &again), OK);
    assert_true(is_span_equal(scorecard_write(&arena, again), bytes));
    return scorecard;
}

static struct basis *profile_of(size_t rater_count, double share)
{
    struct basis *profile = NULL;
    struct agreement_view view;
    const struct sitting **raters =
        sample_raters(&arena, assessment, rater_count, 5, share);
    assert_int_equal(
        basis_build(&arena, assessment, raters, rater_count, &profile, &view), OK);
    return profile;
}

static struct sitting *open_sitting(double share)
{
    const struct sample_person person = sample_person_of(42, 5, share);
    struct sitting *sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 42, &person);
    sitting->is_finished = 0;
    return sitting;
}

/* The step of item `index` of the part with this id, in document order. */
static size_t step_in(const struct sitting *sitting, const char *part, size_t index)
{
    for (size_t i = 0; i < assessment->part_count; i++)
        if (is_span(assessment->parts[i].id, part))
            return (size_t)sitting->part_steps[i].step_of_item[index];
    fail_msg("no part %s", part);
    return 0;
}

static void set_state(struct sitting *sitting, size_t step, enum answer_state state)
{
    struct answer answer = sitting->answers[step];
    answer.state = state;
    sitting_put(sitting, step, &answer);
}

static void assert_no_figure(const struct figure *figure, enum resonance_absence absence)
{
    assert_int_equal(figure->absence, absence);
    assert_false(has_scorecard_figure(figure));
    assert_true(isnan(figure->r) && isnan(figure->low) && isnan(figure->high));
}

static void a_figure_lies_in_its_interval(void **state)
{
    (void)state;
    const struct scorecard *scorecard = scored(open_sitting(.8), basis);
    assert_int_equal(scorecard->now.absence, RESONANCE_FIGURE);
    assert_true(scorecard->now.low < scorecard->now.r);
    assert_true(scorecard->now.r < scorecard->now.high);
    assert_true(scorecard->now.r > .5);
    assert_int_equal(scorecard->now.phrase, RESONANCE_CLEARLY_ALIGNED);
    assert_int_equal(scorecard->needed.absence, RESONANCE_FIGURE);
    assert_int_equal(scorecard->rater_count, 8);
    double weight = 0;
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        const struct dimension_score *score = &scorecard->dimensions[i];
        assert_int_equal(score->shown, 5);
        assert_true(score->score == (score->best - score->worst) / 5.0);
        assert_true(score->se > 0 && score->se < .5);
        weight += score->weight;
    }
    assert_true(fabs(weight - 1) < 1e-12);
}

/* The words follow the interval: whoever is the opposite is clearly different. */
static void the_opposite_is_clearly_different(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.9);
    for (size_t block = 0; block < SAMPLE_BLOCKS; block++) {
        const size_t step = step_in(sitting, "values", block);
        struct answer answer = sitting->answers[step];
        const int16_t best = answer.pair[PAIR_BEST];
        answer.pair[PAIR_BEST] = answer.pair[PAIR_WORST];
        answer.pair[PAIR_WORST] = best;
        sitting_put(sitting, step, &answer);
    }
    const struct scorecard *scorecard = scored(sitting, basis);
    assert_true(scorecard->now.high <= -.30);
    assert_int_equal(scorecard->now.phrase, RESONANCE_CLEARLY_DIFFERENT);
}

static void without_an_organization_there_is_no_figure(void **state)
{
    (void)state;
    const struct scorecard *scorecard = scored(open_sitting(.8), NULL);
    assert_no_figure(&scorecard->now, RESONANCE_FEW_RATERS);
    assert_no_figure(&scorecard->needed, RESONANCE_FEW_RATERS);
    assert_int_equal(scorecard->dimension_count, SAMPLE_DIMENSIONS);
    assert_true(!isnan(scorecard->dimensions[0].score));
    assert_true(isnan(scorecard->dimensions[0].organization));
    assert_true(isnan(scorecard->drivers[0].gap));
    assert_true(isnan(scorecard->situations[0].score));
}

static struct basis *built(size_t count, double share)
{
    struct basis *other = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&arena, assessment, count, 6, share);
    assert_int_equal(basis_build(&arena, assessment, raters, count, &other, &view), OK);
    return other;
}

static void the_profile_decides_what_may_be_said(void **state)
{
    (void)state;
    const struct sitting *sitting = open_sitting(.8);
    assert_no_figure(&scored(sitting, built(2, .9))->now, RESONANCE_FEW_RATERS);
    const struct scorecard *provisional = scored(sitting, built(4, .9));
    assert_int_equal(provisional->now.absence, RESONANCE_FIGURE);
    assert_true(provisional->now.is_provisional);
    assert_true(has_scorecard_figure(&provisional->now));
    struct basis *few = built(8, .8);
    for (size_t i = 0; i < 9; i++)
        few->dimensions[i].gate = 0;
    assert_no_figure(&scored(sitting, few)->now, RESONANCE_FEW_AGREED);
    few->dimensions[0].gate = .5;
    assert_int_equal(scored(sitting, few)->now.absence, RESONANCE_FIGURE);
}

static void a_split_organization_has_no_figure(void **state)
{
    (void)state;
    struct basis *split = built(6, 0);
    for (size_t i = 0; i < split->dimension_count; i++)
        split->dimensions[i].gate = 1;
    assert_int_equal(split->grade, PROFILE_SPLIT);
    assert_no_figure(&scored(open_sitting(.8), split)->now, RESONANCE_NOT_ONE_VOICE);
}

/* The best and worst of one block that leave the counts as even as they can be. */
static void even_out(const struct item *item, int *counts, struct answer *answer)
{
    int least = INT_MAX;
    for (int16_t best = 0; best < 4; best++)
        for (int16_t worst = 0; worst < 4; worst++) {
            const int up = counts[item->options[best].dimension];
            const int down = counts[item->options[worst].dimension];
            if (best == worst || up - down >= least)
                continue;
            least = up - down;
            answer->pair[PAIR_BEST] = best;
            answer->pair[PAIR_WORST] = worst;
        }
    counts[item->options[answer->pair[PAIR_BEST]].dimension]++;
    counts[item->options[answer->pair[PAIR_WORST]].dimension]--;
}

/* All topics chosen about equally often: a pattern, not a profile. */
static void a_flat_person_has_no_figure(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    int counts[SAMPLE_DIMENSIONS] = {0};
    for (size_t turn = 0; turn < 6 * SAMPLE_BLOCKS; turn++) {
        const size_t step = step_in(sitting, "values", turn % SAMPLE_BLOCKS);
        const struct item *item = sitting->steps[step].item;
        struct answer answer = sitting->answers[step];
        if (turn >= SAMPLE_BLOCKS) {
            counts[item->options[answer.pair[PAIR_BEST]].dimension]--;
            counts[item->options[answer.pair[PAIR_WORST]].dimension]++;
        }
        even_out(item, counts, &answer);
        sitting_put(sitting, step, &answer);
    }
    const struct scorecard *scorecard = scored(sitting, basis);
    assert_no_figure(&scorecard->now, RESONANCE_FLAT_PERSON);
    assert_no_figure(&scorecard->needed, RESONANCE_FLAT_PERSON);
}

static void open_blocks_shrink_what_is_known(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    for (size_t block = 0; block < 8; block++)
        set_state(sitting, step_in(sitting, "values", block),
                  block % 2 ? ANSWER_NONE : ANSWER_DECLINED);
    const struct scorecard *three = scored(sitting, basis);
    assert_int_equal(three->now.absence, RESONANCE_FIGURE);
    for (size_t i = 0; i < three->dimension_count; i++) {
        const struct dimension_score *score = &three->dimensions[i];
        assert_int_equal(score->shown, 3);
        assert_true(score->score == (score->best - score->worst) / 3.0);
    }
    for (size_t block = 8; block < 12; block++)
        set_state(sitting, step_in(sitting, "values", block), ANSWER_PARTIAL);
    struct answer half = sitting->answers[step_in(sitting, "values", 8)];
    half.pair[PAIR_WORST] = NOT_PICKED;
    for (size_t block = 8; block < 12; block++)
        sitting_put(sitting, step_in(sitting, "values", block), &half);
    const struct scorecard *two = scored(sitting, basis);
    assert_no_figure(&two->now, RESONANCE_FEW_DIMENSIONS);
    for (size_t i = 0; i < two->dimension_count; i++) {
        assert_int_equal(two->dimensions[i].shown, 2);
        assert_true(isnan(two->dimensions[i].score) && isnan(two->dimensions[i].add));
    }
}

static void nothing_answered_is_no_crash(void **state)
{
    (void)state;
    const struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 1);
    const struct scorecard *scorecard = scored(sitting, basis);
    assert_no_figure(&scorecard->now, RESONANCE_FEW_DIMENSIONS);
    assert_true(isnan(scorecard->quality.rlh) && isnan(scorecard->quality.position_p));
    assert_false(scorecard->quality.asks_for_caution);
    assert_int_equal(scorecard->duration_ms, 0);
    assert_int_equal(scorecard->drivers[0].answered, 0);
    assert_true(isnan(scorecard->drivers[0].score));
}

static void too_few_dimensions_have_only_gaps(void **state)
{
    (void)state;
    struct questionnaire *values =
        (struct questionnaire *)(uintptr_t)assessment->parts[1].questionnaire;
    values->dimension_count = 7;
    values->item_count = 0;
    struct basis small = *basis;
    double scores[8 * 7];
    small.dimension_count = 7;
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
        scores[i] = basis->rater_scores[i / 7 * SAMPLE_DIMENSIONS + i % 7];
    small.rater_scores = scores;
    small.rater_scores_needed = NULL;
    const struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 1);
    assert_no_figure(&scored(sitting, &small)->now, RESONANCE_SMALL_SET);
}

static void a_profile_of_other_dimensions_is_refused(void **state)
{
    (void)state;
    struct scorecard *scorecard = NULL;
    basis->dimensions[2].id = SPAN("other");
    assert_int_equal(score_sitting(&arena, open_sitting(.8), basis, &scorecard),
                     STATUS_BAD_INPUT);
    basis->scoring_version = 4;
    assert_int_equal(score_sitting(&arena, open_sitting(.8), basis, &scorecard),
                     STATUS_UNSUPPORTED);
    assert_null(scorecard);
}

/* A record without an organization keeps the version of its assessment. */
static void without_a_profile_the_assessment_says_the_version(void **state)
{
    (void)state;
    struct scorecard *scorecard = NULL;
    struct sitting *sitting = open_sitting(.8);
    struct assessment newer = *sitting->assessment;
    assert_int_equal(score_sitting(&arena, sitting, NULL, &scorecard), OK);
    assert_int_equal(scorecard->scoring_version, 1);
    newer.scoring_version = 4;
    sitting->assessment = &newer;
    scorecard = NULL;
    assert_int_equal(score_sitting(&arena, sitting, NULL, &scorecard),
                     STATUS_UNSUPPORTED);
    assert_null(scorecard);
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
}

static void rate_all(struct sitting *sitting, size_t driver, double level)
{
    for (size_t i = 0; i < 4 * SAMPLE_DRIVERS + 2; i++) {
        const size_t step = step_in(sitting, "drivers", i);
        const struct item *item = sitting->steps[step].item;
        struct answer answer = sitting->answers[step];
        if (!is_span(item->dimension, sample_drivers[driver]))
            continue;
        answer.number = item->scale.is_reversed ? 6 - level : level;
        sitting_put(sitting, step, &answer);
    }
}

static struct driver_basis driver_of(const char *id, double gate)
{
    return (struct driver_basis){.id = span_of(id),
                                 .now = 3,
                                 .needed = 3,
                                 .sd_now = .2,
                                 .rater_count = 8,
                                 .rwgj_slight = gate > 0 ? .9 : .4,
                                 .gate = gate,
                                 .norm = NAN,
                                 .sem = NAN};
}

static void gaps_have_a_sign(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    basis->drivers[0] = driver_of("learning", 1);
    basis->drivers[1] = driver_of("doing", 1);
    basis->drivers[2] = driver_of("coaching", 0);
    basis->drivers[3] = driver_of("transfer", 1);
    rate_all(sitting, 0, 5);
    rate_all(sitting, 1, 1);
    rate_all(sitting, 2, 5);
    rate_all(sitting, 3, 3);
    const struct driver_score *drivers = scored(sitting, basis)->drivers;
    assert_true(drivers[0].score == 5 && drivers[0].gap == -2);
    assert_true(fabs(drivers[0].gap_se - sqrt(.35 * .35 + .2 * .2 / 8)) < 1e-12);
    assert_int_equal(drivers[0].flag, GAP_MAY_MISS);
    assert_true(drivers[1].gap == 2);
    assert_int_equal(drivers[1].flag, GAP_MAY_FIND_MORE);
    assert_int_equal(drivers[2].flag, GAP_NONE); /* the raters do not agree */
    assert_true(drivers[3].gap == 0);
    assert_int_equal(drivers[3].flag, GAP_NONE);
}

static void three_of_four_ratings_are_enough(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    rate_all(sitting, 0, 4);
    set_state(sitting, step_in(sitting, "drivers", 0), ANSWER_DECLINED);
    const struct driver_score *three = scored(sitting, basis)->drivers;
    assert_int_equal(three[0].answered, 3);
    assert_true(three[0].score == 4);
    set_state(sitting, step_in(sitting, "drivers", 7), ANSWER_NONE);
    const struct driver_score *two = scored(sitting, basis)->drivers;
    assert_int_equal(two[0].answered, 2);
    assert_true(isnan(two[0].score) && isnan(two[0].gap) && isnan(two[0].gap_se));
}

static void situations_follow_the_raters_key(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    const double key[] = {1.2, .4, -.6, -1.0};
    for (size_t i = 0; i < SAMPLE_SITUATIONS; i++) {
        memcpy(basis->situations[i].value, key, sizeof key);
        basis->situations[i].is_usable = i != 5;
        struct answer answer = {.state = ANSWER_GIVEN};
        answer.pair[PAIR_BEST] = i == 0 ? 0 : 1;
        answer.pair[PAIR_WORST] = i == 3 ? 0 : 3;
        sitting_put(sitting, step_in(sitting, "situations", i), &answer);
    }
    const struct scorecard *scorecard = scored(sitting, basis);
    assert_true(scorecard->situations[0].score == 1);
    assert_true(fabs(scorecard->situations[1].score - 1.4 / 2.2) < 1e-12);
    assert_true(fabs(scorecard->situations[3].score - -.8 / 2.2) < 1e-12);
    assert_true(isnan(scorecard->situations[5].score));
    /* doing is the subject of situations 1 and 4; learning of none */
    assert_true(fabs(scorecard->situation_by_driver[1] - (1 - .8 / 2.2) / 2) < 1e-12);
    assert_true(isnan(scorecard->situation_by_driver[0]));
    assert_true(fabs(scorecard->situation_by_driver[5] - 1.4 / 2.2) < 1e-12);
}

static void what_a_person_would_add(void **state)
{
    (void)state;
    const struct scorecard *scorecard = scored(open_sitting(0), basis);
    for (size_t i = 0; i < scorecard->dimension_count; i++) {
        const struct dimension_score *score = &scorecard->dimensions[i];
        if (score->score > score->organization && score->needed > score->organization)
            assert_true(score->add == score->needed - score->organization);
        else
            assert_true(score->add == 0);
    }
}

/* Two of five raters left the second frame open: it is described by three, which is few. */
static void only_whole_descriptions_of_the_need_count(void **state)
{
    (void)state;
    const size_t row = SAMPLE_DIMENSIONS;
    double *needed = arena_array(&arena, double, 5 * row);
    double *whole = arena_array(&arena, double, 3 * row);
    const struct sitting *sitting = open_sitting(.8);
    struct basis *five = profile_of(5, .9), *three = profile_of(3, .9);
    memcpy(needed, five->rater_scores_needed, 5 * row * sizeof *needed);
    for (size_t i = 0; i < row; i++)
        needed[row + i] = needed[3 * row + i] = NAN;
    for (size_t i = 0; i < 3; i++)
        memcpy(whole + i * row, needed + 2 * i * row, row * sizeof *whole);
    five->rater_scores_needed = needed;
    three->rater_scores_needed = whole;
    const struct scorecard *of_five = scored(sitting, five);
    const struct scorecard *of_three = scored(sitting, three);
    assert_int_equal(of_five->now.absence, RESONANCE_FIGURE);
    assert_false(of_five->now.is_provisional);
    assert_int_equal(of_five->needed.absence, RESONANCE_FIGURE);
    assert_true(of_five->needed.is_provisional);
    assert_true(of_five->needed.r == of_three->needed.r);
    assert_true(of_five->needed.se_z == of_three->needed.se_z);
    for (size_t i = 0; i < row; i++)
        needed[2 * row + i] = NAN;
    assert_int_equal(scored(sitting, five)->needed.absence, RESONANCE_FEW_RATERS);
}

static void a_steady_session_has_no_flags(void **state)
{
    (void)state;
    const struct quality quality = scored(open_sitting(.8), basis)->quality;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        assert_false(quality.is_flagged[i]);
    assert_int_equal(quality.instructed_count, 2);
    assert_true(quality.irv > 0);
}

static void haste_is_a_sign(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    for (size_t i = 0; i < 9; i++) {
        struct answer answer = sitting->answers[step_in(sitting, "drivers", i)];
        answer.spent_ms = 1999;
        sitting_put(sitting, step_in(sitting, "drivers", i), &answer);
    }
    struct quality quality = scored(sitting, basis)->quality;
    assert_true(quality.fast_rating_share == 9.0 / 28);
    assert_int_equal(quality.is_flagged[QUALITY_TIME], 1);
    assert_false(quality.asks_for_caution); /* one family alone asks for nothing */
    struct answer answer = sitting->answers[step_in(sitting, "drivers", 0)];
    answer.spent_ms = 2000;
    sitting_put(sitting, step_in(sitting, "drivers", 0), &answer);
    quality = scored(sitting, basis)->quality;
    assert_true(quality.fast_rating_share == 8.0 / 28);
    assert_int_equal(quality.is_flagged[QUALITY_TIME], 0);
    for (size_t i = 0; i < 6; i++) {
        answer = sitting->answers[step_in(sitting, "values", i)];
        answer.spent_ms = 0;
        sitting_put(sitting, step_in(sitting, "values", i), &answer);
    }
    quality = scored(sitting, basis)->quality;
    assert_true(quality.fast_block_share == .3);
    assert_int_equal(quality.is_flagged[QUALITY_TIME], 1);
}

static void long_runs_are_a_sign(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    for (size_t i = 0; i < 11; i++) { /* the same key, whatever is asked */
        struct answer answer = sitting->answers[step_in(sitting, "drivers", i)];
        answer.number = 4;
        if (i == 10)
            answer.number = 2;
        sitting_put(sitting, step_in(sitting, "drivers", i), &answer);
    }
    struct quality quality = scored(sitting, basis)->quality;
    assert_int_equal(quality.longest_run, 10);
    assert_int_equal(quality.is_flagged[QUALITY_RUNS], 1);
    set_state(sitting, step_in(sitting, "drivers", 4), ANSWER_DECLINED); /* ends a run */
    quality = scored(sitting, basis)->quality;
    assert_in_range(quality.longest_run, 5, 9);
    assert_int_equal(quality.is_flagged[QUALITY_RUNS], 0);
}

/* The place on the screen counts, not the place in the document. */
static void the_same_place_is_a_sign(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    for (size_t step = 0, block = 0; step < sitting->step_count && block < 9; step++) {
        if (!is_span(sitting_part(sitting, step)->id, "values"))
            continue;
        struct answer answer = sitting->answers[step];
        answer.pair[PAIR_BEST] = sitting->steps[step].order[1];
        answer.pair[PAIR_WORST] = sitting->steps[step].order[3];
        sitting_put(sitting, step, &answer);
        block++;
    }
    const struct quality quality = scored(sitting, basis)->quality;
    assert_true(quality.longest_position_run >= 9);
    assert_int_equal(quality.is_flagged[QUALITY_RUNS], 1);
}

static void instructed_items_count_when_both_are_wrong(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    struct answer wrong = {.state = ANSWER_GIVEN};
    wrong.number = 2;
    wrong.spent_ms = 5000;
    sitting_put(sitting, step_in(sitting, "drivers", 14), &wrong);
    struct quality quality = scored(sitting, basis)->quality;
    assert_int_equal(quality.instructed_wrong, 1);
    assert_int_equal(quality.is_flagged[QUALITY_INSTRUCTED], 0);
    sitting_put(sitting, step_in(sitting, "drivers", 29), &wrong);
    quality = scored(sitting, basis)->quality;
    assert_int_equal(quality.instructed_wrong, 2);
    assert_int_equal(quality.is_flagged[QUALITY_INSTRUCTED], 1);
    set_state(sitting, step_in(sitting, "drivers", 29), ANSWER_DECLINED);
    quality = scored(sitting, basis)->quality;
    assert_int_equal(quality.instructed_count, 1);
    assert_int_equal(quality.is_flagged[QUALITY_INSTRUCTED], 0);
}

/* Ratings of one driver that contradict each other say nothing about it, whatever the choices say.
 * The first version of the scoring did not look. */
static void ratings_that_contradict_each_other_are_a_sign(void **state)
{
    (void)state;
    struct sitting *sitting = open_sitting(.8);
    struct quality quality = scored(sitting, basis)->quality;
    assert_true(isnan(quality.rating_scatter));
    basis->scoring_version = 2;
    quality = scored(sitting, basis)->quality;
    assert_true(quality.rating_scatter > 0 && quality.rating_scatter < .8);
    assert_int_equal(quality.is_flagged[QUALITY_SCATTER], 0);
    /* Every item is agreed to, also those that say the opposite: in a driver of three and one
     * the answers are 5 5 5 1, so the variance is 4; blind ratings have 2. */
    const struct questionnaire *drivers = sample_ratings(&arena);
    for (size_t i = 0; i < drivers->item_count; i++) {
        struct answer answer = sitting->answers[step_in(sitting, "drivers", i)];
        if (drivers->items[i].instructed.count)
            continue;
        answer.number = 5;
        sitting_put(sitting, step_in(sitting, "drivers", i), &answer);
    }
    quality = scored(sitting, basis)->quality;
    assert_float_equal(quality.rating_scatter, sqrt(2), 1e-12);
    assert_int_equal(quality.is_flagged[QUALITY_SCATTER], 1);
    basis->scoring_version = 1;
    assert_true(isnan(scored(sitting, basis)->quality.rating_scatter));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_figure_lies_in_its_interval),
        TEST(the_opposite_is_clearly_different),
        TEST(without_an_organization_there_is_no_figure),
        TEST(the_profile_decides_what_may_be_said),
        TEST(a_split_organization_has_no_figure),
        TEST(a_flat_person_has_no_figure),
        TEST(open_blocks_shrink_what_is_known),
        TEST(nothing_answered_is_no_crash),
        TEST(too_few_dimensions_have_only_gaps),
        TEST(a_profile_of_other_dimensions_is_refused),
        TEST(without_a_profile_the_assessment_says_the_version),
        TEST(gaps_have_a_sign),
        TEST(three_of_four_ratings_are_enough),
        TEST(situations_follow_the_raters_key),
        TEST(what_a_person_would_add),
        TEST(only_whole_descriptions_of_the_need_count),
        TEST(a_steady_session_has_no_flags),
        TEST(haste_is_a_sign),
        TEST(long_runs_are_a_sign),
        TEST(the_same_place_is_a_sign),
        TEST(instructed_items_count_when_both_are_wrong),
        TEST(ratings_that_contradict_each_other_are_a_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
