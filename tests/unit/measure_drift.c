/* How several people have moved together: numbers worked out by hand, and that nobody is told. */
#include "near.h"

#include "measure/moved/drift.h"

enum { PEOPLE = 5, TOPICS = 2 };

static void all_move(struct change *changes, const double *moved, double place)
{
    for (int i = 0; i < PEOPLE; i++)
        for (int k = 0; k < TOPICS; k++)
            changes[i * TOPICS + k] =
                change_find(0, .1, k ? (i % 2 ? .4 : -.4) : moved[i], .1, place);
}

static void the_mean_has_the_range_of_student(void **state)
{
    (void)state;
    const double moved[PEOPLE] = {.2, .4, .6, .8, 1};
    struct change changes[PEOPLE * TOPICS];
    struct drift drifts[TOPICS];
    all_move(changes, moved, 2);
    drift_find(changes, PEOPLE, TOPICS, drifts);
    /* Variances .1 and .192, together .146: that of the first is less, so .146 counts; t is 2.776:
     * .6 -+ 2.776 sqrt(.146 / 5) = .1256 to 1.0744. */
    assert_near(drifts[0].mean, .6, 1e-12);
    assert_near(drifts[0].low, .15, 1e-12);
    assert_near(drifts[0].high, 1.05, 1e-12);
    assert_int_equal(drifts[0].word, CHANGE_TOWARDS);
    assert_int_equal(drifts[1].word, CHANGE_UNCLEAR);
    /* -.08, told to the nearest .05 */
    assert_near(drifts[1].mean, -.1, 1e-12);
}

static void where_all_moved_alike_nobody_is_told(void **state)
{
    (void)state;
    const double moved[PEOPLE] = {.4, .4, .4, .4, .4};
    struct change changes[PEOPLE * TOPICS];
    struct drift drifts[TOPICS];
    all_move(changes, moved, -2);
    drift_find(changes, PEOPLE, TOPICS, drifts);
    assert_near(drifts[0].mean, .4, 1e-12);
    assert_true(drifts[0].high - drifts[0].low >= .7); /* the spread of the other one */
}

static void what_is_not_known_of_each_is_told_of_none(void **state)
{
    (void)state;
    const double moved[PEOPLE] = {.2, .4, .6, .8, 1};
    struct change changes[PEOPLE * TOPICS];
    struct drift drifts[TOPICS];
    all_move(changes, moved, 2);
    changes[2 * TOPICS] = change_find(NAN, NAN, 0, .1, 2);
    drift_find(changes, PEOPLE, TOPICS, drifts);
    assert_true(isnan(drifts[0].mean));
    assert_int_equal(drifts[0].word, CHANGE_UNKNOWN);
    drift_find(changes, 1, TOPICS, drifts);
    assert_int_equal(drifts[1].word, CHANGE_UNKNOWN);
    assert_true(isnan(drifts[1].low));
}

static void without_a_place_it_is_more_or_less(void **state)
{
    (void)state;
    const double moved[PEOPLE] = {.8, .9, 1, 1.1, 1.2};
    struct change changes[PEOPLE * TOPICS];
    struct drift drifts[TOPICS];
    all_move(changes, moved, NAN);
    drift_find(changes, PEOPLE, TOPICS, drifts);
    assert_int_equal(drifts[0].word, CHANGE_MORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mean_has_the_range_of_student),
        cmocka_unit_test(where_all_moved_alike_nobody_is_told),
        cmocka_unit_test(what_is_not_known_of_each_is_told_of_none),
        cmocka_unit_test(without_a_place_it_is_more_or_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
