/* The whole way of a person through the kiosk, under a clock of our own. */
#include "visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct visitor visitor;

static int begin(void **state)
{
    (void)state;
    visitor_init(&visitor, NULL);
    return 0;
}

static int end(void **state)
{
    (void)state;
    visitor_done(&visitor);
    return 0;
}

static void check_screen(enum screen_kind expected)
{
    assert_string_equal(screen_name(visitor.journey.screen), screen_name(expected));
    assert_non_null(visitor_look(&visitor));
}

static void check_item(const char *id)
{
    const struct visit *visit = visitor.journey.visit;
    check_screen(SCREEN_ITEM);
    const struct span at =
        sitting_step_id(&visitor.tree, visit->sitting, (size_t)visit->at);
    assert_string_equal(span_text(&visitor.tree, at), id);
}

static struct node *control(const char *id)
{
    struct node *node = node_find(visitor_look(&visitor), span_of(id));
    assert_non_null(node);
    return node;
}

static void check_text(const char *id, const char *part)
{
    const struct node *node = control(id);
    if (!memmem(node->text.data, node->text.count, part, strlen(part)))
        fail_msg("\"%.*s\" does not say \"%s\"", SPAN_ARGS(node->text), part);
}

/* ---- the road ---- */

static void a_candidate_reaches_every_screen_of_the_road(void **state)
{
    (void)state;
    check_screen(SCREEN_ATTRACT);
    visitor_do(&visitor, EVENT_START, 0, 0);
    check_screen(SCREEN_CODE);
    visitor_type(&visitor, "7q2k9-abcde");
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_CONSENT);
    assert_false(visitor.has_draft);
    visitor_do(&visitor, EVENT_CONSENT, 0, 0);
    assert_true(visitor.has_draft);
    check_item("practice:p1");
    visit_enter(&visitor.journey, NO_STEP, visitor.moment);
    check_screen(SCREEN_CHECK);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_FINISH);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    check_screen(SCREEN_PROFILE);
    assert_int_equal(visitor.sealed_count, 1);
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    check_screen(SCREEN_RECEIPT);
    check_text("receipt-code", "7Q2K-9ABC");
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_PROFILE);
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_WIPED);
    assert_null(visitor.journey.visit);
    visitor_wait(&visitor, WIPED_MS - 1);
    check_screen(SCREEN_WIPED);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_ATTRACT);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
}

static void a_rater_gets_thanks_and_no_profile(void **state)
{
    (void)state;
    visitor.role = ROLE_RATER;
    visitor_begin(&visitor);
    visit_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    check_screen(SCREEN_RECEIPT);
    assert_null(node_find(visitor_look(&visitor), SPAN("back")));
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_RECEIPT);
}

static void nothing_is_stored_before_consent_and_no_ends_it(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_NOTICE);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_DECLINE, 0, 0);
    check_screen(SCREEN_DECLINED);
    assert_false(visitor.has_draft);
    assert_int_equal(visitor.row_count, 0);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_WIPED);
}

static void leaving_the_code_goes_back_without_ceremony(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_SET_STEP, STEP_LARGE, 0);
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "7Q");
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_ATTRACT);
    assert_null(visitor.journey.visit);
    assert_int_equal(visitor.wiped_count, 1);
    assert_int_equal(visitor.journey.comfort.step, STEP_LARGE);
}

static void a_fault_shows_staff_and_nothing_starts(void **state)
{
    (void)state;
    visitor.place.fault = 107;
    visitor.place.fault_text = SPAN("disk");
    visitor.place.assessment = NULL;
    journey_init(&visitor.journey, &visitor.place, &visitor.person, visitor.moment);
    check_screen(SCREEN_STAFF);
    check_text("fault", "107");
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    check_screen(SCREEN_HELP);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_screen(SCREEN_STAFF);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
}

/* ---- codes ---- */

static void the_code_is_read_as_people_write_it(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_type(&visitor, "iLo-u ?b");
    assert_true(is_span(journey_code(&visitor.journey), "110B"));
    visitor_do(&visitor, EVENT_KEY, 'X', 0);
    visitor_do(&visitor, EVENT_KEY_ERASE, 0, 0);
    visitor_type(&visitor, "\b\b234567890123");
    assert_true(is_span(journey_code(&visitor.journey), "1123456789"));
    check_text("code-field", "11234-56789");
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
    check_text("code-problem", "wait 15 seconds");
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
    assert_int_equal(visitor.journey.tries.wrong_count, 5);
    visitor_wait(&visitor, 15000);
    assert_null(node_find(visitor_look(&visitor), SPAN("code-problem")));
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "wait 30 seconds");
    visitor_wait(&visitor, 30000);
    visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
    assert_int_equal(visitor.journey.tries.wrong_count, 0);
}

