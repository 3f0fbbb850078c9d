/* The access code: how it is typed, what is said of a wrong one, and who waits for what. */
#include "visitor_checks.h"

static void the_code_is_read_as_people_write_it(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "iLo-u ?b");
    assert_true(is_span(journey_code(&visitor.journey), "110B"));
    visitor_do(&visitor, EVENT_KEY, 'X', 0);
    visitor_do(&visitor, EVENT_KEY_ERASE, 0, 0);
    visitor_edit(&visitor, EDIT_ERASE);
    visitor_edit(&visitor, EDIT_ERASE);
    visitor_type(&visitor, "234567890123");
    assert_true(is_span(journey_code(&visitor.journey), "1123456789"));
    check_text("code-field", "11234-56789");
}

static void the_next_person_does_not_see_what_was_wrong(void **state)
{
    (void)state;
    visitor_come(&visitor, "ZZZZZZZZZZ");
    assert_non_null(control("code-problem"));
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_ATTRACT);
    visitor_do(&visitor, EVENT_START, 0, 0);
    check_screen(SCREEN_CODE);
    assert_null(node_find(visitor_look(&visitor), SPAN("code-problem")));
}

static void a_short_code_is_not_tried(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "7Q2K9ABCD");
    assert_true(control("next")->is_unavailable);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
}

static void wrong_codes_lock_after_five(void **state)
{
    (void)state;
    visitor_come(&visitor, "0000000000");
    check_screen(SCREEN_CODE);
    check_text("code-problem", "not known here");
    for (int i = 0; i < 4; i++)
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "in 15 seconds");
    visitor_wait(&visitor, 1000);
    check_text("code-problem", "in 14 seconds");
    visitor_wait(&visitor, 12999);
    check_text("code-problem", "in 2 seconds");
    visitor_wait(&visitor, 1);
    check_text("code-problem", "in 1 second,");
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
    assert_int_equal(visitor.journey.visit->tries.wrong_count, 5);
    visitor_wait(&visitor, 1000);
    assert_null(node_find(visitor_look(&visitor), SPAN("code-problem")));
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "in 30 seconds");
    visitor_wait(&visitor, 30000);
    visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
    assert_int_equal(visitor.journey.visit->tries.wrong_count, 0);
}

/* Nobody pays for the wrong codes of somebody else. */
static void the_lock_ends_with_the_visit(void **state)
{
    (void)state;
    visitor_come(&visitor, "0000000000");
    for (int i = 0; i < 4; i++)
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "in 15 seconds");
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_NOTICE);
}

/* During a break somebody else comes with a right code: it is not called unknown. */
static void another_right_code_is_told_when_the_place_is_free(void **state)
{
    (void)state;
    setenv("TZ", "UTC", 1);
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    check_text("text", "others can use the screen");
    for (int i = 0; i < 6; i++) {
        visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
        visitor_type(&visitor, VISITOR_OTHER_CODE);
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
        check_screen(SCREEN_HIDDEN);
        check_text("code-problem", "This code is right, but this device is in use");
        check_text("code-problem", "free at 21:15");
        assert_null(node_find(visitor_look(&visitor), SPAN("text"))); /* in its place */
    }
    assert_int_equal(visitor.journey.visit->tries.wrong_count, 0);
    visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_item("story:contribute");
}

static void a_failing_disk_is_no_wrong_code(void **state)
{
    (void)state;
    visitor.next_failure = STATUS_IO;
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_CODE);
    check_text("code-problem", "could not be checked");
    check_text("code-problem", "tell them this number: 107.");
    assert_int_equal(visitor.journey.visit->tries.wrong_count, 0);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
}

static void where_nobody_can_begin_the_code_asks_for_staff(void **state)
{
    (void)state;
    static const struct {
        enum status failure;
        const char *number;
    } cases[] = {{STATUS_NO_SPACE, "106."},
                 {STATUS_EXPIRED, "118."},
                 {STATUS_WRONG_CLOCK, "119."}};
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        visitor.next_failure = cases[i].failure;
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
        check_screen(SCREEN_CODE);
        check_text("code-problem", "No new session can be started");
        check_text("code-problem", "ask a member of staff");
        check_text("code-problem", cases[i].number);
    }
    assert_int_equal(visitor.journey.visit->tries.wrong_count, 0);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
}

static const struct node *on_low_page(const char *id)
{
    const struct surface_facts low = {.width_px = 1366,
                                      .height_px = 768,
                                      .px_per_mm = 1366 / 344.0,
                                      .step = STEP_EXTRA_LARGE};
    arena_reset(&visitor.tree);
    return node_find(journey_view(&visitor.tree, &visitor.journey, &low, visitor.moment),
                     span_of(id));
}

static void on_a_low_page_what_is_wrong_takes_the_place_of_the_keys(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "0000000000");
    assert_non_null(on_low_page("keys"));
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    assert_non_null(control("keys")); /* there is room for both */
    assert_null(on_low_page("keys"));
    assert_non_null(on_low_page("code-problem"));
    const struct event again = on_low_page("next")->on_activate;
    visitor_event(&visitor, &again);
    assert_non_null(on_low_page("keys"));
    assert_null(on_low_page("code-problem"));
    assert_true(is_span(journey_code(&visitor.journey), "0000000000"));
    assert_int_equal(on_low_page("next")->on_activate.kind, EVENT_SUBMIT_CODE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_code_is_read_as_people_write_it),
        TEST(the_next_person_does_not_see_what_was_wrong),
        TEST(a_short_code_is_not_tried),
        TEST(wrong_codes_lock_after_five),
        TEST(the_lock_ends_with_the_visit),
        TEST(another_right_code_is_told_when_the_place_is_free),
        TEST(a_failing_disk_is_no_wrong_code),
        TEST(where_nobody_can_begin_the_code_asks_for_staff),
        TEST(on_a_low_page_what_is_wrong_takes_the_place_of_the_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
