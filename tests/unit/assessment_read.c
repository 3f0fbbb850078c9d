/* The assessment folder: the shipped one reads without any fault; each rule is broken once. */
#include "read.h"

#include "assessment/assessment_fill.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char folder[] = SOURCE_DIR "/questionnaires/strategy-fit";

static void the_shipped_assessment_has_no_fault(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct assessment_file *files;
    const size_t count = read_folder(&arena, folder, &files);
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    const enum status status =
        assessment_read(&arena, files, count, &faults, &assessment);
    read_faults(&faults);
    assert_int_equal(status, OK);
    assert_int_equal(faults.count, 0);
    assert_true(is_span(assessment->id, "strategy-fit"));
    assert_true(assessment->is_pilot);
    assert_in_range((int)(assessment->simulated.second_session_inside_unrelated * 100),
                    80, 95);
    const struct part *values =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, (struct span){0});
    assert_non_null(values);
    assert_int_equal(values->questionnaire->dimension_count, 16);
    assert_int_equal(values->questionnaire->item_count, 20);
    assert_int_equal(values->minutes_tenths, 0); /* counted from its words */
    const struct part *now =
        assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN("now"));
    assert_ptr_equal(now->questionnaire, values->questionnaire);
    assert_null(assessment_part(assessment, PART_STORY, ROLE_RATER, (struct span){0}));
    assert_false(is_span_equal(
        questionnaire_text(now->questionnaire, SPAN("en"), SPAN("now"), SPAN("stem")),
        questionnaire_text(now->questionnaire, SPAN("en"), SPAN("candidate"),
                           SPAN("stem"))));
    arena_done(&arena);
}

static bool is_same_for_raters(const struct assessment *assessment, struct span key)
{
    const struct span en = SPAN("en");
    return is_span_equal(questionnaire_text(assessment->words, en, SPAN("rater"), key),
                         questionnaire_text(assessment->words, en, SPAN(""), key));
}

static void a_frame_of_the_assessment_falls_back(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct assessment_file *files;
    const size_t count = read_folder(&arena, folder, &files);
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment), OK);
    assert_true(is_same_for_raters(assessment, SPAN("title")));
    assert_false(is_same_for_raters(assessment, SPAN("notice_who")));
    arena_done(&arena);
}

/* `text` in which the first `from` is `to`; the test fails when there is none. */
static struct span replaced(struct arena *arena, struct span text, const char *from,
                            const char *to)
{
    const char *found = memmem(text.data, text.count, from, strlen(from));
    assert_non_null(found);
    const size_t at = (size_t)(found - text.data);
    return span_format(arena, "%.*s%s%.*s", SPAN_ARGS(span_cut(text, 0, at)), to,
                       SPAN_ARGS(span_cut(text, at + strlen(from), text.count)));
}

static void each_broken_rule_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *file, *from, *to, *what;
    } cases[] = {
        {"assessment.json", "\"scoring_version\": 3", "\"scoring_version\": 4",
         "The scoring version 4 is not known here"},
        {"assessment.json", "\"sealed_bytes\"", "\"sealed\"",
         "sealed_bytes\" is 16384 or more"},
        {"assessment.json", "\"second_session_inside_much\": 0",
         "\"second_session_inside_much\": 1",
         "\"second_session_inside_much\" is a share from 0 to 1"},
        {"assessment.json", "\"values.osd\"", "\"nowhere.osd\"", "is not there"},
        {"assessment.json", "\"frame\": \"now\"", "\"frame\": \"later\"", "has no frame"},
        {"assessment.json", "\"role\": \"rater\"", "\"role\": \"boss\"",
         "missing or not known"},
        {"assessment.json", "\"id\": \"drivers\"", "\"id\": \"values\"", "already"},
        {"assessment.json", "\"consent_yes\"", "\"consent\"", "The text \"consent_yes\""},
        {"assessment.json", "\"en\"\n", "\"en\", \"fi\"\n", "no texts in this language"},
        {"values.osd", "\"dimension\": \"candour\"", "\"dimension\": \"growth\"",
         "Two statements of this block"},
        {"effectiveness.osd", "\"s7_a\"", "\"s7_z\"", "the same lines in the same order"},
        {"story.osd", "\"story-1\"", "\"story-9\"", "Its picture is not there"},
        {"story.osd", "\"maxlength\": 1200", "\"min_length\": 1001",
         "needs a longest length"},
        {"closing.osd", "{", "[", "cannot be used"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena, 64u << 20);
        struct assessment_file *files;
        const size_t count = read_folder(&arena, folder, &files);
        for (size_t j = 0; j < count; j++)
            if (is_span(files[j].name, cases[i].file))
                files[j].bytes =
                    replaced(&arena, files[j].bytes, cases[i].from, cases[i].to);
        struct fault_list faults = fault_list_init(&arena);
        struct assessment *assessment = NULL;
        assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment),
                         STATUS_BAD_INPUT);
        assert_null(assessment);
        if (!has_fault(&faults, FAULT_ERROR, cases[i].what)) {
            read_faults(&faults);
            fail_msg("should be told: %s", cases[i].what);
        }
        arena_done(&arena);
    }
}

