/* The smallest set that has a figure: eight dimensions, every pair of them one block, some raters.
 * What weighs, what is left out, and what does not matter. */
#include "measure/resonance.h"

#include "near.h"
#include "scratch.h"

#include <string.h>

enum { DIMENSIONS = 8, BLOCKS = DIMENSIONS * (DIMENSIONS - 1) / 2, RATERS = 5 };

struct sitting {
    size_t shown[BLOCKS][2];
    struct bestworst_block blocks[BLOCKS];
    double ratings[RATERS * DIMENSIONS], importance[DIMENSIONS], gate[DIMENSIONS];
    struct resonance_input input;
};

/* A person who prefers the later dimension of each pair but two, and raters of nearly one mind. */
static void set_up(struct sitting *sitting)
{
    size_t b = 0;
    memset(sitting, 0, sizeof *sitting);
    for (size_t i = 0; i < DIMENSIONS; i++)
        for (size_t k = i + 1; k < DIMENSIONS; k++, b++) {
            const int best = b % 11 != 3;
            sitting->shown[b][0] = i;
            sitting->shown[b][1] = k;
            sitting->blocks[b] =
                (struct bestworst_block){sitting->shown[b], 2, best, 1 - best};
        }
    for (size_t i = 0; i < RATERS; i++)
        for (size_t j = 0; j < DIMENSIONS; j++)
            sitting->ratings[i * DIMENSIONS + j] =
                (double)((3 * j) % DIMENSIONS) / 3 - 1 + ((i + j) % 3 ? .1 : -.1);
    for (size_t j = 0; j < DIMENSIONS; j++)
        sitting->importance[j] = sitting->gate[j] = 1;
    sitting->input = (struct resonance_input){.dimension_count = DIMENSIONS,
                                              .blocks = sitting->blocks,
                                              .block_count = BLOCKS,
                                              .ratings = sitting->ratings,
                                              .rater_count = RATERS,
                                              .importance = sitting->importance,
                                              .draw_count = 100,
                                              .seed = 3};
}

static struct resonance score(const struct sitting *sitting)
{
    struct resonance result;
    resonance_score(&scratch, &sitting->input, 1, &result);
    return result;
}

static void eight_dimensions_are_enough(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance result = score(&sitting);
    assert_int_equal(result.absence, RESONANCE_FIGURE);
    assert_true(isfinite(result.figure) && result.se_z > 0);
    for (size_t j = 0; j < DIMENSIONS; j++)
        assert_near(result.weight[j], 1. / DIMENSIONS, 1e-15);
    sitting.input.gate = sitting.gate;
    assert_int_equal(score(&sitting).absence, RESONANCE_FIGURE);
    for (size_t j = 0; j < DIMENSIONS; j++) {
        set_up(&sitting);
        sitting.input.gate = sitting.gate;
        sitting.gate[j] = 0;
        assert_int_equal(score(&sitting).absence, RESONANCE_FEW_AGREED);
    }
}

/* Raters at odds on one dimension take the weight of that one, none of another. */
static void a_gate_closes_its_own_dimension(void **state)
{
    (void)state;
    for (size_t at_odds = 0; at_odds < DIMENSIONS; at_odds++) {
        struct sitting sitting;
        set_up(&sitting);
        for (size_t i = 0; i < RATERS; i++)
            sitting.ratings[i * DIMENSIONS + at_odds] = i % 2 ? 1.5 : -1.5;
        const struct resonance result = score(&sitting);
        for (size_t j = 0; j < DIMENSIONS; j++)
            assert_near(result.weight[j], j == at_odds ? 0 : 1. / (DIMENSIONS - 1),
                        1e-15);
    }
}

/* Two raters of a dimension are too few for it, whatever all others rated. */
static void a_column_of_gaps_is_left_out(void **state)
{
    (void)state;
    for (size_t missing = 0; missing < DIMENSIONS; missing++) {
        struct sitting sitting;
        set_up(&sitting);
        sitting.input.gate = sitting.gate;
        for (size_t i = 2; i < RATERS; i++)
            sitting.ratings[i * DIMENSIONS + missing] = NAN;
        const struct resonance result = score(&sitting);
        for (size_t j = 0; j < DIMENSIONS; j++)
            assert_near(result.weight[j], j == missing ? 0 : 1. / (DIMENSIONS - 1),
                        1e-15);
    }
}

/* Importance is a share of the whole: in hundredths or in thousands it is the same. */
static void importance_has_no_unit(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    for (size_t j = 0; j < DIMENSIONS; j++)
        sitting.importance[j] = (double)(1 + j % 3);
    const struct resonance whole = score(&sitting);
    for (double unit = 1e-4; unit < 1e5; unit *= 1e8) {
        for (size_t j = 0; j < DIMENSIONS; j++)
            sitting.importance[j] = unit * (double)(1 + j % 3);
        const struct resonance result = score(&sitting);
        assert_int_equal(result.absence, RESONANCE_FIGURE);
        assert_near(result.figure, whole.figure, 1e-12);
        assert_near(result.se_z, whole.se_z, 1e-12);
        for (size_t j = 0; j < DIMENSIONS; j++)
            assert_near(result.weight[j], whole.weight[j], 1e-15);
    }
}

/* An organization that says of itself exactly what the person shows: the interval stays finite. */
static void perfect_likeness_has_an_interval(void **state)
{
    (void)state;
    struct sitting sitting;
    set_up(&sitting);
    const struct resonance before = score(&sitting);
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting.ratings[i] = before.score[i % DIMENSIONS];
    const struct resonance same = score(&sitting);
    assert_near(same.figure, 1, 1e-15);
    assert_true(isfinite(same.se_z) && same.lo < same.figure);
    assert_true(same.lo > 0 && same.hi <= 1);
    for (size_t i = 0; i < RATERS * DIMENSIONS; i++)
        sitting.ratings[i] = -before.score[i % DIMENSIONS];
    const struct resonance opposite = score(&sitting);
    assert_true(opposite.hi > opposite.figure && opposite.hi < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_dimensions_are_enough),
        cmocka_unit_test(a_gate_closes_its_own_dimension),
        cmocka_unit_test(a_column_of_gaps_is_left_out),
        cmocka_unit_test(importance_has_no_unit),
        cmocka_unit_test(perfect_likeness_has_an_interval),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
