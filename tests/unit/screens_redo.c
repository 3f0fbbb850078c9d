/* The offer, before the end, to answer again what cannot be read together. */
#include "visitor_checks.h"

enum { RATINGS = 30 };

static struct sitting *sitting_now(void)
{
    return visitor.journey.visit->sitting;
}

static size_t rating_step(size_t index)
{
    return (size_t)sitting_now()->part_steps[2].step_of_item[index];
}

static void offer(void)
{
    visitor_begin(&visitor);
    visitor_hurry(&visitor);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_REDO);
}

static void accept(void)
{
    offer();
    visitor_do(&visitor, EVENT_REDO, 0, 0);
    check_screen(SCREEN_ITEM);
}

static const struct answer *rating(size_t index)
{
    return &sitting_now()->answers[rating_step(index)];
}

static void who_can_be_read_goes_on_to_the_end(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_FINISH);
}

static void the_offer_names_the_part_and_can_be_declined_once(void **state)
{
    (void)state;
    offer();
    check_text("minutes-drivers", "about 3 minutes");
    assert_null(node_find(visitor_look(&visitor), SPAN("title-values")));
    visitor_do(&visitor, EVENT_BACK, 0, 0); /* not decided: it is asked again */
    check_screen(SCREEN_CHECK);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_REDO);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_FINISH);
    assert_int_equal(visitor.last.kind, EFFECT_SAVE);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_FINISH);
    assert_true(rating(3)->number == 2);
}

static void a_new_answer_begins_empty_and_counts(void **state)
{
    (void)state;
    accept();
    const size_t first = (size_t)visitor.journey.visit->at;
    assert_int_equal(first, rating_step(0));
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_NONE);
    visitor_wait(&visitor, 4000);
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(rating(0)->number == 5);
    assert_int_equal(rating(0)->spent_ms, 4000);
    assert_int_equal(rating(0)->change_count, 1);
    assert_int_equal(visitor.journey.visit->at, rating_step(1));
    visitor_do(&visitor, EVENT_BACK, 0, 0); /* the new one, to be changed */
    assert_true(visitor.journey.visit->answer.number == 5);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_CHECK);
}

static void what_is_passed_by_keeps_the_earlier_answer(void **state)
{
    (void)state;
    accept();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_TO_CHECK, 0, 0);
    check_screen(SCREEN_CHECK);
    for (size_t i = 0; i < RATINGS; i++)
        assert_true(rating(i)->number == 2);
    visitor_do(&visitor, EVENT_NEXT, 0, 0); /* offered once */
    check_screen(SCREEN_FINISH);
}

static void what_is_left_open_on_purpose_is_open(void **state)
{
    (void)state;
    accept();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_BLANK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    assert_int_equal(rating(0)->state, ANSWER_NONE);
    assert_int_equal(rating(1)->state, ANSWER_DECLINED);
    assert_int_equal(rating(2)->state, ANSWER_GIVEN);
}

static void it_goes_through_the_part_and_back_to_the_check(void **state)
{
    (void)state;
    accept();
    for (size_t i = 0; i < RATINGS; i++) {
        assert_int_equal(visitor.journey.visit->at, rating_step(i));
        visitor_wait(&visitor, 3000);
        visitor_do(&visitor, EVENT_PICK, (int)(i % 5), 0);
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
    }
    check_screen(SCREEN_CHECK);
    visitor_do(&visitor, EVENT_GO_TO, (int)rating_step(4), CHECKING_PART);
    assert_true(visitor.journey.visit->answer.number == 5);
}

static void a_break_and_the_code_lead_back_into_it(void **state)
{
    (void)state;
    accept();
    visitor_do(&visitor, EVENT_PICK, 3, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    check_screen(SCREEN_HIDDEN);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_NONE);

    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    visitor_tick(&visitor);
    visitor_perform(&visitor, journey_tick(&visitor.journey, visitor.moment));
    visitor_wait(&visitor, WIPED_MS);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_RESUME);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
    assert_int_equal(visitor.journey.visit->at, rating_step(1));
    assert_int_equal(visitor.journey.visit->checking, CHECKING_REDO);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_NONE);
    assert_true(rating(0)->number == 4);
    assert_true(rating(1)->number == 2);
}

static void a_failing_disk_is_told_and_loses_nothing(void **state)
{
    (void)state;
    offer();
    visitor.next_failure = STATUS_NO_SPACE;
    visitor_do(&visitor, EVENT_REDO, 0, 0);
    assert_int_equal(visitor.journey.problem, STATUS_NO_SPACE);
    check_screen(SCREEN_ITEM);
    visitor.next_failure = STATUS_NO_SPACE;
    visitor_do(&visitor, EVENT_PICK, 3, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor.journey.problem, STATUS_NO_SPACE);
    assert_int_equal(visitor.journey.visit->at, rating_step(0));
    assert_true(visitor.journey.visit->answer.number == 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_can_be_read_goes_on_to_the_end),
        TEST(the_offer_names_the_part_and_can_be_declined_once),
        TEST(a_new_answer_begins_empty_and_counts),
        TEST(what_is_passed_by_keeps_the_earlier_answer),
        TEST(what_is_left_open_on_purpose_is_open),
        TEST(it_goes_through_the_part_and_back_to_the_check),
        TEST(a_break_and_the_code_lead_back_into_it),
        TEST(a_failing_disk_is_told_and_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