static void the_lock_stays_when_the_next_person_comes(void **state)
{
    (void)state;
    visitor_come(&visitor, "0000000000");
    for (int i = 0; i < 4; i++)
        visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_CODE);
}

static void a_failing_disk_is_no_wrong_code(void **state)
{
    (void)state;
    visitor.next_failure = STATUS_IO;
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_CODE);
    check_text("code-problem", "could not be checked");
    assert_int_equal(visitor.journey.tries.wrong_count, 0);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_NOTICE);
}

/* ---- items ---- */

static void back_restores_what_was_given(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 3, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_item("drivers:learning_1");
    assert_true(control("point-4")->is_chosen);
    assert_false(control("point-3")->is_chosen);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    assert_int_equal((int)visitor_answer(&visitor, "drivers:learning_1")->number, 2);
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->change_count, 1);
}

static void back_from_the_first_item_leads_to_the_consent_and_again_in(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_CONSENT);
    visitor_do(&visitor, EVENT_CONSENT, 0, 0);
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
    check_item("practice:p1");
    assert_int_equal(visitor.journey.visit->answer.picks[0], 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_DECLINE, 0, 0);
    check_screen(SCREEN_LEAVE);
    assert_true(visitor.has_draft);
}

static void a_blank_is_asked_about_once(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    assert_int_equal(visitor_answer(&visitor, "values:b01")->state, ANSWER_PARTIAL);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_item("values:b01");
    assert_int_equal(visitor.journey.visit->answer.picks[0], 2);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor_answer(&visitor, "values:b01")->state, ANSWER_PARTIAL);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
}

static void a_blank_may_be_declined_or_left(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    check_item("drivers:doing_1");
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->state,
                     ANSWER_DECLINED);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_BLANK, 0, 0);
    assert_int_equal(visitor_answer(&visitor, "drivers:doing_1")->state, ANSWER_NONE);
    check_item("drivers:coaching_1");
}

static void practice_never_asks_and_is_never_stored(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("practice:p2");
    assert_int_equal(visitor.last.kind, EFFECT_SAVE);
    assert_int_equal(visitor.last.step, NO_STEP);
    visitor_type(&visitor, "canary words");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor.last.step, NO_STEP);
    for (size_t i = 0; i < visitor.row_count; i++)
        assert_null(memmem(visitor.rows[i].data, visitor.rows[i].count, "canary", 6));
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_text("field", "canary words");
}

static void the_same_statement_cannot_be_both(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    assert_true(control("worst-candour_1")->is_unavailable);
    assert_true(control("worst-candour_1")->hint.count > 0);
    visitor_do(&visitor, EVENT_PICK, 1, 1);
    assert_int_equal(visitor.journey.visit->answer.picks[1], NOT_PICKED);
    visitor_do(&visitor, EVENT_PICK, 2, 1);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_GIVEN);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_PARTIAL);
    assert_false(control("worst-candour_1")->is_unavailable);
}

static void preferring_not_to_say_can_be_taken_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "my own words");
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    assert_int_equal(visit_answer(visitor.journey.visit).state, ANSWER_DECLINED);
    assert_true(control("prefer-not")->is_chosen);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    check_text("field", "my own words");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    const struct answer *answer = visitor_answer(&visitor, "story:contribute");
    assert_int_equal(answer->state, ANSWER_GIVEN);
    assert_true(is_span(answer->text, "my own words"));
}

static void both_ends_of_a_line_can_be_chosen(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_type(&visitor, "yes");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q3");
    assert_false(control("slider")->has_value);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_SLIDE, 0, 0);
    assert_true(control("slider")->has_value);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal((int)visitor_answer(&visitor, "asking:q3")->number, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_SLIDE, 0, 100);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal((int)visitor_answer(&visitor, "asking:q3")->number, 100);
}

static void a_broken_rule_is_told_beside_the_answer(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q5");
    visitor_type(&visitor, "1-2");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q5");
    check_text("broken", "Please write a number");
    visitor_do(&visitor, EVENT_KEY_ERASE, 0, 0);
    assert_null(node_find(visitor_look(&visitor), SPAN("broken")));
    visitor_do(&visitor, EVENT_KEY_ERASE, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q6");
    visitor_do(&visitor, EVENT_PICK, 2, 1);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_CHECK);
}

