/* What hides a word from the linter is made plain where people write so for good reasons, and is an
 * error of the text where they do not. */
#include "read.h"

#include "lint/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A question in `language` as a person reads it. */
static struct fault_list lint_question(struct arena *arena, const char *language,
                                       const char *question)
{
    struct questionnaire *questionnaire = NULL;
    struct fault_list faults = fault_list_init(arena);
    const struct span text =
        span_format(arena,
                    "{\"items\":[{\"id\":\"a\",\"type\":\"short\",\"text_key\":\"a\"}],"
                    "\"translations\":{\"%s\":{\"a\":\"%s\"}}}",
                    language, question);
    assert_int_equal(
        questionnaire_read(arena, SPAN("t.osd"), text, &faults, &questionnaire), OK);
    faults = fault_list_init(arena);
    lint_questionnaire(arena, questionnaire, &faults);
    return faults;
}

static const struct {
    const char *language, *question;
    const char *error; /* NULL: none */
} questions[] = {
    /* nobody sees them */
    {"en", "Are you de\xe2\x80\x8bpressed?", "nobody sees: \"U+200B\""},
    {"en", "Are you de\xc2\xadpressed?", "nobody sees: \"U+00AD\""},
    {"en", "Are you de\xe2\x80\x8d\xe2\x80\x8cpressed?", "nobody sees: \"U+200D\""},
    {"en", "Are you de&#8203;pressed?", "nobody sees: \"U+200B\""},
    {"en",
     "Are you \xe2\x80\xae"
     "desserped\xe2\x80\xac?",
     "nobody sees: \"U+202E\""},
    {"en", "Are you \xf3\xa0\x81\xa1 tall?", "nobody sees: \"U+E0061\""},
    {"en", "How \xee\x80\x80 are you?", "nobody sees: \"U+E000\""},
    {"fi", "Miten\xe2\x80\x8b voit?", "nobody sees: \"U+200B\""},
    /* another script */
    {"en", "Are you d\xd0\xb5pressed?", "another script: \"d\xd0\xb5pressed\""},
    {"en", "Do you have s\xd0\xb5x?", "another script"},
    {"en", "Do you have \xd1\x95\xd0\xb5\xd1\x85?", "another script"},
    {"en", "Are you \xce\xb1ngry?", "another script"},
    {"en",
     "Are you \xe1\xb4\x85\xe1\xb4\x87\xe1\xb4\x98\xca\x80\xe1\xb4\x87\xea\x9c\xb1\xea\x9c\xb1\xe1\xb4\x87\xe1\xb4\x85?",
     "another script"},
    {"de", "Sind Sie kr\xd0\xb0nk?", "another script"},
    /* single letters */
    {"en", "Are you d e p r e s s e d?", "single letters: \"d e p r e s s e d\""},
    {"en", "Do you like S E X?", "single letters"},
    {"en", "Are you d. e. p. r. e. s. s. e. d?", "single letters"},
    {"en", "Are you d_e_p_r_e_s_s_e_d?", "single letters"},
    {"en", "Are you d  e\\np r?", "single letters"},
    {"de", "Sind Sie m \xc3\xbc d e?", "single letters"},
    /* written in several ways */
    {"en", "Are you d.e.p.r.e.s.s.e.d?", "health or disability: \"depressed\""},
    {"en", "Do you have s/e/x?", "sex, gender"},
    {"en",
     "Are you \xef\xbd\x84\xef\xbd\x85\xef\xbd\x90\xef\xbd\x92\xef\xbd\x85\xef\xbd\x93\xef\xbd\x93\xef\xbd\x85\xef\xbd\x84?",
     "health or disability: \"depressed\""},
    {"en",
     "Are you \xf0\x9d\x90\x9d\xf0\x9d\x90\x9e\xf0\x9d\x90\xa9\xf0\x9d\x90\xab\xf0\x9d\x90\x9e\xf0\x9d\x90\xac\xf0\x9d\x90\xac\xf0\x9d\x90\x9e\xf0\x9d\x90\x9d?",
     "health or disability"},
    {"en", "Are you de\xcc\x81pre\xcc\xb6ssed?", "health or disability"},
    {"en", "Are you d\xc3\xa9pressed?", "health or disability"},
    {"en", "Do you drink alc0hol?", "drinking"},
    {"en", "Are you depre55ed?", "health or disability"},
    {"en", "Are you de-pressed?", "health or disability"},
    {"en", "Are you d-e-p-r-e-s-s-e-d?", "health or disability"},
    {"en", "Are you a trade-union member?", "union"},
    {"en", "Are you\xc2\xa0ill?", "health or disability: \"ill\""},
    {"en", "Are you \xc2\xabill\xc2\xbb?", "health or disability: \"ill\""},
    {"en",
     "Have you a fianc\xc3\xa9"
     "e?",
     "family"},
    {"de", "Sind Sie schwa\xcc\x88nger?", NULL},
    {"de", "Hatten Sie Pfa\xcc\x88ndungen?", "convictions or debts"},
    {"de", "Haben Sie \xc3\xa4rztliche Auflagen?", NULL},
    /* as honest people write */
    {"en", "What do you need?", NULL},
    {"en", "Choose a, b, c or d.", NULL},
    {"en", "The grades are A B C D.", NULL},
    {"en", "Have you worked in the U.S.A. before?", NULL},
    {"en", "Do you know J. R. R. Tolkien?", NULL},
    {"en",
     "Do you read the word \xd0\xa0\xd1\x83\xd1\x81\xd1\x81\xd0\xba\xd0\xb8\xd0\xb9?",
     NULL},
    {"en", "A resistor has 5 k\xce\xa9 and 3 \xc2\xb5m.", NULL},
    {"en", "We met at a caf\xc3\xa9 in M\xc3\xbcnchen.", NULL},
    {"en", "A4, B2B, H2O and COVID are short forms.", NULL},
    {"en",
     "A smile \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7 and a heart \xe2\x9d\xa4\xef\xb8\x8f.",
     NULL},
    {"de", "Arbeiten Sie gern im Team (m/w/d)?", NULL},
    {"de",
     "Die Mitarbeiter*innen z. B. a\xc3\x9f"
     "en fr\xc3\xbch.",
     NULL},
    {"fa", "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9\x85", NULL},
};

