/* Whoever wants to stop finds it at once, wherever they are, and nothing is lost by mistake. */
#include "even_letters.h"
#include "visitor_checks.h"

#include "view/layout/layout.h"
#include "view/layout/settle.h"

static const struct {
    int width_mm, height_mm;
} screens[] = {{217, 136}, {222, 130}, {344, 194}, {476, 268}, {268, 476}};

static void tap(const char *id)
{
    const struct event event = control(id)->on_activate;
    visitor_event(&visitor, &event);
}

static bool is_there(const char *id)
{
    return node_find(visitor_look(&visitor), span_of(id)) != NULL;
}

/* One touch leads to the break and the end, and one back. */
static void check_ways(enum screen_kind screen)
{
    check_screen(screen);
    tap("break");
    check_screen(SCREEN_BREAK);
    assert_true(is_there("pause") && is_there("keep") && is_there("erase"));
    assert_true(control("next")->is_way_back && control("next")->is_first_focus);
    tap("next");
    check_screen(screen);
}

static void from_every_page_the_end_is_one_touch_away(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    check_ways(SCREEN_ITEM);
    while (visitor.journey.screen != SCREEN_PART)
        tap("next");
    check_ways(SCREEN_PART);
    visitor_go(&visitor, "values:b01");
    tap("next");
    check_ways(SCREEN_BLANK);
    visitor_hurry(&visitor);
    check_ways(SCREEN_CHECK);
    tap("next");
    check_ways(SCREEN_REDO);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_ways(SCREEN_FINISH);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    tap("help");
    tap("break");
    check_screen(SCREEN_BREAK);
}

static struct node *seen(size_t at, enum text_size step)
{
    struct scrolls scrolls = {0};
    struct surface_facts facts = {.width_px = screens[at].width_mm * 4,
                                  .height_px = screens[at].height_mm * 4,
                                  .px_per_mm = 4,
                                  .step = step};
    visitor.journey.comfort.step = step;
    arena_reset(&visitor.tree);
    struct node *root = journey_fit(&visitor.tree, &visitor.journey, &facts,
                                    &even_letters, visitor.moment);
    settle_run(root, &facts, &scrolls);
    return root;
}

static void check_seen(const struct node *root, const char *id)
{
    const struct node *node = node_find(root, span_of(id));
    assert_non_null(node);
    assert_int_equal(node->clip.height, node->box.height);
    assert_int_equal(node->clip.width, node->box.width);
}

/* No scrolling stands before it, on any screen in any letters. */
static void it_is_in_sight_at_every_size(void **state)
{
    static const char *const items[] = {"values:b01", "drivers:learning_1",
                                        "story:contribute"};
    (void)state;
    visitor_begin(&visitor);
    for (size_t at = 0; at < sizeof screens / sizeof *screens; at++)
        for (int step = 0; step < STEP_COUNT; step++)
            for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
                visitor_go(&visitor, items[i]);
                check_seen(seen(at, (enum text_size)step), "break");
                tap("break");
                check_seen(seen(at, (enum text_size)step), "pause");
                check_seen(seen(at, (enum text_size)step), "keep");
                tap("next");
            }
}

static void stopping_keeps_and_says_until_when(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    tap("break");
    tap("keep");
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.suspended_count, 1);
    check_text("heading", "Your place is kept");
    assert_true(visitor.has_draft);
}

/* Three touches, of which the last has the safe way in front; and then the code is not lost. */
static void nothing_is_erased_by_mistake(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    tap("break");
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0); /* not from there */
    check_screen(SCREEN_BREAK);
    tap("erase");
    check_screen(SCREEN_ERASE);
    assert_true(control("next")->is_first_focus);
    tap("next");
    check_screen(SCREEN_BREAK);
    assert_int_equal(visitor.dropped_count, 0);
    tap("erase");
    tap("erase-sure");
    check_screen(SCREEN_WIPED);
    assert_int_equal(visitor.dropped_count, 1);
    check_text("text", "Your code still works");
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    visitor_come(&visitor, VISITOR_CODE);
    check_screen(SCREEN_NOTICE);
}

/* Whoever stands there may be somebody else: they are told how, and can end nothing. */
static void a_hidden_page_says_how_and_lets_nobody_else(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    tap("break");
    tap("pause");
    check_screen(SCREEN_HIDDEN);
    check_text("text", "You can leave");
    check_text("text", "To stop or erase, type the code first.");
    assert_false(is_there("break") || is_there("keep") || is_there("erase"));
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    visitor_do(&visitor, EVENT_OPEN_ERASE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_SURE, 0, 0);
    check_screen(SCREEN_HIDDEN);
    assert_int_equal(visitor.suspended_count + visitor.dropped_count, 0);
}

/* ---- words that are not to be kept ---- */

static void write_and_decline(void)
{
    visitor_begin(&visitor);
    visitor_go(&visitor, "story:contribute");
    visitor_type(&visitor, "I would ask the crew.");
    assert_false(is_there("unkept"));
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
}

static void what_becomes_of_the_words_is_said_before(void **state)
{
    (void)state;
    write_and_decline();
    check_text("unkept", "If you go on, your words are not kept.");
    check_text("field", "I would ask the crew.");
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0); /* the way back that is named there */
    assert_false(is_there("unkept"));
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    const struct answer *answer = visitor_answer(&visitor, "story:contribute");
    assert_int_equal(answer->state, ANSWER_DECLINED);
    assert_int_equal(answer->text.count, 0);
}

/* Neither the clock nor a break nor the power takes words that the person has not left. */
static void words_are_there_until_the_person_goes_on(void **state)
{
    (void)state;
    write_and_decline();
    visitor_wait(&visitor, AUTOSAVE_MS);
    assert_true(is_span(visitor_answer(&visitor, "story:contribute")->text,
                        "I would ask the crew."));
    check_text("unkept", "If you go on"); /* on the screen it is as it was */
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    visitor_wait(&visitor, visitor.terminal.warning_s * 1000);
    check_screen(SCREEN_HIDDEN);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_item("story:contribute");
    check_text("field", "I would ask the crew.");
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor_answer(&visitor, "story:contribute")->state,
                     ANSWER_DECLINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(from_every_page_the_end_is_one_touch_away),
        TEST(it_is_in_sight_at_every_size),
        TEST(stopping_keeps_and_says_until_when),
        TEST(nothing_is_erased_by_mistake),
        TEST(a_hidden_page_says_how_and_lets_nobody_else),
        TEST(what_becomes_of_the_words_is_said_before),
        TEST(words_are_there_until_the_person_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
