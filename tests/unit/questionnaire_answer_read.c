/* Files of answers: what each kind takes, and one sentence with its place for what it does not. */
#include "read.h"

#include "questionnaire/answer_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Each begins with a comma, so that items stand side by side. */
#define ITEM(id, type, rest)                                                             \
    ",{\"id\":\"" id "\",\"type\":\"" type "\",\"text_key\":\"q\"" rest "}"
#define OPTIONS ",\"options\":[\"saw\",\"plane\",{\"value\":3,\"text_key\":\"q\"}]"
#define STATEMENTS(kind)                                                                 \
    ",\"x-resonance\":{\"kind\":\"" kind "\",\"statements\":["                           \
    "{\"id\":\"s1\",\"text_key\":\"q\"},{\"id\":\"s2\",\"text_key\":\"q\"},"             \
    "{\"id\":\"s3\",\"text_key\":\"q\"}]}"

#define RANGE ",\"likert_points\":3,\"likert_min\":0,\"likert_max\":100"
#define LABELS ",\"likert_labels\":[\"q\",\"q\",\"q\"]"
#define ROWS ",\"rows\":[\"q\",\"q\"]"
#define COLUMN(value) "{\"text_key\":\"q\",\"value\":" value "}"
#define COLUMNS ",\"columns\":[" COLUMN("2") "," COLUMN("8") "]"
#define LIMIT(rule) ",\"validation\":{" rule "}"

/* clang-format off */
static const char items[] =
    ITEM("rate", "likert", ",\"likert_points\":5")
    ITEM("steps", "likert", RANGE LABELS)
    ITEM("slide", "vas", ",\"min\":-1,\"max\":1")
    ITEM("one", "multi", OPTIONS)
    ITEM("some", "multicheck", OPTIONS LIMIT("\"max_selected\":2"))
    ITEM("grid", "grid", ROWS COLUMNS)
    ITEM("pair", "inst", STATEMENTS("most-least"))
    ITEM("rank", "inst", STATEMENTS("rank"))
    ITEM("word", "short", LIMIT("\"max_words\":2"))
    ITEM("age", "number", ",\"number_min\":0,\"number_max\":99")
    ITEM("sum", "number", ",\"number_max\":99")
    ITEM("hello", "inst", "");
/* clang-format on */
static const char scoring[] =
    ",\"scoring\":{\"x\":{\"method\":\"sum_correct\",\"items\":[\"sum\"],"
    "\"correct_answers\":{\"sum\":[\"7\"]}}}";

struct box {
    struct arena arena;
    struct fault_list faults;
    struct answer_source source;
    enum status status;
};

static void open_box(struct box *box, const char *answers)
{
    arena_init(&box->arena, 8u << 20);
    struct questionnaire *questionnaire =
        read_text(&box->arena, items + 1, scoring, &box->faults);
    assert_int_equal(box->faults.error_count, 0);
    box->faults = fault_list_init(&box->arena);
    box->status = answer_read(&box->arena, SPAN("f"), span_of(answers), questionnaire,
                              &box->faults, &box->source);
}

/* The texts of an answer, each followed by a semicolon. */
static void expect_values(const char *answers, const char *id, const char *wanted)
{
    struct box box;
    open_box(&box, answers);
    if (box.status != OK)
        read_faults(&box.faults);
    assert_int_equal(box.status, OK);
    struct answer_values values;
    box.source.values(box.source.context, span_of(id), &values);
    struct buffer told = buffer_init(&box.arena, 1000);
    for (size_t i = 0; i < values.count; i++) {
        buffer_add(&told, values.texts[i]);
        buffer_text(&told, ";");
    }
    if (!is_span_equal(buffer_span(&told), span_of(wanted)))
        fail_msg("%s in %s: %.*s, not %s", id, answers, SPAN_ARGS(buffer_span(&told)),
                 wanted);
    arena_done(&box.arena);
}

