/* A person at a glance says what the report says, in fewer words, and no more. */
#include "report/report_summary.h"

#include "base/buffer.h"
#include "profile/wording.h"
#include "report_case.h"

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

static struct page page;
static struct report_source source;

static void summary_make(void)
{
    page = page_init(&arena, SPAN("t"), SPAN("r"));
    source = report_source_of(&arena, record, &facts, page.language);
    report_summary(&page, &source);
}

static const struct page_section *section_of(const struct page *of, const char *id)
{
    const struct page_section *section = of->first;
    while (section && !is_span(span_of(section->id), id))
        section = section->next;
    return section;
}

static const struct page_block *block_of(const struct page_section *section,
                                         enum page_block_kind kind)
{
    const struct page_block *block = section ? section->first : NULL;
    while (block && block->kind != kind)
        block = block->next;
    return block;
}

static bool has(const char *words)
{
    const struct span json = page_json(&arena, &page);
    return memmem(json.data, json.count, words, strlen(words)) != NULL;
}

/* The names in a list, one after the other. */
static struct span names_of(const struct page *of, const char *id)
{
    struct buffer names = buffer_init(&arena, 4096);
    const struct page_block *list = block_of(section_of(of, id), PAGE_LIST);
    for (const struct page_row *row = list ? list->first : NULL; row; row = row->next)
        buffer_format(&names, "%.*s;", SPAN_ARGS(row->cells[0]));
    return buffer_span(&names);
}

static void what_stands_out_is_what_the_report_names(void **state)
{
    static const char *const pairs[][2] = {
        {"both", "fits"}, {"also", "also"}, {"differs", "differs"}};
    struct page report;
    size_t named = 0;
    (void)state;
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = (enum topic_relation)(i % 4);
    summary_make();
    report_build(&arena, record, &facts, &report);
    for (size_t i = 0; i < 3; i++) {
        const struct span here = names_of(&page, pairs[i][0]);
        assert_true(is_span_equal(here, names_of(&report, pairs[i][1])));
        named += here.count;
    }
    assert_true(named > 0);
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = TOPIC_NONE;
    summary_make();
    assert_true(has("Nothing is sure enough to be named."));
}

/* A row is bold and has a word exactly where the scorecard says something of it. */
static void only_what_is_sure_has_a_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = (enum topic_relation)(i % 4);
    summary_make();
    const struct chart *chart = block_of(section_of(&page, "matters"), PAGE_CHART)->chart;
    for (size_t i = 0; i < chart->row_count; i++) {
        assert_int_equal(chart->rows[i].is_sure, i % 4 != TOPIC_NONE);
        assert_int_equal(chart->rows[i].words.count != 0, i % 4 != TOPIC_NONE);
    }
    assert_true(has("Bold rows are sure, even with 16 rows read at once."));
}

/* What bold means is said where a row is; of a person alone nothing could be. */
static void what_is_bold_is_explained_where_something_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = TOPIC_NONE;
    summary_make();
    assert_false(has("Bold rows"));
    assert_true(has("No row is sure: with 16 rows read at once, one session cannot "
                    "tell."));
}

static void words_of_a_difference_say_whose_it_is(void **state)
{
    struct dimension_score *score = &record->scorecard->dimensions[0];
    (void)state;
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = TOPIC_NONE;
    score->relation = TOPIC_DIFFERS;
    score->score = .8;
    score->organization = -.2;
    summary_make();
    assert_true(has("They look for it more.") && has("more to them"));
    score->score = -.8;
    summary_make();
    assert_true(has("We look for it more.") && has("more to us"));
    score->relation = TOPIC_ALSO;
    score->score = .9;
    score->needed = .5;
    summary_make();
    assert_true(has("More to them than our strategy needs."));
    score->score = .4;
    summary_make();
    assert_true(has("Differs from how we work today."));
}

static void the_need_is_told_only_where_it_is_surely_elsewhere(void **state)
{
    struct dimension_score *score = &record->scorecard->dimensions[0];
    (void)state;
    for (size_t i = 0; i < record->scorecard->dimension_count; i++)
        record->scorecard->dimensions[i].relation = TOPIC_NONE;
    score->relation = TOPIC_FITS;
    score->organization = .4;
    score->organization_se = score->needed_se = .05;
    record->basis->dimensions[0].needed_gate = 1;
    score->needed = .3;
    summary_make();
    assert_false(has("Our strategy needs"));
    score->needed = -.1;
    summary_make();
    assert_true(has("Our strategy needs less of it than we have."));
    score->needed = .9;
    summary_make();
    assert_true(has("Our strategy needs more of it than we have."));
    score->needed_se = .9;
    summary_make();
    assert_false(has("Our strategy needs"));
}

