/* The headline figure: what it is on data with a known answer, when there is none, and that the
 * same input gives the same interval. */
#include "measure/resonance.h"

#include "base/chance.h"
#include "measure/draws/resonance_draws.h"
#include "measure/moments.h"

#include "memory_check.h"
#include "near.h"
#include "scratch.h"

#include <string.h>

enum { DIMENSIONS = 16, BLOCKS = 20, RATERS = 12 };

/* The affine plane of order 4: every pair of dimensions in exactly one block. */
static const size_t plane[BLOCKS][4] = {
    {0, 1, 2, 3},   {4, 5, 6, 7},   {8, 9, 10, 11}, {12, 13, 14, 15}, {0, 5, 10, 15},
    {1, 4, 11, 14}, {2, 7, 8, 13},  {3, 6, 9, 12},  {0, 7, 9, 14},    {3, 4, 10, 13},
    {1, 6, 8, 15},  {2, 5, 11, 12}, {0, 6, 11, 13}, {2, 4, 9, 15},    {3, 5, 8, 14},
    {1, 7, 10, 12}, {0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14},   {3, 7, 11, 15}};

/* A person who always prefers the larger of `worth`, and raters around `target`. */
struct sitting {
    struct bestworst_block blocks[BLOCKS];
    double ratings[RATERS * DIMENSIONS], importance[DIMENSIONS], norm[DIMENSIONS];
    struct resonance_input input;
};

static void answer(struct sitting *sitting, const double *worth)
{
    for (size_t b = 0; b < BLOCKS; b++) {
        struct bestworst_block *block = &sitting->blocks[b];
        *block = (struct bestworst_block){.objects = plane[b], .object_count = 4};
        for (int i = 1; i < 4; i++) {
            if (worth[plane[b][i]] > worth[plane[b][block->best]])
                block->best = i;
            if (worth[plane[b][i]] < worth[plane[b][block->worst]])
                block->worst = i;
        }
    }
}

static void rate(struct sitting *sitting, const double *target, double noise)
{
    struct chance chance = chance_init(7);
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting->ratings[i] =
            target[i % DIMENSIONS] + noise * (2 * chance_unit(&chance) - 1);
}

static void set_up(struct sitting *sitting)
{
    double worth[DIMENSIONS], target[DIMENSIONS];
    memset(sitting, 0, sizeof *sitting);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        worth[j] = (double)((j * 7) % DIMENSIONS);
        target[j] = worth[j] / 10 - .75;
        sitting->importance[j] = 1;
    }
    answer(sitting, worth);
    rate(sitting, target, .3);
    sitting->input = (struct resonance_input){.dimension_count = DIMENSIONS,
                                              .blocks = sitting->blocks,
                                              .block_count = BLOCKS,
                                              .ratings = sitting->ratings,
                                              .rater_count = RATERS,
                                              .importance = sitting->importance,
                                              .norm = sitting->norm,
                                              .draw_count = 200,
                                              .seed = 20261123};
}

static struct resonance score(const struct sitting *sitting)
{
    struct resonance result;
    resonance_score(&scratch, &sitting->input, 1, &result);
    return result;
}

static void a_like_minded_person_resonates(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance result = score(&sitting);
    assert_int_equal(result.absence, RESONANCE_FIGURE);
    assert_true(result.figure > .9);
    assert_near(result.figure, result.raw, 1e-12);
    assert_true(isnan(result.normativeness_person));
    assert_true(result.lo < result.figure && result.figure < result.hi);
    assert_int_equal(resonance_phrase(result.lo, result.hi), RESONANCE_CLEARLY_ALIGNED);
    assert_false(result.is_provisional);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        assert_int_equal(result.shown_count[j], 5);
        assert_near(result.weight[j], 1.0 / DIMENSIONS, 1e-15);
        assert_true(result.score_se[j] > 0 && result.score_se[j] < .4);
    }
}

