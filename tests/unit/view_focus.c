#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct page page;
static struct moment now;

/* Two columns of round choices, a field and a foot. */
static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    now = (struct moment){.steady_ms = 10000};
    struct arena *arena = &page.arena;
    struct node *table = node_row(arena, page.root, SPAN("table"), 40);
    const char *const columns[] = {"best", "worst"};
    for (int c = 0; c < 2; c++) {
        struct node *column = node_column(arena, table, span_of(columns[c]), 5);
        column->is_group = 1;
        for (int i = 0; i < 3; i++)
            node_choice(arena, column, span_format(arena, "%s.%d", columns[c], i),
                        LOOK_ROUND, span_of(columns[c]), 0,
                        (struct event){.kind = 3, .a = c, .b = i});
    }
    struct node *foot = node_row(arena, page.root, SPAN("foot"), 5);
    page_button(&page, foot, "back", 8)->is_way_back = 1;
    node_gap(arena, foot, 0);
    page_button(&page, foot, "next", 9);
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

static struct event point(enum input_kind kind, const char *id, int dx)
{
    const struct box box = page_get(&page, id)->box;
    return give((struct input){
        .kind = kind, .x = box.x + box.width / 2 + dx, .y = box.y + box.height / 2});
}

static void assert_at(const char *id)
{
    const struct span at = node_id_span(&page.focus.at);
    if (!is_span(at, id))
        fail_msg("the focus is at %.*s, not at %s", SPAN_ARGS(at), id);
}

static void the_first_control_has_the_focus(void **state)
{
    (void)state;
    assert_at("best.0");
}

static void next_and_previous_go_round_in_reading_order(void **state)
{
    (void)state;
    const char *const order[] = {"best.1",  "best.2", "worst.0", "worst.1",
                                 "worst.2", "back",   "next",    "best.0"};
    for (size_t i = 0; i < 8; i++) {
        give_kind(INPUT_NEXT);
        assert_at(order[i]);
    }
    give_kind(INPUT_PREVIOUS);
    assert_at("next");
}

static void arrows_go_to_the_nearest(void **state)
{
    (void)state;
    give_kind(INPUT_DOWN);
    assert_at("best.1");
    give_kind(INPUT_RIGHT);
    assert_at("worst.1");
    give_kind(INPUT_LEFT);
    assert_at("best.1");
    give_kind(INPUT_DOWN);
    give_kind(INPUT_DOWN);
    assert_at("back");
    give_kind(INPUT_UP);
    assert_at("best.2");
}

static size_t index_of(const char *const *ids, size_t count)
{
    size_t i = 0;
    while (i < count && !is_focus_at(&page.focus, page_get(&page, ids[i])))
        i++;
    return i;
}

static void every_control_is_reached_by_arrows(void **state)
{
    const char *const ids[] = {"best.0",  "best.1",  "best.2", "worst.0",
                               "worst.1", "worst.2", "back",   "next"};
    const enum input_kind arrows[] = {INPUT_UP, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT};
    bool is_reached[9] = {1};
    (void)state;
    for (size_t round = 0; round < 8; round++) {
        for (size_t i = 0; i < 8 * 4; i++) {
            if (!is_reached[i / 4])
                continue;
            page.focus.at = node_id_of(span_of(ids[i / 4]));
            give_kind(arrows[i % 4]);
            is_reached[index_of(ids, 8)] = 1;
        }
    }
    for (size_t i = 0; i < 8; i++)
        assert_true(is_reached[i]);
    assert_false(is_reached[8]);
}

static void activation_by_key(void **state)
{
    (void)state;
    give_kind(INPUT_DOWN);
    const struct event event = give_kind(INPUT_ACTIVATE);
    assert_int_equal(event.kind, 3);
    assert_int_equal(event.b, 1);
    now.steady_ms += 1000;
    assert_int_equal(give((struct input){.kind = INPUT_TYPE, .text = SPAN(" ")}).kind, 3);
}

static void a_tap_acts_on_release_inside(void **state)
{
    (void)state;
    assert_int_equal(point(INPUT_PRESS, "worst.2", 0).kind, 0);
    assert_true(is_focus_pressing(&page.focus, page_get(&page, "worst.2")));
    assert_int_equal(point(INPUT_RELEASE, "worst.2", 0).b, 2);
    assert_at("worst.2");
}

