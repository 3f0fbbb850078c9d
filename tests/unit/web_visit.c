/* A visit begins once, is known by its cookie, and ends when its time is over; a passphrase
 * cannot be tried as often as one likes. The clock is the test's. */
#include "web/tries.h"
#include "web/visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

enum { HIDE_MS = 15 * 60 * 1000, HOUR_MS = 60 * 60 * 1000 };

static struct visit_table table;

static int begin(void **state)
{
    (void)state;
    table = (struct visit_table){.hide_ms = HIDE_MS};
    return 0;
}

static struct visit_secrets secrets(int number)
{
    struct visit_secrets fresh;
    snprintf(fresh.cookie, sizeof fresh.cookie, "%064d", number);
    snprintf(fresh.token, sizeof fresh.token, "%032d", number);
    return fresh;
}

static struct visit *enter(int number, int64_t now_ms)
{
    const struct visit_secrets launch = secrets(1000 + number), fresh = secrets(number);
    visit_launch(&table, launch.cookie, now_ms);
    return visit_begin(&table, span_of(launch.cookie), &fresh, now_ms);
}

static struct visit *find(int number, int64_t now_ms)
{
    const struct visit_secrets fresh = secrets(number);
    return visit_find(&table, span_of(fresh.cookie), now_ms);
}

static struct visit *unlock(struct visit *visit, const char *who, int number,
                            int64_t now_ms)
{
    const struct visit_secrets fresh = secrets(number);
    struct visit *before;
    visit_unlock(&table, visit, span_of(who), &fresh, now_ms, &before);
    return before;
}

static void an_address_opens_once_and_for_a_minute(void **state)
{
    (void)state;
    const struct visit_secrets launch = secrets(7), fresh = secrets(1),
                               other = secrets(8);
    assert_null(visit_begin(&table, SPAN(""), &fresh, 0)); /* before any was given out */
    visit_launch(&table, launch.cookie, 0);
    assert_null(visit_begin(&table, span_of(other.cookie), &fresh, 1));
    assert_null(visit_begin(&table, span_cut(span_of(launch.cookie), 0, 63), &fresh, 1));
    assert_non_null(
        visit_begin(&table, span_of(launch.cookie), &fresh, VISIT_LAUNCH_MS - 1));
    assert_null(visit_begin(&table, span_of(launch.cookie), &fresh, VISIT_LAUNCH_MS - 1));
    visit_launch(&table, launch.cookie, 0);
    assert_null(visit_begin(&table, span_of(launch.cookie), &fresh, VISIT_LAUNCH_MS));
    visit_launch(&table, other.cookie, 0);
    assert_null(visit_begin(&table, span_of(launch.cookie), &fresh, 1));
}

static void a_visit_is_known_by_its_cookie_and_by_no_older_one(void **state)
{
    (void)state;
    struct visit *const visit = enter(1, 0);
    assert_ptr_equal(find(1, 1), visit);
    assert_null(find(2, 1));
    assert_null(visit_find(&table, SPAN(""), 1));
    assert_false(visit->is_unlocked);
    assert_null(unlock(visit, "anna", 2, 5));
    assert_null(find(1, 6));
    assert_ptr_equal(find(2, 6), visit);
    const struct visit_secrets fresh = secrets(3);
    visit_lock(visit, &fresh);
    assert_null(find(2, 7));
    assert_ptr_equal(find(3, 7), visit);
    assert_false(visit->is_unlocked);
    visit_end(visit);
    assert_null(find(3, 8));
}

static void nobody_here_locks_and_ten_hours_end(void **state)
{
    (void)state;
    bool is_over;
    struct visit *const visit = enter(1, 0);
    assert_true(visit_next_ms(&table) == VISIT_LIFE_MS);
    assert_null(
        visit_due(&table, VISIT_LIFE_MS - 1, &is_over)); /* locked: nothing to lock */
    unlock(visit, "anna", 2, 0);
    const int64_t lock_ms = HIDE_MS + VISIT_AWAY_MS;
    assert_true(visit_next_ms(&table) == lock_ms);
    assert_null(visit_due(&table, lock_ms - 1, &is_over));
    assert_ptr_equal(visit_due(&table, lock_ms, &is_over), visit);
    assert_false(is_over);
    visit_touch(visit, 1000);
    assert_null(visit_due(&table, lock_ms + 999, &is_over));
    for (int64_t now_ms = 0; now_ms < VISIT_LIFE_MS; now_ms += HIDE_MS)
        visit_touch(visit, now_ms);
    assert_ptr_equal(find(2, VISIT_LIFE_MS - 1), visit);
    assert_null(find(2, VISIT_LIFE_MS));
    assert_ptr_equal(visit_due(&table, VISIT_LIFE_MS, &is_over), visit);
    assert_true(is_over);
    visit_end(visit);
    assert_null(visit_due(&table, VISIT_LIFE_MS, &is_over));
    assert_true(visit_next_ms(&table) == INT64_MAX);
}

