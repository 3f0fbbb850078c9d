/* Ratings side by side: what is in a mean, what is apart, and the overall figure by its weights. */
#include "interview_case.h"

#include "interview/interview_panel.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct interview_guide guide;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256u << 20);
    const struct interview_about about = interview_case_about("deck");
    guide = interview_guide_make(&arena, interview_case_bank(&arena), &about, NULL, 0);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct interview_sheet sheet_of(const char *rater, const int ratings[4])
{
    struct interview_sheet sheet = interview_sheet_new(&arena, span_of(rater));
    for (size_t i = 0; i < 4; i++) {
        const struct interview_rating rating = {.question = guide.asked[i].id,
                                                .rating = ratings[i],
                                                .evidence = SPAN("Said what was done.")};
        assert_int_equal(interview_sheet_put(&sheet, &guide, &rating, 1), OK);
    }
    return sheet;
}

/* The example of the design: 3, 2 and 4 make 3.0 with weight 2. */
static void the_overall_figure_is_the_weighted_mean_of_the_means(void **state)
{
    (void)state;
    const struct interview_sheet sheets[] = {sheet_of("a", (const int[]){4, 5, 3, 4}),
                                             sheet_of("b", (const int[]){4, 4, 2, 4}),
                                             sheet_of("c", (const int[]){3, 4, 4, 4})};
    guide.asked[1].weight = guide.asked[2].weight = 2;
    const struct interview_overall overall = interview_panel_overall(&guide, sheets, 3);
    assert_int_equal(overall.weights, 6);
    assert_true(fabs(overall.mean - (11 / 3. + 2 * 13 / 3. + 2 * 3 + 4) / 6) < 1e-12);
    assert_int_equal(overall.rated_twice, 4);
    assert_int_equal(overall.close, 3);
}

static void no_evidence_is_in_no_mean(void **state)
{
    (void)state;
    const struct interview_sheet sheets[] = {sheet_of("a", (const int[]){5, 0, 0, 2}),
                                             sheet_of("b", (const int[]){3, 4, 0, 0})};
    const struct interview_spread second = interview_panel_spread(&guide, 1, sheets, 2);
    assert_int_equal(second.count, 1);
    assert_true(second.mean == 4);
    assert_true(isnan(interview_panel_spread(&guide, 2, sheets, 2).mean));
    const struct interview_overall overall = interview_panel_overall(&guide, sheets, 2);
    assert_true(fabs(overall.mean - (4 + 4 + 2) / 3.) < 1e-12);
    assert_int_equal(overall.weights, 3);
    assert_int_equal(overall.rated_twice, 1);
}

static void without_any_evidence_there_is_no_figure(void **state)
{
    (void)state;
    const struct interview_sheet sheets[] = {sheet_of("a", (const int[]){0, 0, 0, 0}),
                                             sheet_of("b", (const int[]){0, 0, 0, 4})};
    guide.asked[3].weight = 0;
    assert_true(isnan(interview_panel_overall(&guide, sheets, 2).mean));
}

static void two_steps_apart_are_talked_about(void **state)
{
    (void)state;
    const struct interview_sheet sheets[] = {sheet_of("a", (const int[]){5, 4, 1, 2}),
                                             sheet_of("b", (const int[]){3, 3, 0, 0})};
    const bool apart[] = {true, false, false, false};
    for (size_t i = 0; i < 4; i++) {
        const struct interview_spread spread =
            interview_panel_spread(&guide, i, sheets, 2);
        assert_int_equal(is_interview_panel_apart(&spread), apart[i]);
    }
}

static void a_sheet_is_read_back_and_nothing_else_is(void **state)
{
    (void)state;
    const struct interview_sheet sheet = sheet_of("a", (const int[]){5, 0, 1, 2});
    const struct span bytes = interview_sheet_write(&arena, &sheet);
    struct interview_sheet again;
    assert_int_equal(interview_sheet_read(&arena, bytes, &again), OK);
    assert_true(is_span_equal(interview_sheet_write(&arena, &again), bytes));
    for (size_t count = 0; count < bytes.count; count += 7)
        assert_int_equal(interview_sheet_read(&arena, span_cut(bytes, 0, count), &again),
                         STATUS_DAMAGED);
}

static void a_rating_needs_its_evidence_and_none_needs_none(void **state)
{
    (void)state;
    static const struct {
        int rating;
        const char *evidence;
        enum status status;
    } cases[] = {{3, "", STATUS_BAD_INPUT},
                 {3, "   \n  ", STATUS_BAD_INPUT},
                 {3, "too short", STATUS_BAD_INPUT},
                 {3, "Long enough now.", OK},
                 {0, "", OK},
                 {6, "Long enough now.", STATUS_BAD_INPUT},
                 {-1, "Long enough now.", STATUS_BAD_INPUT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct interview_sheet sheet = interview_sheet_new(&arena, SPAN("a"));
        const struct interview_rating rating = {.question = guide.asked[0].id,
                                                .rating = cases[i].rating,
                                                .evidence = span_of(cases[i].evidence)};
        assert_int_equal(interview_sheet_put(&sheet, &guide, &rating, 1),
                         cases[i].status);
        assert_int_equal(sheet.count, cases[i].status == OK);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_overall_figure_is_the_weighted_mean_of_the_means),
        TEST(no_evidence_is_in_no_mean),
        TEST(without_any_evidence_there_is_no_figure),
        TEST(two_steps_apart_are_talked_about),
        TEST(a_sheet_is_read_back_and_nothing_else_is),
        TEST(a_rating_needs_its_evidence_and_none_needs_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
