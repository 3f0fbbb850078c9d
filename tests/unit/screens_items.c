/* Items: what is given is kept, every answer can be changed. */
#include "visitor_checks.h"

#include "even_letters.h"
#include "view/layout/layout.h"

#include <math.h>

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
    assert_int_equal(visitor.journey.visit->answer.pair[PAIR_BEST], 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    visitor_do(&visitor, EVENT_DECLINE, 0, 0);
    check_screen(SCREEN_BREAK);
    assert_true(visitor.has_draft);
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
    visitor_do(&visitor, EVENT_PREFER_NOT, 0,
               0); /* by no button: there is nothing to decline */
    assert_false(visitor.journey.visit->is_changed);
    check_text("field", "canary words");
}

static void choosing_the_same_statement_on_the_other_side_swaps(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    assert_true(control("worst-candour_1")->is_taken);
    assert_true(control("worst-candour_1")->hint.count > 0);
    const int16_t *pair = visitor.journey.visit->answer.pair;
    visitor_do(&visitor, EVENT_PICK, 1, 1); /* nothing to swap with: it goes over */
    assert_int_equal(pair[PAIR_BEST], NOT_PICKED);
    assert_int_equal(pair[PAIR_WORST], 1);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_PARTIAL);
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_GIVEN);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    assert_int_equal(pair[PAIR_BEST], 1);
    assert_int_equal(pair[PAIR_WORST], 2);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_GIVEN);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_PARTIAL);
    assert_false(control("worst-candour_1")->is_taken);
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

static void a_finger_on_a_line_is_one_change(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_type(&visitor, "yes");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q3");
    for (int hundredths = 10; hundredths <= 40; hundredths++)
        visitor_do(&visitor, EVENT_SLIDE, 1, hundredths);
    visitor_do(&visitor, EVENT_SLIDE, 0, 41);
    assert_int_equal(visitor.journey.visit->answer.change_count, 0);
    assert_int_equal((int)visitor.journey.visit->answer.number, 41);
    for (int hundredths = 50; hundredths <= 60; hundredths++)
        visitor_do(&visitor, EVENT_SLIDE, 1, hundredths);
    visitor_do(&visitor, EVENT_SLIDE, 0, 60);
    assert_int_equal(visitor.journey.visit->answer.change_count, 1);
    visitor_do(&visitor, EVENT_SLIDE, 0, 65);
    assert_int_equal(visitor.journey.visit->answer.change_count, 2);
    visitor_do(&visitor, EVENT_SLIDE, 0, 65);
    assert_int_equal(visitor.journey.visit->answer.change_count, 2);
}

