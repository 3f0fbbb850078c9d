/* chance, clock, status, little: small values that everything else stands on. */
#include "base/chance.h"
#include "base/clock.h"
#include "base/little.h"
#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#undef fail /* ours, not cmocka's */

/* First outputs of SplitMix64 for the seed 1234567, as its authors' code gives them. */
static void chance_is_splitmix(void **state)
{
    (void)state;
    static const uint64_t wanted[] = {6457827717110365317u, 3203168211198807973u,
                                      9817491932198370423u, 4593380528125082431u,
                                      16408922859458223821u};
    struct chance chance = chance_init(1234567);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        assert_true(chance_next(&chance) == wanted[i]);
}

/* 6 faces, 60,000 throws: chi-square with 5 degrees of freedom, 0.0001 point 25.7. */
static void chance_is_even(void **state)
{
    (void)state;
    struct chance chance = chance_init(42);
    double counts[6] = {0}, chi_square = 0;
    for (int i = 0; i < 60000; i++)
        counts[chance_below(&chance, 6)]++;
    for (int i = 0; i < 6; i++)
        chi_square += (counts[i] - 10000) * (counts[i] - 10000) / 10000;
    assert_true(chi_square < 25.7);
    for (int i = 0; i < 1000; i++) {
        const double unit = chance_unit(&chance);
        assert_true(unit >= 0 && unit < 1);
        assert_int_equal(chance_below(&chance, 1), 0);
        assert_true(chance_below(&chance, UINT64_MAX) < UINT64_MAX);
    }
}

static void a_shuffle_keeps_all_and_repeats(void **state)
{
    (void)state;
    size_t first[52], second[52];
    int seen[52] = {0}, moved = 0;
    for (size_t i = 0; i < 52; i++)
        first[i] = second[i] = i;
    struct chance chance = chance_init(7), again = chance_init(7);
    chance_shuffle(&chance, first, 52);
    chance_shuffle(&again, second, 52);
    assert_memory_equal(first, second, sizeof first);
    for (size_t i = 0; i < 52; i++) {
        assert_int_equal(seen[first[i]]++, 0);
        moved += first[i] != i;
    }
    assert_true(moved > 26);
    chance_shuffle(&chance, first, 0);
    chance_shuffle(&chance, first, 1);
}

static void date(struct arena *arena, int64_t unix_ms, const char *wanted)
{
    assert_true(is_span(clock_date(arena, unix_ms), wanted));
}

static void dates_are_utc(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64 * 1024);
    date(&arena, 0, "1970-01-01");
    date(&arena, 951782399999, "2000-02-28");
    date(&arena, 951782400000, "2000-02-29");
    date(&arena, 2147483648000, "2038-01-19");
    date(&arena, 4107542399000, "2100-02-28");
    arena_done(&arena);
}

static void what_is_written_as_a_day_is_read_as_one(void **state)
{
    (void)state;
    static const char *const none[] = {
        "2027-02-29",  "2027-13-01", "2027-00-10", "2027-11-00", "2027-11-31",
        "27-11-30",    "2027-11-3",  "2027/11/30", "2027-1130-", "+027-11-30",
        "2027-11-30 ", "1969-12-31", "tomorrow",   "",           "2O27-11-30"};
    struct arena arena;
    int64_t unix_ms = 5;
    arena_init(&arena, 64 * 1024);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(is_clock_date(span_of(none[i]), &unix_ms));
    assert_int_equal(unix_ms, 5);
    for (int64_t day = 0; day < 2932897; day += 97) { /* the years 1970 to 9999 */
        assert_true(is_clock_date(clock_date(&arena, day * 86400000 + 5), &unix_ms));
        assert_int_equal(unix_ms, day * 86400000);
        arena_reset(&arena);
    }
    assert_true(is_clock_date(SPAN("2028-02-29"), &unix_ms));
    arena_done(&arena);
}

static void steady_time_never_goes_back(void **state)
{
    (void)state;
    struct moment before = clock_now();
    for (int i = 0; i < 1000; i++) {
        const struct moment now = clock_now();
        assert_true(now.steady_ms >= before.steady_ms);
        before = now;
    }
    assert_true(before.unix_ms > 0);
}

