#include "page.h"

#include "view/layout/fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

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

static void assert_box(const char *id, int x, int y, int width, int height)
{
    const struct box box = page_get(&page, id)->box;
    assert_int_equal(box.x, x);
    assert_int_equal(box.y, y);
    assert_int_equal(box.width, width);
    assert_int_equal(box.height, height);
}

static struct node *box_mm(struct node *parent, const char *id, float width, float height)
{
    struct node *node = node_column(&page.arena, parent, span_of(id), 0);
    node->width = PAGE_MM(width);
    node->height = PAGE_MM(height);
    return node;
}

static void a_column_stacks_with_gaps(void **state)
{
    (void)state;
    page.root->padding_mm = 10;
    box_mm(page.root, "a", 50, 20);
    box_mm(page.root, "b", 30, 10);
    page_lay(&page);
    assert_box("page", 0, 0, 1920, 1080);
    assert_box("a", 40, 40, 200, 80);
    assert_box("b", 40, 136, 120, 40);
}

static void growing_shares_by_weight(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    box_mm(row, "fixed", 30, 10);
    struct node *one = box_mm(row, "one", 0, 10), *two = box_mm(row, "two", 0, 10);
    one->width = PAGE_GROW;
    two->width = (struct size){.kind = SIZE_GROW, .value = 2};
    page_lay(&page);
    assert_box("fixed", 0, 0, 120, 40);
    assert_box("one", 120, 0, 600, 40);
    assert_box("two", 720, 0, 1200, 40);
}

static void growing_keeps_to_its_limits(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    struct node *one = box_mm(row, "one", 0, 10), *two = box_mm(row, "two", 0, 10);
    one->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = 60};
    two->width = PAGE_GROW;
    page_lay(&page);
    assert_box("one", 0, 0, 240, 40);
    assert_box("two", 240, 0, 1680, 40);
}

static void a_gap_pushes_apart(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    box_mm(row, "left", 30, 10);
    node_gap(&page.arena, row, 0);
    box_mm(row, "right", 30, 10);
    page_lay(&page);
    assert_box("right", 1800, 0, 120, 40);
}

static void percent_is_of_the_inner_width(void **state)
{
    (void)state;
    page.root->padding_mm = 20;
    box_mm(page.root, "half", 0, 10)->width =
        (struct size){.kind = SIZE_PERCENT, .value = 50};
    page_lay(&page);
    assert_box("half", 80, 80, 880, 40);
}

static void alignment_across(void **state)
{
    (void)state;
    page.root->align = ALIGN_CENTER;
    box_mm(page.root, "middle", 100, 10);
    page.root->justify = ALIGN_END;
    page_lay(&page);
    assert_box("middle", 760, 1040, 400, 40);
}

static void rows_wrap_into_lines(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    row->can_wrap = 1;
    box_mm(row, "a", 200, 10);
    box_mm(row, "b", 200, 20);
    box_mm(row, "c", 200, 10);
    page_lay(&page);
    assert_box("a", 0, 0, 800, 40);
    assert_box("b", 820, 0, 800, 80);
    assert_box("c", 0, 100, 800, 40);
    assert_int_equal(page_get(&page, "row")->box.height, 140);
}

/* Two of 120 mm and the gap of 5 mm between them take 245 mm, a third 370: a millimetre less, and
 * the last one goes into the next line. */
static void wrapping_counts_the_gaps(void **state)
{
    (void)state;
    static const struct {
        float inner_mm;
        int last_x, last_y;
    } cases[] = {{370, 1000, 0}, {369, 0, 60}, {361, 0, 60}, {245, 0, 60}};
    struct node *outer = box_mm(page.root, "outer", 370, 200);
    struct node *row = node_row(&page.arena, outer, SPAN("row"), 5);
    row->can_wrap = 1;
    box_mm(row, "a", 120, 10);
    box_mm(row, "b", 120, 10);
    box_mm(row, "c", 120, 10);
    box_mm(row, "d", 120, 10);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        outer->width = PAGE_MM(cases[i].inner_mm);
        page_lay(&page);
        assert_box("a", 0, 0, 480, 40);
        assert_box("b", 500, 0, 480, 40);
        assert_box("c", cases[i].last_x, cases[i].last_y, 480, 40);
        assert_box("d", cases[i].last_y ? 500 : 0, 60, 480, 40);
    }
    outer->width = PAGE_MM(244);
    page_lay(&page);
    assert_box("b", 0, 60, 480, 40);
    assert_box("c", 0, 120, 480, 40);
}

