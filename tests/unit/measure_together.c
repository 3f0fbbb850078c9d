/* Whether things go together among people: numbers worked out elsewhere, and nobody is told. */
#include "near.h"

#include "measure/moved/together.h"

enum { PEOPLE = 8, THINGS = 3 };

/* x; y = x and a little; and something that has nothing to do with them. */
static const double rows[PEOPLE * THINGS] = {1, 1.1, 3, 2, 2.3, 1, 3, 2.9, 4, 4, 4.2, 1,
                                             5, 4.8, 5, 6, 6.1, 9, 7, 7.2, 2, 8, 7.9, 6};

static void a_pair_has_the_range_of_fisher(void **state)
{
    (void)state;
    struct together pairs[THINGS];
    assert_int_equal(together_count(THINGS), 3);
    assert_int_equal(together_count(7), 21);
    assert_int_equal(together_count(1), 0);
    together_find(rows, PEOPLE, THINGS, THINGS, pairs);
    /* r = .9975, with Fisher's z from .9857 to .9996; told as .95 at most */
    assert_near(pairs[0].r, .95, 1e-12);
    assert_near(pairs[0].low, .95, 1e-12);
    assert_near(pairs[0].high, .95, 1e-12);
    assert_true(pairs[0].is_sure);
    /* r = .4775, from -.3424 to .8845 */
    assert_near(pairs[1].r, .5, 1e-12);
    assert_near(pairs[1].low, -.35, 1e-12);
    assert_near(pairs[1].high, .9, 1e-12);
    assert_false(pairs[1].is_sure);
    assert_int_equal(pairs[2].one, 1);
    assert_int_equal(pairs[2].other, 2);
}

static void below_five_people_nothing_is_known(void **state)
{
    (void)state;
    struct together pairs[THINGS];
    together_find(rows, TOGETHER_PEOPLE_LEAST - 1, THINGS, THINGS, pairs);
    for (int i = 0; i < THINGS; i++) {
        assert_true(isnan(pairs[i].r) && isnan(pairs[i].low) && isnan(pairs[i].p));
        assert_false(pairs[i].is_sure);
    }
}

static void what_is_flat_or_missing_goes_with_nothing(void **state)
{
    (void)state;
    double flat[PEOPLE * THINGS];
    struct together pairs[THINGS];
    for (int i = 0; i < PEOPLE; i++) {
        flat[i * THINGS] = 3;
        flat[i * THINGS + 1] = i;
        flat[i * THINGS + 2] = i == 4 ? NAN : (double)i;
    }
    together_find(flat, PEOPLE, THINGS, THINGS, pairs);
    for (int i = 0; i < THINGS; i++) {
        assert_true(isnan(pairs[i].r));
        assert_false(pairs[i].is_sure);
    }
}

static void nobody_is_told_by_none_or_by_all(void **state)
{
    (void)state;
    assert_int_equal(together_share(0, 5), 1);
    assert_int_equal(together_share(3, 5), 3);
    assert_int_equal(together_share(5, 5), 4);
    assert_int_equal(together_share(0, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_has_the_range_of_fisher),
        cmocka_unit_test(below_five_people_nothing_is_known),
        cmocka_unit_test(what_is_flat_or_missing_goes_with_nothing),
        cmocka_unit_test(nobody_is_told_by_none_or_by_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
