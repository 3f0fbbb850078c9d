/* The whole way of a person through the kiosk, under a clock of our own. */
#include "visitor_checks.h"

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
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
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
    check_screen(SCREEN_RECEIPT); /* nobody has read it before 2 seconds */
    visitor_wait(&visitor, 2000);
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
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
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
    visitor.site.fault = STATUS_IO;
    visitor.site.assessment = NULL;
    journey_init(&visitor.journey, &visitor.site, &visitor.person, visitor.moment);
    check_screen(SCREEN_STAFF);
    check_text("fault", "107");
    visitor_do(&visitor, EVENT_START, 0, 0);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    check_screen(SCREEN_HELP);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_screen(SCREEN_STAFF);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
}

static void set_fault(enum status fault)
{
    visitor.site.fault = fault;
    journey_fault(&visitor.journey, visitor.moment);
}

static void a_fault_comes_and_goes_while_nobody_is_there(void **state)
{
    (void)state;
    set_fault(STATUS_EXPIRED);
    check_screen(SCREEN_STAFF);
    check_text("fault", "fault 118. A key is past its last day.");
    visitor_do(&visitor, EVENT_START, 0, 0);
    check_screen(SCREEN_STAFF);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
    set_fault(OK);
    check_screen(SCREEN_ATTRACT);
    const uint32_t number = visitor.journey.screen_number;
    set_fault(OK);
    assert_int_equal(visitor.journey.screen_number, number);
    visitor_begin(&visitor);
    check_item("practice:p1");
}

static void who_reads_the_help_meanwhile_finds_the_other_screen_below(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    set_fault(STATUS_EXPIRED);
    check_screen(SCREEN_HELP);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_screen(SCREEN_STAFF);
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    visitor_do(&visitor, EVENT_SET_STEP, STEP_LARGE, 0);
    set_fault(OK);
    check_screen(SCREEN_COMFORT);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_screen(SCREEN_ATTRACT);
    assert_int_equal(visitor.journey.comfort.step, STEP_LARGE);
}

static void the_screen_for_staff_forgets_who_set_its_letters(void **state)
{
    (void)state;
    set_fault(STATUS_EXPIRED);
    visitor_do(&visitor, EVENT_SET_STEP, STEP_LARGE, 0);
    visitor_do(&visitor, EVENT_OPEN_HELP, 0, 0);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000 - 1);
    check_screen(SCREEN_HELP);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_STAFF);
    assert_int_equal(visitor.journey.comfort.step, STEP_NORMAL);
    assert_int_equal(journey_deadline(&visitor.journey), INT64_MAX);
}

static void whoever_has_begun_is_not_sent_to_staff(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    set_fault(STATUS_EXPIRED);
    check_item("practice:p1");
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    set_fault(STATUS_WRONG_CLOCK);
    check_screen(SCREEN_HIDDEN);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    assert_int_equal(visitor.sealed_count, 1);
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_RECEIPT); /* nobody has read it before 2 seconds */
    visitor_wait(&visitor, 2000);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_WIPED);
    set_fault(STATUS_WRONG_CLOCK);
    check_screen(SCREEN_WIPED);
    visitor_wait(&visitor, WIPED_MS);
    check_screen(SCREEN_STAFF);
    check_text("fault", "119");
}

static void the_empty_screen_leads_to_staff_by_hand_too(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_DECLINE, 0, 0);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    set_fault(STATUS_NO_SPACE);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_STAFF);
}

/* ---- idle ---- */

static void nobody_answers_and_the_sitting_is_hidden_then_suspended(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "canary");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000 - 1);
    check_screen(SCREEN_ITEM);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_IDLE);
    visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
    check_screen(SCREEN_HIDDEN);
    struct node *root = visitor_look(&visitor);
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        assert_false(node->text.count &&
                     memmem(node->text.data, node->text.count, "canary", 6));
    visitor_wait(&visitor, visitor.terminal.hold_s * 1000 - 1);
    check_screen(SCREEN_HIDDEN);
    visitor_wait(&visitor, 1);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.suspended_count, 1);
    assert_true(visitor.has_draft);
}

/* All that the hidden screen says, whatever lies in its nodes. */
static struct span hidden_words(struct arena *arena)
{
    struct buffer words = buffer_init(arena, 1 << 20);
    struct node *root = visitor_look(&visitor);
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node)) {
        buffer_add(&words, node->text);
        buffer_text(&words, "\n");
    }
    assert_non_null(memmem(words.data, words.count, "This screen is hidden", 21));
    return buffer_span(&words);
}

/* Letters of an answer would stand in groups in the field for the code, so no word is searched:
 * whatever was typed, the screen says the same as if nothing had been. */