static void an_opposite_person_differs(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    double worth[DIMENSIONS];
    const double there = score(&sitting).figure;
    for (size_t j = 0; j < DIMENSIONS; j++)
        worth[j] = -(double)((j * 7) % DIMENSIONS);
    answer(&sitting, worth);
    const struct resonance result = score(&sitting);
    assert_near(result.figure, -there, 1e-12);
    assert_int_equal(resonance_phrase(result.lo, result.hi), RESONANCE_CLEARLY_DIFFERENT);
}

static void the_same_input_gives_the_same_bits(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance one = score(&sitting), again = score(&sitting);
    assert_memory_equal(&one.se_z, &again.se_z, sizeof one.se_z);
    assert_memory_equal(&one.lo, &again.lo, sizeof one.lo);
    sitting.input.seed ^= 1;
    assert_true(score(&sitting).se_z != one.se_z);
    sitting.input.seed ^= 1 ^ (uint64_t)1 << 63;
    assert_true(score(&sitting).se_z != one.se_z);
}

/* Worked out once and kept: the same on every compiler and level of optimization. */
static void the_interval_is_pinned(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance result = score(&sitting);
    assert_near(result.figure, 0.97448049787479463, 1e-15);
    assert_near(result.se_z, 0.19966274878774246, 1e-15);
}

static void taking_the_norm_off_leaves_what_is_distinctive(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance plain = score(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++)
        sitting.norm[j] = plain.target[j] * .9;
    const struct resonance result = score(&sitting);
    assert_true(result.figure < plain.figure);
    assert_near(result.raw, plain.raw, 1e-12);
    assert_near(result.normativeness_organization, 1, 1e-12);
    assert_near(result.normativeness_person, plain.raw, 1e-12);
}

static void expect_absence(const struct sitting *sitting, enum resonance_absence absence)
{
    const struct resonance result = score(sitting);
    assert_int_equal(result.absence, absence);
    assert_true(isnan(result.figure) && isnan(result.lo) && isnan(result.hi));
}

/* The first dimension that is as often worst as best may stay; what is chosen is the one with
 * most still to make up for, so that the counts end level. */
static void answer_level(struct sitting *sitting)
{
    int count[DIMENSIONS] = {0};
    for (size_t b = 0; b < BLOCKS; b++) {
        struct bestworst_block *block = &sitting->blocks[b];
        block->best = block->worst = 0;
        for (int i = 1; i < 4; i++) {
            if (count[plane[b][i]] < count[plane[b][block->best]])
                block->best = i;
            if (count[plane[b][i]] >= count[plane[b][block->worst]])
                block->worst = i;
        }
        count[plane[b][block->best]]++;
        count[plane[b][block->worst]]--;
    }
}

static void a_flat_person_has_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    answer_level(&sitting);
    expect_absence(&sitting, RESONANCE_FLAT_PERSON);
}

static void a_flat_organization_has_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    /* the norm is the organization itself: nothing of its own is left */
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting.ratings[i] = sitting.ratings[i % DIMENSIONS];
    for (size_t j = 0; j < DIMENSIONS; j++)
        sitting.norm[j] = score(&sitting).target[j];
    expect_absence(&sitting, RESONANCE_FLAT_ORGANIZATION);
}

static void few_raters_have_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    sitting.input.rater_count = 2;
    expect_absence(&sitting, RESONANCE_FEW_RATERS);
    sitting.input.rater_count = 3;
    assert_int_equal(score(&sitting).absence, RESONANCE_FIGURE);
    assert_true(score(&sitting).is_provisional);
    sitting.input.rater_count = 5;
    assert_false(score(&sitting).is_provisional);
}

static void raters_at_odds_have_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting.ratings[i] *= i / DIMENSIONS % 2 ? -1 : 1;
    expect_absence(&sitting, RESONANCE_NOT_ONE_VOICE);
}

