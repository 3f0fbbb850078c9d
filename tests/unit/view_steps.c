/* Whoever uses a keyboard: where Tab and the arrows lead, and where somebody comes back to. */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct page page;

static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    page_close(&page);
    return 0;
}

static struct event give_kind(enum input_kind kind)
{
    struct event event;
    const struct input input = {.kind = kind, .moment = {.steady_ms = 10000}};
    (void)focus_input(&page.focus, page.root, &input, &event);
    page_lay(&page);
    return event;
}

static void assert_at(const char *id)
{
    const struct span at = node_id_span(&page.focus.at);
    if (!is_span(at, id))
        fail_msg("the focus is at %.*s, not at %s", SPAN_ARGS(at), id);
}

/* What the ring stands round: a control, or a row of keys. */
static void assert_place(const char *id)
{
    const struct node *place = focus_place(&page.focus, page.root);
    assert_non_null(place);
    if (!is_span(place->id, id))
        fail_msg("the ring is at %.*s, not at %s", SPAN_ARGS(place->id), id);
}

static void lay_screen(const char *id, bool lies_above)
{
    page.root->lies_above = lies_above;
    page.root->id = span_of(id);
    page_lay(&page);
}

/* Help, and the warning that may come over it, lead back to the control that was left. */
static void what_lay_above_leads_back_to_where_one_was(void **state)
{
    (void)state;
    page_button(&page, page.root, "best.0", 1)->is_first_focus = true;
    page_button(&page, page.root, "worst.1", 2);
    page_lay(&page);
    give_kind(INPUT_NEXT);
    lay_screen("help", true);
    assert_at("best.0");
    give_kind(INPUT_NEXT);
    lay_screen("idle", true);
    lay_screen("help", true);
    lay_screen("page", false);
    assert_at("worst.1");
    lay_screen("another page", false);
    assert_at("best.0");
    lay_screen("page", false); /* which is no way back from something above */
    assert_at("best.0");
}

/* Two columns that are far apart, above a foot whose middle is nearer to the lower lines. */
static void sideways_is_along_the_line(void **state)
{
    (void)state;
    struct arena *arena = &page.arena;
    for (int i = 0; i < 3; i++) {
        struct node *row = node_row(arena, page.root, span_format(arena, "row.%d", i), 5);
        row->width = PAGE_GROW;
        for (int side = 0; side < 2; side++) {
            struct node *choice = node_choice(
                arena, row, span_format(arena, side ? "worst.%d" : "best.%d", i),
                LOOK_ROUND, SPAN(""), side == 0, PAGE_EVENT(3));
            choice->is_taken = side == 1;
            if (side == 0)
                node_gap(arena, row, 0);
        }
    }
    struct node *foot = node_row(arena, page.root, SPAN("foot"), 5);
    node_gap(arena, foot, 60);
    page_button(&page, foot, "why", 8);
    page_lay(&page);
    page.focus.at = node_id_of(SPAN("best.2"));
    give_kind(INPUT_RIGHT);
    assert_at("worst.2");
    give_kind(INPUT_LEFT);
    assert_at("best.2");
    give_kind(INPUT_LEFT); /* nothing stands there: as one reads */
    assert_at("worst.1");
    give_kind(INPUT_RIGHT);
    assert_at("best.2");
    page.focus.at =
        node_id_of(SPAN("best.0")); /* the first answer: above it stands no other */
    give_kind(INPUT_LEFT);
    assert_at("best.0");
    page.focus.at = node_id_of(SPAN("worst.2"));
    give_kind(INPUT_RIGHT);
    assert_at("worst.2");
    give_kind(INPUT_DOWN); /* which leads out of them */
    assert_at("why");
}

/* Two tools on top, then lines that scroll with a control at the right of each, then a foot whose
 * control is straight below the first. */
static struct node *list_page(void)
{
    page_close(&page); /* of the round before */
    page_open(&page);
    struct arena *arena = &page.arena;
    struct node *top = node_row(arena, page.root, SPAN("top"), 5);
    page_button(&page, top, "comfort", 1);
    page_button(&page, top, "help", 2);
    struct node *body = node_column(arena, page.root, SPAN("body"), 5);
    body->is_scroller = true;
    body->width = body->height = PAGE_GROW;
    page_button(&page, body, "jump", 3);
    for (int i = 0; i < 60; i++) {
        struct node *row = node_row(arena, body, span_format(arena, "row.%d", i), 5);
        row->width = PAGE_GROW;
        node_gap(arena, row, 0);
        struct span id = span_format(arena, "change.%d", i);
        node_button(arena, row, id, LOOK_PLAIN, id, PAGE_EVENT(4));
    }
    page_button(&page, page.root, "back", 5);
    page_lay(&page);
    return body;
}

