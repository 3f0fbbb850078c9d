#include "page.h"

#include "view/direction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct page page;

static struct node *box_mm(struct node *parent, const char *id, float width, float height)
{
    struct node *node = node_column(&page.arena, parent, span_of(id), 0);
    node->width = PAGE_MM(width);
    node->height = PAGE_MM(height);
    return node;
}

static void assert_across(const char *id, int x, int width)
{
    assert_int_equal(page_get(&page, id)->box.x, x);
    assert_int_equal(page_get(&page, id)->box.width, width);
}

static bool is_right(const char *code)
{
    return is_direction_right_to_left(span_of(code));
}

static void a_language_says_from_which_side_it_is_written(void **state)
{
    static const char *const right[] = {"ar", "AR-eg",   "he",         "fa",     "ur-PK",
                                        "yi", "ku-Arab", "az-Arab-IR", "pa-arab"};
    static const char *const left[] = {"",   "en",      "de-AT",   "th",  "zh-Hant",
                                       "ku", "ar-Latn", "he-latn", "arn", "a"};
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_true(is_right(right[i]));
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        assert_false(is_right(left[i]));
}

/* The keyboard moves to its mirrored place, and its keys stand as ever. */
static void keys_keep_their_sides_on_a_mirrored_page(void **state)
{
    (void)state;
    page_open(&page);
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    box_mm(row, "before", 30, 10);
    struct node *keys = node_row(&page.arena, row, SPAN("keys"), 5);
    box_mm(keys, "q", 10, 10);
    box_mm(keys, "w", 20, 10);
    keys->keeps_sides = true;
    page.facts.is_right_to_left = 1;
    page_lay(&page);
    const int left = 1920 - 120 - 20 - (40 + 20 + 80);
    assert_across("before", 1920 - 120, 120);
    assert_across("q", left, 40);
    assert_across("w", left + 40 + 20, 80);
    assert_true(page_get(&page, "keys")->is_mirrored);
    assert_false(page_get(&page, "q")->is_mirrored);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_says_from_which_side_it_is_written),
        cmocka_unit_test(keys_keep_their_sides_on_a_mirrored_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
