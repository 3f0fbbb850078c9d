#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static int set_up(void **state)
{
    (void)state;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    return 0;
}

static bool is_time(const char *digits)
{
    int64_t unix_ms = -7;
    const bool is_one = is_clock_digits(span_of(digits), &unix_ms);
    assert_true(is_one || unix_ms == -7);
    return is_one;
}

static void twelve_digits_are_day_and_time_where_the_machine_stands(void **state)
{
    int64_t unix_ms = 0;
    struct arena arena;
    (void)state;
    assert_true(is_clock_digits(SPAN("202611301405"), &unix_ms));
    assert_true(unix_ms == INT64_C(1796043900000));
    assert_true(is_clock_digits(SPAN("202606301405"), &unix_ms)); /* in summer */
    assert_true(unix_ms == INT64_C(1782821100000));
    arena_init(&arena, 1 << 16);
    assert_true(is_span(clock_stamp(&arena, unix_ms + 59999), "2026-06-30 14:05"));
    arena_done(&arena);
}

static void what_is_no_day_or_time_is_refused(void **state)
{
    (void)state;
    static const char *const none[] = {
        "",
        "20261130140",
        "2026113014055",
        "2026-11-30 1",
        "202602301405", /* the 30th of February */
        "202613011405",
        "202611001405",
        "202611302405",
        "202611301460",
        "2026113014 5",
        "196911301405",
        "202603290230", /* the clocks go from 2 to 3 */
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(is_time(none[i]));
    assert_true(is_time("202402291200"));
    assert_true(is_time("202603290300"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twelve_digits_are_day_and_time_where_the_machine_stands),
        cmocka_unit_test(what_is_no_day_or_time_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
