/* Selection by two attributes: cells counted by hand, what is hidden, what is said of the rest. */
#include "measure/fairness_table.h"

#include <string.h>

#include "near.h"
#include "scratch.h"

enum { PEOPLE_MAX = 2000, CELLS_MAX = 9 };

static struct fairness_person people[PEOPLE_MAX];
static struct fairness_cell cells[CELLS_MAX];

/* A table of `rows` x `columns` cells, each {people, selected}. */
static void describe(size_t rows, size_t columns, const size_t (*counts)[2])
{
    size_t count = 0;
    for (size_t i = 0; i < rows * columns; i++)
        for (size_t j = 0; j < counts[i][0]; j++)
            people[count++] =
                (struct fairness_person){i / columns, i % columns, j < counts[i][1]};
    fairness_table_describe(&scratch, people, count, rows, columns, cells);
}

static void intersections_by_hand(void **state)
{
    (void)state;
    describe(2, 2, (const size_t[][2]){{100, 50}, {80, 32}, {60, 27}, {50, 10}});
    assert_int_equal(cells[0].state, FAIRNESS_REFERENCE);
    assert_near(cells[1].impact.impact_ratio, .8, 1e-15);
    assert_int_equal(cells[1].state, FAIRNESS_ONE_PERSON); /* one less: .775 / .51 */
    assert_near(cells[2].impact.impact_ratio, .9, 1e-15);
    assert_int_equal(cells[2].state, FAIRNESS_NOT_BELOW); /* 26/60 over 51/100: .85 */
    assert_near(cells[3].impact.impact_ratio, .4, 1e-15);
    assert_int_equal(cells[3].state, FAIRNESS_BELOW);
    assert_near(cells[3].impact.shortfall, 15, 1e-13);
}

/* Fair in each attribute alone, unfair where they meet: the reason for intersections. */
static void what_margins_hide_is_found(void **state)
{
    (void)state;
    const size_t counts[][2] = {{100, 60}, {100, 20}, {100, 20}, {100, 60}};
    describe(2, 2, counts);
    assert_int_equal(cells[1].state, FAIRNESS_BELOW);
    describe(2, 1, (const size_t[][2]){{200, 80}, {200, 80}});
    assert_int_equal(cells[0].state, FAIRNESS_REFERENCE);
    assert_int_equal(cells[1].state, FAIRNESS_NOT_BELOW);
}

static void small_cells_are_hidden_so_that_none_can_be_worked_out(void **state)
{
    (void)state;
    describe(3, 3,
             (const size_t[][2]){{4, 1},
                                 {30, 10},
                                 {40, 20},
                                 {25, 10},
                                 {50, 20},
                                 {60, 20},
                                 {0, 0},
                                 {70, 30},
                                 {80, 30}});
    /* the cell of 4; 30 with it in its row, 25 in its column, and 50, or those two could be */
    const int is_hidden[] = {1, 1, 0, 1, 1, 0, 0, 0, 0};
    for (size_t i = 0; i < 9; i++)
        assert_int_equal(cells[i].state == FAIRNESS_SUPPRESSED, is_hidden[i]);
    assert_int_equal(cells[0].count + cells[1].selected, 0);
    assert_true(isnan(cells[0].impact.rate_focal) && isnan(cells[1].impact.p_fisher));
    assert_int_equal(cells[6].state, FAIRNESS_EMPTY);
    assert_int_equal(cells[2].state, FAIRNESS_REFERENCE);
}

static void a_cell_of_five_is_shown_and_not_judged(void **state)
{
    (void)state;
    describe(2, 1, (const size_t[][2]){{5, 0}, {40, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_TOO_FEW);
    assert_int_equal(cells[0].count, 5);
    assert_true(isfinite(cells[0].impact.ratio_log_se));
    describe(2, 1, (const size_t[][2]){{19, 9}, {40, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_TOO_FEW);
    describe(2, 1, (const size_t[][2]){{20, 5}, {40, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_BELOW);
    describe(2, 1, (const size_t[][2]){{20, 4}, {40, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_TOO_FEW);
    describe(2, 1,
             (const size_t[][2]){{100, 10}, {6, 6}}); /* the reference is too small */
    assert_int_equal(cells[0].state, FAIRNESS_TOO_FEW);
}

static void one_person_more_would_change_the_answer(void **state)
{
    (void)state;
    describe(2, 1, (const size_t[][2]){{20, 7}, {20, 10}}); /* .7; 8 of 9: .89 */
    assert_int_equal(cells[0].state, FAIRNESS_ONE_PERSON);
    assert_near(cells[0].impact.ratio_one_moved, 8.0 / 9, 1e-15);
    describe(2, 1, (const size_t[][2]){{200, 70}, {200, 100}});
    assert_int_equal(cells[0].state, FAIRNESS_BELOW);
}

static void nobody_and_nobody_selected(void **state)
{
    (void)state;
    describe(2, 1, (const size_t[][2]){{0, 0}, {0, 0}});
    assert_int_equal(cells[0].state, FAIRNESS_EMPTY);
    describe(2, 1, (const size_t[][2]){{4, 4}, {3, 0}});
    assert_int_equal(cells[0].state, FAIRNESS_SUPPRESSED);
    describe(2, 1, (const size_t[][2]){{30, 0}, {40, 0}});
    assert_int_equal(cells[1].state, FAIRNESS_REFERENCE); /* the larger of equal rates */
    assert_int_equal(cells[0].state, FAIRNESS_TOO_FEW);
    assert_true(isnan(cells[0].impact.impact_ratio));
}

static void every_state_that_is_shown_has_words(void **state)
{
    (void)state;
    for (enum fairness_state i = FAIRNESS_EMPTY; i <= FAIRNESS_NOT_BELOW; i++)
        assert_int_equal(strlen(fairness_table_words(i)) > 0,
                         i != FAIRNESS_EMPTY && i != FAIRNESS_REFERENCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intersections_by_hand),
        cmocka_unit_test(what_margins_hide_is_found),
        cmocka_unit_test(small_cells_are_hidden_so_that_none_can_be_worked_out),
        cmocka_unit_test(a_cell_of_five_is_shown_and_not_judged),
        cmocka_unit_test(one_person_more_would_change_the_answer),
        cmocka_unit_test(nobody_and_nobody_selected),
        cmocka_unit_test(every_state_that_is_shown_has_words),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
