/* A field, on-screen keys and a way on: keys belong to the text, fingers to what they touch. */
#include "page.h"

#include "view/edit/edit.h"
#include "view/layout/field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct page page;
static struct moment now;

static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    now = (struct moment){.steady_ms = 10000};
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

static void assert_at(const char *id)
{
    const struct span at = node_id_span(&page.focus.at);
    if (!is_span(at, id))
        fail_msg("the focus is at %.*s, not at %s", SPAN_ARGS(at), id);
}

static struct event finger(enum input_kind kind, int pointer, const char *id)
{
    const struct box box = page_get(&page, id)->box;
    return give((struct input){.kind = kind,
                               .pointer = pointer,
                               .x = box.x + box.width / 2,
                               .y = box.y + box.height / 2});
}

/* A field of several lines above everything, with an on-screen key. */
static struct node *field_add(const char *text, size_t caret)
{
    page.root = node_column(&page.arena, NULL, SPAN("writing"), 4);
    struct node *field = node_new(&page.arena, page.root, NODE_FIELD, SPAN("field"));
    field->on_type = PAGE_EVENT(5);
    field->text = span_of(text);
    field->caret = field->anchor = caret;
    field->has_lines = field->is_first_focus = true;
    field->width = PAGE_MM(120);
    struct node *row = node_row(&page.arena, page.root, SPAN("keys"), 4);
    for (int i = 0; i < 4; i++)
        node_button(&page.arena, row, span_format(&page.arena, "key-%d", i), LOOK_KEY,
                    SPAN("k"), (struct event){.kind = 6, .a = i});
    page_button(&page, page.root, "next", 9);
    page_lay(&page);
    return field;
}

static struct event give_text(const char *text)
{
    return give((struct input){.kind = INPUT_TYPE, .text = span_of(text)});
}

static void assert_edit(struct event event, enum edit_kind kind)
{
    assert_int_equal(event.kind, 5);
    assert_int_equal(edit_act_of(&event).kind, kind);
}

static void typing_goes_to_the_field(void **state)
{
    (void)state;
    field_add("", 0);
    page.focus.at = node_id_of(SPAN("next"));
    const struct event event = give_text("é");
    assert_edit(event, EDIT_WRITE);
    assert_true(is_span(event.text, "é"));
    assert_at("field");
    assert_true(is_span(give_text(" ").text, " "));
    assert_edit(give_kind(INPUT_ERASE), EDIT_ERASE);
    assert_edit(give((struct input){.kind = INPUT_ERASE, .has_ctrl = true}),
                EDIT_ERASE_WORD);
    assert_edit(give_kind(INPUT_ERASE_NEXT), EDIT_ERASE_NEXT);
    assert_edit(give_kind(INPUT_ALL), EDIT_ALL);
}

/* "sunny and warm" became "sunnydandwarmd". */
static void a_finger_on_a_key_leaves_the_keys_with_the_text(void **state)
{
    (void)state;
    field_add("sunny", 5);
    assert_int_equal(finger(INPUT_PRESS, 0, "key-1").a, 1);
    assert_int_equal(finger(INPUT_RELEASE, 0, "key-1").kind, 0);
    assert_at("field");
    assert_true(is_span(give_text(" ").text, " "));
    assert_true(is_span(give_kind(INPUT_ACTIVATE).text, "\n"));
    finger(INPUT_PRESS, 0, "next");
    assert_int_equal(finger(INPUT_RELEASE, 0, "next").kind, 9);
    assert_true(is_span(give_text(" ").text, " "));
}

static void tab_leaves_the_text_and_a_letter_leads_back(void **state)
{
    (void)state;
    field_add("sunny", 5);
    give_kind(INPUT_NEXT);
    give_kind(INPUT_ACTIVATE); /* into the row, as with a switch */
    assert_at("key-0");
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 6);
    assert_true(is_span(give_text(" ").text, " ")); /* the space bar is a letter there */
    assert_at("field");
    for (int i = 0; i < 2; i++)
        give_kind(INPUT_NEXT);
    assert_at("next");
    assert_int_equal(give_text(" ").kind, 9);
}

static void who_calls_has_the_focus_once_for_each_call(void **state)
{
    (void)state;
    struct node *field = field_add("sunny", 5);
    page.focus.at = node_id_of(SPAN("next"));
    field->call = 1;
    page_lay(&page);
    assert_at("field");
    page.focus.at = node_id_of(SPAN("next"));
    page_lay(&page);
    assert_at("next");
    field->call = 2;
    page_lay(&page);
    assert_at("field");
}

static void arrows_go_by_letters_words_and_lines(void **state)
{
    (void)state;
    struct node *field = field_add("one two\nthree", 5);
    assert_edit(give_kind(INPUT_LEFT), EDIT_BACK);
    assert_edit(give((struct input){.kind = INPUT_RIGHT, .has_ctrl = true}),
                EDIT_ON_WORD);
    const struct event down = give((struct input){.kind = INPUT_DOWN, .has_shift = true});
    assert_edit(down, EDIT_PLACE);
    assert_int_equal(down.a, 13);
    assert_true(edit_act_of(&down).is_selecting);
    assert_int_equal(give_kind(INPUT_HOME).a, 0);
    assert_int_equal(give_kind(INPUT_END).a, 7);
    assert_int_equal(give_kind(INPUT_UP).a, 0);
    field->caret = field->anchor = 10;
    page_lay(&page);
    assert_int_equal(give_kind(INPUT_UP).a, 2);
    assert_edit(give((struct input){.kind = INPUT_HOME, .has_ctrl = true}), EDIT_FIRST);
    assert_edit(give((struct input){.kind = INPUT_END, .has_ctrl = true}), EDIT_LAST);
    assert_int_equal(give_kind(INPUT_DOWN).a, 13); /* first to the end, and then out */
    field->caret = field->anchor = 13;
    page_lay(&page);
    assert_int_equal(give_kind(INPUT_DOWN).kind, 0);
    assert_at("key-3");
}

