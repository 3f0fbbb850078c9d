/* Which documents of interview questions are taken, and what is said of the others. */
#include "interview_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256u << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void the_shipped_questions_are_read(void **state)
{
    (void)state;
    const struct interview_bank *bank = interview_case_bank(&arena);
    size_t count;
    const struct interview_question **core =
        interview_bank_list(&arena, bank, SPAN(""), &count);
    assert_int_equal(count, 4);
    assert_int_equal(core[0]->kind, INTERVIEW_PAST);
    assert_int_equal(core[3]->kind, INTERVIEW_WOULD);
    assert_true(is_span(interview_bank_text(bank, SPAN("en"), core[1]->title_key),
                        "A promise that was hard to keep"));
    interview_bank_list(&arena, bank, SPAN("candour"), &count);
    assert_int_equal(count, 3);
    interview_bank_list(&arena, bank, SPAN("unheard-of"), &count);
    assert_int_equal(count, 0);
}

static const struct {
    const char *seam, *words;
    const char *said; /* in some fault */
} faulty[] = {
    {"\"interview\": \"strategy-fit\",", "", "\"interview\" and \"version\" are needed"},
    {"\"kind\": \"would\"", "\"kind\": \"maybe\"", "is \"past\" or \"would\""},
    {"\"id\": \"news\", ", "", "an \"id\" of its own"},
    {"\"id\": \"promise\"", "\"id\": \"mistake\"", "an \"id\" of its own"},
    {"\"topic\": \"growth\"", "\"topic\": \"grow\"", "\"growth\" needs 3 questions"},
    {"\"topic\": \"everybody\"", "\"topic\": \"care\"",
     "\"everybody\" needs 4 questions"},
    {"\"growth-3\", \"topic\": \"growth\", \"kind\": \"would\"",
     "\"growth-3\", \"topic\": \"growth\", \"kind\": \"past\"",
     "one about what the person would"},
    {"\"promise_3\":", "\"promise_4\":", "promise_3"},
    {"\"lead-2_probe_2\":", "\"lead-2_probe_3\":", "does not have all texts"},
    {"  \"texts\": {", "  \"texts\": {\"de\": {},", "\"de\" does not have all texts"},
    {"\"questions\": [", "\"questions\": [[", "" /* no JSON */},
};

static void a_document_that_cannot_be_asked_from_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        struct fault_list faults = fault_list_init(&arena);
        struct interview_bank *bank = NULL;
        struct buffer said = buffer_init(&arena, 1 << 20);
        assert_int_equal(interview_bank_read(
                             &arena, SPAN("questions.json"),
                             interview_case_with(&arena, faulty[i].seam, faulty[i].words),
                             &faults, &bank),
                         STATUS_BAD_INPUT);
        assert_null(bank);
        fault_list_text(&faults, &said);
        const struct span text = buffer_span(&said);
        if (!memmem(text.data, text.count, faulty[i].said, strlen(faulty[i].said)))
            fail_msg("%s: %.*s", faulty[i].said, SPAN_ARGS(text));
    }
}

static void a_bank_is_known_by_its_name(void **state)
{
    (void)state;
    assert_true(is_interview_bank_file(SPAN("questions.json")));
    assert_true(is_interview_bank_file(SPAN("a/questions.json")));
    assert_false(is_interview_bank_file(SPAN("questions.osd")));
    assert_false(is_interview_bank_file(SPAN("my-questions.json")));
    assert_false(is_interview_bank_file(SPAN("")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_shipped_questions_are_read),
        TEST(a_document_that_cannot_be_asked_from_is_refused),
        TEST(a_bank_is_known_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
