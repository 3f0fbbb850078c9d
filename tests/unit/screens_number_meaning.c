/* "40,000" was scored as 40: what a typed number can mean. */
#include "screens/items/number_meaning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *typed, size_t count, const char *first, const char *second)
{
    struct number_meaning meanings[2] = {0};
    if (number_meaning_find(span_of(typed), meanings) != count)
        fail_msg("%s does not mean %zu numbers", typed, count);
    if (count > 0 && !is_span(number_meaning_span(&meanings[0]), first))
        fail_msg("%s means %s", typed, meanings[0].bytes);
    if (count > 1 && !is_span(number_meaning_span(&meanings[1]), second))
        fail_msg("%s means %s", typed, meanings[1].bytes);
}

static void one_group_of_three_could_be_either(void **state)
{
    (void)state;
    check("40,000", 2, "40000", "40");
    check("1.250", 2, "1250", "1.25");
    check("-1,000", 2, "-1000", "-1");
    check(" 999.125 ", 2, "999125", "999.125");
}

static void what_can_be_one_number_only_is_that(void **state)
{
    (void)state;
    check("40", 1, "40", "");
    check("12,5", 1, "12.5", "");
    check("3.14", 1, "3.14", "");
    check("0,125", 1, "0.125", "");
    check("1234,567", 1, "1234.567", "");
    check("1,000,000", 1, "1000000", "");
    check("1.000.000", 1, "1000000", "");
    check("1,234.5", 1, "1234.5", "");
    check("1.234.567,25", 1, "1234567.25", "");
    check(".5", 1, ".5", "");
    check("-7", 1, "-7", "");
}

static void what_is_no_number_means_none(void **state)
{
    static const char *const wrong[] = {"",
                                        "-",
                                        ",",
                                        "1,2,3",
                                        "12,34.5",
                                        "1.2.3",
                                        "1-2",
                                        "x",
                                        "1,000.000,5",
                                        "1,00,000",
                                        "123456789012345678901234567890123456789"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check(wrong[i], 0, "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_group_of_three_could_be_either),
        cmocka_unit_test(what_can_be_one_number_only_is_that),
        cmocka_unit_test(what_is_no_number_means_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
