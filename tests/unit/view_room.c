/* Who gets the room there is: to the pixel, and when there is too little of it. */
#include "page.h"

#include "view/layout/box.h"
#include "view/layout/share.h"

#include <limits.h>
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

/* Three of 100 mm and two gaps of 5 mm take 310 mm; those that grow take three times the widest. */
static void a_group_stacks_when_a_pixel_is_missing(void **state)
{
    (void)state;
    struct node *outer = box_mm(page.root, "outer", 310, 200);
    struct node *row = node_row(&page.arena, outer, SPAN("row"), 5);
    row->can_wrap = row->is_group = 1;
    for (size_t i = 0; i < 3; i++)
        box_mm(row, "box", 100, 10);
    page_lay(&page);
    assert_false(row->is_stacked);
    outer->width = PAGE_MM(309.75f);
    page_lay(&page);
    assert_true(row->is_stacked);
    row->width = PAGE_GROW;
    for (struct node *box = row->first; box; box = box->next)
        box->width = PAGE_MM(box == row->first ? 100 : 20);
    outer->width = PAGE_MM(310);
    page_lay(&page);
    assert_false(row->is_stacked);
    outer->width = PAGE_MM(309.75f);
    page_lay(&page);
    assert_true(row->is_stacked);
    assert_int_equal(row->first->box.width, 400);
}

/* What cannot be pressed together stands one below the other and goes on below the surface. */
static void where_there_is_no_room_nothing_covers_another(void **state)
{
    (void)state;
    static const float gaps_mm[] = {5, .25f, 0};
    page.facts.height_px = 20;
    for (size_t i = 0; i < 3; i++) {
        const int gap = (int)(4 * gaps_mm[i]);
        struct node *part = node_column(&page.arena, page.root, SPAN("part"), gaps_mm[i]);
        struct node *lines = node_row(&page.arena, part, SPAN("lines"), gaps_mm[i]);
        struct node *column = node_column(&page.arena, part, SPAN("column"), gaps_mm[i]);
        part->padding_mm = column->padding_mm = 3;
        lines->can_wrap = 1;
        node_row(&page.arena, part, SPAN("empty"), gaps_mm[i]);
        for (size_t j = 0; j < 3; j++) {
            box_mm(lines, "line", 300, j == 1 ? 20 : 10);
            box_mm(column, "box", 30, 10);
        }
        page_lay(&page);
        const int high = 40 + 80 + 40 + 2 * gap;
        assert_int_equal(column->box.y, lines->box.y + high + gap);
        assert_int_equal(lines->box.height, high);
        assert_int_equal(column->box.height, 120 + 2 * gap + 24);
        assert_int_equal(part->last->box.height, 0);
        assert_int_equal(part->last->box.y, column->box.y + column->box.height + gap);
        assert_int_equal(part->box.height, high + 144 + 4 * gap + 24);
        page.root->first = page.root->last = NULL;
    }
}

static void a_row_presses_no_part_below_its_content(void **state)
{
    (void)state;
    struct node *outer = box_mm(page.root, "outer", 150, 50);
    struct node *row = node_row(&page.arena, outer, SPAN("row"), 0);
    for (size_t i = 0; i < 2; i++) {
        struct node *part = node_column(&page.arena, row, i ? SPAN("b") : SPAN("a"), 0);
        struct node *inside = node_row(&page.arena, part, SPAN("inside"), 0);
        part->padding_mm = 5;
        box_mm(part, "low", 20, 10);
        inside->can_wrap = true;
        box_mm(inside, "first", 100, 10);
        if (i)
            box_mm(inside, "second", 90, 10);
    }
    page_lay(&page);
    assert_box("a", 0, 0, 440, 120);
    assert_box("b", 440, 0, 440, 160);
}

static void what_grows_in_a_column_keeps_to_its_width(void **state)
{
    (void)state;
    struct node *wide = box_mm(page.root, "wide", 0, 10);
    wide->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = 50};
    struct node *half = box_mm(page.root, "half", 0, 10);
    half->width = (struct size){.kind = SIZE_PERCENT, .value = 50, .max_mm = 60};
    wide->height.max_mm = half->height.max_mm = 100;
    page_lay(&page);
    assert_box("wide", 0, 0, 200, 40);
    assert_box("half", 0, 56, 240, 40);
}