static void time_under_an_overlay_does_not_count(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_wait(&visitor, 3000);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    visitor_wait(&visitor, 60000);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    visitor_wait(&visitor, 2000);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->spent_ms, 5000);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_wait(&visitor, 1000);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor_answer(&visitor, "drivers:learning_1")->spent_ms, 6000);
}

/* ---- the check of the answers ---- */

static void the_check_jumps_to_blanks_and_comes_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visit_enter(&visitor.journey, NO_STEP, visitor.moment);
    check_text("state-values", "0 of 20");
    visitor_event(&visitor, &control("open-values")->on_activate);
    const int first = visitor.journey.visit->at;
    check_screen(SCREEN_ITEM);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 1, 1);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(visitor.journey.visit->at > first);
    visitor_do(&visitor, EVENT_TO_CHECK, 0, 0);
    check_screen(SCREEN_CHECK);
    check_text("state-values", "1 of 20");
    visitor_event(&visitor, &control("look-story")->on_activate);
    check_item("story:scene_1");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_type(&visitor, "words");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_CHECK);
    check_text("state-story", "All answered");
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor.journey.visit->checking, CHECKING_NOT);
}

static void nothing_changes_after_the_finish(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visit_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor.next_failure = STATUS_NO_SPACE;
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    check_screen(SCREEN_FINISH);
    assert_true(control("problem")->text.count > 0);
    assert_false(visitor.journey.visit->sitting->is_finished);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    check_screen(SCREEN_PROFILE);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    visitor_do(&visitor, EVENT_GO_TO, 3, CHECKING_PART);
    check_screen(SCREEN_PROFILE);
}

/* ---- saving ---- */

static void an_answer_on_the_screen_is_saved_by_itself(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    const size_t before = visitor.row_count;
    visitor_type(&visitor, "half a sen");
    visitor_wait(&visitor, AUTOSAVE_MS);
    assert_int_equal(visitor.row_count, before + 1);
    int at;
    const struct sitting *replayed = visitor_replay(&visitor, &visitor.program, &at);
    const int step = sitting_find(replayed, SPAN("story:contribute"));
    assert_true(is_span(replayed->answers[step].text, "half a sen"));
    assert_int_equal(at, step);
    check_text("field", "half a sen");
}

static void a_save_that_fails_brings_the_answer_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("drivers:learning_1");
    check_text("problem", "could not be stored");
    assert_true(control("point-5")->is_chosen);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("drivers:doing_1");
    assert_int_equal(visitor.last.kind, EFFECT_SAVE);
}

static void a_draft_brings_the_person_back_to_the_place(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    check_screen(SCREEN_LEAVE);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.parked_count, 1);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_RESUME);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
    check_item("drivers:doing_1");
    assert_int_equal((int)visitor_answer(&visitor, "drivers:learning_1")->number, 5);
}

static void ending_erases_after_asking(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_item("practice:p1");
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.dropped_count, 1);
    assert_false(visitor.has_draft);
}

/* ---- idle ---- */

static void nobody_answers_and_the_sitting_is_held_then_parked(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "canary");
    visitor_wait(&visitor, visitor.place.idle_ms - 1);
    check_screen(SCREEN_ITEM);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_IDLE);
    visitor_wait(&visitor, visitor.place.warning_ms);
    check_screen(SCREEN_HELD);
    struct node *root = visitor_look(&visitor);
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        assert_false(node->text.count &&
                     memmem(node->text.data, node->text.count, "canary", 6));
    visitor_wait(&visitor, visitor.place.hold_ms - 1);
    check_screen(SCREEN_HELD);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.parked_count, 1);
    assert_true(visitor.has_draft);
}

static void still_here_returns_to_the_same_place(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor_wait(&visitor, visitor.place.idle_ms);
    visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
    check_item("story:contribute");
    check_text("field", "words");
    visitor_wait(&visitor, visitor.place.idle_ms - 1);
    check_screen(SCREEN_ITEM);
}

static void only_the_code_brings_the_held_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    check_screen(SCREEN_HELD);
    visitor_type(&visitor, "0000000000");
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "not known here");
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_HELD);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    assert_null(node_find(visitor_look(&visitor), SPAN("leave")));
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_item("story:contribute");
    check_text("field", "words");
}

static void before_and_after_the_sitting_idle_wipes(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    visitor_wait(&visitor, visitor.place.idle_ms);
    check_screen(SCREEN_IDLE);
    visitor_wait(&visitor, visitor.place.warning_ms);
    check_screen(SCREEN_WIPED);
    visitor_wait(&visitor, WIPED_MS);
    visitor_begin(&visitor);
    visit_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    visitor_wait(&visitor, visitor.place.idle_ms);
    visitor_wait(&visitor, visitor.place.warning_ms);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.parked_count, 0);
}

