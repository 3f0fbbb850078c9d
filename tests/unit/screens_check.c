/* The check of the answers, and the ways out: what a person sees of their answers at the end,
 * and what is said of them when they go. */
#include "visitor_checks.h"

static void answers_stand_in_lines_with_their_labels(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_go(&visitor, "values:b02");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "a line");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    check_screen(SCREEN_CHECK);
    const struct sitting *sitting = visitor.journey.visit->sitting;
    const int step = sitting_find(sitting, SPAN("drivers:learning_1"));
    const struct item *item = sitting->steps[step].item;
    const struct span label =
        item->option_count > 4 && item->options[4].text_key.count
            ? sitting_text(sitting, (size_t)step, item->options[4].text_key)
            : SPAN("5");
    check_text("answer-drivers:learning_1", span_text(&visitor.program, label));
    check_text("answer-values:b01", "You prefer not to say");
    check_text("answer-values:b02", "Least: no answer");
    check_text("answer-values:b03", "No answer yet");
    check_text("answer-story:contribute", "a line");
    assert_null(node_find(visitor_look(&visitor), SPAN("answer-practice:p1")));
}

static void change_leads_to_the_answer_and_straight_back_to_its_line(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    assert_true(control("next")->is_first_focus);
    visitor_event(&visitor, &control("change-drivers:doing_1")->on_activate);
    check_item("drivers:doing_1");
    check_text("next", "Done");
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_CHECK);
    assert_true(control("change-drivers:doing_1")->is_first_focus);
    assert_false(control("next")->is_first_focus);
    assert_true(visitor_answer(&visitor, "drivers:doing_1")->number == 3);
    visitor_event(&visitor, &control("change-drivers:doing_1")->on_activate);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_CHECK);
    visitor_event(&visitor, &control("jump-story")->on_activate);
    check_screen(SCREEN_CHECK);
    assert_true(control("change-story:contribute")->is_first_focus);
}

static void what_may_be_left_empty_is_not_asked_about(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    const struct item *item = visit_item(visitor.journey.visit);
    assert_false(item->is_required);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_not_equal(visitor.journey.screen, SCREEN_BLANK);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    check_text("answer-story:contribute", "Left empty, and that is fine");
    check_text("state-story", "Left empty, and that is fine");
    assert_null(node_find(visitor_look(&visitor), SPAN("open-story")));
}

static void a_rating_is_taken_back_by_choosing_it_again(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    assert_true(control("point-5")->is_chosen);
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    assert_false(control("point-5")->is_chosen);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->state, ANSWER_NONE);
}

/* ---- ways out ---- */

static void keeping_says_until_when(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 16);
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    const struct span until =
        clock_day_time(&arena, visitor.moment.unix_ms + DRAFT_LIFE_S * 1000LL);
    visitor_wait(&visitor, 120000);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    check_screen(SCREEN_WIPED);
    check_text("heading", "Your place is kept");
    check_text("text", span_text(&arena, until));
    assert_true(visitor.has_draft);
    arena_done(&arena);
}

static void the_end_says_what_happens_next(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    visitor_wait(&visitor, 5000);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_WIPED);
    check_text("heading", "All done");
    check_text("after", "Northwind Ferries read your report");
}

static void a_break_says_first_what_brings_the_answers_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_event(&visitor, &control("break")->on_activate);
    check_screen(SCREEN_BREAK);
    check_text("text", "Keep your card");
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_item("practice:p1");
    visitor_event(&visitor, &control("break")->on_activate);
    visitor_event(&visitor, &control("pause")->on_activate);
    check_screen(SCREEN_HIDDEN);
}

static void who_tries_what_cannot_be_chosen_is_told_why(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "7Q2");
    visitor_event(&visitor, &control("next")->on_unavailable);
    check_screen(SCREEN_CODE);
    check_text("told", "Type all ten characters of your code first.");
    visitor_type(&visitor, "K");
    assert_null(node_find(visitor_look(&visitor), SPAN("told")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(answers_stand_in_lines_with_their_labels),
        TEST(change_leads_to_the_answer_and_straight_back_to_its_line),
        TEST(what_may_be_left_empty_is_not_asked_about),
        TEST(a_rating_is_taken_back_by_choosing_it_again),
        TEST(keeping_says_until_when),
        TEST(the_end_says_what_happens_next),
        TEST(a_break_says_first_what_brings_the_answers_back),
        TEST(who_tries_what_cannot_be_chosen_is_told_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