/* What fits its content grows when that does, with the weight of 1. */
static void a_part_around_what_grows_grows_as_much(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    struct node *around = node_column(&page.arena, row, SPAN("around"), 0);
    box_mm(around, "inside", 0, 10)->width = PAGE_GROW;
    box_mm(row, "beside", 0, 10)->width = PAGE_GROW;
    page_lay(&page);
    assert_box("around", 0, 0, 960, 40);
    assert_box("beside", 960, 0, 960, 40);
}

static void what_has_its_millimetres_keeps_them(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    box_mm(row, "a", 300, 10);
    box_mm(row, "b", 300, 10);
    page_lay(&page);
    assert_box("a", 0, 0, 1200, 40);
    assert_box("b", 1200, 0, 1200, 40); /* seen as outside by view/check */
}

static void heights_add_up_from_inside(void **state)
{
    (void)state;
    struct node *outer = node_column(&page.arena, page.root, SPAN("outer"), 5);
    struct node *low = node_column(&page.arena, outer, SPAN("low"), 0);
    outer->padding_mm = 10;
    low->height.max_mm = 15;
    box_mm(low, "cut", 30, 20);
    box_mm(outer, "whole", 30, 20);
    box_mm(page.root, "below", 30, 10);
    page_lay(&page);
    assert_box("whole", 40, 40 + 60 + 20, 120, 80);
    assert_int_equal(outer->box.height, 40 + 60 + 20 + 80 + 40);
    assert_box("below", 0, 240 + 16, 120, 40);
}

static void a_row_keeps_what_its_parts_and_gaps_need(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    struct node *inner = node_row(&page.arena, row, SPAN("inner"), 10);
    box_mm(inner, "a", 150, 10);
    box_mm(inner, "b", 150, 10);
    box_mm(row, "c", 200, 10);
    page_lay(&page);
    assert_box("inner", 0, 0, 1240, 40);
    assert_box("b", 640, 0, 600, 40);
    assert_box("c", 1240, 0, 800, 40);
}

static void percent_is_of_the_inner_height(void **state)
{
    (void)state;
    page.root->padding_mm = 20;
    struct node *half = box_mm(page.root, "half", 30, 0);
    half->height = (struct size){.kind = SIZE_PERCENT, .value = 50};
    page_lay(&page);
    assert_box("half", 80, 80, 120, 460);
}

/* A card to choose is as high as what stands beside it; the round target of a block is not. */
static void choices_are_as_high_as_their_row(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        enum node_look look;
        bool is_stretched;
    } cases[] = {
        {"card", LOOK_CARD, 1}, {"plain", LOOK_PLAIN, 1}, {"round", LOOK_ROUND, 0}};
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    box_mm(row, "high", 30, 50);
    for (size_t i = 0; i < 3; i++)
        node_choice(&page.arena, row, span_of(cases[i].id), cases[i].look, SPAN("yes"), 0,
                    PAGE_EVENT(1));
    page_lay(&page);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(page_get(&page, cases[i].id)->box.height == 200,
                         cases[i].is_stretched);
}

static void only_what_grows_downwards_is_stretched_in_a_row(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    box_mm(row, "high", 30, 50);
    box_mm(row, "down", 30, 10)->height = PAGE_GROW;
    box_mm(row, "across", 30, 10)->width = PAGE_GROW;
    row->height = PAGE_MM(50);
    page_lay(&page);
    assert_box("down", 120, 0, 120, 200);
    assert_int_equal(page_get(&page, "across")->box.height, 40);
}

static struct node *scale(const char *last)
{
    struct node *row = node_row(&page.arena, page.root, SPAN("scale"), 5);
    row->can_wrap = row->is_group = 1;
    const char *const words[] = {"no", "rather no", "neither", "rather yes", last};
    for (int i = 0; i < 5; i++) {
        struct node *card =
            node_choice(&page.arena, row, span_format(&page.arena, "c%d", i), LOOK_CARD,
                        span_of(words[i]), 0, PAGE_EVENT(1));
        card->width = PAGE_GROW;
    }
    return row;
}