static void wrong_weights_have_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    sitting.importance[3] = -1;
    expect_absence(&sitting, RESONANCE_WEIGHTS_WRONG);
    memset(sitting.importance, 0, sizeof sitting.importance);
    expect_absence(&sitting, RESONANCE_WEIGHTS_WRONG);
    for (size_t j = 0; j < 7; j++)
        sitting.importance[j] = 1;
    expect_absence(&sitting, RESONANCE_FEW_AGREED);
}

static void unanswered_blocks_make_dimensions_missing(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    sitting.blocks[0].worst = BESTWORST_NONE;
    const struct resonance result = score(&sitting);
    assert_int_equal(result.absence, RESONANCE_FIGURE);
    assert_int_equal(result.shown_count[0], 4);
    /* three blocks of dimension 0 gone: 2 times shown is too few, 15 dimensions are left */
    sitting.blocks[4].best = sitting.blocks[8].best = BESTWORST_NONE;
    const struct resonance less = score(&sitting);
    assert_int_equal(less.absence, RESONANCE_FIGURE);
    assert_int_equal(less.shown_count[0], 2);
    assert_true(isnan(less.score[0]) && less.weight[0] == 0);
    assert_near(less.weight[1], 1.0 / 15, 1e-15);
    for (size_t b = 0; b < 12; b++)
        sitting.blocks[b].best = BESTWORST_NONE;
    expect_absence(&sitting, RESONANCE_FEW_DIMENSIONS);
}

static void little_weight_has_no_figure(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    sitting.importance[0] = 6;
    sitting.blocks[0].best = sitting.blocks[4].best = sitting.blocks[8].best =
        BESTWORST_NONE;
    expect_absence(&sitting, RESONANCE_LITTLE_WEIGHT);
}

/* What chance alone gives on this design: R has mean 0 and SD 1/sqrt(15), so that no single
 * figure below .43 means anything; 95 % of random sittings have a root likelihood below .401. */
static void random_answers_mean_nothing(void **state)
{
    (void)state;
    if (is_memory_checked())
        skip(); /* one sitting is scored like the other */
    enum { PEOPLE = 2000 };
    struct sitting sitting;
    struct chance chance = chance_init(1);
    double sum = 0, squares = 0, patterned = 0, flat = 0;
    set_up(&sitting);
    sitting.input.draw_count = 2;
    for (size_t person = 0; person < PEOPLE; person++) {
        const struct arena_mark mark = arena_mark(&scratch);
        for (size_t b = 0; b < BLOCKS; b++) {
            sitting.blocks[b].best = (int)chance_below(&chance, 4);
            sitting.blocks[b].worst =
                (sitting.blocks[b].best + 1 + (int)chance_below(&chance, 3)) % 4;
        }
        const struct resonance result = score(&sitting);
        const bool is_flat_person = result.absence == RESONANCE_FLAT_PERSON;
        flat += is_flat_person;
        sum += is_flat_person ? 0 : result.figure;
        squares += is_flat_person ? 0 : result.figure * result.figure;
        patterned += result.rlh >= .401;
        arena_release(&scratch, mark);
    }
    assert_true(flat <= 4); /* one in a thousand looks like a pattern */
    assert_true(fabs(sum / PEOPLE) < .02);
    assert_true(fabs(sqrt(squares / PEOPLE) - 1 / sqrt(15)) < .02);
    assert_true(fabs(patterned / PEOPLE - .05) < .015);
}

static void gates_follow_the_deviation(void **state)
{
    (void)state;
    assert_true(resonance_gate((const double[]){.2, .2, .2, .2, .2}, 5) == 1);
    assert_true(resonance_gate((const double[]){-.4, .4, -.4, .4}, 4) == .5);
    assert_true(resonance_gate((const double[]){0, .5, 1}, 3) ==
                1); /* a deviation of 1/3 */
    assert_true(resonance_gate((const double[]){0, .2, 1.2, 1.4}, 4) == 0);
    assert_true(resonance_gate((const double[]){0, 0, 1, 1}, 4) == .5); /* of 1/2 */
    assert_true(resonance_gate((const double[]){-1, 1, -1, 1}, 4) == 0);
    assert_true(resonance_gate((const double[]){.2, .2, NAN, NAN}, 4) == 0);
}

