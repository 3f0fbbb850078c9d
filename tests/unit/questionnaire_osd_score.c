/* Scoring where a page of examples would be long: each rule with numbers worked out by hand. */
#include "read.h"

#include "questionnaire/answer_read.h"
#include "questionnaire/expression.h"
#include "questionnaire/osd_score.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char items[] =
    "{\"id\":\"a\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":5},"
    "{\"id\":\"b\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":4,"
    "\"likert_min\":0},{\"id\":\"v\",\"type\":\"vas\",\"text_key\":\"q\",\"min\":-10,"
    "\"max\":10},{\"id\":\"g\",\"type\":\"grid\",\"text_key\":\"q\",\"rows\":[\"q\","
    "\"q\"],\"columns\":[{\"text_key\":\"q\",\"value\":2},{\"text_key\":\"q\","
    "\"value\":8}]},{\"id\":\"s\",\"type\":\"short\",\"text_key\":\"q\"},"
    "{\"id\":\"odd\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":5,"
    "\"likert_max\":77}";

/* The value of block or computed value `x` of the rest of a definition. */
static double value_of(const char *rest, const char *answers)
{
    struct arena arena;
    arena_init(&arena, 8u << 20);
    struct fault_list faults;
    const struct questionnaire *questionnaire = read_text(&arena, items, rest, &faults);
    struct answer_source source;
    assert_int_equal(answer_read(&arena, SPAN("answers"), span_of(answers), questionnaire,
                                 &faults, &source),
                     OK);
    const struct osd_scores scores = osd_score(&arena, questionnaire, &source);
    const int block = osd_score_block(questionnaire->scoring, SPAN("x"));
    const double value =
        block == NO_BLOCK ? scores.computed[0].value : scores.blocks[block].value;
    arena_done(&arena);
    return value;
}

static void expect(const char *rest, const char *answers, double wanted)
{
    const double value = value_of(rest, answers);
    if (isnan(wanted) ? !isnan(value) : !(fabs(value - wanted) <= 1e-12))
        fail_msg("%s with %s: %.17g, not %.17g", rest, answers, value, wanted);
}

#define X(block) ", \"scoring\": {\"x\": {" block "}}"

static void items_are_coded_in_their_own_range(void **state)
{
    (void)state;
    expect(X("\"method\":\"sum_coded\",\"items\":{\"a\":-1}"), "{\"a\":2}", 4);
    expect(X("\"method\":\"sum_coded\",\"items\":{\"b\":-1}"), "{\"b\":1}", 2);
    expect(X("\"method\":\"sum_coded\",\"items\":{\"v\":-1}"), "{\"v\":-2.5}", 2.5);
    expect(X("\"method\":\"sum_coded\",\"items\":{\"g_2\":-1}"), "{\"g_2\":8}", 2);
    expect(X("\"method\":\"sum_coded\",\"items\":{\"s\":-1}"), "{\"s\":\" 7 \"}", 7);
    expect(X("\"method\":\"sum_coded\",\"items\":{\"a\":1,\"b\":0}"), "{\"a\":2,\"b\":3}",
           2);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"odd\"]"), "{\"odd\":77}", NAN);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"s\"]"), "{\"s\":\"85_50\"}", NAN);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"nobody\"]"), "{\"a\":3}", NAN);
}

static void a_map_exchanges_what_it_holds(void **state)
{
    (void)state;
    const char *rest =
        X("\"method\":\"sum_coded\",\"items\":[\"b\"],\"value_map\":{\"default\":[9,8,7],"
          "\"b\":[5,4,3]}");
    expect(rest, "{\"b\":0}", 5);
    expect(rest, "{\"b\":2}", 3);
    expect(rest, "{\"b\":3}", 3);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"v\"],\"value_map\":{\"v\":[5,4]}"),
           "{\"v\":-9.5}", -9.5);
    expect(
        X("\"method\":\"sum_coded\",\"items\":{\"b\":-1},\"value_map\":{\"b\":[5,4,3]}"),
        "{\"b\":1}", -1);
}

static void missing_stays_missing(void **state)
{
    (void)state;
    expect(X("\"method\":\"mean_coded\",\"items\":[\"a\",\"b\"]"), "{\"a\":4}", 4);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"a\",\"b\"]"), "{}", NAN);
    expect(
        X("\"method\":\"sum_correct\",\"items\":[\"s\"],\"correct_answers\":{\"s\":[\"x\"]}"),
        "{}", NAN);
    expect(
        X("\"method\":\"sum_correct\",\"items\":[\"s\"],\"correct_answers\":{\"s\":[\"x\"]}"),
        "{\"s\":\"y\"}", 0);
    expect(
        X("\"method\":\"mean_coded\",\"items\":[\"a\",\"b\"],\"x-resonance\":{\"minimum\":2}"),
        "{\"a\":4}", NAN);
    expect(
        X("\"method\":\"mean_coded\",\"items\":[\"a\",\"b\"],\"x-resonance\":{\"minimum\":2}"),
        "{\"a\":4,\"b\":1}", 2.5);
    expect(
        X("\"method\":\"weighted_mean\",\"items\":[\"a\",\"b\"],\"weights\":{\"b\":2}"),
        "{\"a\":4}", NAN);
}

