/* Who cannot be told apart from whom, as letters. */
#include "app/desk/office/people/people.h"
#include "base/buffer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 40 };

static struct people people;
static struct people_row rows[MOST];

/* `count` people of one vacancy with the figures `z`, in order of arrival. */
static void people_come(const double *z, size_t count, double se)
{
    arena_init(&people.arena, 1 << 20);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct people_row){
            .place = (int64_t)i + 1, .z = z[i], .variance = se * se, .is_shown = true};
    people.rows = rows;
    people.count = count;
    people_letters(&people);
}

static int people_go(void **state)
{
    (void)state;
    people_close(&people);
    return 0;
}

static void letters_say_who_cannot_be_told_apart(void **state)
{
    (void)state;
    uint64_t seed = 20261123;
    size_t lettered = 0;
    for (int round = 0; round < 200; round++) {
        double z[12];
        for (size_t i = 0; i < 12; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            z[i] = (double)(seed >> 40) / (1 << 24) * 1.6 - .8;
        }
        people_come(z, 12, .2);
        lettered += people.groups[0].has_letters;
        for (size_t i = 0; i < 12 && people.groups[0].has_letters; i++)
            for (size_t k = 0; k < i; k++)
                assert_int_equal((rows[i].letters & rows[k].letters) != 0,
                                 is_people_pair(&rows[i], &rows[k]));
        people_go(state);
    }
    assert_in_range(lettered, 100, 200);
}

/* Whatever the figures are, the first who came has the letter a; turned round, the letters of
 * the same groups are others. */
static void letters_go_by_arrival(void **state)
{
    static const double up[] = {-1.5, 0, 1.5}, down[] = {1.5, 0, -1.5};
    (void)state;
    people_come(up, 3, .1);
    assert_int_equal(rows[0].letters, 1);
    assert_int_equal(rows[1].letters, 2);
    assert_int_equal(rows[2].letters, 4);
    people_go(state);
    people_come(down, 3, .1);
    assert_int_equal(rows[0].letters, 1);
    assert_int_equal(rows[1].letters, 2);
    assert_int_equal(rows[2].letters, 4);
}

static void too_many_groups_get_no_letters_but_their_count(void **state)
{
    double z[MOST];
    (void)state;
    for (size_t i = 0; i < MOST; i++)
        z[i] = (double)i;
    people_come(z, MOST, .1);
    assert_false(people.groups[0].has_letters);
    for (size_t i = 0; i < MOST; i++)
        assert_int_equal(rows[i].letters, 0);
    assert_int_equal(people.groups[0].pair_count, MOST * (MOST - 1) / 2);
    assert_int_equal(people.groups[0].apart_count, MOST * (MOST - 1) / 2);
}

static void who_has_no_figure_has_no_letter(void **state)
{
    static const double z[] = {0, 0, 0};
    (void)state;
    people_come(z, 3, .1);
    people_go(state);
    arena_init(&people.arena, 1 << 20);
    people.rows = rows;
    people.count = 3;
    rows[1].is_shown = false;
    people_letters(&people);
    assert_int_equal(rows[0].letters, 1);
    assert_int_equal(rows[1].letters, 0);
    assert_int_equal(rows[2].letters, 1);
    assert_int_equal(people.groups[0].figure_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(letters_say_who_cannot_be_told_apart, people_go),
        cmocka_unit_test_teardown(letters_go_by_arrival, people_go),
        cmocka_unit_test_teardown(too_many_groups_get_no_letters_but_their_count,
                                  people_go),
        cmocka_unit_test_teardown(who_has_no_figure_has_no_letter, people_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
