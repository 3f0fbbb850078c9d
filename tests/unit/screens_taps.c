/* Impatient hands: what came under a finger or a key is not chosen by it before it could be
 * read. */
#include "even_letters.h"
#include "visitor_checks.h"

#include "view/focus.h"
#include "view/layout/layout.h"

#include <stdio.h>

enum { HASTE_MS = 20 };

static const struct surface_facts surface = {
    .width_px = 1920, .height_px = 1080, .px_per_mm = 4.03, .step = STEP_NORMAL};
static struct focus focus;

static struct node *laid_out(void)
{
    arena_reset(&visitor.tree);
    struct node *root =
        journey_view(&visitor.tree, &visitor.journey, &surface, visitor.moment);
    focus_settle(&focus, root);
    layout_run(&visitor.tree, root, &surface, &even_letters, &focus.scrolls);
    focus_read(&focus, root);
    focus_shown(&focus, visitor.moment);
    return root;
}

static void give(struct input input)
{
    struct event event;
    struct node *root = laid_out();
    input.moment = visitor.moment;
    if (focus_input(&focus, root, &input, &event))
        visitor_event(&visitor, &event);
    (void)laid_out();
}

static void tap_at(int x, int y)
{
    give((struct input){.kind = INPUT_PRESS, .x = x, .y = y});
    give((struct input){.kind = INPUT_RELEASE, .x = x, .y = y});
}

static struct box box_of(const char *id)
{
    const struct node *node = node_find(laid_out(), span_of(id));
    assert_non_null(node);
    return node->box;
}

static void tap(const char *id)
{
    const struct box box = box_of(id);
    visitor_wait(&visitor, 1000);
    tap_at(box.x + box.width / 2, box.y + box.height / 2);
}

/* `count` taps at the middle of `box`, `pause_ms` apart. */
static void hammer(struct box box, int count, int64_t pause_ms)
{
    for (int i = 0; i < count; i++) {
        tap_at(box.x + box.width / 2, box.y + box.height / 2);
        visitor_wait(&visitor, pause_ms);
    }
}

static void come_to_finish(void)
{
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    tap("next");
    check_screen(SCREEN_FINISH);
    visitor_wait(&visitor, 1000);
}

static void fifty_taps_a_second_leave_profile_and_receipt_standing(void **state)
{
    (void)state;
    come_to_finish();
    const struct box spot = box_of("next");
    hammer(spot, 250, HASTE_MS);
    check_screen(SCREEN_PROFILE);
    visitor_wait(&visitor, 1000);
    hammer(spot, 250, HASTE_MS);
    check_screen(SCREEN_RECEIPT);
    hammer(spot, 50, 1000); /* slowly too: the way out waits until the hand has rested */
    hammer(spot, 50, 1400);
    check_screen(SCREEN_RECEIPT);
    assert_int_equal(visitor.sealed_count, 1);
    visitor_wait(&visitor, 1000);
    tap("done");
    check_screen(SCREEN_WIPED);
}

static void three_quick_taps_seal_and_show_the_profile(void **state)
{
    (void)state;
    come_to_finish();
    hammer(box_of("next"), 4, 320);
    check_screen(SCREEN_PROFILE);
}

static void the_receipt_is_not_left_at_once(void **state)
{
    (void)state;
    come_to_finish();
    tap("next");
    tap("next");
    check_screen(SCREEN_RECEIPT);
    const struct box out = box_of("done");
    visitor_wait(&visitor, 1000);
    tap_at(out.x + 5, out.y + 5);
    check_screen(SCREEN_RECEIPT);
    visitor_wait(&visitor, 2000);
    tap_at(out.x + 5, out.y + 5);
    check_screen(SCREEN_WIPED);
}

