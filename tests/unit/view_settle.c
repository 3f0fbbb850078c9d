/* What of a list comes into view with the control that the focus comes to. */
#include "page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct page page;
static struct node *body;

static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = true;
    body->width = body->height = PAGE_GROW;
    page_button(&page, page.root, "next", 2);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    page_close(&page);
    return 0;
}

/* A line of a list, taller than its button stands in the middle of it. */
static const struct node *line_add(const char *name, float height_mm)
{
    struct node *line =
        node_row(&page.arena, body, span_format(&page.arena, "line-%s", name), 2);
    line->height = PAGE_MM(height_mm);
    line->align = ALIGN_CENTER;
    line->is_of_one = true;
    page_button(&page, line, name, 1);
    return line;
}

static void follow(const char *name)
{
    page.focus.scrolls.follow = node_id_of(span_of(name));
    page_lay(&page);
}

static void what_is_read_with_a_control_comes_into_view_with_it(void **state)
{
    (void)state;
    const struct node *lines[] = {line_add("a", 90), line_add("b", 90), line_add("c", 90),
                                  line_add("d", 90), line_add("e", 90)};
    static const char *const names[] = {"e", "a", "d", "b", "c"};
    static const size_t at[] = {4, 0, 3, 1, 2};
    page_lay(&page);
    assert_true(body->scroll_max_px > 0);
    for (size_t i = 0; i < 5; i++) {
        const struct node *line = lines[at[i]];
        follow(names[i]);
        assert_true(line->box.height > page_get(&page, names[i])->box.height);
        assert_int_equal(line->clip.height, line->box.height);
    }
}

static void of_a_line_that_is_too_high_the_control_is_seen(void **state)
{
    (void)state;
    const struct node *first = line_add("first", 200), *high = line_add("high", 400);
    page_lay(&page);
    assert_int_equal(page_get(&page, "high")->clip.height, 0);
    follow("high");
    assert_true(first->clip.height < first->box.height);
    assert_true(high->clip.height < high->box.height);
    assert_int_equal(page_get(&page, "high")->clip.height,
                     page_get(&page, "high")->box.height);
}

/* The titles of a table, its rows, and the titles of the next one. */
static struct node *block_add(const char *name, float height_mm, bool is_head)
{
    struct node *block = node_column(&page.arena, body, span_of(name), 0);
    block->height = PAGE_MM(height_mm);
    block->width = PAGE_GROW;
    block->stays_above = is_head;
    return block;
}

static void scroll_to(int px)
{
    scroll_put(&page.focus.scrolls, body->id, px);
    page_lay(&page);
}

static void what_stays_above_is_in_sight_wherever_one_reads(void **state)
{
    (void)state;
    block_add("words", 30, false);
    const struct node *head = block_add("head", 15, true);
    const struct node *rows = block_add("rows", 400, false);
    const struct node *later = block_add("later", 15, true);
    const struct node *others = block_add("others", 400, false);
    page_lay(&page);
    assert_null(body->head);
    const int top = body->box.y, at = head->box.y - top, next = later->box.y - top;
    for (int px = 0; px <= body->scroll_max_px; px += 7) {
        scroll_to(px);
        const struct node *staying = px > next ? later : px > at ? head : NULL;
        assert_ptr_equal(body->head, staying);
        if (!staying)
            continue;
        assert_int_equal(staying->box.y, top);
        assert_int_equal(staying->clip.height, staying->box.height);
        const struct node *below[] = {rows, later, others};
        for (size_t i = 0; i < 3; i++)
            if (below[i] != staying && below[i]->clip.height)
                assert_true(below[i]->clip.y >= top + staying->box.height);
    }
}

static void what_would_take_the_room_of_the_rest_does_not_stay(void **state)
{
    (void)state;
    page_lay(&page);
    const struct node *head =
        block_add("head", (float)(body->box.height / page.facts.px_per_mm / 2), true);
    block_add("rows", 800, false);
    page_lay(&page);
    scroll_to(body->scroll_max_px);
    assert_null(body->head);
    assert_int_equal(head->clip.height, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_is_read_with_a_control_comes_into_view_with_it),
        TEST(of_a_line_that_is_too_high_the_control_is_seen),
        TEST(what_stays_above_is_in_sight_wherever_one_reads),
        TEST(what_would_take_the_room_of_the_rest_does_not_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