static void words_follow_the_interval(void **state)
{
    (void)state;
    assert_int_equal(resonance_phrase(.3, .8), RESONANCE_CLEARLY_ALIGNED);
    assert_int_equal(resonance_phrase(.1, .8), RESONANCE_LEANING_ALIGNED);
    assert_int_equal(resonance_phrase(.29, .8), RESONANCE_LEANING_ALIGNED);
    assert_int_equal(resonance_phrase(-.8, -.29), RESONANCE_LEANING_DIFFERENT);
    assert_int_equal(resonance_phrase(-.1, .8), RESONANCE_UNCLEAR);
    assert_int_equal(resonance_phrase(0, .8), RESONANCE_UNCLEAR);
    assert_int_equal(resonance_phrase(-.8, 0), RESONANCE_UNCLEAR);
    assert_int_equal(resonance_phrase(-.8, -.1), RESONANCE_LEANING_DIFFERENT);
    assert_int_equal(resonance_phrase(-.8, -.3), RESONANCE_CLEARLY_DIFFERENT);
    assert_int_equal(resonance_phrase(NAN, NAN), RESONANCE_UNCLEAR);
}

/* Given gates are used as they are: a half is half the weight, and nothing is wrong with it. */
static void given_gates_are_weights(void **state)
{
    (void)state;
    struct sitting sitting;
    double gate[DIMENSIONS];
    set_up(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++)
        gate[j] = j ? 1 : .5;
    sitting.input.gate = gate;
    const struct resonance half = score(&sitting);
    assert_int_equal(half.absence, RESONANCE_FIGURE);
    assert_near(half.weight[0], .5 / 15.5, 1e-15);
    assert_near(half.weight[1], 1 / 15.5, 1e-15);
    gate[0] = 0;
    assert_near(score(&sitting).weight[0], 0, 0);
    assert_int_equal(score(&sitting).absence, RESONANCE_FIGURE);
    gate[0] = -.5;
    assert_int_equal(score(&sitting).absence, RESONANCE_WEIGHTS_WRONG);
}

/* Two draws: their SD is their distance over root 2, and the scores are fifths. */
static void the_spread_of_two_draws_is_their_distance(void **state)
{
    (void)state;
    struct sitting sitting;
    double largest = 0;
    set_up(&sitting);
    sitting.input.draw_count = 2;
    const struct resonance result = score(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        const double fifths = result.score_se[j] * sqrt(2) * 5;
        assert_near(fifths, round(fifths), 1e-12);
        largest = fmax(largest, fifths);
    }
    assert_true(largest >= 1);
}

/* Two groups of blocks show everything twice, which is too little; each block of the third makes
 * four dimensions count. Twelve of sixteen are enough, eight are too few. */
static void three_quarters_of_the_dimensions_are_needed(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    for (size_t b = 11; b < BLOCKS; b++)
        sitting.blocks[b].best = BESTWORST_NONE;
    assert_int_equal(score(&sitting).absence, RESONANCE_FIGURE);
    sitting.blocks[10].best = BESTWORST_NONE;
    assert_int_equal(score(&sitting).absence, RESONANCE_FEW_DIMENSIONS);
}

/* Two ratings of a dimension are too few, whatever its gate says. */
static void a_dimension_that_few_rated_has_no_weight(void **state)
{
    (void)state;
    struct sitting sitting;
    double gate[DIMENSIONS];
    set_up(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++)
        gate[j] = 1;
    sitting.input.gate = gate;
    for (size_t i = 2; i < RATERS; i++)
        sitting.ratings[i * DIMENSIONS] = NAN;
    const struct resonance result = score(&sitting);
    assert_near(result.weight[0], 0, 0);
    assert_near(result.weight[1], 1.0 / (DIMENSIONS - 1), 1e-15);
}