static bool is_focus_seen(void)
{
    const struct node *at = node_find(page.root, node_id_span(&page.focus.at));
    return at && at->clip.width > 0 && at->clip.height >= at->box.height;
}

static void a_list_that_scrolls_is_stepped_through_in_sight(void **state)
{
    static const enum input_kind keys[] = {INPUT_NEXT, INPUT_DOWN};
    char id[NODE_ID_BYTES];
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        list_page();
        assert_at("comfort");
        give_kind(INPUT_NEXT);
        assert_at("help");
        give_kind(INPUT_NEXT);
        assert_at("jump");
        for (int line = 0; line < 60; line++) {
            give_kind(keys[i]);
            snprintf(id, sizeof id, "change.%d", line);
            assert_at(id);
            assert_true(is_focus_seen());
        }
        give_kind(keys[i]);
        assert_at("back");
        give_kind(INPUT_NEXT);
        assert_at("comfort");
    }
}

/* The receipt in very large letters: its number stood above the upper edge, because the focus
 * was on the button below. */
static void a_page_begins_at_its_top_until_a_key_is_pressed(void **state)
{
    (void)state;
    struct node *body = list_page();
    node_find(page.root, SPAN("change.40"))->is_first_focus = true;
    page.root->id = SPAN("the next page");
    page.focus.is_keyed = false;
    page_lay(&page);
    assert_at("change.40");
    assert_int_equal(body->scroll_px, 0);
    give_kind(INPUT_NEXT); /* which shows where the focus is */
    assert_at("change.40");
    assert_true(is_focus_seen());
    assert_true(body->scroll_px > 0);
    page.root->id = SPAN("one more page");
    page_lay(&page);
    assert_true(is_focus_seen());
}

static void what_was_asked_for_is_seen_without_keys(void **state)
{
    (void)state;
    struct node *body = list_page();
    struct node *line = node_find(page.root, SPAN("change.40"));
    line->is_first_focus = line->is_looked_for = true;
    page.root->id = SPAN("the list again");
    page.focus.is_keyed = false;
    page_lay(&page);
    assert_at("change.40");
    assert_true(body->scroll_px > 0);
    assert_true(is_focus_seen());
}

static void writing_page(void)
{
    static const struct event typed = {.kind = 7}, key = {.kind = 8};
    struct node *field = node_new(&page.arena, page.root, NODE_FIELD, SPAN("field"));
    field->on_type = typed;
    field->is_first_focus = true;
    static const char *const ids[2][2] = {{"key-a", "key-b"}, {"key-c", "key-d"}};
    struct node *keys = node_column(&page.arena, page.root, SPAN("keys"), 3);
    for (int i = 0; i < 2; i++) {
        struct node *row =
            node_row(&page.arena, keys, span_format(&page.arena, "keys-%d", i + 1), 3);
        for (int j = 0; j < 2; j++)
            node_button(&page.arena, row, span_of(ids[i][j]), LOOK_KEY, SPAN("k"), key);
    }
    page_button(&page, page.root, "prefer-not", 1);
    page_lay(&page);
}

static void type_text(const char *text)
{
    struct event event;
    (void)focus_input(&page.focus, page.root,
                      &(struct input){.kind = INPUT_TYPE, .text = span_of(text)}, &event);
    page_lay(&page);
}

/* Whoever has letters of their own passes over those on the screen; arrows lead to them. */
static void tab_leaves_the_field_of_somebody_who_types(void **state)
{
    (void)state;
    writing_page();
    type_text("x");
    give_kind(INPUT_NEXT);
    assert_at("prefer-not");
    give_kind(INPUT_PREVIOUS);
    assert_at("field");
    page.focus.at = node_id_of(SPAN("key-a"));
    give_kind(INPUT_RIGHT);
    assert_at("key-b");
    give_kind(INPUT_NEXT);
    assert_at("prefer-not");
}

/* Two switches have no other way to a letter. The letters that were typed on the page before, such
 * as a code that was scanned, prove nothing here. */
