/* Selection by two attributes: cells counted by hand, what is hidden, what is said of the rest. */
#include "measure/fairness/fairness_table.h"

#include <string.h>

#include "near.h"
#include "scratch.h"

enum { CELLS_MAX = 9 };

static struct fairness_cell cells[CELLS_MAX];
static struct fairness_table table;

/* A table of `rows` x `columns` cells, each {people, selected}; everybody said what they are. */
static void describe(size_t rows, size_t columns, const size_t (*counts)[2])
{
    for (size_t i = 0; i < rows * columns; i++)
        cells[i] =
            (struct fairness_cell){.count = counts[i][0], .selected = counts[i][1]};
    table = (struct fairness_table){rows, columns, rows, columns, cells, NULL, NULL};
    fairness_table_describe(&scratch, &table);
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

/* Each attribute alone, from the same four cells: 82 of 180 and 37 of 110; 77 of 160 and 42 of
 * 130. */
static void each_attribute_alone_by_hand(void **state)
{
    (void)state;
    describe(2, 2, (const size_t[][2]){{100, 50}, {80, 32}, {60, 27}, {50, 10}});
    const double first = 37.0 / 110 / (82.0 / 180), second = 42.0 / 130 / (77.0 / 160);
    const double se = sqrt((1 - 37.0 / 110) / 37 + (1 - 82.0 / 180) / 82);
    assert_int_equal(table.first[0].state, FAIRNESS_REFERENCE);
    assert_near(table.first[0].impact.impact_ratio, 1, 1e-15);
    assert_near(table.first[1].impact.impact_ratio, first, 1e-14);
    assert_near(table.first[1].impact.ratio_lo, exp(log(first) - 1.959963984540054 * se),
                1e-13);
    assert_near(table.first[1].impact.shortfall, 110 * 82.0 / 180 - 37, 1e-12);
    assert_int_equal(table.first[1].state, FAIRNESS_BELOW); /* 38/110 over 81/180: .77 */
    assert_near(table.second[1].impact.impact_ratio, second, 1e-14);
    assert_int_equal(table.second[1].state, FAIRNESS_BELOW);
}

/* Whoever did not say what they are is counted, and nobody is held against them. */
static void who_did_not_say_is_counted_only(void **state)
{
    (void)state;
    const size_t counts[][2] = {{100, 40}, {30, 30}, {40, 20}, {9, 9}, {50, 30}, {0, 0}};
    for (size_t i = 0; i < 6; i++)
        cells[i] =
            (struct fairness_cell){.count = counts[i][0], .selected = counts[i][1]};
    table = (struct fairness_table){3, 2, 1, 1, cells, NULL, NULL};
    fairness_table_describe(&scratch, &table);
    const enum fairness_state wanted[] = {FAIRNESS_BELOW,     FAIRNESS_NOT_SAID,
                                          FAIRNESS_NOT_SAID,  FAIRNESS_NOT_SAID,
                                          FAIRNESS_REFERENCE, FAIRNESS_EMPTY};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(cells[i].state, wanted[i]);
    assert_int_equal(cells[1].count, 30);
    assert_int_equal(cells[1].selected, 30);
    assert_true(isnan(cells[1].impact.rate_focal));
    assert_near(cells[0].impact.impact_ratio, .4 / .6, 1e-15);
    assert_int_equal(table.first[1].state, FAIRNESS_NOT_SAID);
    assert_int_equal(table.first[1].count, 49);
    assert_int_equal(table.first[2].state, FAIRNESS_REFERENCE);
    assert_int_equal(table.second[1].state, FAIRNESS_NOT_SAID);
    assert_int_equal(table.second[0].state, FAIRNESS_REFERENCE);
    cells[3] = (struct fairness_cell){.count = 4, .selected = 4};
    fairness_table_describe(&scratch, &table);
    assert_int_equal(cells[3].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(cells[1].state, FAIRNESS_SUPPRESSED);
}

/* 4 of the first row: a line of two cells hides both, and then its other lines hide theirs. One
 * cell alone in its row and beside nobody takes totals with it. */
static void a_total_is_hidden_when_nothing_else_can_be(void **state)
{
    (void)state;
    describe(
        3, 3,
        (const size_t[][2]){
            {4, 1}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {9, 3}, {20, 8}, {10, 4}, {50, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(table.first[0].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(cells[6].state, FAIRNESS_SUPPRESSED);
    const size_t people = 4 + 9 + 20 + 10 + 50;
    size_t shown = 0, hidden = 0;
    for (size_t i = 0; i < 3; i++) {
        shown += table.first[i].count;
        hidden += table.first[i].state == FAIRNESS_SUPPRESSED;
    }
    assert_true(hidden >= 2 && people - shown >= FAIRNESS_CELL_MIN);
}

/* Two cells of 1 and 2 would hide 3 people together: a third goes with them. */
static void few_people_are_not_hidden_together(void **state)
{
    (void)state;
    describe(4, 1, (const size_t[][2]){{1, 0}, {2, 1}, {30, 10}, {40, 20}});
    assert_int_equal(cells[0].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(cells[1].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(cells[2].state, FAIRNESS_SUPPRESSED);
    assert_int_equal(cells[3].state, FAIRNESS_REFERENCE);
    describe(4, 1, (const size_t[][2]){{1, 0}, {4, 1}, {30, 10}, {40, 20}});
    assert_int_equal(cells[2].state, FAIRNESS_BELOW); /* 1 in 3 against 1 in 2 */
    assert_int_equal(cells[3].state, FAIRNESS_REFERENCE);
}

/* Fair in each attribute alone, unfair where they meet: the reason for intersections. */
static void what_margins_hide_is_found(void **state)
{
    (void)state;
    const size_t counts[][2] = {{100, 60}, {100, 20}, {100, 20}, {100, 60}};
    describe(2, 2, counts);
    assert_int_equal(cells[1].state, FAIRNESS_BELOW);
    assert_int_equal(table.first[0].count, 200);
    assert_int_equal(table.first[0].selected, 80);
    assert_int_equal(table.second[1].count, 200);
    assert_int_equal(table.second[1].selected, 80);
    assert_int_equal(table.first[0].state, FAIRNESS_REFERENCE);
    assert_int_equal(table.first[1].state, FAIRNESS_NOT_BELOW);
    assert_int_equal(table.second[0].state, FAIRNESS_REFERENCE);
    assert_int_equal(table.second[1].state, FAIRNESS_NOT_BELOW);
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
    const bool is_hidden[] = {1, 1, 0, 1, 1, 0, 0, 0, 0};
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

static void every_state_has_a_word_and_a_sentence(void **state)
{
    (void)state;
    assert_string_equal(fairness_table_state(FAIRNESS_ONE_PERSON), "one_person");
    for (enum fairness_state i = FAIRNESS_EMPTY; i <= FAIRNESS_NOT_BELOW; i++)
        assert_true(strlen(fairness_table_state(i)) > 0);
    for (enum fairness_state i = FAIRNESS_EMPTY; i <= FAIRNESS_NOT_BELOW; i++)
        assert_int_equal(strlen(fairness_table_words(i)) > 0,
                         i != FAIRNESS_EMPTY && i != FAIRNESS_REFERENCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intersections_by_hand),
        cmocka_unit_test(each_attribute_alone_by_hand),
        cmocka_unit_test(who_did_not_say_is_counted_only),
        cmocka_unit_test(a_total_is_hidden_when_nothing_else_can_be),
        cmocka_unit_test(few_people_are_not_hidden_together),
        cmocka_unit_test(what_margins_hide_is_found),
        cmocka_unit_test(small_cells_are_hidden_so_that_none_can_be_worked_out),
        cmocka_unit_test(a_cell_of_five_is_shown_and_not_judged),
        cmocka_unit_test(one_person_more_would_change_the_answer),
        cmocka_unit_test(nobody_and_nobody_selected),
        cmocka_unit_test(every_state_has_a_word_and_a_sentence),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