static void each_kind_takes_its_values(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *id, *values;
    } cases[] = {
        {"{\"rate\":5}", "rate", "5;"},
        {"{\"rate\":\" 1 \"}", "rate", "1;"},
        {"{\"rate\":[2]}", "rate", "2;"},
        {"{\"steps\":50}", "steps", "50;"},
        {"{\"slide\":-0.25}", "slide", "-0.25;"},
        {"{\"one\":\"plane\"}", "one", "plane;"},
        {"{\"one\":3}", "one", "3;"},
        {"{\"some\":[\"plane\",\"saw\"]}", "some", "saw;plane;"},
        {"{\"some\":\"saw|3\"}", "some", "saw;3;"},
        {"{\"grid\":[8,2]}", "grid", "8;2;"},
        {"{\"grid\":\"8 2\"}", "grid_1", "8;"},
        {"{\"grid\":[8,null]}", "grid_2", ""},
        {"{\"grid_2\":8}", "grid_2", "8;"},
        {"{\"grid_2\":8}", "grid_1", ""},
        {"{\"word\":\"two words\"}", "word", "two words;"},
        {"{\"word\":7}", "word", "7;"},
        {"{\"age\":\"7,5\"}", "age", "7.5;"},
        {"{\"pair\":[\"s3\",\"s1\"]}", "pair", "s3;s1;"},
        {"{\"rank\":[\"s3\",\"s1\",\"s2\"]}", "rank", "s3;s1;s2;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_values(cases[i].answers, cases[i].id, cases[i].values);
}

static void nothing_is_no_answer(void **state)
{
    (void)state;
    static const char *const ids[] = {"rate", "slide", "one",  "some", "grid",
                                      "word", "age",   "pair", "rank"};
    static const char *const nothing[] = {"null", "\"\"", "\"NA\"", "[]",
                                          "[null,\"NA\"]"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        for (size_t j = 0; j < sizeof nothing / sizeof *nothing; j++) {
            char answers[100];
            const bool is_list_of_two = j == 4;
            if (is_list_of_two && i != 3 && i != 4 && i != 7 && i != 8)
                continue;
            snprintf(answers, sizeof answers, "{\"%s\":%s}", ids[i], nothing[j]);
            expect_values(answers, ids[i], "");
        }
    expect_values("{\"hello\":null}", "hello", "");
    expect_values("{}", "rate", "");
}

/* What is said of `answers`, and whether they are refused. */
static void expect_fault(const char *answers, const char *wanted, enum status status)
{
    struct box box;
    open_box(&box, answers);
    struct buffer told = buffer_init(&box.arena, 10000);
    fault_list_text(&box.faults, &told);
    if (!is_span_equal(buffer_span(&told), span_of(wanted)) || box.status != status)
        fail_msg("%s: status %d, and\n%.*snot\n%s", answers, box.status,
                 SPAN_ARGS(buffer_span(&told)), wanted);
    arena_done(&box.arena);
}

static const char no_item[] = "f:1:9: error: The questionnaire has no such item (rats). "
                              "Write the id of an item, or GRID_1 for the first row of "
                              "GRID.\n";
static const char no_row[] = "f:1:11: error: The questionnaire has no such item "
                             "(grid_3). Write the id of an item, or GRID_1 for the "
                             "first row of GRID.\n";
#define NULL_HINT " null stands for no answer.\n"
#define EACH_ONCE                                                                        \
    "f:1:9: error: Each statement is needed here once (rank). Write them in a list, "    \
    "from the first to the last.\n"
#define OPTION_HINT " Write the value of an option as the questionnaire has it.\n"
static const struct {
    const char *answers, *fault;
} refusals[] = {
    {"{\"rats\":5}", no_item},
    {"{\"grid_3\":2}", no_row},
    {"{\"hello\":1}", "f:1:10: error: The item takes no answer (hello).\n"},
    {"{\"rate\":{}}",
     "f:1:9: error: An answer is a number, a text or a list of these (rate).\n"},
    {"{\"some\":[[]]}",
     "f:1:9: error: An answer is a number, a text or a list of these (some).\n"},
    {"{\"rate\":6}",
     "f:1:9: error: A number from 1 to 5 is needed here (rate)." NULL_HINT},
    {"{\"rate\":0}",
     "f:1:9: error: A number from 1 to 5 is needed here (rate)." NULL_HINT},
    {"{\"rate\":\"often\"}",
     "f:1:9: error: A number from 1 to 5 is needed here (rate)." NULL_HINT},
    {"{\"rate\":true}",
     "f:1:9: error: A number from 1 to 5 is needed here (rate)." NULL_HINT},
    {"{\"rate\":2.5}", "f:1:9: error: A whole number is needed here (rate)." NULL_HINT},
    {"{\"rate\":[1,2]}",
     "f:1:9: error: The item takes at most 1 of these values (rate).\n"},
    {"{\n \"slide\": 1.01}",
     "f:2:11: error: A number from -1 to 1 is needed here (slide)." NULL_HINT},
    {"{\"one\":\"axe\"}", "f:1:8: error: The item has no such option (one)." OPTION_HINT},
    {"{\"some\":[\"saw\",\"axe\"]}",
     "f:1:16: error: The item has no such option (some[1])." OPTION_HINT},
    {"{\"some\":\"saw|axe\"}",
     "f:1:9: error: The item has no such option (some)." OPTION_HINT},
    {"{\"grid\":[2,3]}",
     "f:1:12: error: The item has no such option (grid[1])." OPTION_HINT},
    {"{\"grid\":\"2 8 2\"}",
     "f:1:9: error: The item takes at most 2 of these values (grid).\n"},
    {"{\"grid_1\":3}",
     "f:1:11: error: The item has no such option (grid_1)." OPTION_HINT},
    {"{\"word\":[\"a\",\"b\"]}",
     "f:1:9: error: The item takes at most 1 of these values (word).\n"},
    {"{\"word\":true}",
     "f:1:9: error: A text or a number is needed here (word)." NULL_HINT},
    {"{\"age\":\"few\"}", "f:1:8: error: A number is needed here (age)." NULL_HINT},
    {"{\"age\":100}", "f:1:8: error: The answer breaks the rule number_max "
                      "of its item (age)." NULL_HINT},
    {"{\"age\":-1}", "f:1:8: error: The answer breaks the rule number_min of "
                     "its item (age)." NULL_HINT},
    {"{\"pair\":[\"s1\",\"s1\"]}",
     "f:1:9: error: Two different statements are needed here (pair). Write the best "
     "first, then the worst.\n"},
    {"{\"pair\":\"s1\"}",
     "f:1:9: error: Two different statements are needed here (pair). Write the best "
     "first, then the worst.\n"},
    {"{\"rank\":[\"s1\",\"s2\",\"s1\"]}", EACH_ONCE},
    {"{\"rank\":[\"s1\",\"s2\"]}", EACH_ONCE},
    {"{\"rank\":[\"s1\",null,\"s2\"]}", EACH_ONCE},
    {"{\"rank\":[\"s1\",\"s2\",\"s4\"]}",
     "f:1:20: error: The item has no such option (rank[2])." OPTION_HINT},
    {"{\"rank\":[\"s1\",\"s2\",\"s3\",\"s1\"]}",
     "f:1:9: error: The item takes at most 3 of these values (rank).\n"},
};

static void what_no_sitting_could_hold_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        expect_fault(refusals[i].answers, refusals[i].fault, STATUS_BAD_INPUT);
}

static void what_the_format_has_a_meaning_for_is_told_and_kept(void **state)
{
    (void)state;
#define KEPT " It is taken as it stands.\n"
    static const struct {
        const char *answers, *id, *values, *fault;
    } cases[] = {
        {"{\"steps\":37}", "steps", "37;",
         "f:1:10: warning: The value lies between two points of the item (steps).\n"},
        {"{\"some\":[\"saw\",\"plane\",3]}", "some", "saw;plane;3;",
         "f:1:9: warning: The answer breaks the rule max_selected of its item "
         "(some)." KEPT},
        {"{\"word\":\"one two three\"}", "word", "one two three;",
         "f:1:9: warning: The answer breaks the rule max_words of its item (word)." KEPT},
        {"{\"sum\":\"seven\"}", "sum", "seven;",
         "f:1:8: warning: A number is needed here (sum)." KEPT},
        {"{\"sum\":777}", "sum", "777;",
         "f:1:8: warning: The answer breaks the rule number_max of its item (sum)." KEPT},
        {"{\"rate\":1,\"rate\":2}", "rate", "2;",
         "f:1:18: warning: The same key stands twice here; the last one counts (rate). "
         "Keep one of them.\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_fault(cases[i].answers, cases[i].fault, OK);
        expect_values(cases[i].answers, cases[i].id, cases[i].values);
    }
}

static void all_faults_are_told_and_never_the_answers(void **state)
{
    (void)state;
    expect_fault(
        "{\"rate\": 9,\n \"one\": \"secret\",\n \"nobody\": \"secret\"}",
        "f:1:10: error: A number from 1 to 5 is needed here (rate)." NULL_HINT
        "f:2:9: error: The item has no such option (one)." OPTION_HINT
        "f:3:12: error: The questionnaire has no such item (nobody). Write the id of an "
        "item, or GRID_1 for the first row of GRID.\n",
        STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_takes_its_values),
        cmocka_unit_test(nothing_is_no_answer),
        cmocka_unit_test(what_no_sitting_could_hold_is_refused),
        cmocka_unit_test(what_the_format_has_a_meaning_for_is_told_and_kept),
        cmocka_unit_test(all_faults_are_told_and_never_the_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
