/* What Enter and the space bar mean to whoever has a keyboard, and to whoever has two switches. */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct page page;
static struct moment now;

/* Three answers and a foot. */
static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    now = (struct moment){.steady_ms = 10000};
    struct arena *arena = &page.arena;
    struct node *answers = node_column(arena, page.root, SPAN("answers"), 5);
    answers->is_group = answers->is_scroller = answers->stands_together = true;
    for (int i = 0; i < 3; i++)
        node_choice(arena, answers, span_format(arena, "answer.%d", i), LOOK_CARD,
                    SPAN("this one"), false, (struct event){.kind = 3, .a = i});
    struct node *foot = node_row(arena, page.root, SPAN("foot"), 5);
    page_button(&page, foot, "back", 8)->is_way_back = true;
    node_gap(arena, foot, 0);
    page_button(&page, foot, "next", 9)->is_way_on = true;
    page_lay(&page);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    page_close(&page);
    return 0;
}

static struct event give(struct input input)
{
    struct event event;
    input.moment = now;
    (void)focus_input(&page.focus, page.root, &input, &event);
    page_lay(&page);
    return event;
}

static struct event give_kind(enum input_kind kind)
{
    return give((struct input){.kind = kind});
}

static struct event press_space(void)
{
    return give((struct input){.kind = INPUT_TYPE, .text = SPAN(" ")});
}

/* Where something is decided, no key that was pressed once too often decides it. */
static void nothing_is_chosen_before_somebody_moves(void **state)
{
    static const enum input_kind moves[] = {INPUT_NEXT, INPUT_DOWN, INPUT_RIGHT,
                                            INPUT_PREVIOUS};
    (void)state;
    page.root->begins_unfocused = true;
    page_get(&page, "next")->is_first_focus = true;
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        page.root->id = span_format(&page.arena, "something to decide %zu", i);
        page_lay(&page);
        assert_int_equal(page.focus.at.count, 0);
        assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 0);
        assert_int_equal(press_space().kind, 0);
        assert_int_equal(page.focus.at.count, 0);
        assert_int_equal(give_kind(moves[i]).kind, 0);
        assert_true(page.focus.is_keyed &&
                    is_focus_at(&page.focus, page_get(&page, "next")));
        now.steady_ms += 2000;
        assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 9);
    }
}

/* The space bar chooses; Enter, which people press to go on, does not take that back. */
static void enter_on_a_chosen_answer_goes_on(void **state)
{
    (void)state;
    page.focus.is_keyed = true;
    page_lay(&page);
    assert_int_equal(press_space().kind, 3);
    page_get(&page, "answer.0")->is_chosen = true;
    now.steady_ms += 2000;
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 9);
    now.steady_ms += 2000;
    assert_int_equal(press_space().kind, 3); /* which takes it back */
}

/* Whoever has two switches takes an answer back with the one that chose it. */
static void enter_alone_takes_an_answer_back(void **state)
{
    (void)state;
    page.focus.is_keyed = true;
    page_lay(&page);
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 3);
    page_get(&page, "answer.0")->is_chosen = true;
    now.steady_ms += 2000;
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 3);
    now.steady_ms += 2000;
    give_kind(INPUT_DOWN); /* whoever has arrows has a space bar, too */
    give_kind(INPUT_UP);
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 9);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_chosen_before_somebody_moves),
        TEST(enter_on_a_chosen_answer_goes_on),
        TEST(enter_alone_takes_an_answer_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