static void the_hidden_screen_says_nothing_of_what_was_typed(void **state)
{
    static const char *const typed[] = {"", "a", "secret", "7Q2K9ABCDE and more words"};
    struct span said[4];
    struct arena arena;
    (void)state;
    arena_init(&arena, 8 << 20);
    for (size_t i = 0; i < 4; i++) {
        visitor_done(&visitor);
        visitor_init(&visitor, NULL);
        visitor_begin(&visitor);
        visitor_go(&visitor, "story:contribute");
        visitor_type(&visitor, typed[i]);
        visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
        if (i % 2)
            visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
        visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
        if (i % 2)
            visitor_do(&visitor, EVENT_PAUSE, 0, 0);
        said[i] = hidden_words(&arena);
        assert_true(is_span_equal(said[i], said[0]));
        assert_true(control("next")->is_unavailable); /* no code stands there */
    }
    arena_done(&arena);
}

/* The answer that could not be saved is on the screen only when the code brings it back. */
static void what_could_not_be_saved_stays_hidden(void **state)
{
    (void)state;
    struct arena arena;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    assert_int_equal(visitor.last.kind, EFFECT_SAVE);
    arena_init(&arena, 8 << 20);
    const struct span said = hidden_words(&arena);
    assert_null(memmem(said.data, said.count, "words", 5));
    arena_done(&arena);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_item("story:contribute");
    check_text("field", "words");
}

static void still_here_returns_to_the_same_place(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
    check_item("story:contribute");
    check_text("field", "words");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000 - 1);
    check_screen(SCREEN_ITEM);
}

/* A touch beside every button, a key that means nothing here. */
static void any_touch_answers_the_warning(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    check_text("text", "In 45 seconds");
    visitor_wait(&visitor, 44999);
    check_text("text", "In 1 second ");
    journey_input(&visitor.journey, visitor.moment);
    check_item("story:contribute");
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000 - 1);
    check_item("story:contribute");
}

/* The idle time passes, and the warning is there. */
static void wait_until_warned(void)
{
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    check_screen(SCREEN_IDLE);
}

/* A hand that rests on the glass answers twice; then only somebody who reads what stands there. */
static void after_three_warnings_only_the_button_answers(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    for (int i = 0; i < 2; i++) {
        wait_until_warned();
        check_text("text", "Touch the screen or press a key");
        journey_input(&visitor.journey, visitor.moment);
        check_item("story:contribute");
    }
    for (int i = 0; i < 2; i++) {
        wait_until_warned();
        check_text("text", "Choose “I am still here”");
        journey_input(&visitor.journey, visitor.moment);
        check_screen(SCREEN_IDLE);
        visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
        check_item("story:contribute");
    }
    visitor_type(&visitor, "words"); /* somebody is there */
    wait_until_warned();
    journey_input(&visitor.journey, visitor.moment);
    check_item("story:contribute");
}

static void a_touch_without_a_change_does_not_hold_the_screen(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    for (int i = 0; i < 10; i++) {
        visitor_wait(&visitor, visitor.terminal.idle_s * 100 - 1);
        journey_input(&visitor.journey, visitor.moment);
    }
    check_item("story:contribute");
    visitor_wait(&visitor, 10);
    check_screen(SCREEN_IDLE);
}

static void a_stop_saves_what_is_being_typed(void **state)
{
    struct arena arena;
    int at;
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    assert_int_equal(journey_stop(&visitor.journey, visitor.moment).kind, EFFECT_NONE);
    visitor_type(&visitor, "half a sen");
    visitor_perform(&visitor, journey_stop(&visitor.journey, visitor.moment));
    arena_init(&arena, 16 << 20);
    const struct sitting *kept = visitor_replay(&visitor, &arena, &at);
    assert_true(is_span(kept->answers[at].text, "half a sen"));
    assert_true(is_span(kept->steps[at].item->id, "contribute"));
    arena_done(&arena);
}

/* When it was hidden it could not be saved; what the screen shows meanwhile is not the answer. */
static void a_stop_tries_again_what_is_hidden_and_not_saved(void **state)
{
    struct arena arena;
    int at;
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    visitor_type(&visitor, "7Q2K9");
    visitor_perform(&visitor, journey_stop(&visitor.journey, visitor.moment));
    arena_init(&arena, 16 << 20);
    const struct sitting *kept = visitor_replay(&visitor, &arena, &at);
    assert_true(is_span(kept->answers[at].text, "words"));
    arena_done(&arena);
}

static void only_the_code_brings_the_hidden_back(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "words");
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    check_screen(SCREEN_HIDDEN);
    visitor_type(&visitor, "0000000000");
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_text("code-problem", "not known here");
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_HIDDEN);
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
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    check_screen(SCREEN_IDLE);
    visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
    check_screen(SCREEN_WIPED);
    visitor_wait(&visitor, WIPED_MS);
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    const struct span warning = node_find(visitor_look(&visitor), SPAN("text"))->text;
    assert_non_null(strstr(span_text(&visitor.tree, warning),
                           "Your receipt then goes and cannot be shown again."));
    visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.suspended_count, 0);
}