static void transforms_run_in_order(void **state)
{
    (void)state;
    expect(X("\"method\":\"sum_coded\",\"items\":[\"a\",\"b\"],"
             "\"transform\":[{\"op\":\"subtract\",\"value\":\"min\"},{\"op\":\"divide\","
             "\"value\":\"range\"},{\"op\":\"add\",\"value\":\"n\"}]"),
           "{\"a\":5,\"b\":1}", 3.25);
    expect(X("\"method\":\"sum_coded\",\"items\":[\"a\"],"
             "\"transform\":[{\"op\":\"divide\",\"value\":\"sd\"}]"),
           "{\"a\":5}", 5);
    expect(
        X("\"method\":\"sum_coded\",\"items\":[\"a\"],\"transform\":[{\"op\":\"power\","
          "\"value\":2}]"),
        "{\"a\":5}", NAN);
}

static void blocks_of_blocks_are_made_in_any_order(void **state)
{
    (void)state;
    expect(", \"scoring\": {\"x\":{\"method\":\"sum_coded\",\"scores\":[\"y\",\"z\"],"
           "\"items\":{\"z\":-1}},\"y\":{\"method\":\"sum_coded\",\"scores\":[\"z\"],"
           "\"transform\":[{\"op\":\"multiply\",\"value\":10}]},"
           "\"z\":{\"method\":\"sum_coded\",\"items\":[\"a\"]}}",
           "{\"a\":3}", 27);
    expect(", \"scoring\": {\"x\":{\"method\":\"sum_coded\",\"scores\":[\"y\"],"
           "\"items\":[\"a\"]},\"y\":{\"method\":\"sum_coded\",\"scores\":[\"x\"]}}",
           "{\"a\":3}", NAN);
}

#define COMPUTED(expression)                                                             \
    ", \"computed\": {\"c\": {\"expression\": \"" expression "\"}}"

static void expressions_follow_the_grammar(void **state)
{
    (void)state;
    static const struct {
        const char *rest;
        double value;
    } cases[] = {
        {COMPUTED("1 + 2 * 3 - 4 / 2"), 5},
        {COMPUTED("-(1 + 2) * 2"), -6},
        {COMPUTED("answer.a * 2.5"), 7.5},
        {COMPUTED("answer.a == 3 and not (answer.a > 3)"), 1},
        {COMPUTED("1 > 2 or 2 >= 2"), 1},
        {COMPUTED("(1 < 2) + (2 != 2)"), 1},
        {COMPUTED("answer.missing + 1"), NAN},
        {COMPUTED("answer.a / 0"), NAN},
        {COMPUTED("count(answer.a, answer.missing, 0)"), 2},
        {COMPUTED("sum(answer.a, answer.missing, 4)"), 7},
        {COMPUTED("min(3, 1, 2) + max(3, 1, 2) + abs(-2)"), 6},
        {COMPUTED("true and false"), 0},
        {COMPUTED("parameter.p + 1"), NAN},
        {COMPUTED("computed.c + 1"), NAN},
        {COMPUTED("answer.a || 0"), NAN},
        {COMPUTED("(1 + 2"), NAN},
        {COMPUTED("1 2"), NAN},
        {COMPUTED("score."), NAN},
        {COMPUTED("android"), NAN},
        {COMPUTED(""), NAN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].rest, "{\"a\":3}", cases[i].value);
}

static void an_expression_has_limits(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
    char deep[200];
    const char *what = NULL;
    memset(deep, '(', sizeof deep);
    assert_null(expression_read(&arena, (struct span){deep, sizeof deep}, &what));
    assert_string_equal(what, "it is nested too deep");
    char *text = arena_alloc(&arena, EXPRESSION_BYTES_MAX + 1);
    memset(text, '1', EXPRESSION_BYTES_MAX + 1);
    assert_null(
        expression_read(&arena, (struct span){text, EXPRESSION_BYTES_MAX + 1}, &what));
    assert_string_equal(what, "it is too long");
    arena_done(&arena);
}

static void norms_name_a_value_and_never_the_nearest(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *label;
    } cases[] = {{"{\"a\":1}", "low"},
                 {"{\"a\":2}", "low"},
                 {"{\"a\":3}", ""},
                 {"{\"a\":5}", "high"},
                 {"{}", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        struct fault_list faults;
        const struct questionnaire *questionnaire = read_text(
            &arena, items,
            X("\"method\":\"sum_coded\",\"items\":[\"a\"],"
              "\"norms\":{\"thresholds\":[{\"max\":2,\"label\":\"low\"},{\"min\":2,"
              "\"max\":2.5,\"label\":\"second\"},{\"min\":4,\"label\":\"high\"}]}"),
            &faults);
        assert_int_equal(faults.error_count, 0);
        struct answer_source source;
        assert_int_equal(answer_read(&arena, SPAN("answers"), span_of(cases[i].answers),
                                     questionnaire, &faults, &source),
                         OK);
        const struct osd_scores scores = osd_score(&arena, questionnaire, &source);
        assert_true(is_span(scores.blocks[0].label, cases[i].label));
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_coded_in_their_own_range),
        cmocka_unit_test(a_map_exchanges_what_it_holds),
        cmocka_unit_test(missing_stays_missing),
        cmocka_unit_test(transforms_run_in_order),
        cmocka_unit_test(blocks_of_blocks_are_made_in_any_order),
        cmocka_unit_test(expressions_follow_the_grammar),
        cmocka_unit_test(an_expression_has_limits),
        cmocka_unit_test(norms_name_a_value_and_never_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