/* A translation may be "". */
static void a_text_to_read_may_be_empty(void **state)
{
    (void)state;
    const struct part *part =
        assessment_part(visitor.assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN(""));
    struct item *item = &part->questionnaire->items[0];
    item->kind = ITEM_INST;
    item->text_key = SPAN("");
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    check_item("drivers:learning_1");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("drivers:doing_1");
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

/* Where some of the points have words, they stand above the numbers, each with its own. */
static void words_of_some_points_stand_above_the_numbers(void **state)
{
    (void)state;
    static struct option options[5];
    const struct part *part =
        assessment_part(visitor.assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN(""));
    struct item *item = &part->questionnaire->items[0];
    options[0].text_key = SPAN("never");
    options[2].text_key = SPAN("at times");
    options[4].text_key = SPAN("daily");
    item->options = options;
    item->option_count = 5;
    item->scale.points = 5;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    check_text("words", "1\u00a0never · 3\u00a0at times · 5\u00a0daily");
}

/* A scanner or a paste sends an end of line. */
static void a_short_text_keeps_to_its_line(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("practice:p2");
    visitor_type(&visitor, "one\ntwo");
    assert_true(is_span(typing_span(&visitor.journey.visit->typing), "one"));
    visitor_type(&visitor, "\n");
    assert_true(is_span(typing_span(&visitor.journey.visit->typing), "one"));
}

/* The item asking:q5, which is a number, is asked after these answers. */
static void begin_at_number(void)
{
    visitor_begin(&visitor);
    visitor_go(&visitor, "asking:q1");
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q5");
}

/* "40,000" was scored as 40. */
static void a_number_that_could_be_two_is_asked_about(void **state)
{
    static const char *const meant[] = {"1125", "1.125"};
    (void)state;
    begin_at_number();
    for (int i = 0; i < 2; i++) {
        visitor_go(&visitor, "asking:q5");
        visitor_edit(&visitor, EDIT_ALL);
        visitor_type(&visitor, "1,125");
        visitor_do(&visitor, i ? EVENT_BACK : EVENT_NEXT, 0, 0);
        check_item("asking:q5");
        check_text("which", "Which number do you mean?");
        assert_true(is_span(control("mean-0")->text, meant[0]));
        assert_true(is_span(control("mean-1")->text, meant[1]));
        visitor_do(&visitor, EVENT_MEAN, i, 0);
        assert_null(node_find(visitor_look(&visitor), SPAN("which")));
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
        assert_true(is_span(visitor_answer(&visitor, "asking:q5")->text, meant[i]));
    }
    visitor_go(&visitor, "asking:q5");
    visitor_edit(&visitor, EDIT_ALL);
    visitor_type(&visitor, "1.000.000");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(is_span(visitor_answer(&visitor, "asking:q5")->text, "1000000"));
}

static void a_number_that_cannot_be_below_nothing_has_no_minus(void **state)
{
    (void)state;
    begin_at_number();
    struct item *item = (struct item *)(uintptr_t)visit_item(visitor.journey.visit);
    assert_non_null(node_find(visitor_look(&visitor), SPAN("key-2d")));
    item->words.number_min = 0;
    assert_null(node_find(visitor_look(&visitor), SPAN("key-2d")));
    visitor_edit(&visitor, EDIT_ALL);
    visitor_type(&visitor, "-7");
    assert_true(is_span(typing_span(&visitor.journey.visit->typing), "7"));
    item->words.number_min = NAN;
}

static void a_refused_answer_calls_the_keys_back_to_it(void **state)
{
    (void)state;
    begin_at_number();
    const unsigned call = control("field")->call;
    visitor_edit(&visitor, EDIT_ALL);
    visitor_type(&visitor, "-");
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_item("asking:q5");
    assert_int_not_equal(control("field")->call, call);
}

static struct box laid(const struct node *root, const char *id)
{
    return node_find(root, span_of(id))->box;
}

static struct node *laid_out(void)
{
    static const struct surface_facts usual = {
        .width_px = 1920, .height_px = 1080, .px_per_mm = 4};
    static struct scrolls scrolls;
    struct node *root = visitor_look(&visitor);
    layout_run(&visitor.tree, root, &usual, &even_letters, &scrolls);
    return root;
}

static void the_end_of_a_text_is_told_above_it(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    assert_null(node_find(visitor_look(&visitor), SPAN("left")));
    for (int i = 0; i < 1197; i++)
        visitor_type(&visitor, "x");
    check_text("left", "You can still write 3 characters.");
    visitor_type(&visitor, "yyyyyy");
    check_text("left", "You have used all 1,200 characters.");
    const struct node *root = laid_out();
    const struct node *body = node_find(root, SPAN("body"));
    assert_int_equal(body->scroll_max_px, 0); /* so the question is in sight as well */
    assert_true(laid(root, "left").y < laid(root, "field").y);
    assert_true(node_find(root, SPAN("field"))->scroll_px > 0);
}

static int right_of(struct box box)
{
    return box.x + box.width;
}

static void the_rows_of_keys_have_common_edges(void **state)
{
    (void)state;
    begin_at_number();
    visitor_go(&visitor, "story:contribute");
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        visitor_do(&visitor, EVENT_KEY_LAYER, layer, 0);
        const struct node *root = laid_out();
        const struct node *keys = node_find(root, SPAN("keys"));
        for (const struct node *row = keys->first; row; row = row->next) {
            assert_int_equal(row->first->box.x, keys->first->first->box.x);
            assert_in_range(right_of(row->last->box),
                            right_of(keys->first->last->box) - 3,
                            right_of(keys->first->last->box) + 3);
        }
        assert_true(laid(root, "key-space").width > laid(root, "key-erase-word").width);
    }
    visitor_go(&visitor, "asking:q5");
    const struct node *root = laid_out();
    assert_int_equal(laid(root, "key-30").x, laid(root, "key-38").x);
    assert_true(laid(root, "key-30").y > laid(root, "key-38").y);
}