static void the_sleeping_screens_wake_for_nothing(void **state)
{
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_DARK, 0);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
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
    visitor_do(&visitor, EVENT_SET_STEP, STEP_SMALL, 0);
    assert_true(control("size-small")->is_chosen);
    visitor_do(&visitor, EVENT_SET_STEP, STEP_EXTRA_LARGE, 0);
    visitor_do(&visitor, EVENT_SET_STEP, 77, 0);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_COUNT, 0);
    assert_true(control("size-extra-large")->is_chosen);
    assert_true(control("theme-high-contrast")->is_chosen);
    visitor_do(&visitor, EVENT_CLOSE_OVERLAY, 0, 0);
    check_text("field", "words");
    assert_int_equal(visitor.journey.comfort.step, STEP_EXTRA_LARGE);
    visitor_do(&visitor, EVENT_OPEN_ERASE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_WIPED); /* the farewell is theirs, too */
    assert_int_equal(visitor.journey.comfort.step, STEP_EXTRA_LARGE);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    check_screen(SCREEN_ATTRACT);
    assert_int_equal(visitor.journey.comfort.step, STEP_NORMAL);
    assert_int_equal(visitor.journey.comfort.theme, THEME_LIGHT);
}

/* The person with the code `again` finds the comfort that was left, unless another one was set
 * before. */
static void come_again(enum theme_name set, enum theme_name wanted)
{
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    visitor_wait(&visitor, WIPED_MS);
    check_screen(SCREEN_ATTRACT);
    assert_true(is_journey_comfort_same(visitor.journey.comfort, comfort_usual));
    visitor_do(&visitor, EVENT_SET_THEME, (int)set, 0);
    visitor_do(&visitor, EVENT_SET_STEP, STEP_LARGE,
               0); /* the colours are no part of it */
    visitor_come(&visitor, VISITOR_CODE);
    assert_int_equal(visitor.journey.comfort.theme, wanted);
    assert_int_equal(visitor.journey.comfort.step, STEP_LARGE);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
}

static void comfort_comes_back_with_the_code(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_DARK, 0); /* before anything is kept */
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_CONSENT, 0, 0);
    come_again(THEME_LIGHT, THEME_DARK);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_HIGH_CONTRAST, 0);
    assert_int_equal(visitor.last.kind, EFFECT_COMFORT);
    come_again(THEME_LIGHT, THEME_HIGH_CONTRAST);
    come_again(THEME_LOW_GLARE, THEME_LOW_GLARE);
    come_again(THEME_LIGHT, THEME_LOW_GLARE); /* as it was at the last code */
}

/* Before a hidden screen anybody may stand. */
static void what_somebody_sets_on_a_hidden_screen_is_not_kept(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_PAUSE, 0, 0);
    visitor_do(&visitor, EVENT_SET_THEME, THEME_DARK, 0);
    assert_int_equal(visitor.last.kind, EFFECT_NONE);
    assert_int_equal(visitor.journey.comfort.theme, THEME_DARK);
    visitor_wait(&visitor, visitor.site.terminal->idle_s * 1000);
    check_screen(SCREEN_HIDDEN);
    assert_int_equal(visitor.journey.comfort.theme, THEME_LIGHT);
}

static void every_screen_answers_every_event_without_harm(void **state)
{
    (void)state;
    for (int kind = EVENT_NONE; kind < EVENT_COUNT; kind++) {
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_candidate_reaches_every_screen_of_the_road),
        TEST(a_rater_gets_thanks_and_no_profile),
        TEST(nothing_is_stored_before_consent_and_no_ends_it),
        TEST(leaving_the_code_goes_back_without_ceremony),
        TEST(a_fault_shows_staff_and_nothing_starts),
        TEST(a_fault_comes_and_goes_while_nobody_is_there),
        TEST(who_reads_the_help_meanwhile_finds_the_other_screen_below),
        TEST(the_screen_for_staff_forgets_who_set_its_letters),
        TEST(whoever_has_begun_is_not_sent_to_staff),
        TEST(the_empty_screen_leads_to_staff_by_hand_too),
        TEST(nobody_answers_and_the_sitting_is_hidden_then_suspended),
        TEST(the_hidden_screen_says_nothing_of_what_was_typed),
        TEST(what_could_not_be_saved_stays_hidden),
        TEST(still_here_returns_to_the_same_place),
        TEST(any_touch_answers_the_warning),
        TEST(after_three_warnings_only_the_button_answers),
        TEST(a_touch_without_a_change_does_not_hold_the_screen),
        TEST(a_stop_saves_what_is_being_typed),
        TEST(a_stop_tries_again_what_is_hidden_and_not_saved),
        TEST(only_the_code_brings_the_hidden_back),
        TEST(before_and_after_the_sitting_idle_wipes),
        TEST(the_sleeping_screens_wake_for_nothing),
        TEST(comfort_keeps_answers_and_ends_with_the_person),
        TEST(comfort_comes_back_with_the_code),
        TEST(what_somebody_sets_on_a_hidden_screen_is_not_kept),
        TEST(every_screen_answers_every_event_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