static void the_same_person_is_unlocked_once(void **state)
{
    (void)state;
    struct visit *const first = enter(1, 0), *const second = enter(2, 1),
                        *const other = enter(3, 2);
    assert_null(unlock(first, "anna", 11, 3));
    assert_null(unlock(other, "ben", 13, 4));
    assert_ptr_equal(unlock(second, "anna", 12, 5), first);
    assert_int_equal(visit_unlocked_count(&table), 3); /* until its keys are closed */
    visit_lock(first, NULL);
    assert_ptr_equal(find(11, 6), first);
    assert_int_equal(visit_unlocked_count(&table), 2);
}

static void a_locked_visit_makes_room_and_an_unlocked_one_does_not(void **state)
{
    (void)state;
    for (int i = 0; i < VISIT_MOST; i++)
        assert_non_null(enter(100 + i, i));
    struct visit *const next = enter(200, 50);
    assert_non_null(next);
    assert_null(find(100, 51)); /* the oldest */
    assert_non_null(find(101, 51));
    for (int i = 0; i < VISIT_MOST; i++) {
        char who[16];
        snprintf(who, sizeof who, "person-%d", i);
        unlock(&table.visits[i], who, 300 + i, 60);
    }
    assert_null(enter(400, 61));
    assert_int_equal(visit_unlocked_count(&table), VISIT_MOST);
}

static void wrong_passphrases_take_longer_and_longer(void **state)
{
    (void)state;
    struct tries tries = {0};
    int64_t now_ms = 1000;
    for (int i = 1; i < TRIES_FREE; i++) {
        tries_wrong(&tries, now_ms);
        assert_int_equal(tries_wait_ms(&tries, now_ms), 0);
    }
    static const int64_t waits_s[] = {15, 30, 60, 120, 240, 480, 900, 900};
    for (size_t i = 0; i < sizeof waits_s / sizeof *waits_s; i++) {
        tries_wrong(&tries, now_ms);
        assert_int_equal(tries_wait_ms(&tries, now_ms), waits_s[i] * 1000);
        now_ms += waits_s[i] * 1000;
        assert_int_equal(tries_wait_ms(&tries, now_ms - 1), 1);
        assert_int_equal(tries_wait_ms(&tries, now_ms), 0);
    }
    tries_right(&tries);
    tries_wrong(&tries, now_ms);
    assert_int_equal(tries_wait_ms(&tries, now_ms), 0);
}

static void one_is_forgiven_each_quarter_of_an_hour(void **state)
{
    (void)state;
    struct tries tries = {0};
    for (int i = 0; i < TRIES_FREE; i++)
        tries_wrong(&tries, 0);
    tries_wrong(&tries, 2 * TRIES_FORGIVEN_MS); /* three of five are left, and this one */
    assert_int_equal(tries_wait_ms(&tries, 2 * TRIES_FORGIVEN_MS), 0);
    tries_wrong(&tries, 2 * TRIES_FORGIVEN_MS);
    assert_int_equal(tries_wait_ms(&tries, 2 * TRIES_FORGIVEN_MS), TRIES_FIRST_WAIT_MS);
    tries_wrong(&tries, 24 * (int64_t)HOUR_MS);
    assert_int_equal(tries.wrong_count, 1);
}

/* However often it comes without its cookie. */
static void an_invited_browser_uses_up_no_more_than_one_place(void **state)
{
    (void)state;
    const char *const device =
        "00000000000000000000000000000000000000000000000000000000000000ab";
    struct visit *first = NULL;
    for (int i = 0; i < 3 * VISIT_MOST; i++) {
        const struct visit_secrets fresh = secrets(100 + i);
        struct visit *const visit =
            visit_begin_device(&table, span_of(device), SPAN("ben"), &fresh, i);
        first = first ? first : visit;
        assert_ptr_equal(visit, first);
        assert_string_equal(visit->who, "ben");
        assert_false(visit->is_unlocked);
    }
    assert_null(find(100, 1)); /* the cookie of before */
    assert_non_null(find(100 + 3 * VISIT_MOST - 1, 1));
    assert_null(unlock(first, "ben", 300, 2));
    const struct visit_secrets next = secrets(400);
    struct visit *const second =
        visit_begin_device(&table, span_of(device), SPAN("ben"), &next, 3);
    assert_ptr_not_equal(second, first); /* what is unlocked stays */
    assert_ptr_equal(unlock(second, "ben", 401, 4), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_address_opens_once_and_for_a_minute, begin),
        cmocka_unit_test_setup(a_visit_is_known_by_its_cookie_and_by_no_older_one, begin),
        cmocka_unit_test_setup(nobody_here_locks_and_ten_hours_end, begin),
        cmocka_unit_test_setup(the_same_person_is_unlocked_once, begin),
        cmocka_unit_test_setup(a_locked_visit_makes_room_and_an_unlocked_one_does_not,
                               begin),
        cmocka_unit_test_setup(an_invited_browser_uses_up_no_more_than_one_place, begin),
        cmocka_unit_test(wrong_passphrases_take_longer_and_longer),
        cmocka_unit_test(one_is_forgiven_each_quarter_of_an_hour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
