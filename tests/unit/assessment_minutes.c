/* How long it takes is counted from words and items; what is typed is compared with it. */
#include "read.h"

#include "assessment/assessment_minutes.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

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

static struct part part_of(const char *items, const char *texts)
{
    struct questionnaire *questionnaire = NULL;
    const struct span text = span_format(
        &arena,
        "{\"definition\": {\"scale_info\": {\"name\": \"T\", \"code\": \"T\"}, "
        "\"items\": [%s]}, \"translations\": {%s}}",
        items, texts);
    faults = fault_list_init(&arena);
    assert_int_equal(
        questionnaire_read(&arena, SPAN("test"), text, &faults, &questionnaire), OK);
    return (struct part){.id = SPAN("p"),
                         .role = ROLE_CANDIDATE,
                         .frame = SPAN("candidate"),
                         .questionnaire = questionnaire};
}

static struct minutes minutes_of(const struct part *part, const char *language)
{
    struct part parts[] = {*part};
    const struct assessment assessment = {.parts = parts, .part_count = 1};
    return assessment_minutes_role(&assessment, ROLE_CANDIDATE, span_of(language));
}

#define RATING(id)                                                                       \
    "{\"id\":\"" id "\",\"type\":\"likert\",\"text_key\":\"" id                          \
    "\",\"likert_points\":2,"                                                            \
    "\"likert_labels\":[\"no\",\"yes\"]}"
#define LABELS "\"no\": \"Not at all\", \"yes\": \"Yes\""

/* Twelve words with the labels, which are read once; two pages, two choices. */
static void words_choices_and_pages_are_counted(void **state)
{
    (void)state;
    const struct part part = part_of(
        RATING("a") "," RATING("b"),
        "\"en\": {\"a\": \"One two three four.\", \"b\": \"One two three four.\", " LABELS
        "}");
    const struct minutes minutes = minutes_of(&part, "en");
    assert_true(fabs(minutes.quick - (12 / 240.0 + 8 / 60.0)) < 1e-12);
    assert_true(fabs(minutes.slow - (12 / 130.0 + 10 / 60.0)) < 1e-12);
}

static void each_language_has_its_own_time(void **state)
{
    (void)state;
    const struct part part = part_of(
        RATING("a"),
        "\"en\": {\"a\": \"One two three four.\", " LABELS "}, "
        "\"de\": {\"a\": \"Eins.\", " LABELS "}, "
        "\"zh\": {\"a\": \"\xe4\xb8\x80\xe4\xba\x8c\xe4\xb8\x89\xe5\x9b\x9b\", " LABELS
        "}");
    const double en = minutes_of(&part, "en").quick;
    assert_true(fabs(en - minutes_of(&part, "de").quick - 3 / 240.0) < 1e-12);
    assert_true(fabs(en - minutes_of(&part, "zh").quick - 2 / 240.0) < 1e-12);
}

static void what_is_typed_is_compared(void **state)
{
    (void)state;
    struct part part = part_of(RATING("a"), "\"en\": {\"a\": \"One.\", " LABELS "}");
    struct span language = SPAN("en");
    const struct assessment assessment = {
        .parts = &part, .part_count = 1, .languages = &language, .language_count = 1};
    const struct minutes minutes = minutes_of(&part, "en");
    assert_true(fabs(assessment_minutes_expected(&part, language) -
                     (minutes.quick + minutes.slow) / 2) < 1e-12);
    faults = fault_list_init(&arena);
    assessment_minutes_check(&assessment, &faults);
    assert_int_equal(faults.count, 0);
    part.minutes_tenths = 50;
    assert_true(assessment_minutes_expected(&part, language) == 5);
    assessment_minutes_check(&assessment, &faults);
    assert_true(has_fault(&faults, FAULT_NOTE, "The part says 5.0 minutes"));
    assert_int_equal(faults.count, 1);
}

static void the_shipped_form_takes_what_was_planned(void **state)
{
    (void)state;
    struct assessment_file *files;
    struct assessment *assessment = NULL;
    const size_t count =
        read_folder(&arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    faults = fault_list_init(&arena);
    assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment), OK);
    const struct minutes candidate =
        assessment_minutes_role(assessment, ROLE_CANDIDATE, SPAN("en"));
    const struct minutes rater =
        assessment_minutes_role(assessment, ROLE_RATER, SPAN("en"));
    assert_in_range(candidate.quick, 14, 18);
    assert_in_range(candidate.slow, 24, 28);
    assert_in_range(rater.quick, 14, 19);
    assert_in_range(rater.slow, 24, 29);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(words_choices_and_pages_are_counted),
        TEST(each_language_has_its_own_time),
        TEST(what_is_typed_is_compared),
        TEST(the_shipped_form_takes_what_was_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
