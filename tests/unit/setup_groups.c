/* What is asked for the audit: up to which day, and what is written as what. */
#include "setup/groups/groups.h"

#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { DAY_MS = 24 * 3600 * 1000 };

#define QUESTIONS                                                                        \
    "\"questions\":[{\"answers\":[{\"name\":\"a\",\"texts\":{\"en\":\"A\"}},"            \
    "{\"name\":\"b\",\"texts\":{\"en\":\"B\"}}],\"name\":\"q\",\"texts\":{\"en\":\"Q\"}}]"

static struct arena arena;

static struct groups *read_well(const char *text)
{
    struct groups *groups = NULL;
    assert_int_equal(groups_read(&arena, span_of(text), &groups), OK);
    assert_true(is_span(groups_write(&arena, groups), text));
    return groups;
}

static void the_last_day_of_asking_counts(void **state)
{
    (void)state;
    const struct groups *groups = read_well("{" QUESTIONS ",\"until\":\"2027-03-31\"}");
    int64_t day_ms;
    assert_true(is_clock_date(SPAN("2027-03-31"), &day_ms));
    assert_false(is_groups_over(groups, day_ms - 1));
    assert_false(is_groups_over(groups, day_ms));
    assert_false(is_groups_over(groups, day_ms + DAY_MS - 1));
    assert_true(is_groups_over(groups, day_ms + DAY_MS));
}

static void without_a_last_day_it_is_never_over(void **state)
{
    (void)state;
    const struct groups *groups = read_well("{" QUESTIONS "}");
    assert_int_equal(groups->until.count, 0);
    assert_false(is_groups_over(groups, 0));
    assert_false(is_groups_over(groups, (int64_t)DAY_MS * 365 * 8000));
}

static void a_day_that_is_none_is_refused(void **state)
{
    static const char *const wrong[] = {"",         "2027-02-29",  "2027-3-31",
                                        "tomorrow", "2027-03-31 ", "0000-00-00"};
    struct groups *groups = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct span text =
            span_format(&arena, "{" QUESTIONS ",\"until\":\"%s\"}", wrong[i]);
        assert_int_equal(groups_read(&arena, text, &groups), STATUS_BAD_INPUT);
        assert_int_equal(groups_take(&arena, text, &groups), STATUS_BAD_INPUT);
    }
    assert_int_equal(
        groups_take(&arena, SPAN("{" QUESTIONS ",\"until\":20270331}"), &groups),
        STATUS_BAD_INPUT);
}

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 16 << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_day_of_asking_counts),
        cmocka_unit_test(without_a_last_day_it_is_never_over),
        cmocka_unit_test(a_day_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