static void letters_of_the_languages_are_in_reach(void **state)
{
    static const char *const wanted[] = {"key-fc", "key-f9", "key-fb", "key-ff"};
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "x");
    const struct node *root = visitor_look(&visitor);
    assert_non_null(node_find(root, SPAN("key-27")));
    assert_non_null(node_find(root, SPAN("key-2e")));
    visitor_do(&visitor, EVENT_KEY_LAYER, LAYER_FIGURES, 0);
    assert_non_null(node_find(visitor_look(&visitor), SPAN("key-20ac")));
    visitor_do(&visitor, EVENT_KEY_LAYER, LAYER_ACCENTS, 0);
    root = visitor_look(&visitor);
    for (size_t i = 0; i < 4; i++)
        assert_non_null(node_find(root, span_of(wanted[i])));
    visitor_do(&visitor, EVENT_KEY, 0xFC, 0);
    assert_non_null(node_find(visitor_look(&visitor), SPAN("key-61")));
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
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
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
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
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
    assert_null(node_find(visitor_look(&visitor), SPAN("problem")));
}

static void a_draft_brings_the_person_back_to_the_place(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    visitor_do(&visitor, EVENT_PICK, 4, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    check_screen(SCREEN_BREAK);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.suspended_count, 1);
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
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0); /* keeping stands in front */
    check_screen(SCREEN_BREAK);
    visitor_do(&visitor, EVENT_OPEN_ERASE, 0, 0);
    check_screen(SCREEN_ERASE);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_BREAK);
    assert_true(visitor.has_draft);
    visitor_do(&visitor, EVENT_OPEN_ERASE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_WIPED);
    check_text("heading", "Your answers are erased");
    assert_int_equal(visitor.dropped_count, 1);
    assert_false(visitor.has_draft);
}

/* The answers could not be erased: that is said, and asking again does it. */
static void an_end_that_failed_can_be_asked_for_again(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_OPEN_ERASE, 0, 0);
    const uint32_t number = visitor.journey.screen_number;
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_ERASE);
    assert_int_equal(visitor.dropped_count, 0);
    assert_true(visitor.has_draft);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.dropped_count, 1);
    assert_true(visitor.journey.screen_number > number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(back_restores_what_was_given),
        TEST(back_from_the_first_item_leads_to_the_consent_and_again_in),
        TEST(practice_never_asks_and_is_never_stored),
        TEST(choosing_the_same_statement_on_the_other_side_swaps),
        TEST(preferring_not_to_say_can_be_taken_back),
        TEST(both_ends_of_a_line_can_be_chosen),
        TEST(a_finger_on_a_line_is_one_change),
        TEST(a_text_to_read_may_be_empty),
        TEST(a_broken_rule_is_told_beside_the_answer),
        TEST(words_of_some_points_stand_above_the_numbers),
        TEST(a_short_text_keeps_to_its_line),
        TEST(a_number_that_could_be_two_is_asked_about),
        TEST(a_number_that_cannot_be_below_nothing_has_no_minus),
        TEST(a_refused_answer_calls_the_keys_back_to_it),
        TEST(the_end_of_a_text_is_told_above_it),
        TEST(the_rows_of_keys_have_common_edges),
        TEST(letters_of_the_languages_are_in_reach),
        TEST(time_under_an_overlay_does_not_count),
        TEST(the_check_jumps_to_blanks_and_comes_back),
        TEST(nothing_changes_after_the_finish),
        TEST(an_answer_on_the_screen_is_saved_by_itself),
        TEST(a_save_that_fails_brings_the_answer_back),
        TEST(a_draft_brings_the_person_back_to_the_place),
        TEST(ending_erases_after_asking),
        TEST(an_end_that_failed_can_be_asked_for_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
