/* Reports where something is not there, ended early, or differs from line to line. */
#include "report_case.h"

#include "base/buffer.h"
#include "profile/profile_name.h"
#include "profile/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *shipped;
static struct record *record;
static struct report_facts facts;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    shipped = report_case_shipped(&arena, SOURCE_DIR "/questionnaires/strategy-fit");
    facts = report_case_facts();
    record = report_case_record(&arena, report_case_candidate(&arena, shipped),
                                report_case_basis(&arena, shipped, 9, .8));
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

/* The section `id` as text, "" when the report has none. */
static struct span section(const char *id)
{
    struct page page;
    report_build(&arena, record, &facts, &page);
    for (struct page_section *at = page.first; at; at = at->next) {
        struct page alone = page_init(&arena, SPAN("t"), SPAN("r"));
        if (!is_span(span_of(at->id), id))
            continue;
        alone.first = alone.last = at;
        at->next = NULL;
        return page_plain(&arena, &alone);
    }
    return SPAN("");
}

static bool has(struct span text, const char *words)
{
    struct buffer joined = buffer_init(&arena, 1 << 20);
    size_t blanks = 0;
    for (size_t i = 0; i < text.count; i++) {
        const bool is_blank = text.data[i] == ' ' || text.data[i] == '\n';
        blanks = is_blank ? blanks + 1 : 0;
        if (blanks < 2)
            buffer_add(&joined, is_blank ? SPAN(" ") : span_cut(text, i, 1));
    }
    const struct span text_now = buffer_span(&joined);
    return memmem(text_now.data, text_now.count, words, strlen(words)) != NULL;
}

static void what_the_strategy_needs_has_its_own_sentence(void **state)
{
    (void)state;
    assert_true(has_scorecard_figure(&record->scorecard->needed));
    assert_true(has(section("resonance"),
                    "Compared with what the strategy needs, the person has R = "));
    record->scorecard->needed.absence = RESONANCE_LITTLE_WEIGHT;
    assert_true(
        has(section("resonance"), "There is no figure for what the strategy needs. "));
    assert_true(has(section("resonance"), wording_figure(&record->scorecard->needed)));
    record->basis->dimensions[0].needed = NAN;
    assert_true(
        has(section("resonance"),
            "No colleague described what the strategy needs, so the person is not "
            "compared with that."));
    record->scorecard->now.absence = RESONANCE_FEW_RATERS;
    assert_false(has(section("resonance"), "what the strategy needs"));
}

static void a_sitting_that_ended_early_says_so(void **state)
{
    (void)state;
    struct sitting *sitting = (struct sitting *)(uintptr_t)record->sitting;
    assert_false(has(section("resonance"), "ended early"));
    sitting->is_ended_by_gate = true;
    assert_true(has(section("resonance"), "The session ended early, at a question"));
}