static void sliding_off_cancels(void **state)
{
    (void)state;
    point(INPUT_PRESS, "worst.2", 0);
    assert_int_equal(point(INPUT_RELEASE, "worst.2", 300).kind, 0);
    point(INPUT_PRESS, "worst.2", 0);
    give_kind(INPUT_CANCEL);
    assert_int_equal(point(INPUT_RELEASE, "worst.2", 0).kind, 0);
}

static void a_second_tap_at_once_is_ignored(void **state)
{
    (void)state;
    point(INPUT_PRESS, "next", 0);
    assert_int_equal(point(INPUT_RELEASE, "next", 0).kind, 9);
    now.steady_ms += 299;
    point(INPUT_PRESS, "next", 0);
    assert_int_equal(point(INPUT_RELEASE, "next", 0).kind, 0);
    now.steady_ms += 1;
    point(INPUT_PRESS, "next", 0);
    assert_int_equal(point(INPUT_RELEASE, "next", 0).kind, 9);
}

static void unavailable_takes_focus_and_does_nothing(void **state)
{
    (void)state;
    page_get(&page, "best.1")->is_unavailable = 1;
    give_kind(INPUT_DOWN);
    assert_at("best.1");
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 0);
}

static void escape_is_the_way_back(void **state)
{
    (void)state;
    assert_int_equal(give_kind(INPUT_BACK).kind, 8);
}

static void sliders_move_by_arrows_and_by_finger(void **state)
{
    (void)state;
    struct node *slider = node_new(&page.arena, page.root, NODE_SLIDER, SPAN("slider"));
    slider->on_activate = PAGE_EVENT(6);
    slider->high = 10;
    page_lay(&page);
    page.focus.at = node_id_of(SPAN("slider"));
    assert_int_equal(give_kind(INPUT_RIGHT).b, 5);
    slider->has_value = 1;
    slider->value = 10;
    assert_int_equal(give_kind(INPUT_RIGHT).b, 10);
    assert_int_equal(give_kind(INPUT_LEFT).b, 9);
    point(INPUT_PRESS, "slider", -400);
    assert_int_equal(point(INPUT_RELEASE, "slider", -400).b, 0);
}

static void a_slider_follows_the_finger(void **state)
{
    (void)state;
    struct node *slider = node_new(&page.arena, page.root, NODE_SLIDER, SPAN("slider"));
    slider->on_activate = PAGE_EVENT(6);
    slider->high = 10;
    page_lay(&page);
    assert_int_equal(point(INPUT_PRESS, "slider", 0).kind, 0);
    const struct event moved = point(INPUT_DRAG, "slider", 400);
    assert_int_equal(moved.kind, 6);
    assert_int_equal(moved.a, 1);
    assert_int_equal(moved.b, 10);
    assert_int_equal(point(INPUT_DRAG, "slider", 0).b, 5);
    /* lifted beside the line and at once: what was seen last stays */
    const struct box box = page_get(&page, "slider")->box;
    const struct event lifted = give((struct input){
        .kind = INPUT_RELEASE, .x = box.x - 50, .y = box.y + 3 * box.height});
    assert_int_equal(lifted.kind, 6);
    assert_int_equal(lifted.a, 0);
    assert_int_equal(lifted.b, 0);
    assert_int_equal(point(INPUT_DRAG, "slider", 400).kind, 0);
    slider->is_unavailable = 1;
    point(INPUT_PRESS, "slider", 0);
    assert_int_equal(point(INPUT_DRAG, "slider", 400).kind, 0);
    assert_int_equal(point(INPUT_RELEASE, "slider", 400).kind, 0);
}

static void focus_is_found_again_by_id(void **state)
{
    (void)state;
    give_kind(INPUT_DOWN);
    page.root = node_column(&page.arena, NULL, SPAN("page"), 4);
    page_button(&page, page.root, "other", 1);
    page_button(&page, page.root, "best.1", 1);
    page_lay(&page);
    assert_at("best.1");
}

static void a_new_screen_begins_where_it_asks_to(void **state)
{
    (void)state;
    page.root = node_column(&page.arena, NULL, SPAN("another"), 4);
    page_button(&page, page.root, "best.0", 1);
    page_button(&page, page.root, "wanted", 1)->is_first_focus = 1;
    page_lay(&page);
    assert_at("wanted");
}

