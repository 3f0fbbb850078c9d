/* Where a person is asked although a text only seems to tell: what is agreed to, questions of the
 * interview's core, a question within a scene, and what follows a denial. */
#include "interview_case.h"

#include "lint/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* What is said of the shipped form when its own text `key` begins with `words`. */
static struct fault_list lint_own_text(struct arena *arena, const char *key,
                                       const char *words)
{
    struct assessment_file *files;
    const size_t count =
        read_folder(arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    const struct span all = files[0].bytes, seam = span_format(arena, "\"%s\": \"", key);
    const char *place = memmem(all.data, all.count, seam.data, seam.count);
    if (!place)
        fail_msg("%s", key);
    const size_t before = (size_t)(place - all.data) + seam.count;
    files[0].bytes = span_format(arena, "%.*s%s %.*s", (int)before, all.data, words,
                                 SPAN_ARGS(span_cut(all, before, all.count)));
    struct fault_list faults = fault_list_init(arena);
    struct assessment *assessment = NULL;
    assert_int_equal(assessment_read(arena, files, count, &faults, &assessment), OK);
    faults = fault_list_init(arena);
    lint_assessment(arena, assessment, &faults);
    return faults;
}

static const struct {
    const char *key, *words;
    const char *error; /* NULL: none */
} own_texts[] = {
    /* what is agreed to before the first question */
    {"consent_question", "Do you agree, and are you free of illness?", "health"},
    {"consent_yes", "Yes, and I am not pregnant.", "family"},
    {"consent_no", "No, I am a union member.", "union"},
    {"acknowledge_question", "Have you read this, and do you have a disability?",
     "health"},
    {"acknowledge_yes", "I have no illness and begin.", "health"},
    {"consent_question", "We do not ask about your religion.", NULL},
    {"notice_rights", "By going on you confirm that you are not pregnant.", "family"},
    {"notice_rights", "You are aware that you may speak with a doctor.", NULL},
    /* a notice tells, unless it puts a question */
    {"notice_help", "If you have a disability, tell us what you need.", NULL},
    {"notice_who", "Our patients come with every illness.", NULL},
    {"notice_what", "How often were you ill last year?", "health"},
    /* a denial ends where the sentence turns */
    {"consent_question",
     "We do not ask about illness, but how often were you ill last year?",
     "health or disability: \"ill\""},
    {"consent_question", "We do not ask about illness; how often were you ill last year?",
     "health"},
    {"consent_question", "We do not ask about illness;how often were you ill last year?",
     "health"},
    {"consent_question", "We do not ask about illness however your last illness counts.",
     "health"},
    {"consent_question", "We do not ask about illness, how often were you ill last year?",
     "health"},
    {"consent_question", "We do not ask about illness, were you ill last year", "health"},
    {"consent_question", "We do not ask about faith (do you pray?).", "faith"},
    {"consent_question", "We never ask anything private. Are you married?", "family"},
    {"consent_question",
     "You are never asked whether you are married or how old you are.", NULL},
    {"consent_question",
     "We do not ask about illness, pregnancy, or what you believe in church.", NULL},
};

static void what_a_person_agrees_to_is_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof own_texts / sizeof *own_texts; i++) {
        struct arena arena;
        arena_init(&arena, 64u << 20);
        const struct fault_list faults =
            lint_own_text(&arena, own_texts[i].key, own_texts[i].words);
        const bool is_right = own_texts[i].error
                                  ? has_fault(&faults, FAULT_ERROR, own_texts[i].error)
                                  : !faults.error_count;
        if (!is_right) {
            read_faults(&faults);
            fail_msg("%s: %s", own_texts[i].key, own_texts[i].words);
        }
        arena_done(&arena);
    }
}

/* What people ask in an interview, and what they hear there. */
static const struct {
    const char *key, *words;
    const char *error; /* NULL: none */
} asked_aloud[] = {
    {"mistake", "Tell me about your last illness.", "health"},
    {"mistake", "Which party do you vote for?", "politics"},
    {"news_probe_1", "Do you have children?", "family"},
    {"promise_1", "Is pregnant.", "family"},
    {"promise_5", "Goes to church.", "faith"},
    {"promise", "Tell me how you helped a disabled customer.", NULL},
};