static void scales_stand_side_by_side_where_they_fit(void **state)
{
    (void)state;
    const struct node *row = scale("yes");
    page_lay(&page);
    assert_false(row->is_stacked);
    assert_int_equal(page_get(&page, "c0")->box.y, page_get(&page, "c4")->box.y);
    assert_int_equal(page_get(&page, "c0")->box.width, page_get(&page, "c4")->box.width);
    assert_int_equal(page_get(&page, "c0")->box.height,
                     page_get(&page, "c4")->box.height);
}

static void scales_stack_where_they_do_not(void **state)
{
    (void)state;
    page.facts.width_px = 1080;
    page.facts.step = STEP_EXTRA_LARGE;
    const struct node *row = scale("uncompromisingly yes");
    page_lay(&page);
    assert_true(row->is_stacked);
    assert_int_equal(page_get(&page, "c0")->box.x, page_get(&page, "c4")->box.x);
    assert_int_equal(page_get(&page, "c0")->box.width, 1080);
    assert_true(page_get(&page, "c4")->box.y > page_get(&page, "c0")->box.y);
}

static void text_wraps_and_makes_room(void **state)
{
    (void)state;
    struct node *text =
        node_text(&page.arena, page.root, SPAN("text"), TEXT_BODY,
                  SPAN("twelve long words that cannot stand in one short line"));
    text->width = PAGE_MM(60);
    box_mm(page.root, "below", 10, 10);
    page_lay(&page);
    assert_true(text->lines->count > 2);
    assert_int_equal(text->box.height,
                     (int)text->lines->count * text->lines->line_height_px);
    assert_int_equal(page_get(&page, "below")->box.y, text->box.height + 16);
}

static void text_scales_with_the_step(void **state)
{
    (void)state;
    struct node *text =
        node_text(&page.arena, page.root, SPAN("text"), TEXT_BODY, SPAN("word"));
    page_lay(&page);
    assert_int_equal(text->lines->cap_height_px, 21); /* 5.2 mm */
    page.facts.step = STEP_EXTRA_LARGE;
    page_lay(&page);
    assert_int_equal(text->lines->cap_height_px, 35); /* 8.75 mm */
    page.facts.step = STEP_SMALL;
    page_lay(&page);
    assert_int_equal(text->lines->cap_height_px, 15); /* 3.8 mm */
}

static void text_ends_at_the_column(void **state)
{
    (void)state;
    struct buffer long_text = buffer_init(&page.arena, 4000);
    for (int i = 0; i < 100; i++)
        buffer_text(&long_text, "words ");
    struct node *text = node_text(&page.arena, page.root, SPAN("text"), TEXT_BODY,
                                  buffer_span(&long_text));
    page_lay(&page);
    assert_int_equal(text->box.width, 260 * 4);
    text->style = TEXT_NOTE; /* smaller letters do not make a narrower column */
    page_lay(&page);
    assert_int_equal(text->box.width, 260 * 4);
}

static struct node *scroller(int count)
{
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = 1;
    body->width = body->height = PAGE_GROW;
    for (int i = 0; i < count; i++)
        page_button(&page, body,
                    span_text(&page.arena, span_format(&page.arena, "b%d", i)), 1);
    page_button(&page, page.root, "next", 2);
    return body;
}

static void scrollers_take_what_is_left(void **state)
{
    (void)state;
    const struct node *body = scroller(20);
    page_lay(&page);
    assert_int_equal(body->box.height, 1080 - 92 - 16);
    assert_true(body->scroll_max_px > 0);
    assert_true(body->gutter_px > 0);
    assert_int_equal(page_get(&page, "next")->box.y, 1080 - 92);
    assert_int_equal(page_get(&page, "b19")->clip.height, 0);
}

static void scrollers_that_fit_need_no_arrows(void **state)
{
    (void)state;
    const struct node *body = scroller(3);
    page_lay(&page);
    assert_int_equal(body->scroll_max_px, 0);
    assert_int_equal(body->gutter_px, 0);
}