static void left_is_left_where_lines_run_to_the_left(void **state)
{
    (void)state;
    page.facts.is_right_to_left = true;
    struct node *field = field_add("", 0);
    assert_edit(give_kind(INPUT_LEFT), EDIT_ON);
    assert_edit(give_kind(INPUT_RIGHT), EDIT_BACK);
    field->text = SPAN("abc"); /* a line that runs to the right all the same */
    page_lay(&page);
    assert_edit(give_kind(INPUT_LEFT), EDIT_BACK);
}

static void enter_goes_on_from_a_field_of_one_line(void **state)
{
    (void)state;
    struct node *field = field_add("sunny", 5);
    field->has_lines = false;
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 0);
    field->on_enter = PAGE_EVENT(9);
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 9);
}

static void a_tap_places_the_caret_and_a_second_selects_the_word(void **state)
{
    (void)state;
    const struct node *field = field_add("one two\nthree", 0);
    const struct box text = field_text(field);
    struct input tap = {
        .kind = INPUT_PRESS, .x = field_px(field, 0, 5) + 1, .y = text.y + 3};
    assert_int_equal(give(tap).kind, 0);
    tap.kind = INPUT_RELEASE;
    struct event event = give(tap);
    assert_edit(event, EDIT_PLACE);
    assert_int_equal(event.a, 5);
    now.steady_ms += 200;
    tap.kind = INPUT_PRESS;
    give(tap);
    tap.kind = INPUT_RELEASE;
    event = give(tap);
    assert_edit(event, EDIT_WORD);
    assert_int_equal(event.a, 5);
    now.steady_ms += 601;
    tap.kind = INPUT_PRESS;
    give(tap);
    tap.kind = INPUT_RELEASE;
    assert_edit(give(tap), EDIT_PLACE);
}

/* 3 4 5 6 with two thumbs gave 35. */
static void every_finger_counts_when_it_goes_down(void **state)
{
    (void)state;
    field_add("", 0);
    give((struct input){
        .kind = INPUT_PRESS, .pointer = 9, .x = 1900, .y = 1070}); /* a palm */
    assert_int_equal(finger(INPUT_PRESS, 0, "key-0").a, 0);
    assert_int_equal(finger(INPUT_PRESS, 1, "key-1").a, 1);
    assert_int_equal(finger(INPUT_RELEASE, 0, "key-0").kind, 0);
    assert_int_equal(finger(INPUT_PRESS, 0, "key-2").a, 2);
    assert_int_equal(finger(INPUT_RELEASE, 1, "key-1").kind, 0);
    assert_int_equal(finger(INPUT_PRESS, 1, "key-3").a, 3);
    assert_true(is_focus_pressing(&page.focus, page_get(&page, "key-2")));
    assert_true(is_focus_pressing(&page.focus, page_get(&page, "key-3")));
    assert_int_equal(finger(INPUT_PRESS, 2, "next").kind, 0);
    assert_int_equal(finger(INPUT_RELEASE, 2, "next").kind, 9);
}

static void a_key_that_is_held_repeats_and_a_hand_that_rests_on_it_ends(void **state)
{
    (void)state;
    field_add("", 0);
    page_get(&page, "key-1")->is_repeated = true;
    finger(INPUT_PRESS, 0, "key-0");
    assert_true(focus_deadline(&page.focus) == INT64_MAX);
    finger(INPUT_PRESS, 4, "key-1");
    int repeats = 0;
    const int64_t begun_ms = now.steady_ms;
    while (focus_deadline(&page.focus) != INT64_MAX && repeats < 10000) {
        assert_true(focus_deadline(&page.focus) > now.steady_ms);
        now.steady_ms = focus_deadline(&page.focus);
        repeats += give_kind(INPUT_TICK).kind == 6;
    }
    assert_in_range(repeats, 100, 2000);
    assert_true(now.steady_ms - begun_ms < 60000);
    finger(INPUT_RELEASE, 4, "key-1");
    now.steady_ms += 1000;
    finger(INPUT_PRESS, 4, "key-1");
    finger(INPUT_RELEASE, 4, "key-1");
    assert_true(focus_deadline(&page.focus) == INT64_MAX);
}

static void a_second_tap_tells_that_it_is_one(void **state)
{
    (void)state;
    field_add("", 0);
    assert_false(finger(INPUT_PRESS, 0, "key-0").is_again);
    now.steady_ms += 99;
    assert_int_equal(finger(INPUT_PRESS, 0, "key-0").kind, 0); /* a trembling hand */
    now.steady_ms += 200;
    assert_true(finger(INPUT_PRESS, 0, "key-0").is_again);
    now.steady_ms += 600;
    assert_false(finger(INPUT_PRESS, 0, "key-0").is_again);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(typing_goes_to_the_field),
        TEST(a_finger_on_a_key_leaves_the_keys_with_the_text),
        TEST(tab_leaves_the_text_and_a_letter_leads_back),
        TEST(who_calls_has_the_focus_once_for_each_call),
        TEST(arrows_go_by_letters_words_and_lines),
        TEST(left_is_left_where_lines_run_to_the_left),
        TEST(enter_goes_on_from_a_field_of_one_line),
        TEST(a_tap_places_the_caret_and_a_second_selects_the_word),
        TEST(every_finger_counts_when_it_goes_down),
        TEST(a_key_that_is_held_repeats_and_a_hand_that_rests_on_it_ends),
        TEST(a_second_tap_tells_that_it_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
