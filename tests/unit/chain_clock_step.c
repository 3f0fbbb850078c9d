/* What an event says of the clock: written in one way, and read in no other. */
#include "chain/clock_step.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { ARENA_BYTES = 64 * 1024 };

static void what_is_written_is_read_again(void **state)
{
    static const int64_t steps[] = {0, 1, -1, 93600, -93600, INT64_MAX, INT64_MIN};
    struct arena arena;
    (void)state;
    arena_init(&arena, ARENA_BYTES);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        int64_t step_s = 7;
        assert_true(is_clock_step(clock_step_write(&arena, steps[i]), &step_s));
        assert_true(step_s == steps[i]);
    }
    assert_true(is_span(clock_step_write(&arena, -93600), "{\"clock_step_s\":-93600}"));
    arena_done(&arena);
}

static void nothing_else_is_read(void **state)
{
    static const char *const others[] = {
        "",
        "{}",
        "{\"clock_step_s\":}",
        "{\"clock_step_s\":+5}",
        "{\"clock_step_s\":05}",
        "{\"clock_step_s\":-0}",
        "{\"clock_step_s\":5} ",
        " {\"clock_step_s\":5}",
        "{\"clock_step_s\": 5}",
        "{\"clock_step_s\":5",
        "{\"clock_step_s\":5,\"a\":1}",
        "{\"clock_step_s\":9223372036854775808}",
        "{\"clock_step_x\":5}",
        "age-encryption.org/v1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        int64_t step_s = 7;
        assert_false(is_clock_step(span_of(others[i]), &step_s));
        assert_true(step_s == 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(nothing_else_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
