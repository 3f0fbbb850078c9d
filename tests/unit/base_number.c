/* Numbers as text: exact for inputs, rounded for outputs, the same in every locale. */
#include "base/json/number.h"

#include "base/chance.h"

#include "memory_check.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void assert_span(struct span span, const char *text)
{
    assert_string_equal(span_text(&arena, span), text);
}

static void exact_numbers_are_short_and_read_back(void **state)
{
    (void)state;
    assert_span(number_exact(&arena, 0.1), "0.1");
    assert_span(number_exact(&arena, -0.0), "0");
    assert_span(number_exact(&arena, 4), "4");
    assert_span(number_exact(&arena, -2.5), "-2.5");
    assert_span(number_exact(&arena, 1.0 / 3), "0.3333333333333333");
    struct chance chance = chance_init(20261123);
    for (int i = 0; i < rounds(20000); i++) {
        double value, again;
        const uint64_t bits = chance_next(&chance);
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        assert_true(span_to_number(number_exact(&arena, value), &again));
        assert_true(again == value);
    }
}

static void rounded_numbers_have_no_tail(void **state)
{
    (void)state;
    assert_span(number_rounded(&arena, 0.5, 6), "0.5");
    assert_span(number_rounded(&arena, 1.0 / 3, 6), "0.333333");
    assert_span(number_rounded(&arena, 2.0 / 3, 6), "0.666667");
    assert_span(number_rounded(&arena, -0.0000004, 6), "0");
    assert_span(number_rounded(&arena, -0.0, 6), "0");
    assert_span(number_rounded(&arena, -1.25, 1), "-1.2");
    assert_span(number_rounded(&arena, 100, 6), "100");
    assert_span(number_rounded(&arena, 100, 0), "100");
    assert_span(number_rounded(&arena, 1e15, 6), "1000000000000000");
    assert_true(number_rounded(&arena, DBL_MAX, 6).count == 309);
}

static void a_locale_changes_nothing(void **state)
{
    (void)state;
    static const char *const with_comma[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF.UTF-8"};
    int found = 0;
    for (size_t i = 0; i < sizeof with_comma / sizeof *with_comma; i++) {
        if (!setlocale(LC_NUMERIC, with_comma[i]))
            continue;
        found++;
        assert_span(number_exact(&arena, 0.25), "0.25");
        assert_span(number_rounded(&arena, -1234.5678, 3), "-1234.568");
    }
    setlocale(LC_NUMERIC, "C");
    if (!found) {
        print_message("no locale with a decimal comma is installed here\n");
        skip();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(exact_numbers_are_short_and_read_back,
                                        arena_begin, arena_end),
        cmocka_unit_test_setup_teardown(rounded_numbers_have_no_tail, arena_begin,
                                        arena_end),
        cmocka_unit_test_setup_teardown(a_locale_changes_nothing, arena_begin, arena_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