static void what_fits_to_the_pixel_needs_no_arrows(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 0);
    body->is_scroller = 1;
    body->height = PAGE_MM(40);
    box_mm(body, "inside", 30, 40);
    page_lay(&page);
    assert_int_equal(body->gutter_px, 0);
    body->height = PAGE_MM(39);
    page_lay(&page);
    assert_true(body->gutter_px > 0);
    assert_int_equal(body->scroll_max_px, 4);
}

static void arrows_go_when_there_is_room_again(void **state)
{
    (void)state;
    const struct node *body = scroller(20);
    page_lay(&page);
    assert_true(body->gutter_px > 0);
    page.facts.height_px = 4000;
    page_lay(&page);
    assert_int_equal(body->gutter_px, 0);
    assert_int_equal(body->scroll_max_px, 0);
}

static void the_followed_control_comes_into_view(void **state)
{
    (void)state;
    const struct node *body = scroller(20);
    page_lay(&page);
    page.focus.scrolls.follow = node_id_of(SPAN("b19"));
    page_lay(&page);
    const struct node *last = page_get(&page, "b19");
    assert_int_equal(last->clip.height, last->box.height);
    assert_true(last->box.y + last->box.height <= body->box.y + body->box.height);
    assert_int_equal(scroll_get(&page.focus.scrolls, SPAN("body")), body->scroll_px);
    scroll_put(&page.focus.scrolls, SPAN("body"), 0); /* who scrolls away is not held */
    page_lay(&page);
    assert_int_equal(body->scroll_px, 0);
}

static void what_is_seen_already_scrolls_nothing(void **state)
{
    (void)state;
    const struct node *body = scroller(20);
    static const char *const after[] = {"b19", "b17", "b0", "b2"};
    int seen[4];
    page_lay(&page);
    for (size_t i = 0; i < 4; i++) {
        page.focus.scrolls.follow = node_id_of(span_of(after[i]));
        page_lay(&page);
        seen[i] = body->scroll_px;
    }
    assert_int_equal(seen[0], body->scroll_max_px);
    assert_int_equal(seen[1], seen[0]);
    assert_int_equal(seen[2], 0);
    assert_int_equal(seen[3], 0);
}

/* Of a field that is higher than its scroller, the line of the caret is seen. */
static void a_high_field_shows_the_line_of_its_caret(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    struct node *field = node_new(&page.arena, body, NODE_FIELD, SPAN("field"));
    struct buffer text = buffer_init(&page.arena, 4000);
    for (int i = 0; i < 60; i++)
        buffer_text(&text, "line\n");
    body->is_scroller = 1;
    body->width = body->height = field->width = PAGE_GROW;
    field->text = buffer_span(&text);
    for (size_t i = 0; i < 6; i++) {
        const size_t line = i / 2 * 29;
        field->caret = line * 5 + i % 2;
        scroll_put(&page.focus.scrolls, SPAN("body"), i % 2 ? 10000 : 0);
        page_lay(&page);
        assert_true(field->box.height > body->box.height);
        const int height = field->lines->line_height_px;
        const int at = field->box.y + (int)line * height;
        assert_true(at >= body->box.y);
        assert_true(at + height <= body->box.y + body->box.height);
    }
}

/* A field that has room with some space around it is seen whole. */
static void a_field_that_fits_is_seen_whole(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 0);
    box_mm(body, "above", 30, 300);
    struct node *field = node_new(&page.arena, body, NODE_FIELD, SPAN("field"));
    box_mm(body, "below", 30, 300);
    body->is_scroller = 1;
    body->height = PAGE_MM(100);
    field->text = SPAN("one\ntwo");
    for (int missing = 0; missing < 2; missing++) {
        field->height = PAGE_MM(88 + .25f * (float)missing); /* 6 mm above and below */
        field->caret = missing ? 5 : 6;
        scroll_put(&page.focus.scrolls, SPAN("body"), 0);
        page_lay(&page);
        const int inset = 18, line = field->lines->line_height_px;
        if (missing) /* the line of the caret, and 6 mm below it */
            assert_int_equal(field->box.y + inset + 2 * line + 24, 400);
        else
            assert_int_equal(field->box.y, 24);
    }
}

