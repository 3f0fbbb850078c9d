/* What a page gives up, and in which order, so that all answers of a question are seen at once. */
#include "even_letters.h"
#include "memory_check.h"
#include "visitor.h"

#include "view/layout/whole.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct visitor visitor;
static struct surface_facts facts;

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

/* A screen of so many millimetres, four pixels each. */
static void stand_before(int width_mm, int height_mm, enum text_size step)
{
    facts = (struct surface_facts){.width_px = width_mm * 4,
                                   .height_px = height_mm * 4,
                                   .px_per_mm = 4,
                                   .step = step};
    visitor.journey.comfort.step = step;
}

static struct node *fitted(void)
{
    facts.room = (struct room){0};
    arena_reset(&visitor.tree);
    return journey_fit(&visitor.tree, &visitor.journey, &facts, &even_letters,
                       visitor.moment);
}

static bool is_on(const struct node *root, const char *id)
{
    return node_find(root, span_of(id)) != NULL;
}

static void the_frame_steps_back_before_the_form_and_the_letters(void **state)
{
    static const struct room large[] = {
        {ROOM_CLOSE, 0},  {ROOM_PLAIN, 0}, {ROOM_COLUMNS, 0},
        {ROOM_FOLDED, 0}, {ROOM_APART, 0}, {ROOM_NUMBERS, 0},
        {ROOM_FOLDED, 1}, {ROOM_APART, 1}, {ROOM_NUMBERS, 1}};
    struct room room = {0};
    (void)state;
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        assert_true(room_tighten(&room, 1, false));
        assert_int_equal(room.rung, large[i].rung);
        assert_int_equal(room.letters_less, large[i].letters_less);
    }
    assert_false(room_tighten(&room, 1, false));
}

/* Nobody asked for the usual letters: they give way before the question leaves the page. */
static void usual_letters_give_way_before_the_question_does(void **state)
{
    (void)state;
    stand_before(217, 125, STEP_NORMAL);
    facts.room.rung = ROOM_FOLDED;
    assert_true(theme_tighten(&facts));
    assert_int_equal(facts.room.rung, ROOM_FOLDED);
    assert_int_equal(facts.room.letters_less, 1);
    stand_before(217, 125, STEP_EXTRA_LARGE);
    facts.room.rung = ROOM_FOLDED;
    assert_true(theme_tighten(&facts));
    assert_int_equal(facts.room.rung, ROOM_APART);
    assert_int_equal(facts.room.letters_less, 0);
}

static void a_usual_screen_gives_up_nothing(void **state)
{
    (void)state;
    stand_before(476, 268, STEP_NORMAL);
    visitor_come(&visitor, VISITOR_CODE);
    visitor_go(&visitor, "drivers:learning_1");
    const struct node *root = fitted();
    assert_int_equal(facts.room.rung, ROOM_USUAL);
    assert_int_equal(facts.room.letters_less, 0);
    assert_true(is_on(root, "line") && is_on(root, "top"));
}

/* The question, "Answer", all answers at once, and back to the question. */
static void where_both_have_no_room_the_question_is_read_first(void **state)
{
    (void)state;
    stand_before(217, 80, STEP_EXTRA_LARGE);
    visitor_come(&visitor, VISITOR_CODE);
    visitor_go(&visitor, "drivers:learning_1");
    const struct node *root = fitted();
    assert_true(is_on(root, "heading") && !is_on(root, "point-1"));
    const struct node *next = node_find(root, SPAN("next"));
    assert_int_equal(next->on_activate.kind, EVENT_WRITE);
    visitor_do(&visitor, EVENT_WRITE, 0, 0);
    root = fitted();
    assert_true(!is_on(root, "heading") && is_on(root, "point-1"));
    assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
    assert_int_equal(node_find(root, SPAN("back"))->on_activate.kind, EVENT_READ);
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    assert_true(node_find(fitted(), SPAN("point-3"))->is_chosen);
    visitor_do(&visitor, EVENT_READ, 0, 0);
    assert_true(is_on(fitted(), "heading"));
    visitor_do(&visitor, EVENT_WRITE, 0, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_false(visitor.journey.visit->is_writing);
}

/* 640 x 480 pixels of 135 mm: nothing there is promised but that the person can go on. */
static void below_the_smallest_screen_there_is_still_a_way_on(void **state)
{
    static const char *const ids[] = {"values:b01", "drivers:learning_1", "situations:s1",
                                      "story:scene_1"};
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    for (int step = 0; step < STEP_COUNT; step++) {
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            stand_before(135, 101, (enum text_size)step);
            visitor_go(&visitor, ids[i]);
            const struct node *next = node_find(fitted(), SPAN("next"));
            assert_non_null(next);
            assert_true(next->box.y + next->box.height <= facts.height_px);
            assert_true(next->box.x + next->box.width <= facts.width_px);
        }
    }
}

static void comfort_says_where_letters_will_be_smaller(void **state)
{
    static const struct {
        int width_mm, height_mm;
        enum text_size step;
        bool is_said;
    } cases[] = {
        {217, 125, STEP_SMALL, false},       {217, 125, STEP_NORMAL, true},
        {344, 194, STEP_LARGE, false},       {344, 194, STEP_EXTRA_LARGE, true},
        {476, 268, STEP_EXTRA_LARGE, false},
    };
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stand_before(cases[i].width_mm, cases[i].height_mm, cases[i].step);
        assert_int_equal(is_on(fitted(), "letters"), cases[i].is_said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_frame_steps_back_before_the_form_and_the_letters),
        cmocka_unit_test(usual_letters_give_way_before_the_question_does),
        cmocka_unit_test_setup_teardown(a_usual_screen_gives_up_nothing, begin, end),
        cmocka_unit_test_setup_teardown(
            where_both_have_no_room_the_question_is_read_first, begin, end),
        cmocka_unit_test_setup_teardown(below_the_smallest_screen_there_is_still_a_way_on,
                                        begin, end),
        cmocka_unit_test_setup_teardown(comfort_says_where_letters_will_be_smaller, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