static void the_sleeping_screens_wake_for_nothing(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_DARK, 0);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    visitor_wait(&visitor, visitor.place.idle_ms);
    check_screen(SCREEN_ATTRACT);
    assert_int_equal(visitor.journey.comfort.theme, THEME_LIGHT);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
}

/* ---- comfort and help ---- */

static void comfort_keeps_answers_and_ends_with_the_person(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    visitor_do(&visitor, EVENT_SET_STEP, STEP_EXTRA_LARGE, 0);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_HIGH_CONTRAST, 0);
    visitor_do(&visitor, EVENT_SET_STEP, 77, 0);
    assert_true(control("size-extra-large")->is_chosen);
    assert_true(control("theme-high-contrast")->is_chosen);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_text("field", "words");
    assert_int_equal(visitor.journey.comfort.step, STEP_EXTRA_LARGE);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    assert_int_equal(visitor.journey.comfort.step, STEP_NORMAL);
    assert_int_equal(visitor.journey.comfort.theme, THEME_LIGHT);
}

static void staff_is_called_once_from_help(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    visitor_event(&visitor, &control("call")->on_activate);
    visitor_event(&visitor, &control("call")->on_activate);
    assert_int_equal(visitor.helped_count, 1);
    assert_true(control("call")->is_unavailable);
}

static void every_screen_answers_every_event_without_harm(void **state)
{
    (void)state;
    for (int kind = EVENT_NONE; kind <= EVENT_CALL_STAFF; kind++) {
        for (int screen = SCREEN_ATTRACT; screen < SCREEN_COUNT; screen++) {
            if (screen == SCREEN_SEALING)
                continue;
            visitor_done(&visitor);
            visitor_init(&visitor, NULL);
            visitor_begin(&visitor);
            visitor.journey.under = SCREEN_ITEM;
            visitor.journey.visit->scorecard =
                arena_new(&visitor.person, struct scorecard);
            if (screen == SCREEN_ATTRACT || screen == SCREEN_WIPED ||
                screen == SCREEN_STAFF)
                visitor.journey.visit = NULL;
            journey_show(&visitor.journey, (enum screen_kind)screen, visitor.moment);
            visitor_do(&visitor, (enum event_kind)kind, 0, 0);
            assert_non_null(visitor_look(&visitor));
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_candidate_reaches_every_screen_of_the_road),
        TEST(a_rater_gets_thanks_and_no_profile),
        TEST(nothing_is_stored_before_consent_and_no_ends_it),
        TEST(leaving_the_code_goes_back_without_ceremony),
        TEST(a_fault_shows_staff_and_nothing_starts),
        TEST(the_code_is_read_as_people_write_it),
        TEST(a_short_code_is_not_tried),
        TEST(wrong_codes_lock_after_five),
        TEST(the_lock_stays_when_the_next_person_comes),
        TEST(a_failing_disk_is_no_wrong_code),
        TEST(back_restores_what_was_given),
        TEST(back_from_the_first_item_leads_to_the_consent_and_again_in),
        TEST(a_blank_is_asked_about_once),
        TEST(a_blank_may_be_declined_or_left),
        TEST(practice_never_asks_and_is_never_stored),
        TEST(the_same_statement_cannot_be_both),
        TEST(preferring_not_to_say_can_be_taken_back),
        TEST(both_ends_of_a_line_can_be_chosen),
        TEST(a_broken_rule_is_told_beside_the_answer),
        TEST(time_under_an_overlay_does_not_count),
        TEST(the_check_jumps_to_blanks_and_comes_back),
        TEST(nothing_changes_after_the_finish),
        TEST(an_answer_on_the_screen_is_saved_by_itself),
        TEST(a_save_that_fails_brings_the_answer_back),
        TEST(a_draft_brings_the_person_back_to_the_place),
        TEST(ending_erases_after_asking),
        TEST(nobody_answers_and_the_sitting_is_held_then_parked),
        TEST(still_here_returns_to_the_same_place),
        TEST(only_the_code_brings_the_held_back),
        TEST(before_and_after_the_sitting_idle_wipes),
        TEST(the_sleeping_screens_wake_for_nothing),
        TEST(comfort_keeps_answers_and_ends_with_the_person),
        TEST(staff_is_called_once_from_help),
        TEST(every_screen_answers_every_event_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