static void right_to_left_is_mirrored(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    box_mm(row, "first", 30, 10);
    box_mm(row, "second", 50, 10);
    page.facts.is_right_to_left = 1;
    page_lay(&page);
    assert_box("first", 1920 - 120, 0, 120, 40);
    assert_box("second", 1920 - 120 - 20 - 200, 0, 200, 40);
}

static void small_surfaces_halve_the_margin(void **state)
{
    (void)state;
    page.facts.width_px = 1000;
    page.root->padding_mm = 24;
    box_mm(page.root, "a", 10, 10);
    page_lay(&page);
    assert_int_equal(page_get(&page, "a")->box.x, 48);
    assert_int_equal(page_get(&page, "a")->box.y, 96);
}

static void controls_have_the_size_of_a_target(void **state)
{
    (void)state;
    node_button(&page.arena, page.root, SPAN("x"), LOOK_LINK, SPAN("x"), PAGE_EVENT(1));
    page_lay(&page);
    assert_true(page_get(&page, "x")->box.width >= 51);
    assert_true(page_get(&page, "x")->box.height >= 51);
}

static void buttons_side_by_side_are_equally_high(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    page_button(&page, row, "short", 1);
    struct node *other =
        page_button(&page, row, "words that need a line more than the other one has", 2);
    other->width = PAGE_MM(60);
    for (int i = 0; i < 3; i++) {
        row->first->look = i == 1 ? LOOK_PRIMARY : LOOK_PLAIN;
        other->look = i == 2 ? LOOK_PRIMARY : LOOK_PLAIN;
        page_lay(&page);
        assert_true(other->lines->count > 2);
        assert_int_equal(row->first->box.height, other->box.height);
    }
    other->look = LOOK_TOOL;
    page_lay(&page);
    assert_true(row->first->box.height < other->box.height);
}

static void no_lonely_word_ends_a_text(void **state)
{
    (void)state;
    struct node *text = node_text(&page.arena, page.root, SPAN("text"), TEXT_BODY,
                                  SPAN("one two three four five six seven eight nine"));
    text->width = PAGE_MM(106); /* all but the last word fit in one line */
    page_lay(&page);
    assert_int_equal(text->lines->count, 2);
    assert_true(text->lines->lines[1].count > 4); /* not "nine" alone */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_column_stacks_with_gaps),
        TEST(growing_shares_by_weight),
        TEST(growing_keeps_to_its_limits),
        TEST(a_gap_pushes_apart),
        TEST(percent_is_of_the_inner_width),
        TEST(alignment_across),
        TEST(rows_wrap_into_lines),
        TEST(wrapping_counts_the_gaps),
        TEST(a_part_around_what_grows_grows_as_much),
        TEST(what_has_its_millimetres_keeps_them),
        TEST(heights_add_up_from_inside),
        TEST(a_row_keeps_what_its_parts_and_gaps_need),
        TEST(percent_is_of_the_inner_height),
        TEST(choices_are_as_high_as_their_row),
        TEST(only_what_grows_downwards_is_stretched_in_a_row),
        TEST(scales_stand_side_by_side_where_they_fit),
        TEST(scales_stack_where_they_do_not),
        TEST(text_wraps_and_makes_room),
        TEST(text_scales_with_the_step),
        TEST(text_ends_at_the_column),
        TEST(scrollers_take_what_is_left),
        TEST(scrollers_that_fit_need_no_arrows),
        TEST(what_fits_to_the_pixel_needs_no_arrows),
        TEST(arrows_go_when_there_is_room_again),
        TEST(the_followed_control_comes_into_view),
        TEST(what_is_seen_already_scrolls_nothing),
        TEST(a_high_field_shows_the_line_of_its_caret),
        TEST(a_field_that_fits_is_seen_whole),
        TEST(right_to_left_is_mirrored),
        TEST(small_surfaces_halve_the_margin),
        TEST(controls_have_the_size_of_a_target),
        TEST(buttons_side_by_side_are_equally_high),
        TEST(no_lonely_word_ends_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
