#include "assessment/assessment_letters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

/* Fonts that have all but Thai; counts how often it is asked. */
static bool all_but_thai(void *context, uint32_t code)
{
    ++*(int *)context;
    return code < 0x0E00 || code > 0x0E7F;
}

static const char *package(uint32_t code)
{
    return code == 0x0E02 ? NULL : "fonts-noto-core";
}

static int asked;
static const struct letters_port port = {&asked, all_but_thai, package};

/* The faults of a document with one item, whose text is `english` and `thai`. */
static struct fault_list faults_of(const char *english, const char *thai)
{
    struct fault_list faults = fault_list_init(&arena);
    struct questionnaire *questionnaire;
    const struct span document = span_format(
        &arena,
        "{\"definition\": {\"scale_info\": {\"name\": \"A\", \"code\": \"A\"},\n"
        "  \"items\": [{\"id\": \"a\", \"type\": \"inst\", \"text_key\": \"a\"}]},\n"
        " \"translations\": {\"en\": {\"a\": \"%s\"},\n"
        "                  \"th\": {\"a\": \"%s\"}}}",
        english, thai);
    asked = 0;
    assert_int_equal(
        questionnaire_read(&arena, SPAN("a.osd"), document, &faults, &questionnaire), OK);
    assert_null(faults.first);
    assessment_letters_document(&arena, questionnaire, &port, &faults);
    return faults;
}

static void assert_says(const struct fault *fault, const char *words)
{
    if (!strstr(fault->what.data, words))
        fail_msg("\"%s\" does not say \"%s\"", fault->what.data, words);
}

static void what_every_font_shows_is_no_fault(void **state)
{
    (void)state;
    const struct fault_list faults =
        faults_of("Zo\\u00eb\\u2019s caf\\u00e9 \\u2013 \\u0416 \\u200f\\u00ad\\ufeff",
                  "1 \\u2192 2");
    assert_int_equal(faults.count, 0);
    assert_true(asked > 0);
}

static void letters_that_are_lacking_are_named_with_their_place(void **state)
{
    (void)state;
    const struct fault_list faults =
        faults_of("word", "\\u0e01\\u0e01\\u0e02 and \\u0e03");
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.error_count, 0);
    assert_int_equal(faults.first->line, 4);
    assert_true(is_span(faults.first->key, "a"));
    assert_says(faults.first,
                "\"th\": \u0e01 (U+0E01), \u0e02 (U+0E02), \u0e03 (U+0E03)");
    assert_null(strstr(faults.first->what.data, "others"));
    assert_non_null(strstr(faults.first->hint.data, "fonts-noto-core"));
}

static void of_many_letters_a_few_are_named(void **state)
{
    (void)state;
    const struct fault_list faults =
        faults_of("word", "\\u0e01\\u0e03\\u0e04\\u0e05\\u0e06\\u0e07\\u0e08");
    assert_says(faults.first, "(U+0E06) and others");
    assert_null(strstr(faults.first->what.data, "0E07"));
}

static void where_no_package_helps_the_text_must_change(void **state)
{
    (void)state;
    const struct fault_list faults = faults_of("word", "\\u0e02");
    assert_non_null(strstr(faults.first->hint.data, "write something else"));
}

/* Whatever the fonts say: nobody knows which letter was meant. */
static void letters_that_mean_nothing_are_mistakes_of_the_text(void **state)
{
    (void)state;
    struct fault_list faults = faults_of("don\\ufffdt check \\ufffd", "\\uf0a7 one");
    assert_int_equal(faults.count, 2);
    assert_says(faults.first, "U+FFFD");
    assert_int_equal(faults.first->line, 3);
    assert_true(faults.first->column > 20);
    assert_says(faults.first->next, "U+F0A7 is for private use");
    faults = faults_of("\\udbff\\udffd", "x");
    assert_says(faults.first, "U+10FFFD");
    faults = fault_list_init(&arena);
    assessment_letters_name(&arena, SPAN("contact"), SPAN("hr\xEF\xBF\xBD"), &port,
                            &faults);
    assert_int_equal(faults.error_count, 1);
    assert_true(is_span(faults.first->file, "contact"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_every_font_shows_is_no_fault),
        TEST(letters_that_are_lacking_are_named_with_their_place),
        TEST(of_many_letters_a_few_are_named),
        TEST(where_no_package_helps_the_text_must_change),
        TEST(letters_that_mean_nothing_are_mistakes_of_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
