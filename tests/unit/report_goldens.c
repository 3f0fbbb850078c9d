/* Reports whose bytes lie in tests/vectors/reports: what a change does to any sentence, figure or
 * mark in them is seen before anybody reads it. The first is on the shipped assessment, the others
 * on records in tests/vectors/scorecards.
 *
 * A change of words or looks that is wanted is looked at in the difference, and taken with
 * RESONANCE_GOLDEN=write, after the old files are removed. */
#include "report_case.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct golden {
    const char *name;
    const char *kept; /* the record; NULL: a person on the shipped assessment */
    size_t format_count;
} goldens[] = {{"01-shipped", NULL, 3},
               {"02-half-alike", "02-half-alike", 2},
               {"03-half-open", "05-half-open", 1},
               {"04-hasty", "18-hasty-2", 1},
               {"05-provisional", "10-provisional", 1},
               {"06-split", "11-split", 2},
               {"07-no-organization", "12-no-organization", 3}};
enum { GOLDENS = sizeof goldens / sizeof *goldens };

typedef struct span report_format(struct arena *arena, const struct record *record,
                                  const struct report_facts *facts);
static const struct {
    const char *ending;
    report_format *write;
} formats[] = {{"txt", report_text}, {"html", report_html}, {"json", report_json}};
enum { FORMATS = sizeof formats / sizeof *formats };

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct span kept(const char *folder, const char *name, const char *ending)
{
    struct span bytes = {0};
    const char *path =
        span_format(&arena, "%s/tests/vectors/%s/%s.%s", SOURCE_DIR, folder, name, ending)
            .data;
    must(file_read(&arena, path, 1 << 20, &bytes) == OK);
    return bytes;
}

/* Somebody who answers all, one text with marks and long words, and leaves one blank. */
static struct record *shipped_record(void)
{
    const struct assessment *shipped =
        report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    struct sitting *sitting = report_case_candidate(&arena, shipped);
    struct basis *basis = report_case_basis(&arena, shipped, 9, .8);
    basis->dimensions[3].importance = 2;
    basis->dimensions[3].importance_reason = SPAN("the timetable & its \"gaps\"");
    report_case_say(sitting, "story:meaning", "");
    report_case_say(sitting, "story:contribute",
                    "First <line>.\n\n  A word that is longer than any line can be: "
                    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungs"
                    "stellenleiterin\nLast line with \"quotes\" & more.");
    return report_case_record(&arena, sitting, basis);
}

static struct record *record_of(const struct golden *golden)
{
    struct record *record = NULL;
    if (!golden->kept)
        return shipped_record();
    must(record_read(&arena, sample_assessment(&arena),
                     kept("scorecards", golden->kept, "json"), &record) == OK);
    return record;
}

/* What is known besides the record is whole in the first, and least in the last. */
static struct span report_of(const struct golden *golden, size_t format)
{
    struct report_facts facts = report_case_facts();
    if (golden == &goldens[GOLDENS - 1])
        facts = (struct report_facts){.handle = facts.handle,
                                      .sealed_unix_ms = facts.sealed_unix_ms};
    return formats[format].write(&arena, record_of(golden), &facts);
}

static int write_missing(void **state)
{
    const char *asked = getenv("RESONANCE_GOLDEN");
    if (!asked || strcmp(asked, "write") != 0)
        return 0;
    arena_begin(state);
    for (size_t i = 0; i < GOLDENS * FORMATS; i++) {
        const struct golden *golden = &goldens[i / FORMATS];
        const char *path =
            span_format(&arena, "%s/tests/vectors/reports/%s.%s", SOURCE_DIR,
                        golden->name, formats[i % FORMATS].ending)
                .data;
        if (i % FORMATS < golden->format_count && !is_file(path))
            must(file_write(path, report_of(golden, i % FORMATS), 0644) == OK);
    }
    return arena_end(state);
}

static void check_format(size_t format)
{
    for (size_t i = 0; i < GOLDENS; i++) {
        if (format >= goldens[i].format_count)
            continue;
        const struct span now = report_of(&goldens[i], format);
        const struct span then = kept("reports", goldens[i].name, formats[format].ending);
        size_t at = 0;
        while (at < now.count && at < then.count && now.data[at] == then.data[at])
            at++;
        if (!is_span_equal(now, then))
            fail_msg("%s.%s differs at byte %zu: \"%.*s\"", goldens[i].name,
                     formats[format].ending, at, SPAN_ARGS(span_cut(now, at, 60)));
    }
}

static void the_same_record_is_the_same_text(void **state)
{
    (void)state;
    check_format(0);
}

static void the_same_record_is_the_same_page(void **state)
{
    (void)state;
    check_format(1);
}

static void the_same_record_is_the_same_json(void **state)
{
    (void)state;
    check_format(2);
}

/* They say different things; else they would guard little. */
static void the_goldens_cover_what_can_be_said(void **state)
{
    static const char *const said[GOLDENS] = {
        "R = ",
        "what is usual is not known",
        "too few",
        "some answers do not fit together well",
        "provisional profile",
        "a split profile",
        "no organization profile to compare with",
    };
    (void)state;
    for (size_t i = 0; i < GOLDENS; i++) {
        const struct span text = kept("reports", goldens[i].name, "txt");
        assert_non_null(memmem(text.data, text.count, said[i], strlen(said[i])));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_record_is_the_same_page),
        TEST(the_same_record_is_the_same_text),
        TEST(the_same_record_is_the_same_json),
        TEST(the_goldens_cover_what_can_be_said),
    };
    return cmocka_run_group_tests(tests, write_missing, NULL);
}
