/* Numbers as text: the bytes and the bits are the C library's, whether it was asked or not. */
#include "base/decimal.h"

#include "base/chance.h"
#include "near.h"
#include "scratch.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_written(double value)
{
    char text[DECIMAL_BYTES], wanted[64];
    const struct span written = decimal_write(value, text);
    snprintf(wanted, sizeof wanted, "%.17g", value);
    assert_true(written.count < DECIMAL_BYTES);
    assert_string_equal(span_text(&scratch, written), wanted);
}

static void assert_read(const char *text)
{
    double value;
    if (!span_to_number(span_of(text), &value))
        fail_msg("%s is not read", text);
    const double wanted = strtod(text, NULL);
    assert_memory_equal(&value, &wanted, sizeof value);
}

/* Each power of ten and of two with its neighbours: where the number of digits changes. */
static void numbers_at_the_edges_are_written_as_by_the_library(void **state)
{
    (void)state;
    const double others[] = {0.1,
                             0.3,
                             2.0 / 3,
                             1.5,
                             2.5,
                             123456.789,
                             9007199254740993.0,
                             0.00012207031250000003,
                             1e-4 * (1 - 1e-16),
                             5e-324,
                             1.7976931348623157e308};
    for (int i = -12; i <= 22; i++)
        for (int side = -1; side <= 1; side++) {
            const double power = pow(10, i);
            const double value = side ? nextafter(power, side < 0 ? 0 : INFINITY) : power;
            assert_written(value);
            assert_written(-value);
        }
    for (int i = -60; i <= 60; i++)
        for (int side = -1; side <= 1; side++)
            assert_written(side ? nextafter(ldexp(1, i), side < 0 ? 0 : INFINITY)
                                : ldexp(1, i));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_written(others[i]);
    char text[DECIMAL_BYTES];
    assert_string_equal(span_text(&scratch, decimal_write(-0.0, text)), "0");
}

/* Halves behind the 17th digit occur: a double can have 18 and more digits and end there. */
static void halves_go_to_the_even_digit(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < 2000; i++) {
        assert_written((double)((1ull << 52) + i) / 4);
        assert_written((double)((1ull << 52) + i) / 32);
        assert_written((double)(4503599627370497ull + 2 * i) / 1024);
    }
}

static void numbers_of_all_sizes_are_written_as_by_the_library(void **state)
{
    (void)state;
    struct chance chance = chance_init(20261123);
    for (int i = 0; i < 200000; i++) {
        uint64_t bits = chance_next(&chance);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value))
            assert_written(value);
        assert_written(ldexp(chance_unit(&chance), (int)chance_below(&chance, 70) - 14));
        assert_written((double)chance_below(&chance, 2000001) / 1000 - 1000);
        arena_reset(&scratch);
    }
}

static void short_decimals_are_read_as_by_the_library(void **state)
{
    (void)state;
    static const char *const texts[] = {"0",
                                        "-0",
                                        "+1",
                                        "5.",
                                        ".5",
                                        "-.25",
                                        "0.1",
                                        "-0.6",
                                        "123456789012345",
                                        "1234567890123456",
                                        "0.000000000000001",
                                        "0.0000000000000001",
                                        "9007199254740993",
                                        "0.30000000000000004",
                                        "1e3",
                                        "-2.5E-3",
                                        "00012.50",
                                        "999999999999999.9",
                                        "99999999999999.9"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_read(texts[i]);
    struct chance chance = chance_init(7);
    for (int i = 0; i < 100000; i++) {
        char text[64];
        snprintf(text, sizeof text, "%.*f", (int)chance_below(&chance, 17),
                 (chance_unit(&chance) - .5) *
                     pow(10, (double)chance_below(&chance, 16)));
        assert_read(text);
    }
}

static void what_is_no_short_decimal_is_left_to_others(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",   "-",   "+",  ".",    "-.",  "1.2.3", "1e3", "1 ",
        " 1", "--1", "1-", "0x10", "nan", "inf",   "1,5", "1234567890123456"};
    double value = 77;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(decimal_read(span_of(texts[i]), &value));
    assert_true(value == 77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_at_the_edges_are_written_as_by_the_library),
        cmocka_unit_test(halves_go_to_the_even_digit),
        cmocka_unit_test(numbers_of_all_sizes_are_written_as_by_the_library),
        cmocka_unit_test(short_decimals_are_read_as_by_the_library),
        cmocka_unit_test(what_is_no_short_decimal_is_left_to_others),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
