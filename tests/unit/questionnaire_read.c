/* What becomes of a document: ranges, order, frames, branches, gates, limits. */
#include "read.h"

#include "questionnaire/condition.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define LIKERT(id, more)                                                                 \
    "{\"id\":\"" id "\",\"type\":\"likert\",\"text_key\":\"q\"" more "}"
#define INST(id, more) "{\"id\":\"" id "\",\"type\":\"inst\",\"text_key\":\"q\"" more "}"

static struct arena arena;
static struct fault_list faults;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void points_and_ranges_are_inherited(void **state)
{
    (void)state;
    static const struct {
        const char *item, *scale;
        double low, high;
        int points, is_scorable;
    } cases[] = {
        {LIKERT("a", ""), "\"points\":7", 1, 7, 7, 1},
        {LIKERT("a", ""), "\"points\":11,\"min\":0", 0, 10, 11, 1},
        {LIKERT("a", ",\"likert_points\":3"), "\"points\":7", 1, 3, 3, 1},
        {LIKERT("a", ",\"likert_points\":3"), "\"points\":5,\"min\":0,\"max\":4", 1, 3, 3,
         1},
        {LIKERT("a", ",\"likert_points\":5"), "\"points\":7,\"min\":0,\"max\":4", 0, 4, 5,
         1},
        {LIKERT("a", ",\"likert_min\":0"), "\"points\":4", 0, 3, 4, 1},
        {LIKERT("a", ""), "\"min\":-2,\"max\":2", -2, 2, 5, 1},
        {LIKERT("a", ""), "\"labels\":[\"q\",\"q\",null]", 1, 3, 3, 1},
        {LIKERT("a", ""), "\"min\":1", 1, 5, 5, 1},
        {LIKERT("a", ""), "\"points\":5,\"min\":1,\"max\":77", 1, 77, 5, 0},
        {LIKERT("a", ""),
         "\"points\":3,\"min\":0,\"max\":50,\"labels\":[\"q\",\"q\",\"q\"]", 0, 50, 3, 1},
        {LIKERT("a", ""),
         "\"points\":5,\"min\":1,\"max\":77,\"labels\":[\"q\",\"q\",\"q\",\"q\",\"q\"]",
         1, 77, 5, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rest[200];
        snprintf(rest, sizeof rest, ", \"likert_options\": {%s}", cases[i].scale);
        const struct item *item = read_text(&arena, cases[i].item, rest, &faults)->items;
        assert_int_equal(faults.error_count, 0);
        assert_true(item->scale.low == cases[i].low && item->scale.high == cases[i].high);
        assert_int_equal(item->scale.points, cases[i].points);
        assert_int_equal(item->option_count, cases[i].points);
        assert_int_equal(item->scale.is_scorable, cases[i].is_scorable);
    }
}

static void impossible_ranges_are_errors(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        LIKERT("a", ",\"likert_points\":0"),
        LIKERT("a", ",\"likert_points\":65"),
        LIKERT("a", ",\"likert_points\":2.5"),
        LIKERT("a", ",\"likert_points\":1e300"),
        LIKERT("a", ",\"likert_min\":5,\"likert_max\":1"),
        "{\"id\":\"a\",\"type\":\"vas\",\"text_key\":\"q\",\"min\":5,\"max\":5}",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        read_text(&arena, wrong[i], "", &faults);
        assert_int_equal(faults.error_count, 1);
    }
}

static void who_may_move_is_settled_while_reading(void **state)
{
    (void)state;
    const struct questionnaire *plain =
        read_text(&arena,
                  INST("i", "") "," LIKERT("a", "") "," LIKERT(
                      "b", ",\"visible_when\":{\"all\":[]}"),
                  ", \"parameters\": {\"shuffle_questions\": {\"default\": 1}}", &faults);
    assert_true(plain->is_shuffling);
    assert_int_equal(plain->items[0].random_group, 0);
    assert_int_equal(plain->items[1].random_group, 1);
    assert_int_equal(plain->items[2].random_group, 0);
    const struct questionnaire *grouped = read_text(
        &arena, LIKERT("a", ",\"random_group\":2") "," LIKERT("b", ""), "", &faults);
    assert_false(grouped->is_shuffling);
    assert_int_equal(grouped->items[0].random_group, 2);
    assert_int_equal(grouped->items[1].random_group, 0);
    const struct questionnaire *section = read_text(
        &arena,
        LIKERT("z", "") ",{\"id\":\"s\",\"type\":\"section\",\"title_key\":\"q\",\"randomize\":{\"method\":\"shuffle\",\"fixed\":[\"b\"]}}," LIKERT(
            "a", ",\"random_group\":3") "," LIKERT("b", ",\"random_group\":3"),
        "", &faults);
    assert_int_equal(section->items[0].section, NO_SECTION);
    assert_int_equal(section->items[1].section, 0);
    assert_true(section->sections[0].is_shuffled);
    assert_int_equal(section->items[1].random_group, 1);
    assert_int_equal(section->items[2].random_group, 0);
}