static void what_hides_a_word_is_an_error(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        struct arena arena;
        arena_init(&arena, 8u << 20);
        const struct fault_list faults =
            lint_question(&arena, questions[i].language, questions[i].question);
        const bool is_right = questions[i].error
                                  ? has_fault(&faults, FAULT_ERROR, questions[i].error)
                                  : !faults.error_count;
        if (!is_right) {
            read_faults(&faults);
            fail_msg("%s", questions[i].question);
        }
        arena_done(&arena);
    }
}

/* It is a fault of the text, so it is none of what a scene may say, and told once. */
static void a_scene_hides_nothing_either(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 8u << 20);
    struct fault_list faults = fault_list_init(&arena);
    struct questionnaire *questionnaire = NULL;
    const struct span text = SPAN(
        "{\"items\":[{\"id\":\"a\",\"type\":\"inst\",\"text_key\":\"a\"},"
        "{\"id\":\"b\",\"type\":\"short\",\"text_key\":\"b\",\"x-resonance\":{\"why_key\":"
        "\"a\"}}],\"translations\":{\"en\":{\"a\":\"A p\xd0\xbert at night.\",\"b\":\"Yes?\"}}}");
    assert_int_equal(
        questionnaire_read(&arena, SPAN("t.osd"), text, &faults, &questionnaire), OK);
    faults = fault_list_init(&arena);
    lint_questionnaire(&arena, questionnaire, &faults);
    assert_int_equal(faults.error_count, 1);
    assert_true(has_fault(&faults, FAULT_ERROR, "another script: \"p\xd0\xbert\""));
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_hides_a_word_is_an_error),
        cmocka_unit_test(a_scene_hides_nothing_either),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
