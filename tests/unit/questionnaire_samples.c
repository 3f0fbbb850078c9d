/* The questionnaires of others, where they lie: each is read as the notes beside them say. */
#include "base/file.h"
#include "base/folder.h"
#include "questionnaire/questionnaire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *samples;

struct read {
    struct arena arena;
    struct fault_list faults;
    struct questionnaire *questionnaire;
    enum status status;
};

static int read_open(struct read *read, const char *name)
{
    arena_init(&read->arena, 256u << 20);
    read->faults = fault_list_init(&read->arena);
    struct span bytes;
    const char *path = file_path(&read->arena, samples, name);
    assert_int_equal(file_read(&read->arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes), OK);
    read->status = questionnaire_read(&read->arena, span_of(name), bytes, &read->faults,
                                      &read->questionnaire);
    if (getenv("RESONANCE_TELL")) {
        struct buffer buffer = buffer_init(&read->arena, 1 << 20);
        fault_list_text(&read->faults, &buffer);
        printf("%.*s", SPAN_ARGS(buffer_span(&buffer)));
    }
    return read->status == OK;
}

static bool has_fault(const struct read *read, enum fault_weight weight, const char *what)
{
    for (const struct fault *fault = read->faults.first; fault; fault = fault->next)
        if (fault->weight == weight &&
            memmem(fault->what.data, fault->what.count, what, strlen(what)))
            return 1;
    return 0;
}

static void all_but_the_broken_ones_read(void **state)
{
    (void)state;
    static const char *const good[] = {
        "BATS",     "BNT",       "CET",      "CRT2",     "DASS21",   "DEMO",
        "DOSPERT",  "DistTherm", "GDSQ21",   "IPAQ",     "SECS",     "MOS-SF-20",
        "PX121704", "PX320701",  "PX770301", "PX970101", "QOLIE-89", "RAADSR",
        "SVO",      "UEQ",       "CBI",      "EBQ",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct read read;
        char name[40];
        snprintf(name, sizeof name, "%s.osd", good[i]);
        assert_true(read_open(&read, name));
        assert_true(read.questionnaire->item_count > 0);
        arena_done(&read.arena);
    }
}

static void what_breaks_the_format_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum fault_weight weight;
        const char *what;
    } cases[] = {
        {"AUH.osd", FAULT_ERROR, "A condition is an object"},
        {"PX992008.osd", FAULT_ERROR, "A condition is an object"},
        {"EBQ.osd", FAULT_WARNING, "no code"},
        {"CBI.osd", FAULT_WARNING, "5 points from 0 to 100: taken as steps of 25"},
        {"QOLIE-89.osd", FAULT_WARNING, "There is no dimension \"social_function\""},
        {"QOLIE-89.osd", FAULT_WARNING, "No language has a text"},
        {"PX320701.osd", FAULT_WARNING, "There is a section"},
        {"GDSQ21.osd", FAULT_WARNING, "6 of "},
        {"DASS21.osd", FAULT_WARNING, "5 of 26 texts are missing"},
        {"GDSQ21.osd", FAULT_WARNING, "The expression is not understood"},
        {"UEQ.osd", FAULT_NOTE, "Pages are the old form"},
        {"MOS-SF-20.osd", FAULT_WARNING, "has no range, so it is not reversed"},
        {"made/duplicate-key.osd", FAULT_WARNING, "The same key stands twice"},
        {"made/byte-order-mark.osd", FAULT_WARNING, "byte order mark"},
        {"made/cycle.osd", FAULT_ERROR, "The block needs its own value"},
        {"made/all-methods.osd", FAULT_WARNING, "The method \"median\" is not known"},
        {"made/truncated.osd", FAULT_ERROR, "The file ends too early"},
        {"made/bad-utf8.osd", FAULT_ERROR, "This byte is not UTF-8"},
        {"made/nan.osd", FAULT_ERROR, "No JSON value begins like this"},
        {"made/trailing-comma.osd", FAULT_ERROR, "A key in quotation marks was expected"},
        {"made/array-on-top.osd", FAULT_ERROR, "An object was expected on top"},
        {"made/deep.osd", FAULT_ERROR, "nested too deep"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read read;
        const bool is_good = read_open(&read, cases[i].name);
        if (!has_fault(&read, cases[i].weight, cases[i].what))
            fail_msg("%s should be told: %s", cases[i].name, cases[i].what);
        assert_int_equal(is_good, cases[i].weight != FAULT_ERROR);
        arena_done(&read.arena);
    }
}

static void the_sound_original_has_no_fault(void **state)
{
    (void)state;
    struct read read;
    assert_true(read_open(&read, "made/good.osd"));
    assert_int_equal(read.faults.count, 0);
    assert_int_equal(read.questionnaire->item_count, 2);
    assert_int_equal(read.questionnaire->items[0].scale.points, 5);
    arena_done(&read.arena);
}

static void languages_fall_back_key_by_key(void **state)
{
    (void)state;
    struct read read;
    assert_true(read_open(&read, "BATS.osd"));
    const struct span key = read.questionnaire->items[0].text_key;
    const struct span none = {0};
    const struct span brazil =
        questionnaire_text(read.questionnaire, SPAN("pt-br"), none, key);
    const struct span english =
        questionnaire_text(read.questionnaire, SPAN("en"), none, key);
    assert_false(is_span_equal(brazil, english));
    assert_true(is_span_equal(
        questionnaire_text(read.questionnaire, SPAN("xx"), none, key), english));
    assert_true(is_span_equal(
        questionnaire_text(read.questionnaire, SPAN("en_GB"), none, key), english));
    arena_done(&read.arena);
}

int main(void)
{
    static char path[4096];
    const char *shared = getenv("RESONANCE_SHARED");
    snprintf(path, sizeof path, "%s/osd-samples",
             shared ? shared : SOURCE_DIR "/../shared");
    samples = path;
    if (!is_folder(path)) {
        printf("The sample questionnaires are not here: set RESONANCE_SHARED to their "
               "folder.\n");
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_but_the_broken_ones_read),
        cmocka_unit_test(what_breaks_the_format_is_told),
        cmocka_unit_test(the_sound_original_has_no_fault),
        cmocka_unit_test(languages_fall_back_key_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