static void required_follows_item_document_kind(void **state)
{
    (void)state;
    const char *three = INST("i", "") "," LIKERT(
        "a",
        "") ",{\"id\":\"t\",\"type\":\"short\",\"text_key\":\"q\"}," LIKERT("b",
                                                                            ",\"required\":false");
    const struct item *item = read_text(&arena, three, "", &faults)->items;
    assert_false(item[0].is_required || item[2].is_required || item[3].is_required);
    assert_true(item[1].is_required);
    item = read_text(&arena, three, ", \"default_required\": true", &faults)->items;
    assert_false(item[0].is_required || item[3].is_required);
    assert_true(item[1].is_required && item[2].is_required);
}

static void no_values(const void *context, struct span id,
                      struct answer_values *out_values)
{
    (void)context, (void)id;
    out_values->count = 0;
}

static void a_branch_shows_the_arm_its_parameter_names(void **state)
{
    (void)state;
    const struct questionnaire *questionnaire = read_text(
        &arena,
        "{\"id\":\"s1\",\"type\":\"section\"}," LIKERT(
            "a", "") ",{\"id\":\"s2\",\"type\":\"section\"}," LIKERT("b", ""),
        ", \"parameters\": {\"p\": \"two\"}, \"branches\": [{\"id\":\"x\","
        "\"method\":\"parameter\",\"parameter\":\"p\",\"arms\":[{\"id\":\"one\","
        "\"sections\":[\"s1\"]},{\"id\":\"two\",\"sections\":[\"s2\"]}]}]",
        &faults);
    const struct answer_source source = {NULL, no_values};
    assert_false(
        condition_holds(questionnaire->sections[0].visible_when, questionnaire, &source));
    assert_true(
        condition_holds(questionnaire->sections[1].visible_when, questionnaire, &source));
}

static void items_of_a_dimension_that_is_off_are_not_asked(void **state)
{
    (void)state;
    const struct questionnaire *questionnaire = read_text(
        &arena,
        LIKERT("a", ",\"dimension\":\"on\"") "," LIKERT("b", ",\"dimension\":\"off\"") "," LIKERT(
            "c", ",\"dimension\":\"asked\"") "," LIKERT("d", ",\"dimension\":\"hidden\""),
        ", \"parameters\": {\"p\": true}, \"dimensions\": [{\"id\":\"on\","
        "\"name\":\"On\"},{\"id\":\"off\",\"name\":\"Off\",\"default_enabled\":false},"
        "{\"id\":\"asked\",\"name\":\"P\",\"default_enabled\":false,"
        "\"enabled_param\":\"p\"},{\"id\":\"hidden\",\"name\":\"H\","
        "\"visible_when\":{\"item\":\"a\",\"operator\":\"is_answered\"}}]",
        &faults);
    assert_int_equal(faults.error_count, 0);
    const struct answer_source source = {NULL, no_values};
    static const int shown[] = {1, 0, 1, 0};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(
            condition_holds(questionnaire->items[i].visible_when, questionnaire, &source),
            shown[i]);
}

#define DIMENSION(more)                                                                  \
    "\"dimensions\":[{\"id\":\"calm\",\"x-resonance\":{\"construct\":\"goals\"" more "}}]"

static void a_dimension_weighs_one_or_says_why_not(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "," DIMENSION(",\"weight\":5.5,\"weight_why\":\"w\""),
        "," DIMENSION(",\"weight\":-1,\"weight_why\":\"w\""),
        "," DIMENSION(",\"weight\":0"),
    };
    struct questionnaire *plain = read_text(&arena, LIKERT("a", ",\"likert_points\":5"),
                                            "," DIMENSION(""), &faults);
    assert_true(plain->dimensions[0].default_weight == 1);
    struct questionnaire *none =
        read_text(&arena, LIKERT("a", ",\"likert_points\":5"),
                  "," DIMENSION(",\"weight\":0,\"weight_why\":\"w\""), &faults);
    assert_int_equal(faults.error_count, 0);
    assert_true(none->dimensions[0].default_weight == 0);
    assert_true(is_span(none->dimensions[0].weight_why, "w"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        read_text(&arena, LIKERT("a", ",\"likert_points\":5"), wrong[i], &faults);
        assert_int_equal(faults.error_count, 1);
    }
}