static void two_switches_reach_every_key(void **state)
{
    (void)state;
    writing_page();
    type_text("x");
    page.root->id = SPAN("the next page");
    page_lay(&page);
    give_kind(INPUT_NEXT);
    assert_place("keys-1");
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 0); /* into the row */
    assert_place("key-a");
    give_kind(INPUT_NEXT);
    assert_place("key-b");
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 8);
    assert_place("keys-1"); /* from where every row is near */
    give_kind(INPUT_NEXT);
    assert_place("keys-2");
    give_kind(INPUT_ACTIVATE);
    assert_place("key-c");
    give_kind(INPUT_NEXT);
    assert_place("key-d");
    give_kind(
        INPUT_NEXT); /* whoever went too far is back at the row, and goes in again */
    assert_place("keys-2");
    give_kind(INPUT_ACTIVATE);
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 8);
    assert_place("keys-1");
    for (int i = 0; i < 2; i++)
        give_kind(INPUT_NEXT);
    assert_place("prefer-not");
    give_kind(INPUT_PREVIOUS);
    assert_place("keys-2");
}

/* Arrows go from key to key; Tab then leaves all of them at once. */
static void arrows_walk_over_the_keys_which_are_one_stop(void **state)
{
    (void)state;
    writing_page();
    give_kind(INPUT_NEXT);
    give_kind(INPUT_RIGHT);
    assert_place("key-a");
    give_kind(INPUT_RIGHT);
    assert_place("key-b");
    give_kind(INPUT_DOWN);
    assert_place("key-d");
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 8);
    assert_place("key-d");
    give_kind(INPUT_NEXT);
    assert_place("prefer-not");
}

/* Two questions of three answers each, then the ways back and on. */
static void answers_page(void)
{
    struct node *first = node_column(&page.arena, page.root, SPAN("first"), 3);
    struct node *second = node_column(&page.arena, page.root, SPAN("second"), 3);
    first->is_group = second->is_group = true;
    for (int i = 0; i < 3; i++) {
        const struct span id = span_format(&page.arena, "a.%d", i);
        node_choice(&page.arena, first, id, LOOK_CARD, id, false, PAGE_EVENT(1));
    }
    for (int i = 0; i < 3; i++) {
        const struct span id = span_format(&page.arena, "b.%d", i);
        node_choice(&page.arena, second, id, LOOK_CARD, id, i == 1, PAGE_EVENT(2));
    }
    page_button(&page, page.root, "back", 3);
    struct node *next = node_button(&page.arena, page.root, SPAN("next"), LOOK_PRIMARY,
                                    SPAN("next"), PAGE_EVENT(4));
    next->is_way_on = true;
    page_lay(&page);
}

/* As in forms everywhere, once an arrow has told that there are arrows; two switches go to each. */
static void answers_of_a_question_are_one_stop_for_whoever_has_arrows(void **state)
{
    (void)state;
    answers_page();
    give_kind(INPUT_NEXT);
    assert_at("a.1");
    give_kind(INPUT_DOWN);
    assert_at("a.2");
    give_kind(INPUT_NEXT);
    assert_at("b.1"); /* the one that is chosen */
    give_kind(INPUT_NEXT);
    assert_at("back");
    give_kind(INPUT_PREVIOUS);
    assert_at("b.1");
    give_kind(INPUT_PREVIOUS);
    assert_at("a.2");
}

static void ctrl_and_enter_go_on_from_wherever_one_is(void **state)
{
    (void)state;
    answers_page();
    assert_int_equal(give_kind(INPUT_ON).kind, 4);
    assert_at("a.0");
    node_find(page.root, SPAN("next"))->is_way_on = false;
    assert_int_equal(give_kind(INPUT_ON).kind, 0);
}

/* Capitals and signs are other keys in the same row. */
static void a_row_whose_keys_change_keeps_the_focus(void **state)
{
    (void)state;
    writing_page();
    give_kind(INPUT_NEXT);
    struct node *key = node_find(page.root, SPAN("key-a"));
    key->id = SPAN("key-A");
    page_lay(&page);
    assert_place("keys-1");
    assert_at("key-A");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_lay_above_leads_back_to_where_one_was),
        TEST(sideways_is_along_the_line),
        TEST(a_list_that_scrolls_is_stepped_through_in_sight),
        TEST(a_page_begins_at_its_top_until_a_key_is_pressed),
        TEST(what_was_asked_for_is_seen_without_keys),
        TEST(tab_leaves_the_field_of_somebody_who_types),
        TEST(two_switches_reach_every_key),
        TEST(arrows_walk_over_the_keys_which_are_one_stop),
        TEST(answers_of_a_question_are_one_stop_for_whoever_has_arrows),
        TEST(ctrl_and_enter_go_on_from_wherever_one_is),
        TEST(a_row_whose_keys_change_keeps_the_focus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