static void percents_in_a_row_are_of_the_row(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    row->width = PAGE_GROW;
    row->height = PAGE_MM(100);
    struct node *third = box_mm(row, "third", 0, 0);
    third->width = (struct size){.kind = SIZE_PERCENT, .value = 30};
    third->height = (struct size){.kind = SIZE_PERCENT, .value = 40};
    third->width.max_mm = 200, third->height.max_mm = 90;
    box_mm(third, "inside", 300, 10);
    box_mm(row, "beside", 30, 10);
    page_lay(&page);
    assert_box("third", 0, 0, 576, 160); /* narrower than what it holds */
    assert_box("beside", 576, 0, 120, 40);
}

static void words_are_not_pressed_together(void **state)
{
    (void)state;
    page.facts.height_px = 20;
    const struct node *first = page_button(&page, page.root, "first", 1);
    const struct node *second = page_button(&page, page.root, "second", 2);
    page_lay(&page);
    assert_int_equal(first->box.height, 72);
    assert_int_equal(second->box.y, 72 + 16);
}

static void who_grows_without_a_weight_has_that_of_1(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    const float weights[] = {0, 1, .5f};
    for (size_t i = 0; i < 3; i++)
        box_mm(row, "part", 0, 10)->width =
            (struct size){.kind = SIZE_GROW, .value = weights[i]};
    page_lay(&page);
    assert_int_equal(row->first->box.width, 768);
    assert_int_equal(row->first->next->box.width, 768);
    assert_int_equal(row->last->box.width, 384);
}

/* Scrollers give way first, down to where two lines can still be read. */
static void a_scroller_is_pressed_to_30_mm(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 0);
    body->is_scroller = 1;
    box_mm(body, "inside", 30, 400);
    box_mm(page.root, "fixed", 30, 260);
    page_lay(&page);
    assert_int_equal(body->box.height, 120);
    assert_int_equal(page_get(&page, "fixed")->box.y, 120 + 16);
}

static void what_has_no_width_of_its_own_takes_none(void **state)
{
    (void)state;
    static const enum node_kind kinds[] = {NODE_RULE, NODE_PROGRESS, NODE_GAP};
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    for (size_t i = 0; i < 3; i++)
        node_new(&page.arena, node_column(&page.arena, row, SPAN("around"), 0), kinds[i],
                 SPAN("thing"));
    page_lay(&page);
    for (const struct node *around = row->first; around; around = around->next)
        assert_int_equal(around->box.width, 0);
}

/* A scroller that fits its content does not push others away for the sake of what grows in it. */
static void a_scroller_that_fits_does_not_grow(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 0);
    struct node *grown = box_mm(page.root, "grown", 30, 0);
    body->is_scroller = 1;
    grown->height = PAGE_GROW;
    struct node *inside = box_mm(body, "inside", 30, 20);
    inside->height = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 20};
    page_lay(&page);
    assert_int_equal(body->box.height, 80);
    assert_int_equal(grown->box.height, 1080 - 80 - 16);
    inside->width = PAGE_GROW;
    page_lay(&page);
    assert_int_equal(body->box.width, 1920);
}

static void assert_same_box(struct box got, int x, int y, int width, int height)
{
    assert_int_equal(got.x, x);
    assert_int_equal(got.y, y);
    assert_int_equal(got.width, width);
    assert_int_equal(got.height, height);
}

static void boxes_meet_join_and_grow(void **state)
{
    (void)state;
    const struct box a = {10, 20, 30, 40}, b = {25, 50, 100, 3}, far = {200, 300, 1, 1};
    const struct box flat = {0, 0, 5, 0};
    assert_same_box(box_meet(a, b), 25, 50, 15, 3);
    assert_same_box(box_meet(b, a), 25, 50, 15, 3);
    assert_same_box(box_meet(a, far), 200, 300, 0, 0);
    assert_same_box(box_join(a, b), 10, 20, 115, 40);
    assert_same_box(box_join(far, a), 10, 20, 191, 281);
    assert_same_box(box_join(a, flat), 10, 20, 30, 40);
    assert_same_box(box_join(flat, a), 10, 20, 30, 40);
    assert_same_box(box_grow(a, 3), 7, 17, 36, 46);
    assert_false(is_box_empty((struct box){0, 0, 1, 1}));
    assert_true(is_box_empty(flat));
    assert_true(is_box_empty((struct box){0, 0, 0, 5}));
}

static void a_box_has_the_points_from_its_first_to_its_last(void **state)
{
    (void)state;
    const struct box box = {10, 20, 30, 40};
    for (int x = 8; x < 43; x++)
        for (int y = 18; y < 63; y++)
            assert_int_equal(has_box_point(box, x, y),
                             x > 9 && x < 40 && y > 19 && y < 60);
}