/* The draws take the norm off as the figure does: the same number added to all of it changes
 * nothing, and where person and organization differ from it alike, every draw finds them alike. */
static void draws_take_the_norm_off(void **state)
{
    (void)state;
    struct sitting sitting;
    double own = 0, both = 0;
    set_up(&sitting);
    const struct resonance plain = score(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        own += plain.score[j] * plain.score[j];
        both += plain.score[j] * plain.score[(j + 5) % DIMENSIONS];
    }
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting.ratings[i] = plain.score[i % DIMENSIONS];
    for (size_t j = 0; j < DIMENSIONS; j++) /* has nothing in common with the person */
        sitting.norm[j] = plain.score[(j + 5) % DIMENSIONS] - both / own * plain.score[j];
    const struct resonance normed = score(&sitting);
    struct resonance drawn = normed;
    double *figures = arena_array(&scratch, double, sitting.input.draw_count);
    resonance_draws_run(&scratch,
                        &(struct resonance_frame){&sitting.input, &drawn, figures}, 1);
    assert_near(normed.figure, 1, 1e-12);
    assert_true(moments_sd(figures, sitting.input.draw_count) < .05 / sqrt(2));
    for (size_t j = 0; j < DIMENSIONS; j++)
        sitting.norm[j] += 5;
    const struct resonance moved = score(&sitting);
    assert_near(moved.se_z, normed.se_z, 1e-9);
}

static void assert_same(const struct resonance *alone, const struct resonance *together)
{
    const double figures[][2] = {
        {alone->figure, together->figure}, {alone->se_z, together->se_z},
        {alone->lo, together->lo},         {alone->hi, together->hi},
        {alone->raw, together->raw},       {alone->rlh, together->rlh}};
    assert_int_equal(alone->absence, together->absence);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        assert_near(figures[i][1], figures[i][0], 0);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        assert_near(together->score_se[j], alone->score_se[j], 0);
        assert_near(together->weight[j], alone->weight[j], 0);
        assert_near(together->target[j], alone->target[j], 0);
    }
}

/* Frames of an organization share the person and what is drawn of them, and none of the numbers
 * tells: rows of raters, means of as many people and of others, and one without a figure. */
static void each_frame_has_the_numbers_that_it_has_alone(void **state)
{
    (void)state;
    enum { FRAMES = 5 };
    struct sitting sitting;
    double target[DIMENSIONS], error[DIMENSIONS];
    struct resonance_input inputs[FRAMES];
    struct resonance together[FRAMES];
    set_up(&sitting);
    sitting.input.draw_count = 203; /* no whole number of what is drawn at once */
    for (size_t j = 0; j < DIMENSIONS; j++) {
        target[j] = sitting.ratings[j];
        error[j] = .1;
    }
    for (size_t f = 0; f < FRAMES; f++)
        inputs[f] = sitting.input;
    for (size_t f = 1; f < FRAMES; f++) {
        inputs[f].ratings = NULL;
        inputs[f].target = target;
        inputs[f].target_se = error;
        inputs[f].crystallization = .8;
        inputs[f].rater_count = f == 3 ? 8 : 9;
    }
    inputs[2].crystallization = 0;
    resonance_score(&scratch, inputs, FRAMES, together);
    for (size_t f = 0; f < FRAMES; f++) {
        struct resonance alone;
        resonance_score(&scratch, &inputs[f], 1, &alone);
        assert_int_equal(alone.absence,
                         f == 2 ? RESONANCE_NOT_ONE_VOICE : RESONANCE_FIGURE);
        assert_same(&alone, &together[f]);
    }
    assert_true(together[1].se_z != together[3].se_z);
}

/* The interval is the figure and 1.96 standard errors to both sides, on Fisher's scale. */
static void the_interval_is_symmetric_in_z(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance result = score(&sitting);
    assert_near(atanh(result.hi) - atanh(result.figure), 1.96 * result.se_z, 1e-9);
    assert_near(atanh(result.figure) - atanh(result.lo), 1.96 * result.se_z, 1e-9);
}