static void a_figure_stands_with_its_range_or_with_its_reason(void **state)
{
    struct figure *now = &record->scorecard->now;
    (void)state;
    summary_make();
    const struct page_block *ranges = block_of(section_of(&page, "beside"), PAGE_RANGES);
    assert_true(has_scorecard_figure(now));
    assert_non_null(ranges->first_item->chart);
    assert_true(has(", between "));
    now->phrase = RESONANCE_UNSAID_NORM;
    summary_make();
    assert_true(has("Not in words yet"));
    now->absence = RESONANCE_NOT_ONE_VOICE;
    summary_make();
    ranges = block_of(section_of(&page, "beside"), PAGE_RANGES);
    assert_null(ranges->first_item->chart);
    assert_true(has("No figure") && has(wording_figure(now)));
}

static void a_session_that_does_not_hold_shows_less(void **state)
{
    struct quality *quality = &record->scorecard->quality;
    (void)state;
    summary_make();
    assert_true(has("Nothing speaks against it."));
    quality->is_resonance_withheld = quality->are_drivers_withheld = true;
    summary_make();
    assert_false(has("Nothing speaks against it."));
    assert_true(
        has("Rely on the conversation.") &&
        has("Some answers do not fit together well, so some figures are not shown."));
    assert_null(block_of(section_of(&page, "matters"), PAGE_CHART));
    assert_null(block_of(section_of(&page, "work"), PAGE_CHART));
    assert_true(
        has("The ratings are not shown, because some of them do not fit together"));
    assert_null(section_of(&page, "differs"));
    quality->is_resonance_withheld = false;
    quality->rlh = RESONANCE_RLH_LEAST - .01;
    summary_make();
    assert_null(section_of(&page, "differs"));
    assert_true(has("Topics one by one"));
}

static void how_the_screen_was_used_is_not_told(void **state)
{
    (void)state;
    summary_make();
    assert_true(has("How they used the screen is not told."));
    for (size_t i = 0; i < 6; i++) {
        static const char *const told[] = {"touch",   "keyboard", "mouse",
                                           "seconds", "minutes",  "fast"};
        assert_false(has(told[i]));
    }
}

static void how_steady_the_answers_are_is_said_while_it_is_assumed(void **state)
{
    (void)state;
    record->scorecard->is_sem_assumed = true;
    summary_make();
    assert_true(has("How steady these answers are is not yet known"));
    record->scorecard->is_sem_assumed = false;
    summary_make();
    assert_false(has("How steady these answers are is not yet known"));
}

static void an_early_end_is_said(void **state)
{
    struct sitting *sitting = (struct sitting *)(uintptr_t)record->sitting;
    (void)state;
    summary_make();
    assert_false(has("ended early"));
    sitting->is_ended_by_gate = true;
    summary_make();
    assert_true(has("The session ended early, at a question"));
}

static void each_reason_has_its_own_short_words(void **state)
{
    (void)state;
    for (int a = RESONANCE_SMALL_SET; a <= RESONANCE_WITHHELD; a++)
        for (int b = RESONANCE_FIGURE; b < a; b++)
            assert_string_not_equal(wording_figure_short((enum resonance_absence)a),
                                    wording_figure_short((enum resonance_absence)b));
    assert_string_equal(wording_figure_short(RESONANCE_FIGURE), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_stands_out_is_what_the_report_names),
        TEST(only_what_is_sure_has_a_word),
        TEST(what_is_bold_is_explained_where_something_is),
        TEST(words_of_a_difference_say_whose_it_is),
        TEST(the_need_is_told_only_where_it_is_surely_elsewhere),
        TEST(a_figure_stands_with_its_range_or_with_its_reason),
        TEST(a_session_that_does_not_hold_shows_less),
        TEST(how_the_screen_was_used_is_not_told),
        TEST(how_steady_the_answers_are_is_said_while_it_is_assumed),
        TEST(an_early_end_is_said),
        TEST(each_reason_has_its_own_short_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