static void a_lost_focus_goes_to_the_first(void **state)
{
    (void)state;
    page.focus.at = node_id_of(SPAN("gone"));
    page_lay(&page);
    assert_at("best.0");
}

static struct node *long_text(void)
{
    page.root = node_column(&page.arena, NULL, SPAN("notice"), 4);
    page_button(&page, page.root, "help", 1);
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = 1;
    body->width = body->height = PAGE_GROW;
    for (int i = 0; i < 60; i++)
        node_text(&page.arena, body, span_format(&page.arena, "t%d", i), TEXT_BODY,
                  SPAN("a line of text"));
    page_button(&page, page.root, "next", 2);
    page_lay(&page);
    return body;
}

static void two_switches_read_long_text_to_its_end(void **state)
{
    (void)state;
    const struct node *body = long_text();
    int steps = 0;
    while (!is_focus_at(&page.focus, page_get(&page, "next")) && steps++ < 20)
        give_kind(INPUT_NEXT);
    assert_true(steps > 2 && steps < 20);
    assert_int_equal(body->scroll_px, body->scroll_max_px);
}

static void a_text_that_nothing_follows_is_read_too(void **state)
{
    (void)state;
    const struct node *body = long_text();
    page_get(&page, "next")->on_activate.kind = 0;
    for (int i = 0; i < 20; i++)
        give_kind(INPUT_NEXT);
    assert_int_equal(body->scroll_px, body->scroll_max_px);
    assert_at("help");
}

static void dragging_scrolls_and_does_not_tap(void **state)
{
    (void)state;
    const struct node *body = long_text();
    give((struct input){.kind = INPUT_PRESS, .x = 500, .y = 700});
    give((struct input){.kind = INPUT_DRAG, .x = 500, .y = 660});
    give((struct input){.kind = INPUT_DRAG, .x = 500, .y = 500});
    assert_int_equal(body->scroll_px, 160);
    assert_int_equal(give((struct input){.kind = INPUT_RELEASE, .x = 500, .y = 500}).kind,
                     0);
}

/* Two groups of lines that can be dragged onto each other, inside a page that may scroll. */
static struct node *lines_of_two_groups(size_t text_count)
{
    struct node *body = long_text();
    body->first = body->last = NULL;
    for (size_t i = 0; i < 4; i++) {
        static const char *const groups[] = {"left", "right"};
        struct node *group =
            i % 2 ? body->last
                  : node_column(&page.arena, body, span_of(groups[i / 2]), 5);
        group->is_group = true;
        struct node *line = node_choice(
            &page.arena, group, span_format(&page.arena, "line.%zu", i), LOOK_CARD,
            SPAN("line"), 0, (struct event){.kind = 3, .a = (int32_t)i});
        line->on_drop = (struct event){.kind = 4, .b = 10 + (int32_t)i};
    }
    for (size_t i = 0; i < text_count; i++)
        node_text(&page.arena, body, span_format(&page.arena, "u%zu", i), TEXT_BODY,
                  SPAN("a line of text"));
    page_lay(&page);
    return body;
}

static struct event drag_onto(const char *id, const char *target)
{
    point(INPUT_PRESS, id, 0);
    point(INPUT_DRAG, target, 0);
    assert_true(is_focus_pressing(&page.focus, page_get(&page, id)));
    return point(INPUT_RELEASE, target, 0);
}

static void a_line_is_dragged_onto_another_of_its_group(void **state)
{
    (void)state;
    lines_of_two_groups(0);
    const struct event event = drag_onto("line.0", "line.1");
    assert_int_equal(event.kind, 4);
    assert_int_equal(event.a, 0);
    assert_int_equal(event.b, 11);
    assert_int_equal(drag_onto("line.0", "line.2").kind, 0);
    assert_int_equal(drag_onto("line.0", "next").kind, 0);
    point(INPUT_PRESS, "line.1", 0);
    point(INPUT_DRAG, "line.0", 0);
    assert_int_equal(point(INPUT_RELEASE, "line.1", 0).kind, 0); /* and back */
    now.steady_ms += 1000;
    point(INPUT_PRESS, "line.1", 0);
    assert_int_equal(point(INPUT_RELEASE, "line.1", 0).kind, 3); /* a tap is still one */
    page_get(&page, "line.0")->is_unavailable = true;
    point(INPUT_PRESS, "line.0", 0);
    point(INPUT_DRAG, "line.1", 0);
    assert_int_equal(point(INPUT_RELEASE, "line.1", 0).kind, 0);
}

