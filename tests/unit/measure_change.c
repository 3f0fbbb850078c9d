/* Whether somebody has moved between two sessions: numbers worked out by hand, and when nothing is
 * said. */
#include "near.h"

#include "measure/moved/change.h"

static void a_move_has_the_error_of_both_sessions(void **state)
{
    (void)state;
    /* .3 and .4 make .5; from 1 to 3 towards 3.5: 2.5 away before, .5 now. */
    const struct change change = change_find(1, .3, 3, .4, 3.5);
    assert_near(change.moved, 2, 1e-12);
    assert_near(change.se, .5, 1e-12);
    assert_near(change.nearer, 2, 1e-12);
    assert_near(change.low, 2 - 1.959963984540054 * .5, 1e-12);
    assert_near(change.high, 2 + 1.959963984540054 * .5, 1e-12);
    assert_near(change.p, 6.334248366623996e-05, 1e-9); /* two sides beyond 4 */
}

static void who_passes_the_place_is_no_nearer(void **state)
{
    (void)state;
    struct change change = change_find(-.5, .1, .5, .1, 0);
    assert_near(change.nearer, 0, 1e-12);
    assert_near(change.p, 1, 1e-12);
    change_say(&change, 1);
    assert_int_equal(change.word, CHANGE_UNCLEAR);
}

static void all_topics_are_looked_at_together(void **state)
{
    (void)state;
    /* p of 2.2 standard errors is .028: enough alone, not as one of four. */
    struct change four[4];
    for (int i = 0; i < 4; i++)
        four[i] = change_find(0, .3, i ? 0 : .5 * 2.2, .4, 5);
    struct change one = four[0];
    change_say(&one, 1);
    assert_int_equal(one.word, CHANGE_TOWARDS);
    change_say(four, 4);
    assert_int_equal(four[0].word, CHANGE_UNCLEAR);
    assert_near(four[0].p, 4 * one.p, 1e-12);
}

static void words_go_by_where_the_organization_stands(void **state)
{
    (void)state;
    struct change list[] = {
        change_find(0, .1, 1, .1, 1),   change_find(0, .1, 1, .1, -1),
        change_find(0, .1, 1, .1, NAN), change_find(0, .1, -1, .1, NAN),
        change_find(NAN, .1, 1, .1, 0), change_find(0, 0, 1, 0, 0),
        change_find(0, .1, 1, NAN, 0),
    };
    const enum change_word words[] = {CHANGE_TOWARDS, CHANGE_AWAY,    CHANGE_MORE,
                                      CHANGE_LESS,    CHANGE_UNKNOWN, CHANGE_UNKNOWN,
                                      CHANGE_UNKNOWN};
    change_say(list, sizeof list / sizeof *list);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        assert_int_equal(list[i].word, words[i]);
}

static void two_figures_differ_by_their_own_ranges(void **state)
{
    (void)state;
    /* .6 - .2 = .4; below by the root of .3^2 + .4^2, above by that of .2^2 + .15^2. */
    const struct change change = change_figure(.2, .05, .6, .6, .3, .8);
    assert_near(change.moved, .4, 1e-12);
    assert_near(change.low, .4 - .5, 1e-12);
    assert_near(change.high, .4 + .25, 1e-12);
    assert_int_equal(change.word, CHANGE_UNCLEAR);
    assert_int_equal(change_figure(.1, 0, .2, .8, .7, .9).word, CHANGE_MORE);
    assert_int_equal(change_figure(.8, .7, .9, .1, 0, .2).word, CHANGE_LESS);
    assert_int_equal(change_figure(NAN, NAN, NAN, .1, 0, .2).word, CHANGE_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_move_has_the_error_of_both_sessions),
        cmocka_unit_test(who_passes_the_place_is_no_nearer),
        cmocka_unit_test(all_topics_are_looked_at_together),
        cmocka_unit_test(words_go_by_where_the_organization_stands),
        cmocka_unit_test(two_figures_differ_by_their_own_ranges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