/* Five of the topics on which the colleagues agree least, those with the lowest gates first. */
static void topics_that_split_stand_with_the_widest_first(void **state)
{
    (void)state;
    record->scorecard->now.absence = RESONANCE_NOT_ONE_VOICE;
    for (size_t i = 0; i < record->basis->dimension_count; i++) {
        record->basis->dimensions[i].gate = i == 2 || i == 6 ? 0 : i < 7 ? .5 : 1;
    }
    struct buffer wanted = buffer_init(&arena, 4096);
    static const size_t order[] = {2, 6, 0, 1, 3};
    buffer_text(&wanted, "They differ most on: ");
    const struct part *values =
        assessment_part(shipped, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    for (size_t i = 0; i < 5; i++)
        buffer_format(&wanted, "%s%.*s", i ? ", " : "",
                      SPAN_ARGS(profile_name(values, SPAN("en"),
                                             record->basis->dimensions[order[i]].id)));
    buffer_text(&wanted, ".");
    assert_true(has(section("resonance"), span_text(&arena, buffer_span(&wanted))));
    record->scorecard->now.absence = RESONANCE_FEW_AGREED;
    assert_true(has(section("resonance"), "They differ most on: "));
    record->scorecard->now.absence = RESONANCE_LITTLE_WEIGHT;
    assert_false(has(section("resonance"), "They differ most on: "));
}

static void who_answered_flatly_is_not_judged_by_it(void **state)
{
    (void)state;
    record->scorecard->now.absence = RESONANCE_FLAT_PERSON;
    assert_true(has(section("resonance"), "a way of answering, not a result"));
    record->scorecard->now.absence = RESONANCE_FLAT_ORGANIZATION;
    assert_false(has(section("resonance"), "a way of answering, not a result"));
    record->basis->crystallization = NAN;
    record->basis->rater_count = 2;
    assert_true(has(section("resonance"),
                    "Colleagues who described the organization: 2. At least 5"));
}

/* By driver stands what was rated for it: nothing of another kind, nothing of another part. */
static void only_ratings_of_drivers_stand_by_driver(void **state)
{
    (void)state;
    const struct sitting *sitting = record->sitting;
    size_t step = 0;
    while (sitting_part(sitting, step)->use != PART_DRIVERS ||
           sitting->steps[step].item->kind != ITEM_LIKERT)
        step++;
    struct item *item = (struct item *)(uintptr_t)sitting->steps[step].item;
    struct part *part = (struct part *)(uintptr_t)sitting_part(sitting, step);
    const struct span line = sitting_text(sitting, step, item->text_key);
    const char *words =
        span_text(&arena, span_cut(line, 0, 20)); /* as far as no cell breaks */
    assert_true(has(section("counted"), words));
    item->kind = ITEM_VAS;
    fprintf(stderr, "%s\n--%s", span_text(&arena, section("counted")), words);
    assert_false(has(section("counted"), words));
    item->kind = ITEM_LIKERT;
    part->use = PART_CLOSING;
    assert_false(has(section("counted"), words));
    part->use = PART_DRIVERS;
}

static void what_was_not_asked_has_no_section(void **state)
{
    (void)state;
    assert_true(section("drivers").count > 0);
    assert_true(section("situations").count > 0);
    assert_true(section("profile").count > 0);
    record->scorecard->driver_count = 0;
    record->scorecard->situation_count = 0;
    record->scorecard->dimension_count = 0;
    assert_int_equal(section("drivers").count, 0);
    assert_int_equal(section("situations").count, 0);
    assert_int_equal(section("profile").count, 0);
}

static void a_choice_that_was_declined_is_not_counted(void **state)
{
    (void)state;
    struct sitting *sitting = (struct sitting *)(uintptr_t)record->sitting;
    assert_true(has(report_text(&arena, record, &facts), "Choices given: 20;"));
    const int step = sitting_find(sitting, SPAN("values:b07"));
    assert_true(step != NO_STEP);
    sitting->answers[step].state = ANSWER_DECLINED;
    assert_true(has(report_text(&arena, record, &facts), "Choices given: 19;"));
}

static void a_situation_left_open_is_told_as_open(void **state)
{
    (void)state;
    struct sitting *sitting = (struct sitting *)(uintptr_t)record->sitting;
    size_t count = 0;
    assert_false(has(section("situations"), "Left open. – –"));
    for (size_t step = 0; step < sitting->step_count; step++) {
        if (sitting_part(sitting, step)->use != PART_SITUATIONS)
            continue;
        sitting->answers[step].state = count++ ? ANSWER_DECLINED : ANSWER_PARTIAL;
        if (count == 2)
            break;
    }
    const struct span text = section("situations");
    const char *first = memmem(text.data, text.count, "Left open.", 10);
    assert_non_null(first);
    assert_non_null(memmem(first + 1, (size_t)(text.data + text.count - first - 1),
                           "Left open.", 10));
    /* one that too few people here rated is told without figures */
    struct situation_score *last =
        &record->scorecard->situations[record->scorecard->situation_count - 1];
    last->most = last->least = NAN;
    assert_true(has(section("situations"), "–"));
}

/* No byte of a control character, and none that turns or hides what stands beside it. */
static bool is_quiet(struct span text)
{
    static const char *const orders[] = {"\x1b", "\xc2\x9b", "\u202e", "\u2066", "\x7f"};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (memmem(text.data, text.count, orders[i], strlen(orders[i])))
            return false;
    return true;
}

static void a_record_sealed_with_such_names_opens_and_is_shown_clean(void **state)
{
    (void)state;
    const struct span evil = SPAN("Deck\x1b[2J \u202ereciffo\xc2\x9b\u2066\x7f");
    struct record *again;
    record->basis->title = record->basis->dimensions[0].importance_reason = evil;
    record->basis->dimensions[0].importance_by[0] = evil;
    record->provenance.organization = evil;
    assert_int_equal(record_read(&arena, shipped,
                                 record_write(&arena, record->sitting, record->basis,
                                              record->scorecard, &record->provenance),
                                 &again),
                     OK);
    facts.vacancy_title = facts.organization = facts.device_label = evil;
    struct page page;
    report_build(&arena, again, &facts, &page);
    assert_true(is_quiet(page_plain(&arena, &page)));
    assert_true(is_quiet(page_html(&arena, &page)));
    assert_true(is_quiet(report_json(&arena, again, &facts)));
    assert_true(has(page_plain(&arena, &page), "Deck [2J reciffo"));
}

/* A reader of screens would tell of a table with nothing in it. */
static void a_paper_without_topics_has_no_empty_table(void **state)
{
    (void)state;
    record = report_case_record(&arena, report_case_candidate(&arena, shipped),
                                report_case_basis(&arena, shipped, 0, .8));
    const struct span paper = report_paper(&arena, record, &facts);
    assert_true(has(paper, "No topic stands out."));
    assert_true(has(paper, "<tbody>"));
    assert_false(has(paper, "<tbody></tbody>"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_the_strategy_needs_has_its_own_sentence),
        TEST(a_sitting_that_ended_early_says_so),
        TEST(topics_that_split_stand_with_the_widest_first),
        TEST(who_answered_flatly_is_not_judged_by_it),
        TEST(only_ratings_of_drivers_stand_by_driver),
        TEST(what_was_not_asked_has_no_section),
        TEST(a_choice_that_was_declined_is_not_counted),
        TEST(a_situation_left_open_is_told_as_open),
        TEST(a_record_sealed_with_such_names_opens_and_is_shown_clean),
        TEST(a_paper_without_topics_has_no_empty_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