/* Without importance all dimensions weigh the same, and what nobody drawn rated is left out. */
static void importance_may_be_left_open(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance equal = score(&sitting);
    sitting.input.importance = NULL;
    const struct resonance open = score(&sitting);
    assert_near(open.figure, equal.figure, 0);
    assert_near(open.se_z, equal.se_z, 0);
}

/* Raters who left something out count where they answered: with the answers of all others the same,
 * a dimension's target is their common rating, in the figure as in every draw. */
static void what_raters_left_out_is_not_drawn(void **state)
{
    (void)state;
    struct sitting whole, gaps;
    set_up(&whole);
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        whole.ratings[i] = whole.ratings[i % DIMENSIONS];
    set_up(&gaps);
    memcpy(gaps.ratings, whole.ratings, sizeof gaps.ratings);
    for (size_t i = 0; i < RATERS; i += 5)
        gaps.ratings[i * DIMENSIONS + 3] = NAN;
    const struct resonance all = score(&whole), some = score(&gaps);
    assert_near(some.figure, all.figure, 1e-12);
    assert_near(some.se_z, all.se_z, 1e-12);
}

/* Dimensions without weight have no say in whether the others are flat. */
static void weightless_dimensions_make_no_profile(void **state)
{
    (void)state;
    struct sitting sitting;
    double gate[DIMENSIONS];
    set_up(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        gate[j] = j < 10;
        for (size_t i = 0; i < RATERS && j < 10; i++)
            sitting.ratings[i * DIMENSIONS + j] = .5;
    }
    sitting.input.gate = gate;
    expect_absence(&sitting, RESONANCE_FLAT_ORGANIZATION);
    set_up(&sitting);
    sitting.input.gate = gate;
    const struct resonance plain = score(&sitting);
    for (size_t j = 0; j < 10; j++)
        sitting.norm[j] = plain.score[j];
    expect_absence(&sitting, RESONANCE_FLAT_PERSON);
    gate[0] = gate[1] = gate[2] = 0;
    expect_absence(&sitting, RESONANCE_FEW_AGREED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_like_minded_person_resonates),
        cmocka_unit_test(an_opposite_person_differs),
        cmocka_unit_test(the_same_input_gives_the_same_bits),
        cmocka_unit_test(the_interval_is_pinned),
        cmocka_unit_test(taking_the_norm_off_leaves_what_is_distinctive),
        cmocka_unit_test(a_flat_person_has_no_figure),
        cmocka_unit_test(a_flat_organization_has_no_figure),
        cmocka_unit_test(few_raters_have_no_figure),
        cmocka_unit_test(raters_at_odds_have_no_figure),
        cmocka_unit_test(wrong_weights_have_no_figure),
        cmocka_unit_test(unanswered_blocks_make_dimensions_missing),
        cmocka_unit_test(little_weight_has_no_figure),
        cmocka_unit_test(random_answers_mean_nothing),
        cmocka_unit_test(gates_follow_the_deviation),
        cmocka_unit_test(given_gates_are_weights),
        cmocka_unit_test(a_dimension_that_few_rated_has_no_weight),
        cmocka_unit_test(three_quarters_of_the_dimensions_are_needed),
        cmocka_unit_test(the_spread_of_two_draws_is_their_distance),
        cmocka_unit_test(words_follow_the_interval),
        cmocka_unit_test(draws_take_the_norm_off),
        cmocka_unit_test(each_frame_has_the_numbers_that_it_has_alone),
        cmocka_unit_test(the_interval_is_symmetric_in_z),
        cmocka_unit_test(importance_may_be_left_open),
        cmocka_unit_test(what_raters_left_out_is_not_drawn),
        cmocka_unit_test(weightless_dimensions_make_no_profile),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
