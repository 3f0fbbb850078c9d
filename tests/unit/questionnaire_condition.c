/* Conditions, case by case as FORMAT.md has them, read from a document and asked with answers. */
#include "read.h"

#include "questionnaire/answer_read.h"
#include "questionnaire/condition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define ITEMS                                                                            \
    "{\"id\":\"a\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"1\",\"2\"]},"    \
    "{\"id\":\"m\",\"type\":\"multicheck\",\"text_key\":\"q\",\"options\":[\"x\",\"y\"]" \
    "},"                                                                                 \
    "{\"id\":\"n\",\"type\":\"short\",\"text_key\":\"q\"},"                              \
    "{\"id\":\"z\",\"type\":\"inst\",\"text_key\":\"q\",\"visible_when\":%s}"

/* Whether z is shown under `condition` with `answers`. */
static bool is_shown(const char *condition, const char *answers, size_t expected_errors)
{
    struct arena arena;
    arena_init(&arena, 4u << 20);
    struct fault_list faults;
    char items[2000];
    snprintf(items, sizeof items, ITEMS, condition);
    struct questionnaire *questionnaire =
        read_text(&arena, items,
                  ", \"parameters\": {\"on\": {\"type\": \"boolean\", \"default\": "
                  "true}, \"site\": \"south\"}",
                  &faults);
    assert_int_equal(faults.error_count, expected_errors);
    struct answer_source source;
    assert_int_equal(answer_read(&arena, SPAN("answers"), span_of(answers), questionnaire,
                                 &faults, &source),
                     OK);
    const int holds =
        condition_holds(questionnaire->items[3].visible_when, questionnaire, &source);
    arena_done(&arena);
    return holds;
}

#define ON(id, operator, value)                                                          \
    "{\"item\":\"" id "\",\"operator\":\"" operator"\",\"value\":" value "}"

static void each_case_holds_as_the_page_says(void **state)
{
    (void)state;
    static const struct {
        const char *condition, *answers;
        int holds;
    } cases[] = {
        {ON("a", "equals", "1"), "{\"a\":\"1\"}", 1},
        {ON("a", "equals", "\"1\""), "{\"a\":1}", 1},
        {ON("a", "equals", "1.0"), "{\"a\":\"1\"}", 1},
        {ON("a", "equals", "2"), "{\"a\":1}", 0},
        {ON("a", "equals", "1"), "{}", 0},
        {ON("a", "equals", "\"NA\""), "{\"a\":\"NA\"}", 0},
        {ON("a", "not_equals", "1"), "{}", 1},
        {ON("a", "not_equals", "1"), "{\"a\":1}", 0},
        {ON("a", "not_in", "[1,2]"), "{}", 1},
        {ON("a", "in", "[2,\"1\"]"), "{\"a\":1}", 1},
        {ON("a", "in", "\"2, 1\""), "{\"a\":1}", 1},
        {ON("a", "in", "[]"), "{\"a\":1}", 0},
        {ON("m", "in", "[\"y\"]"), "{\"m\":[\"x\",\"y\"]}", 1},
        {ON("m", "equals", "\"y\""), "{\"m\":[\"x\",\"y\"]}", 1},
        {ON("m", "not_in", "[\"y\"]"), "{\"m\":[\"x\",\"y\"]}", 0},
        {ON("n", "greater_than", "9"), "{\"n\":\"10\"}", 1},
        {ON("n", "greater_than", "10"), "{\"n\":\"10\"}", 0},
        {ON("n", "less_than", "\"9.5\""), "{\"n\":9}", 1},
        {ON("n", "less_than", "9"), "{\"n\":\"few\"}", 0},
        {ON("n", "greater_than", "9"), "{}", 0},
        {ON("a", "equals", "\"\""), "{}", 1},
        {ON("a", "equals", "\"\""), "{\"a\":1}", 0},
        {ON("a", "not_equals", "\"\""), "{\"a\":1}", 1},
        {"{\"question\":\"a\",\"operator\":\"is_answered\"}", "{\"a\":1}", 1},
        {"{\"item\":\"a\",\"operator\":\"is_not_answered\"}", "{\"a\":null}", 1},
        {"{\"all\":[]}", "{}", 1},
        {"{\"any\":[]}", "{}", 0},
        {"{\"any\":[" ON("a", "equals", "1") "," ON("n", "equals", "3") "]}", "{\"n\":3}",
         1},
        {"{\"all\":[" ON("a", "equals", "1") "," ON("n", "equals", "3") "]}", "{\"n\":3}",
         0},
        {"{\"parameter\":\"on\",\"operator\":\"equals\",\"value\":1}", "{}", 1},
        {"{\"parameter\":\"on\",\"operator\":\"equals\",\"value\":\"true\"}", "{}", 1},
        {"{\"parameter\":\"on\",\"operator\":\"equals\",\"value\":false}", "{}", 0},
        {"{\"parameter\":\"site\",\"operator\":\"in\",\"value\":[\"north\",\"south\"]}",
         "{}", 1},
        {"{\"parameter\":\"none\",\"operator\":\"equals\",\"value\":1}", "{}", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (is_shown(cases[i].condition, cases[i].answers, 0) != cases[i].holds)
            fail_msg("%s with %s should%s hold", cases[i].condition, cases[i].answers,
                     cases[i].holds ? "" : " not");
}

static void what_is_not_understood_is_an_error_and_shows(void **state)
{
    (void)state;
    assert_true(is_shown("\"a == 1\"", "{}", 1));
    assert_true(is_shown(ON("a", "like", "1"), "{}", 1));
    assert_true(is_shown("{\"item\":\"a\",\"operator\":\"equals\"}", "{}", 1));
    assert_true(is_shown("{\"operator\":\"equals\",\"value\":1}", "{}", 1));
    assert_true(is_shown("{\"all\":7}", "{}", 1));
}

static void no_condition_always_holds(void **state)
{
    (void)state;
    assert_true(condition_holds(NULL, NULL, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_holds_as_the_page_says),
        cmocka_unit_test(what_is_not_understood_is_an_error_and_shows),
        cmocka_unit_test(no_condition_always_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