static void a_failure_keeps_its_sentence(void **state)
{
    (void)state;
    char large[3000];
    assert_int_equal(fail(STATUS_NO_SPACE, "write %s: %d", "path", 7), STATUS_NO_SPACE);
    assert_string_equal(status_last(), "write path: 7");
    assert_int_equal(fail(STATUS_IO, "outer (%s)", status_last()), STATUS_IO);
    assert_string_equal(status_last(), "outer (write path: 7)");
    memset(large, 'x', sizeof large);
    large[sizeof large - 1] = 0;
    assert_int_equal(fail(STATUS_IO, "%s", large), STATUS_IO);
    assert_int_equal(strlen(status_last()), 1023);
}

static void a_failure_is_told_with_its_place(void **state)
{
    (void)state;
    char large[3000];
    (void)fail(STATUS_IO, "read x: the disk reported an error");
    assert_int_equal(fail_in(STATUS_DAMAGED, "result %d", 7), STATUS_DAMAGED);
    assert_string_equal(status_last(), "result 7: read x: the disk reported an error");
    assert_int_equal(fail_in(STATUS_IO, "in %.4s", status_last()), STATUS_IO);
    assert_string_equal(status_last(),
                        "in resu: result 7: read x: the disk reported an error");
    memset(large, 'x', sizeof large);
    large[sizeof large - 1] = 0;
    assert_int_equal(fail_in(STATUS_IO, "%s", large), STATUS_IO);
    assert_int_equal(strlen(status_last()), 1023);
    assert_int_equal(fail(STATUS_IO, "short"), STATUS_IO);
    assert_int_equal(fail_in(STATUS_IO, "%.1020s", large), STATUS_IO);
    assert_string_equal(status_last() + 1020, ": s");
}

static void every_status_has_sentence_and_exit_code(void **state)
{
    (void)state;
    assert_int_equal(OK, 0);
    assert_int_equal(status_exit(OK), 0);
    assert_int_equal(status_exit(STATUS_USAGE), 2);
    assert_int_equal(status_exit(STATUS_DAMAGED), 1);
#define STATUS(name, exit_code, sentence)                                                \
    assert_true((STATUS_##name == OK) == (status_exit(STATUS_##name) == 0));             \
    assert_true(status_exit(STATUS_##name) <= 2);                                        \
    assert_int_equal(                                                                    \
        status_sentence(STATUS_##name)[strlen(status_sentence(STATUS_##name)) - 1],      \
        '.');
#include "base/status.def"
#undef STATUS
}

static void little_numbers_come_back(void **state)
{
    (void)state;
    unsigned char bytes[9] = {0, 0, 0, 0, 0, 0, 0, 0, 0xEE};
    little_write(0x0102030405060708u, 8, bytes);
    assert_int_equal(bytes[0], 8);
    assert_int_equal(bytes[7], 1);
    assert_true(little_read(bytes, 8) == 0x0102030405060708u);
    assert_int_equal(little_read(bytes, 2), 0x0708);
    little_write(UINT64_MAX, 8, bytes);
    assert_true(little_read(bytes, 8) == UINT64_MAX);
    little_write(0x1234, 1, bytes);
    assert_int_equal(bytes[0], 0x34);
    assert_int_equal(bytes[1], 0xFF);
    assert_int_equal(bytes[8], 0xEE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_is_splitmix),
        cmocka_unit_test(chance_is_even),
        cmocka_unit_test(a_shuffle_keeps_all_and_repeats),
        cmocka_unit_test(dates_are_utc),
        cmocka_unit_test(what_is_written_as_a_day_is_read_as_one),
        cmocka_unit_test(steady_time_never_goes_back),
        cmocka_unit_test(a_failure_keeps_its_sentence),
        cmocka_unit_test(a_failure_is_told_with_its_place),
        cmocka_unit_test(every_status_has_sentence_and_exit_code),
        cmocka_unit_test(little_numbers_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