static void shares_give_way_in_proportion(void **state)
{
    (void)state;
    struct share parts[] = {{.min = 50, .max = INT_MAX, .wish = 150},
                            {.min = 100, .max = INT_MAX, .wish = 100},
                            {.min = 0, .max = INT_MAX, .wish = 100}};
    assert_int_equal(share_room(parts, 3, 250), 0);
    assert_int_equal(parts[0].got, 100);
    assert_int_equal(parts[1].got, 100);
    assert_int_equal(parts[2].got, 50);
    assert_int_equal(share_room(parts, 3, 100), -50);
    assert_int_equal(parts[0].got, 50);
    assert_int_equal(parts[1].got, 100);
    assert_int_equal(parts[2].got, 0);
    assert_int_equal(share_room(parts, 3, 400), 50);
}

static void the_last_pixel_is_shared_too(void **state)
{
    (void)state;
    struct share pressed[] = {{.min = 7, .max = INT_MAX, .wish = 10},
                              {.min = 9, .max = INT_MAX, .wish = 10}};
    assert_int_equal(share_room(pressed, 2, 17), 0);
    assert_int_equal(pressed[0].got + pressed[1].got, 17);
    pressed[1].min = 10; /* gives nothing, and what the first gives is all there is */
    assert_int_equal(share_room(pressed, 2, 18), 0);
    assert_int_equal(pressed[0].got, 8);
    struct share growing[] = {{.max = INT_MAX, .weight = 1},
                              {.max = INT_MAX, .weight = 2}};
    assert_int_equal(share_room(growing, 2, 100), 0);
    assert_int_equal(growing[0].got, 33);
    assert_int_equal(growing[1].got, 67);
}

/* Asked again with other room, the same parts are shared anew. */
static void growers_end_at_their_limits(void **state)
{
    (void)state;
    struct share one = {.max = 60, .weight = .5};
    struct share both[] = {{.min = 30, .max = INT_MAX, .weight = 1},
                           {.max = 40, .weight = 1}};
    assert_int_equal(share_room(&one, 1, 100), 40);
    assert_int_equal(one.got, 60);
    assert_int_equal(share_room(&one, 1, 50), 0);
    assert_int_equal(one.got, 50);
    assert_int_equal(share_room(both, 2, 50), 0);
    assert_int_equal(both[0].got, 30);
    assert_int_equal(both[1].got, 20);
    assert_int_equal(share_room(both, 2, 100), 0);
    assert_int_equal(both[0].got, 60);
    assert_int_equal(both[1].got, 40);
}

/* A row that may grow no higher than a line needs still holds two of very large letters. */
static void a_row_is_never_lower_than_its_words(void **state)
{
    (void)state;
    page.facts.step = STEP_EXTRA_LARGE;
    page.root->height = PAGE_MM(400);
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 0);
    row->height = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = 20};
    struct node *text =
        node_text(&page.arena, row, SPAN("text"), TEXT_BODY,
                  SPAN("twelve long words that cannot stand in one short line"));
    text->width = PAGE_MM(120);
    struct node *below = page_button(&page, page.root, "below", 2);
    page_lay(&page);
    assert_true(text->lines->count >= 2);
    assert_int_equal(row->box.height, text->box.height);
    assert_true(below->box.y >= row->box.y + row->box.height);
    text->text = SPAN("one line");
    page_lay(&page);
    assert_int_equal(row->box.height, 20 * 4);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_group_stacks_when_a_pixel_is_missing),
        TEST(where_there_is_no_room_nothing_covers_another),
        TEST(a_row_presses_no_part_below_its_content),
        TEST(what_grows_in_a_column_keeps_to_its_width),
        TEST(percents_in_a_row_are_of_the_row),
        TEST(words_are_not_pressed_together),
        TEST(who_grows_without_a_weight_has_that_of_1),
        TEST(a_scroller_is_pressed_to_30_mm),
        TEST(what_has_no_width_of_its_own_takes_none),
        TEST(a_scroller_that_fits_does_not_grow),
        TEST(a_row_is_never_lower_than_its_words),
        TEST(boxes_meet_join_and_grow),
        TEST(a_box_has_the_points_from_its_first_to_its_last),
        TEST(shares_give_way_in_proportion),
        TEST(the_last_pixel_is_shared_too),
        TEST(growers_end_at_their_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
