/* When an answer is complete, which rule it breaks, and as which texts it is compared. */
#include "read.h"

#include "questionnaire/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define BLOCK                                                                            \
    "{\"id\":\"block\",\"type\":\"inst\",\"text_key\":\"q\",\"x-resonance\":{\"kind\":"  \
    "\"most-least\",\"statements\":[{\"id\":\"s1\",\"text_key\":\"q\"},"                 \
    "{\"id\":\"s2\",\"text_key\":\"q\"},{\"id\":\"s3\",\"text_key\":\"q\"}]}}"

#define RANK                                                                             \
    "{\"id\":\"rank\",\"type\":\"inst\",\"text_key\":\"q\",\"x-resonance\":{\"kind\":"   \
    "\"rank\",\"statements\":[{\"id\":\"s1\",\"text_key\":\"q\"},"                       \
    "{\"id\":\"s2\",\"text_key\":\"q\"},{\"id\":\"s3\",\"text_key\":\"q\"}]}}"

static const char items[] =
    "{\"id\":\"rate\",\"type\":\"likert\",\"text_key\":\"q\",\"likert_points\":5},"
    "{\"id\":\"line\",\"type\":\"vas\",\"text_key\":\"q\"},"
    "{\"id\":\"grid\",\"type\":\"grid\",\"text_key\":\"q\",\"rows\":[\"q\",\"q\"],"
    "\"columns\":[\"q\",{\"text_key\":\"q\",\"value\":7}]},"
    "{\"id\":\"one\",\"type\":\"multi\",\"text_key\":\"q\",\"options\":[\"yes\",\"no\"]},"
    "{\"id\":\"many\",\"type\":\"multicheck\",\"text_key\":\"q\",\"options\":[\"x\","
    "\"y\",\"z\"],"
    "\"validation\":{\"min_selected\":2,\"max_selected\":2}},"
    "{\"id\":\"word\",\"type\":\"short\",\"text_key\":\"q\",\"validation\":{\"min_"
    "length\":3,"
    "\"max_length\":8,\"min_words\":1,\"max_words\":2,\"max_length_error\":\"q\"}},"
    "{\"id\":\"age\",\"type\":\"short\",\"text_key\":\"q\",\"number_min\":18,\"number_"
    "max\":99.5},"
    "{\"id\":\"note\",\"type\":\"inst\",\"text_key\":\"q\"}," BLOCK "," RANK;

struct fixture {
    struct arena arena;
    struct questionnaire *questionnaire;
};

static int setup(void **state)
{
    static struct fixture fixture;
    struct fault_list faults;
    arena_init(&fixture.arena, 4u << 20);
    fixture.questionnaire = read_text(&fixture.arena, items, "", &faults);
    if (faults.count)
        read_faults(&faults);
    *state = &fixture;
    return faults.error_count > 0;
}

static int teardown(void **state)
{
    arena_done(&((struct fixture *)*state)->arena);
    return 0;
}

static const struct item *item_of(void **state, const char *id)
{
    const struct fixture *fixture = *state;
    const struct item *item = questionnaire_item(fixture->questionnaire, span_of(id));
    assert_non_null(item);
    return item;
}

static struct answer given(void)
{
    return (struct answer){.state = ANSWER_GIVEN};
}

static struct answer picked(int16_t option)
{
    struct answer answer = given();
    answer.pick = option;
    return answer;
}

static struct answer paired(int16_t best, int16_t worst)
{
    struct answer answer = given();
    answer.pair[PAIR_BEST] = best;
    answer.pair[PAIR_WORST] = worst;
    return answer;
}

static struct answer filled(int16_t first, int16_t second)
{
    struct answer answer = given();
    answer.columns[0] = first;
    answer.columns[1] = second;
    return answer;
}

static struct answer ranked(int16_t first, int16_t second, int16_t third)
{
    struct answer answer = given();
    answer.order[0] = first;
    answer.order[1] = second;
    answer.order[2] = third;
    return answer;
}

static struct answer ticked(bool first, bool second, bool third)
{
    struct answer answer = given();
    answer.is_ticked[0] = first;
    answer.is_ticked[1] = second;
    answer.is_ticked[2] = third;
    return answer;
}

static struct answer worded(const char *text)
{
    struct answer answer = given();
    answer.text = span_of(text);
    return answer;
}

static struct answer numbered(double number)
{
    struct answer answer = given();
    answer.number = number;
    return answer;
}

static void nothing_is_not_an_answer(void **state)
{
    const struct fixture *fixture = *state;
    const struct answer declined = {.state = ANSWER_DECLINED};
    assert_int_equal(answer_empty(item_of(state, "one")).pick, NOT_PICKED);
    assert_int_equal(answer_empty(item_of(state, "block")).pair[PAIR_WORST], NOT_PICKED);
    assert_int_equal(answer_empty(item_of(state, "grid")).columns[OPTIONS_MAX - 1],
                     NOT_PICKED);
    assert_int_equal(answer_empty(item_of(state, "rank")).order[OPTIONS_MAX - 1],
                     NOT_PICKED);
    assert_false(answer_empty(item_of(state, "many")).is_ticked[OPTIONS_MAX - 1]);
    for (size_t i = 0; i < fixture->questionnaire->item_count; i++) {
        const struct item *item = &fixture->questionnaire->items[i];
        const struct answer empty = answer_empty(item);
        assert_false(is_answer_complete(item, &empty));
    }
    assert_true(is_answer_complete(item_of(state, "rate"), &declined));
}