static void a_text_without_a_longest_length_gets_one(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct assessment_file *files;
    const size_t count = read_folder(&arena, folder, &files);
    for (size_t i = 0; i < count; i++)
        if (is_span(files[i].name, "story.osd"))
            files[i].bytes =
                replaced(&arena, files[i].bytes, "\"maxlength\": 1200", "\"cols\": 1");
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment), OK);
    assert_true(has_fault(&faults, FAULT_NOTE, "Texts without a longest length"));
    const struct part *story =
        assessment_part(assessment, PART_STORY, ROLE_CANDIDATE, (struct span){0});
    size_t usual = 0;
    for (size_t i = 0; i < story->questionnaire->item_count; i++)
        usual += is_item_kind_typed(story->questionnaire->items[i].kind) &&
                 story->questionnaire->items[i].words.length_max == 1000;
    assert_int_equal(usual, 1);
    arena_done(&arena);
}

/* The shipped assessment in which colleagues are asked what is needed with a document of its own,
 * a copy of drivers.osd in which `from` is `to`. */
static enum status read_with_needs(struct arena *arena, const char *from, const char *to,
                                   struct fault_list *faults,
                                   struct assessment **out_assessment)
{
    struct assessment_file *files;
    const size_t count = read_folder(
        arena, SOURCE_DIR "/tests/vectors/released/0.1.0/config/assessment", &files);
    struct assessment_file *more = arena_array(arena, struct assessment_file, count + 1);
    more[count].name = SPAN("needs.osd");
    for (size_t i = 0; i < count; i++) {
        more[i] = files[i];
        if (is_span(files[i].name, "drivers.osd"))
            more[count].bytes = replaced(arena, files[i].bytes, from, to);
        if (is_span(files[i].name, "assessment.json"))
            more[i].bytes =
                replaced(arena, files[i].bytes,
                         "\"frame\": \"needed\",\n      \"file\": \"drivers.osd\"",
                         "\"frame\": \"needed\", \"file\": \"needs.osd\"");
    }
    *faults = fault_list_init(arena);
    return assessment_read(arena, more, count + 1, faults, out_assessment);
}

static void drivers_may_stand_in_two_documents(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct fault_list faults;
    struct assessment *assessment = NULL;
    assert_int_equal(
        read_with_needs(&arena, "RESONANCE-DRIVERS", "NEEDS", &faults, &assessment), OK);
    const struct part *now =
        assessment_part(assessment, PART_DRIVERS, ROLE_RATER, SPAN("now"));
    const struct part *needed =
        assessment_part(assessment, PART_DRIVERS, ROLE_RATER, SPAN("needed"));
    assert_ptr_not_equal(now->questionnaire, needed->questionnaire);
    assert_int_equal(read_with_needs(&arena, "\"id\": \"doing\"", "\"id\": \"daring\"",
                                     &faults, &assessment),
                     STATUS_BAD_INPUT);
    assert_true(has_fault(&faults, FAULT_ERROR, "not the same in the same order"));
    arena_done(&arena);
}

static struct span text_of(const struct assessment *assessment, const char *key)
{
    const struct part *values =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    return questionnaire_text(values->questionnaire, SPAN("en"), SPAN(""), span_of(key));
}

static void an_organization_reads_its_own_words(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64u << 20);
    struct assessment_file *files;
    struct fault_list faults = fault_list_init(&arena);
    struct assessment *assessment = NULL;
    const size_t count = read_folder(&arena, folder, &files);
    assert_int_equal(assessment_read(&arena, files, count, &faults, &assessment), OK);
    struct assessment again = *assessment;
    again.parts = arena_array(&arena, struct part, PARTS_MAX);
    memcpy(again.parts, assessment->parts, assessment->part_count * sizeof *again.parts);
    assessment_fill(&arena, assessment, &(struct assessment_words){0});
    assert_true(is_span(text_of(assessment, "service_5"),
                        "Customers get a clear answer on the same day."));
    assessment_fill(&arena, &again,
                    &(struct assessment_words){.organization = SPAN("Harbour School"),
                                               .customer = SPAN("pupil"),
                                               .customers = SPAN("pupils")});
    assert_true(is_span(text_of(&again, "service_5"),
                        "Pupils get a clear answer on the same day."));
    assert_true(is_span(text_of(&again, "dim_service"), "Service to pupils"));
    const struct span who =
        questionnaire_text(again.words, SPAN("en"), SPAN(""), SPAN("notice_who"));
    assert_non_null(memmem(who.data, who.count, "Harbour School", 14));
    assert_non_null(memmem(who.data, who.count, "{contact}", 9));
    const struct part *now =
        assessment_part(&again, PART_RESONANCE, ROLE_RATER, SPAN("now"));
    assert_ptr_equal(
        now->questionnaire,
        assessment_part(&again, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""))->questionnaire);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_assessment_has_no_fault),
        cmocka_unit_test(a_frame_of_the_assessment_falls_back),
        cmocka_unit_test(each_broken_rule_is_told),
        cmocka_unit_test(a_text_without_a_longest_length_gets_one),
        cmocka_unit_test(drivers_may_stand_in_two_documents),
        cmocka_unit_test(an_organization_reads_its_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