static void enter_does_not_fall_through_to_the_end(void **state)
{
    (void)state;
    come_to_finish();
    for (int i = 0; i < 20 && !is_focus_at(&focus, node_find(laid_out(), SPAN("next")));
         i++)
        give((struct input){.kind = INPUT_NEXT});
    for (int i = 0; i < 50; i++) {
        give((struct input){.kind = INPUT_ACTIVATE});
        visitor_wait(&visitor, 50);
    }
    check_screen(SCREEN_PROFILE);
    for (int i = 0; i < 40; i++) {
        visitor_wait(&visitor, 1000);
        give((struct input){.kind = INPUT_ACTIVATE});
        assert_int_not_equal(visitor.journey.screen, SCREEN_WIPED);
    }
}

/* Whoever answers at a steady pace is never held up: the answer is another place than Next. */
static void a_steady_hand_is_not_held_up(void **state)
{
    (void)state;
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    for (int i = 0; i < 5; i++) {
        const int at = visitor.journey.visit->at;
        const struct box point = box_of("point-4"), next = box_of("next");
        tap_at(point.x + 5, point.y + 5);
        visitor_wait(&visitor, 50);
        tap_at(next.x + 5, next.y + 5);
        visitor_wait(&visitor, 310);
        assert_int_not_equal(visitor.journey.visit->at, at);
    }
}

static bool is_chosen(const char *id)
{
    return node_find(laid_out(), span_of(id))->is_chosen;
}

/* Two taps, or five, however slow an impatient hand is; a rest, and the choice is taken back. */
static void an_impatient_hand_keeps_its_answer(void **state)
{
    static const int64_t pauses_ms[] = {120, 310, 350, 500, 800, 990};
    (void)state;
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    const struct box point = box_of("point-4");
    for (size_t i = 0; i < sizeof pauses_ms / sizeof *pauses_ms; i++) {
        for (int taps = 2; taps <= 5; taps++) {
            hammer(point, taps, pauses_ms[i]);
            assert_true(is_chosen("point-4"));
            visitor_wait(&visitor, 1000);
            hammer(point, 1, 1000);
            assert_false(is_chosen("point-4"));
        }
    }
}

/* The next answer is another control: nobody waits for it. */
static void a_change_of_mind_is_taken_at_once(void **state)
{
    (void)state;
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    visitor_go(&visitor, "drivers:learning_1");
    hammer(box_of("point-4"), 1, 50);
    hammer(box_of("point-2"), 1, 50);
    assert_true(is_chosen("point-2"));
    assert_false(is_chosen("point-4"));
}

static void press_enter(int count, int64_t pause_ms)
{
    for (int i = 0; i < count; i++) {
        give((struct input){.kind = INPUT_ACTIVATE});
        visitor_wait(&visitor, pause_ms);
    }
}

/* The first thing to decide is decided by nobody who only presses Enter again, in haste or not: the
 * focus is on neither answer until somebody moves it there. */
static void enter_once_too_often_agrees_to_nothing(void **state)
{
    (void)state;
    focus_init(&focus, surface.px_per_mm);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_NOTICE);
    for (int i = 0; i < 100 && visitor.journey.screen == SCREEN_NOTICE; i++) {
        give((struct input){.kind = INPUT_DOWN});
        visitor_wait(&visitor, 500);
        if (is_focus_at(&focus, node_find(laid_out(), SPAN("next"))))
            press_enter(1, 500);
    }
    check_screen(SCREEN_CONSENT);
    press_enter(20, 500);
    visitor_wait(&visitor, 5000);
    press_enter(1, 0);
    check_screen(SCREEN_CONSENT);
    assert_false(visitor.has_draft);
    give((struct input){.kind = INPUT_NEXT});
    assert_true(is_focus_at(&focus, node_find(laid_out(), SPAN("consent-yes"))));
    visitor_wait(&visitor, 1500);
    press_enter(1, 0);
    check_screen(SCREEN_ITEM);
    assert_true(visitor.has_draft);
}

/* ---- the words of a line ---- */