static void a_page_that_scrolls_is_not_rearranged(void **state)
{
    (void)state;
    const struct node *body = lines_of_two_groups(60);
    assert_true(body->scroll_max_px > 0);
    point(INPUT_PRESS, "line.1", 0);
    point(INPUT_DRAG, "line.0", 0);
    assert_int_equal(point(INPUT_RELEASE, "line.0", 0).kind, 0);
    assert_false(page.focus.touches.all[0].is_moving);
}

static void the_arrow_scrolls_a_page(void **state)
{
    (void)state;
    const struct node *body = long_text();
    const struct box arrow = scroll_arrow(body, 1);
    assert_true(arrow.width >= 50);
    give((struct input){.kind = INPUT_PRESS, .x = arrow.x + 5, .y = arrow.y + 5});
    assert_int_equal(body->scroll_px, scroll_page_px(body));
}

static struct event press_at(int x, int y)
{
    return give((struct input){.kind = INPUT_PRESS, .x = x, .y = y});
}

static void the_track_scrolls_a_page_and_the_thumb_follows_the_hand(void **state)
{
    (void)state;
    const struct node *body = long_text();
    const struct box track = scroll_track(body);
    const int x = track.x + track.width / 2, end = track.y + track.height;
    press_at(x, end - 3);
    assert_int_equal(body->scroll_px, scroll_page_px(body));
    press_at(x, track.y + 1);
    assert_int_equal(body->scroll_px, 0);
    press_at(x, track.y + 5);
    give((struct input){.kind = INPUT_DRAG, .x = x, .y = track.y + 5 + track.height / 4});
    const int whole = body->scroll_max_px + body->box.height;
    assert_in_range(body->scroll_px, whole / 4 - 10, whole / 4 + 10);
    give((struct input){
        .kind = INPUT_DRAG, .x = 3, .y = 5000}); /* beside it, and too far */
    assert_int_equal(body->scroll_px, body->scroll_max_px);
    const struct box thumb = scroll_thumb(body);
    assert_in_range(thumb.y + thumb.height, end - 2, end);
    give((struct input){.kind = INPUT_DRAG, .x = x, .y = track.y + 5});
    assert_int_equal(body->scroll_px, 0);
    give((struct input){.kind = INPUT_RELEASE, .x = x, .y = track.y + 5});
    give((struct input){.kind = INPUT_DRAG, .x = x, .y = end});
    assert_int_equal(body->scroll_px, 0);
}

static void wheel_and_page_keys_scroll(void **state)
{
    (void)state;
    const struct node *body = long_text();
    give((struct input){.kind = INPUT_WHEEL, .x = 500, .y = 500, .clicks = 2});
    assert_int_equal(body->scroll_px, 2 * 20 * 4); /* 20 mm each */
    give((struct input){.kind = INPUT_WHEEL, .x = 500, .y = 5, .clicks = -1});
    assert_int_equal(body->scroll_px, 20 * 4); /* beside it, where nothing else scrolls */
    give_kind(INPUT_PAGE_DOWN);
    assert_int_equal(body->scroll_px, 20 * 4 + scroll_page_px(body));
    give_kind(INPUT_PAGE_UP);
    assert_int_equal(body->scroll_px, 20 * 4);
    give_kind(INPUT_END);
    assert_int_equal(body->scroll_px, body->scroll_max_px);
    give_kind(INPUT_HOME);
    assert_int_equal(body->scroll_px, 0);
    assert_at("help"); /* who only looks further stays where they are */
}

static bool is_ringed(const char *id)
{
    return page.focus.is_keyed && is_focus_at(&page.focus, page_get(&page, id));
}

/* What stands first is not chosen by somebody who has not seen that it has the focus. */
static void the_first_key_shows_where_the_focus_is(void **state)
{
    static const enum input_kind keys[] = {INPUT_DOWN, INPUT_NEXT, INPUT_RIGHT,
                                           INPUT_ACTIVATE};
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        page.focus.is_keyed = false;
        page.focus.at = node_id_of(SPAN("best.0"));
        page_lay(&page);
        assert_int_equal(give_kind(keys[i]).kind, 0);
        assert_true(is_ringed("best.0"));
    }
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 3);
    point(INPUT_PRESS, "worst.1", 0);
    assert_false(is_ringed("worst.1"));
    assert_int_equal(point(INPUT_RELEASE, "worst.1", 0).kind, 3);
    give((struct input){.kind = INPUT_TYPE, .text = SPAN(" ")});
    assert_true(is_ringed("worst.1"));
    now.steady_ms += 1000;
    assert_int_equal(give((struct input){.kind = INPUT_TYPE, .text = SPAN(" ")}).kind, 3);
}

