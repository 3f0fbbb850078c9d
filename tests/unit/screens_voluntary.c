/* What is asked for the audit, after the receipt: refused with one touch, asked of whoever applied
 * alone, and sealed only as it was seen last. */
#include "asked.h"
#include "visitor_checks.h"

#include "screens/candidate/voluntary.h"

static void tap(const char *id)
{
    const struct event event = control(id)->on_activate;
    visitor_event(&visitor, &event);
}

/* To the receipt, read to its end. */
static void reach_question(const struct groups *groups, bool is_pilot)
{
    visitor.vacancy.is_pilot = is_pilot;
    visitor.site.groups = groups;
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    if (visitor.journey.screen == SCREEN_PROFILE)
        visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    check_screen(SCREEN_RECEIPT);
    visitor.moment.steady_ms += 3000;
    visitor_do(&visitor, EVENT_DONE, 0, 0);
}

static const struct voluntary *said(void)
{
    return &visitor.journey.visit->voluntary;
}

static void the_focus_begins_at_the_refusal_and_one_touch_ends_it(void **state)
{
    (void)state;
    reach_question(asked(), false);
    check_screen(SCREEN_VOLUNTARY);
    check_text("text", "You need not answer");
    assert_true(control("refuse")->is_first_focus);
    tap("refuse");
    check_screen(SCREEN_WIPED);
}

static void who_chooses_sees_it_before_it_is_sealed(void **state)
{
    (void)state;
    reach_question(asked(), false);
    tap("answer");
    check_text("heading", "Are you a woman or a man?");
    tap("said-2");
    check_text("heading", "Where do you come from?");
    tap("back");
    tap("said-1");
    tap("said-0");
    check_text("question-1 text", "Woman");
    check_text("question-2 text", "I prefer not to say");
    assert_false(said()->is_given);
    tap("back");
    tap("said-3");
    check_text("question-2 text", "From abroad");
    assert_int_equal(said()->said[0], 1);
    assert_int_equal(said()->said[1], 3);
    tap("give");
    check_screen(SCREEN_WIPED);
}

/* Else the letters that the longest page gave up are missing on the shortest. */
static void each_question_is_fitted_as_a_page_of_its_own(void **state)
{
    const struct surface_facts facts = {0};
    (void)state;
    reach_question(asked(), false);
    const struct journey_page intro = journey_page(&visitor.journey, &facts);
    assert_true(is_journey_page_same(intro, journey_page(&visitor.journey, &facts)));
    tap("answer");
    const struct journey_page first = journey_page(&visitor.journey, &facts);
    assert_false(is_journey_page_same(intro, first));
    tap("said-2");
    assert_false(is_journey_page_same(first, journey_page(&visitor.journey, &facts)));
}

/* A finish or a choice that no page offers changes nothing. */
static void nothing_is_given_from_another_page(void **state)
{
    (void)state;
    reach_question(asked(), false);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_VOLUNTARY);
    assert_int_equal(said()->page, 0);
    tap("answer");
    visitor_do(&visitor, EVENT_PICK, 9, 0);
    visitor_do(&visitor, EVENT_PICK, -1, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    assert_int_equal(said()->page, 1);
    assert_int_equal(said()->said[0], 0);
    assert_false(said()->is_given);
}

static void who_goes_away_has_said_nothing(void **state)
{
    (void)state;
    reach_question(asked(), false);
    tap("answer");
    tap("said-1");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    assert_false(said()->is_given);
    visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
    check_screen(SCREEN_WIPED);
}

static void whoever_has_not_applied_is_not_asked(void **state)
{
    (void)state;
    reach_question(NULL, false);
    check_screen(SCREEN_WIPED);
    visitor_done(&visitor);
    visitor_init(&visitor, NULL);
    reach_question(asked(), true);
    check_screen(SCREEN_WIPED);
    visitor_done(&visitor);
    visitor_init(&visitor, NULL);
    visitor.role = ROLE_RATER;
    reach_question(asked(), false);
    check_screen(SCREEN_WIPED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_focus_begins_at_the_refusal_and_one_touch_ends_it),
        TEST(who_chooses_sees_it_before_it_is_sealed),
        TEST(each_question_is_fitted_as_a_page_of_its_own),
        TEST(nothing_is_given_from_another_page),
        TEST(who_goes_away_has_said_nothing),
        TEST(whoever_has_not_applied_is_not_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