static const int16_t *pair(void)
{
    return visitor.journey.visit->answer.pair;
}

static void come_to_lines(void)
{
    focus_init(&focus, surface.px_per_mm);
    visitor_begin(&visitor);
    visitor_go(&visitor, "values:b01");
}

static size_t line_at(size_t place)
{
    const struct visit *visit = visitor.journey.visit;
    return (size_t)visit->sitting->steps[visit->at].order[place];
}

/* Where a finger means the words that stand at `place`. */
static void tap_words(size_t place)
{
    const struct item *item = visit_item(visitor.journey.visit);
    char id[80];
    snprintf(id, sizeof id, "text-%.*s", SPAN_ARGS(item->options[line_at(place)].value));
    const struct node *text = node_find(laid_out(), span_of(id));
    assert_non_null(text);
    const int x = text->box.x + text->lines->width_px / 2;
    visitor_wait(&visitor, 1000);
    tap_at(x, text->box.y + text->box.height / 2);
}

static void the_words_of_a_line_are_most_first_and_then_least(void **state)
{
    (void)state;
    come_to_lines();
    tap_words(2);
    assert_int_equal(pair()[PAIR_BEST], line_at(2));
    assert_int_equal(pair()[PAIR_WORST], NOT_PICKED);
    tap_words(0);
    assert_int_equal(pair()[PAIR_WORST], line_at(0));
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_GIVEN);
    tap_words(0); /* and take back what they gave */
    assert_int_equal(pair()[PAIR_WORST], NOT_PICKED);
    tap_words(2);
    assert_int_equal(pair()[PAIR_BEST], NOT_PICKED);
}

/* Nobody loses a choice by touching a third line: it says what to do. */
static void the_words_of_a_third_line_say_why_nothing_changes(void **state)
{
    (void)state;
    come_to_lines();
    tap_words(0);
    tap_words(1);
    tap_words(3);
    assert_int_equal(pair()[PAIR_BEST], line_at(0));
    assert_int_equal(pair()[PAIR_WORST], line_at(1));
    assert_int_equal(visitor.journey.told, REASON_BOTH_CHOSEN);
    assert_non_null(node_find(laid_out(), SPAN("told")));
}

/* A finger that misses a circle by a little does not choose another side by it. */
static void beside_the_words_nothing_is_chosen(void **state)
{
    (void)state;
    come_to_lines();
    const struct node *root = laid_out(),
                      *row = node_find(root, SPAN("labels"))->next->next;
    const struct box least = row->last->first->box, most = row->first->first->box;
    visitor_wait(&visitor, 1000);
    tap_at(least.x - 8, least.y + least.height / 2);
    visitor_wait(&visitor, 1000);
    tap_at(most.x + most.width + 8, most.y + most.height / 2);
    assert_int_equal(visitor.journey.visit->answer.state, ANSWER_NONE);
}

/* Who uses keys or two switches has the circles, and no stop more. */
static void words_are_no_stop_for_keys(void **state)
{
    (void)state;
    come_to_lines();
    const struct node *root = laid_out();
    for (const struct node *node = root; node; node = node_next(root, node))
        assert_false(node->on_words.kind && is_node_control(node));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fifty_taps_a_second_leave_profile_and_receipt_standing),
        TEST(three_quick_taps_seal_and_show_the_profile),
        TEST(the_receipt_is_not_left_at_once),
        TEST(enter_does_not_fall_through_to_the_end),
        TEST(a_steady_hand_is_not_held_up),
        TEST(an_impatient_hand_keeps_its_answer),
        TEST(a_change_of_mind_is_taken_at_once),
        TEST(enter_once_too_often_agrees_to_nothing),
        TEST(the_words_of_a_line_are_most_first_and_then_least),
        TEST(the_words_of_a_third_line_say_why_nothing_changes),
        TEST(beside_the_words_nothing_is_chosen),
        TEST(words_are_no_stop_for_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