static void texts_know_frames(void **state)
{
    (void)state;
    struct questionnaire *questionnaire = NULL;
    const struct span text =
        SPAN("{\"items\":[],\"x-resonance\":{\"frames\":[\"now\"]},"
             "\"translations\":{\"fi\":{\"k\":\"suomi\",\"k@now\":\"nyt\"},"
             "\"en\":{\"k\":\"english\",\"e\":\"\"}}}");
    faults = fault_list_init(&arena);
    assert_int_equal(questionnaire_read(&arena, SPAN("folder/flat.osd"), text, &faults,
                                        &questionnaire),
                     OK);
    assert_true(is_span(questionnaire->code, "flat"));
    static const struct {
        const char *language, *frame, *key, *text;
    } cases[] = {
        {"fi", "now", "k", "nyt"},     {"FI_fi", "now", "k", "nyt"},
        {"fi", "", "k", "suomi"},      {"fi", "later", "k", "suomi"},
        {"sv", "now", "k", "english"}, {"sv", "", "x", "x"},
        {"fi", "", "e", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(
            is_span(questionnaire_text(questionnaire, span_of(cases[i].language),
                                       span_of(cases[i].frame), span_of(cases[i].key)),
                    cases[i].text));
}

static void a_gate_is_a_condition_on_its_own_answer(void **state)
{
    (void)state;
    const struct item *item =
        read_text(
            &arena,
            LIKERT("a",
                   ",\"gate\":{\"required_value\":3,\"terminate_message_key\":\"q\"}"),
            "", &faults)
            ->items;
    assert_int_equal(item->gate->kind, CONDITION_ITEM);
    assert_true(is_span_equal(item->gate->name, item->id));
    assert_true(is_span(item->gate->values[0], "3"));
    assert_true(is_span(item->gate_text_key, "q"));
    read_text(&arena, LIKERT("a", ",\"gate\":{\"operator\":\"equals\"}"), "", &faults);
    assert_int_equal(faults.error_count, 1);
}

static void ours_must_be_spelled_right(void **state)
{
    (void)state;
    static const struct {
        const char *items, *what;
    } cases[] = {
        {INST("a", ",\"x-resonance\":{\"kind\":\"likert\"}"), "does not fit here"},
        {LIKERT("a", ",\"x-resonance\":{\"kind\":\"scene\"}"), "does not fit here"},
        {"{\"id\":\"a\",\"type\":\"scene\",\"text_key\":\"q\"}", "There is no item type"},
        {LIKERT("a", ",\"x-resonance\":{\"instructed\":9}"), "cannot be chosen here"},
        {INST("a", ",\"x-resonance\":{\"kind\":\"best-worst\"}"), "needs 2 or more"},
        {INST("", ""), "An item needs an id"},
        {"7", "An item is an object"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_non_null(read_text(&arena, cases[i].items, "", &faults));
        if (!has_fault(&faults, FAULT_ERROR, cases[i].what))
            fail_msg("should be told: %s", cases[i].what);
    }
}

/* Documents that try to cost more than they are long. */
static void a_hostile_document_is_read_or_refused_quickly(void **state)
{
    (void)state;
    struct buffer items = buffer_init(&arena, QUESTIONNAIRE_BYTES_MAX);
    for (int i = 0; i < 3000; i++)
        buffer_format(&items, "%s{\"id\":\"%d\",\"type\":\"likert\",\"points\":%d}",
                      i ? "," : "", i, i);
    buffer_text(&items, "");
    const struct questionnaire *many =
        read_text(&arena, span_text(&arena, buffer_span(&items)), "", &faults);
    assert_true(has_fault(&faults, FAULT_ERROR, "items are too many"));
    assert_int_equal(many->item_count, 2000);
    char *angles = arena_alloc(&arena, 100001);
    memset(angles, '<', 100000);
    read_text(&arena, angles, "", &faults);
    assert_int_equal(faults.error_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_and_ranges_are_inherited),
        cmocka_unit_test(impossible_ranges_are_errors),
        cmocka_unit_test(who_may_move_is_settled_while_reading),
        cmocka_unit_test(required_follows_item_document_kind),
        cmocka_unit_test(a_branch_shows_the_arm_its_parameter_names),
        cmocka_unit_test(items_of_a_dimension_that_is_off_are_not_asked),
        cmocka_unit_test(a_dimension_weighs_one_or_says_why_not),
        cmocka_unit_test(texts_know_frames),
        cmocka_unit_test(a_gate_is_a_condition_on_its_own_answer),
        cmocka_unit_test(ours_must_be_spelled_right),
        cmocka_unit_test(a_hostile_document_is_read_or_refused_quickly),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