/* Enter means the button of the page also for somebody who has used no key before. */
static void the_first_enter_presses_a_button(void **state)
{
    (void)state;
    page.focus.is_keyed = false;
    page.focus.at = node_id_of(SPAN("next"));
    page_lay(&page);
    assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 9);
}

static void who_comes_back_is_at_the_answer_given(void **state)
{
    (void)state;
    page_get(&page, "best.0")->is_first_focus = true;
    page_get(&page, "best.2")->is_chosen = true;
    page_get(&page, "worst.1")->is_chosen = true;
    page.root->id = SPAN("the same question again");
    page_lay(&page);
    assert_at("best.2");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* A text that is longer than the page: who waits for its end has the focus when it was shown,
 * whatever showed it, and once only. */
static void the_way_on_waits_until_all_was_shown(void **state)
{
    (void)state;
    (void)long_text();
    page_get(&page, "next")->waits_for_end = true;
    int pages = 0;
    while (!is_span(node_id_span(&page.focus.at), "next") && pages++ < 60) {
        assert_at("help");
        give_kind(INPUT_DOWN);
    }
    assert_in_range(pages, 2, 59);
    for (int i = 0; i < 60 && is_span(node_id_span(&page.focus.at), "next"); i++)
        give_kind(INPUT_PREVIOUS); /* back over the text first */
    assert_at("help");
}

/* Somebody who has found Enter and nothing else. */
static void enter_reads_on_before_it_leads_on(void **state)
{
    static const enum input_kind keys[] = {INPUT_ACTIVATE, INPUT_DOWN};
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        int pages = 0;
        page_close(&page);
        page_open(&page);
        (void)long_text();
        page_get(&page, "next")->waits_for_end = true;
        page.focus.at = node_id_of(SPAN("next"));
        while (!page.focus.is_at_end && pages++ < 60) {
            assert_at("next");
            now.steady_ms += 400;
            assert_int_equal(give_kind(keys[i]).kind, 0);
        }
        assert_in_range(pages, 2, 59);
        now.steady_ms += 400;
        assert_int_equal(give_kind(INPUT_ACTIVATE).kind, 2);
    }
}

static void the_way_on_of_a_short_page_waits_for_nothing(void **state)
{
    (void)state;
    page_get(&page, "next")->waits_for_end = true;
    page_lay(&page);
    assert_at("next");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_control_has_the_focus),
        TEST(next_and_previous_go_round_in_reading_order),
        TEST(arrows_go_to_the_nearest),
        TEST(every_control_is_reached_by_arrows),
        TEST(activation_by_key),
        TEST(a_tap_acts_on_release_inside),
        TEST(sliding_off_cancels),
        TEST(a_second_tap_at_once_is_ignored),
        TEST(unavailable_takes_focus_and_does_nothing),
        TEST(escape_is_the_way_back),
        TEST(sliders_move_by_arrows_and_by_finger),
        TEST(a_slider_follows_the_finger),
        TEST(focus_is_found_again_by_id),
        TEST(a_new_screen_begins_where_it_asks_to),
        TEST(a_lost_focus_goes_to_the_first),
        TEST(two_switches_read_long_text_to_its_end),
        TEST(a_text_that_nothing_follows_is_read_too),
        TEST(dragging_scrolls_and_does_not_tap),
        TEST(a_line_is_dragged_onto_another_of_its_group),
        TEST(a_page_that_scrolls_is_not_rearranged),
        TEST(the_arrow_scrolls_a_page),
        TEST(the_track_scrolls_a_page_and_the_thumb_follows_the_hand),
        TEST(wheel_and_page_keys_scroll),
        TEST(the_first_key_shows_where_the_focus_is),
        TEST(the_first_enter_presses_a_button),
        TEST(who_comes_back_is_at_the_answer_given),
        TEST(the_way_on_waits_until_all_was_shown),
        TEST(enter_reads_on_before_it_leads_on),
        TEST(the_way_on_of_a_short_page_waits_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
