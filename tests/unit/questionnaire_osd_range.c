/* Between which values a score can lie: as far as anybody can get by answering, and no further. */
#include "read.h"

#include "questionnaire/answer_read.h"
#include "questionnaire/scored/osd_range.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char items[] =
    "{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":3},"
    "{\"id\":\"b\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":4,"
    "\"likert_min\":-1},{\"id\":\"m\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":"
    "[2,5,9]},{\"id\":\"s\",\"type\":\"short\",\"text_key\":\"q\",\"correct\":0},"
    "{\"id\":\"n\",\"type\":\"number\",\"text_key\":\"q\",\"number_min\":0,"
    "\"number_max\":4}";

static struct questionnaire *read_with(struct arena *arena, const char *rest)
{
    struct fault_list faults;
    struct questionnaire *questionnaire = read_text(arena, items, rest, &faults);
    assert_int_equal(faults.error_count, 0);
    return questionnaire;
}

static double value_of(struct arena *arena, const struct questionnaire *questionnaire,
                       size_t block, struct span answers)
{
    struct fault_list faults = fault_list_init(arena);
    struct answer_source source;
    assert_int_equal(
        answer_read(arena, SPAN("a"), answers, questionnaire, &faults, &source), OK);
    return osd_score(arena, questionnaire, &source).blocks[block].value;
}

/* Every whole answer to a, b, m and n is tried. */
static struct osd_range reached(const struct questionnaire *questionnaire, size_t block)
{
    static const int options[] = {2, 5, 9};
    struct osd_range range = {INFINITY, -INFINITY};
    for (int a = 1; a <= 3; a++)
        for (int b = -1; b <= 2; b++)
            for (int m = 0; m < 3; m++)
                for (int n = 0; n <= 4; n++) {
                    struct arena arena;
                    arena_init(&arena, 4u << 20);
                    const struct span text = span_format(
                        &arena, "{\"a\":%d,\"b\":%d,\"m\":%d,\"n\":%d,\"s\":\"%s\"}", a,
                        b, options[m], n, n > 2 ? "Turku" : "Rome");
                    const double value = value_of(&arena, questionnaire, block, text);
                    range.low = fmin(range.low, value);
                    range.high = fmax(range.high, value);
                    arena_done(&arena);
                }
    return range;
}

static void ends_are_reached_and_not_passed(void **state)
{
    (void)state;
    static const char *const blocks[] = {
        "\"method\":\"mean_coded\",\"items\":{\"a\":1,\"b\":-1,\"m\":1}",
        "\"method\":\"sum_coded\",\"items\":[\"a\",\"b\",\"m\",\"n\"]",
        "\"method\":\"max\",\"items\":{\"a\":-1,\"b\":1}",
        "\"method\":\"min\",\"items\":[\"a\",\"b\",\"n\"]",
        "\"method\":\"weighted_sum\",\"items\":[\"a\",\"b\"],\"weights\":{\"a\":2,"
        "\"b\":-3}",
        "\"method\":\"weighted_mean\",\"items\":[\"a\",\"m\"],\"weights\":{\"a\":1,"
        "\"m\":3}",
        "\"method\":\"sum_correct\",\"items\":[\"s\"],\"correct_answers\":{\"s\":["
        "\"turku\"]}",
        "\"method\":\"sum_coded\",\"items\":{\"a\":-1,\"b\":1},\"value_map\":{\"a\":[10,"
        "0,4]}",
        "\"method\":\"mean_coded\",\"items\":[\"a\"],\"transform\":[{\"op\":\"subtract\","
        "\"value\":3},{\"op\":\"divide\",\"value\":-2},{\"op\":\"multiply\",\"value\":100"
        "},{\"op\":\"add\",\"value\":1}]",
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        /* x stands on y in turn, reversed and stretched */
        const struct questionnaire *questionnaire = read_with(
            &arena,
            span_format(&arena,
                        ", \"scoring\": {\"y\": {%s}, \"x\": {\"method\":\"sum_coded\","
                        "\"scores\":[\"y\"],\"items\":{\"y\":-1}, \"transform\":[{\"op\":"
                        "\"multiply\",\"value\":3}]}}",
                        blocks[i])
                .data);
        const struct osd_range *ranges = osd_range_blocks(&arena, questionnaire);
        for (size_t block = 0; block < 2; block++) {
            const struct osd_range wanted = reached(questionnaire, block);
            if (!(fabs(ranges[block].low - wanted.low) < 1e-9 &&
                  fabs(ranges[block].high - wanted.high) < 1e-9))
                fail_msg("%s: %g to %g, but %g to %g can be reached", blocks[i],
                         ranges[block].low, ranges[block].high, wanted.low, wanted.high);
        }
        arena_done(&arena);
    }
}

static void what_has_no_bounds_is_not_known(void **state)
{
    (void)state;
    static const char *const blocks[] = {
        "\"method\":\"sum_coded\",\"items\":[\"a\",\"s\"]",
        "\"method\":\"sd\",\"items\":[\"a\",\"b\"]",
        "\"method\":\"median\",\"items\":[\"a\"]",
        "\"method\":\"sum_coded\",\"items\":[]",
        ("\"method\":\"mean_coded\",\"items\":[\"a\",\"b\"],"
         "\"transform\":[{\"op\":\"subtract\",\"value\":\"mean\"}]"),
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        const struct questionnaire *questionnaire = read_with(
            &arena, span_format(&arena, ", \"scoring\": {\"x\": {%s}}", blocks[i]).data);
        const struct osd_range *ranges = osd_range_blocks(&arena, questionnaire);
        assert_true(isnan(ranges[0].low) && isnan(ranges[0].high));
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_reached_and_not_passed),
        cmocka_unit_test(what_has_no_bounds_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
