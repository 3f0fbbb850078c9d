/* Where in a field its letters stand. */
#include "page.h"

#include "base/text/grapheme.h"
#include "view/layout/field.h"

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

static struct node *box_mm(struct node *parent, const char *id, float width, float height)
{
    struct node *node = node_column(&page.arena, parent, span_of(id), 0);
    node->width = PAGE_MM(width);
    node->height = PAGE_MM(height);
    return node;
}

/* A field that scrolls takes no more room than there is, so that what stands above it stays. */
static void a_field_that_scrolls_leaves_what_is_above_it_in_sight(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 0);
    struct node *question = box_mm(body, "question", 30, 60);
    struct node *field = node_new(&page.arena, body, NODE_FIELD, SPAN("field"));
    struct buffer text = buffer_init(&page.arena, 4000);
    for (int i = 0; i < 60; i++)
        buffer_text(&text, "line\n");
    body->is_scroller = field->is_scroller = true;
    body->height = PAGE_MM(200);
    body->width = field->width = field->height = PAGE_GROW;
    field->lines_min = 2;
    field->text = buffer_span(&text);
    for (size_t line = 0; line < 60; line += 7) {
        field->caret = line * 5 + 1;
        page_lay(&page);
        assert_int_equal(body->scroll_max_px, 0);
        assert_int_equal(question->clip.height, question->box.height);
        assert_int_equal(field->box.height, (200 - 60) * 4);
        const struct box window = field_window(field);
        const int top = field_text(field).y + (int)line * field->lines->line_height_px;
        assert_true(window.y >= field->box.y);
        assert_true(window.y + window.height <= field->box.y + field->box.height);
        assert_true(top >= window.y);
        assert_true(top + field->lines->line_height_px <= window.y + window.height);
    }
}

/* From a place to its pixel and back, in lines that were wrapped, broken and ended. */
static void a_caret_is_found_where_it_stands(void **state)
{
    (void)state;
    for (int is_right = 0; is_right < 2; is_right++) {
        page.facts.is_right_to_left = is_right;
        struct node *field = node_new(&page.arena, page.root, NODE_FIELD, SPAN("field"));
        field->width = PAGE_MM(60);
        field->text = SPAN("Some words\n\nandonewordthatneverends and é.\n");
        page_lay(&page);
        assert_true(field->lines->count >= 5);
        for (size_t at = 0; at <= field->text.count;
             at = at < field->text.count ? grapheme_next(field->text, at) : at + 1) {
            const size_t line = field_line(field, at);
            const struct box text = field_text(field);
            const int y = text.y + (int)line * field->lines->line_height_px + 2;
            const bool is_blank_end =
                at < field->text.count && at > field_line_end(field, line);
            assert_true(!is_blank_end);
            assert_int_equal(field_at(field, field_px(field, line, at), y), at);
        }
        assert_int_equal(field_at(field, -100, -100), 0);
        page.root->first = page.root->last = NULL;
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_field_that_scrolls_leaves_what_is_above_it_in_sight),
        TEST(a_caret_is_found_where_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