static void an_answer_is_complete_when_nothing_is_missing(void **state)
{
    const struct {
        const char *id;
        struct answer answer;
        bool is_complete;
    } cases[] = {
        {"rate", numbered(1), 1},
        {"rate", numbered(5), 1},
        {"rate", numbered(0), 0},
        {"rate", numbered(6), 0},
        {"line", numbered(0), 1},
        {"line", numbered(100), 1},
        {"line", numbered(101), 0},
        {"grid", filled(0, 1), 1},
        {"grid", filled(0, NOT_PICKED), 0},
        {"one", picked(1), 1},
        {"one", picked(2), 0},
        {"many", ticked(0, 1, 0), 1},
        {"many", given(), 0},
        {"word", worded("a"), 1},
        {"word", worded(" \n"), 0},
        {"age", worded("x"), 1},
        {"block", paired(0, 2), 1},
        {"block", paired(1, 1), 0},
        {"block", paired(0, NOT_PICKED), 0},
        {"block", paired(0, 3), 0},
        {"rank", ranked(2, 0, 1), 1},
        {"rank", ranked(2, 0, NOT_PICKED), 0},
        {"rank", ranked(2, 0, 2), 0},
        {"rank", ranked(2, 0, 3), 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (is_answer_complete(item_of(state, cases[i].id), &cases[i].answer) !=
            cases[i].is_complete)
            fail_msg("case %zu of %s", i, cases[i].id);
}

static void the_first_broken_rule_is_told(void **state)
{
    const struct {
        const char *id;
        struct answer answer;
        enum item_check check;
    } cases[] = {
        {"word", worded("ab"), CHECK_MIN_LENGTH},
        {"word", worded("\xc3\xa4\xc3\xb6\xc3\xbc"), CHECK_NONE},
        {"word", worded("123456789"), CHECK_MAX_LENGTH},
        {"word", worded("a b  c"), CHECK_MAX_WORDS},
        {"word", worded(""), CHECK_NONE},
        {"age", worded("twenty"), CHECK_NUMBER},
        {"age", worded("17,9"), CHECK_NUMBER_MIN},
        {"age", worded(" 99,5 "), CHECK_NONE},
        {"age", worded("99.51"), CHECK_NUMBER_MAX},
        {"many", ticked(1, 0, 0), CHECK_MIN_SELECTED},
        {"many", ticked(1, 1, 0), CHECK_NONE},
        {"rate", numbered(3), CHECK_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(answer_check(item_of(state, cases[i].id), &cases[i].answer),
                         cases[i].check);
    assert_int_equal(item_of(state, "word")->check_keys[CHECK_MAX_LENGTH].count, 1);
    const struct answer three = ticked(1, 1, 1);
    assert_int_equal(answer_check(item_of(state, "many"), &three), CHECK_MAX_SELECTED);
}

static void expect_values(const struct answer_values *values, const char *joined)
{
    char text[200] = "";
    size_t at = 0;
    for (size_t i = 0; i < values->count; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%.*s", i ? "|" : "",
                               SPAN_ARGS(values->texts[i]));
    assert_string_equal(text, joined);
}

static void answers_are_compared_as_texts(void **state)
{
    const struct {
        const char *id;
        struct answer answer;
        const char *joined;
    } cases[] = {
        {"rate", numbered(4), "4"},
        {"line", numbered(2.5), "2.5"},
        {"grid", filled(0, 1), "1|7"},
        {"one", picked(1), "no"},
        {"many", ticked(1, 1, 0), "x|y"},
        {"word", worded("hello"), "hello"},
        {"age", worded(" 20,5"), "20.5"},
        {"word", worded("  "), ""},
        {"block", paired(2, 0), "s3|s1"},
        {"rate", (struct answer){0}, ""},
        {"rank", ranked(2, 0, 1), "s3|s1|s2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer_values values;
        answer_values(item_of(state, cases[i].id), &cases[i].answer, &values);
        expect_values(&values, cases[i].joined);
    }
}

static void a_row_of_a_grid_is_found_by_its_number(void **state)
{
    const struct fixture *fixture = *state;
    const struct answer rows = filled(0, 1);
    const struct answer *answers[16] = {NULL};
    answers[item_of(state, "grid") - fixture->questionnaire->items] = &rows;
    const struct answer_set set = {fixture->questionnaire, answers};
    const struct answer_source source = answer_source_of(&set);
    struct answer_values values;
    source.values(source.context, SPAN("grid_2"), &values);
    expect_values(&values, "7");
    source.values(source.context, SPAN("grid_3"), &values);
    assert_int_equal(values.count, 0);
    source.values(source.context, SPAN("rate"), &values);
    assert_int_equal(values.count, 0);
    source.values(source.context, SPAN("nobody"), &values);
    assert_int_equal(values.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_not_an_answer),
        cmocka_unit_test(an_answer_is_complete_when_nothing_is_missing),
        cmocka_unit_test(the_first_broken_rule_is_told),
        cmocka_unit_test(answers_are_compared_as_texts),
        cmocka_unit_test(a_row_of_a_grid_is_found_by_its_number),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