static void what_is_asked_aloud_is_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof asked_aloud / sizeof *asked_aloud; i++) {
        struct arena arena;
        arena_init(&arena, 64u << 20);
        const char *seam =
            span_text(&arena, span_format(&arena, "\"%s\": \"", asked_aloud[i].key));
        const struct span bytes = interview_case_with(
            &arena, seam,
            span_text(&arena, span_format(&arena, "%s%s ", seam, asked_aloud[i].words)));
        struct fault_list faults = fault_list_init(&arena);
        struct interview_bank *bank = NULL;
        assert_int_equal(
            interview_bank_read(&arena, SPAN("questions.json"), bytes, &faults, &bank),
            OK);
        lint_interview(&arena, bank, &faults);
        const bool is_right = asked_aloud[i].error
                                  ? has_fault(&faults, FAULT_ERROR, asked_aloud[i].error)
                                  : !faults.error_count;
        if (!is_right) {
            read_faults(&faults);
            fail_msg("%s: %s", asked_aloud[i].key, asked_aloud[i].words);
        }
        arena_done(&arena);
    }
}

static const struct {
    const char *language, *text;
    bool is_error;
} scenes[] = {
    {"en", "A colleague drinks. How much do you drink?", 1},
    {"en", "How much do you drink? A colleague drinks a lot.", 1},
    {"en", "A mother brings her child. Do you have children? The nurse helps.", 1},
    {"en", "The ward is full; have you been depressed? Work goes on.", 1},
    {"en", "A colleague is ill. Please tell us about your last illness.", 1},
    {"en", "A colleague is ill. And your own illness", 0},
    {"en", "A day on the ward. By reading on you confirm that you are not pregnant.", 1},
    {"en", "\\\"How much do you drink?\\\"", 1},
    {"en", "It is late.\\n\\\"Are you depressed?\\\"", 1},
    {"en", "\\\"Are you depressed?\\\" the doctor asks. The patient nods.", 0},
    {"en",
     "The doctor asks \xe2\x80\x9c"
     "Are you depressed?\xe2\x80\x9d and waits.",
     0},
    {"en", "A patient asks: do you have a bed for my sick child? A nurse finds one.", 0},
    {"en",
     "A mother brings her child to the emergency room. A doctor asks about allergies.",
     0},
    {"en", "What would you do? A patient is in pain.", 0},
    {"de", "Ein Kollege ist krank. Wie oft waren Sie krank?", 1},
    {"de", "Ein Kollege ist krank. Die Station hilft.", 0},
};

/* The same in a scene, and in an instruction that nothing goes on with. */
static void a_question_within_a_scene_is_asked(void **state)
{
    (void)state;
    static const char *const items[] = {
        "{\"id\":\"a\",\"type\":\"inst\",\"text_key\":\"a\",\"x-resonance\":{\"kind\":"
        "\"scene\"}},{\"id\":\"b\",\"type\":\"short\",\"text_key\":\"b\"}",
        "{\"id\":\"b\",\"type\":\"short\",\"text_key\":\"b\"},"
        "{\"id\":\"a\",\"type\":\"inst\",\"text_key\":\"a\"}"};
    for (size_t i = 0; i < 2 * sizeof scenes / sizeof *scenes; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        struct fault_list faults = fault_list_init(&arena);
        struct questionnaire *questionnaire = NULL;
        const struct span text = span_format(
            &arena,
            "{\"items\":[%s],\"translations\":{\"%s\":{\"a\":\"%s\",\"b\":\"Yes?\"}}}",
            items[i % 2], scenes[i / 2].language, scenes[i / 2].text);
        if (questionnaire_read(&arena, SPAN("t"), text, &faults, &questionnaire) != OK)
            read_faults(&faults);
        faults = fault_list_init(&arena);
        lint_questionnaire(&arena, questionnaire, &faults);
        if (faults.error_count != scenes[i / 2].is_error) {
            read_faults(&faults);
            fail_msg("%zu: %s", i % 2, scenes[i / 2].text);
        }
        arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_person_agrees_to_is_asked),
        cmocka_unit_test(what_is_asked_aloud_is_asked),
        cmocka_unit_test(a_question_within_a_scene_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
