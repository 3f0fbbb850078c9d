#include "page.h"

#include "view/check.h"
#include "view/dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct page page;

static int set_up(void **state)
{
    (void)state;
    page_open(&page);
    page.root->padding_mm = 10;
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 5);
    page_button(&page, row, "back", 1);
    page_button(&page, row, "next", 2);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    page_close(&page);
    return 0;
}

static struct span check(void)
{
    return check_view(&page.arena, page.root, &page.facts, &page.focus);
}

static void assert_found(const char *sentence)
{
    const struct span found = check();
    if (!memmem(found.data, found.count, sentence, strlen(sentence)))
        fail_msg("\"%s\" is not among: %.*s", sentence, SPAN_ARGS(found));
}

static void a_good_screen_has_no_faults(void **state)
{
    (void)state;
    page_lay(&page);
    const struct span found = check();
    if (found.count)
        fail_msg("%.*s", SPAN_ARGS(found));
}

static void small_targets_are_found(void **state)
{
    (void)state;
    page_get(&page, "next")->height = PAGE_MM(12);
    page_lay(&page);
    assert_found("next is 40.0 x 12.0 mm");
}

static void narrow_gaps_are_found(void **state)
{
    (void)state;
    page_get(&page, "row")->gap_mm = 2;
    page_lay(&page);
    assert_found("back and next are 2.00 mm apart");
}

static void overlaps_are_found(void **state)
{
    (void)state;
    page_lay(&page);
    page_get(&page, "next")->box.x = page_get(&page, "back")->box.x + 5;
    page_get(&page, "next")->clip = page_get(&page, "next")->box;
    assert_found("back and next overlap");
}

static void what_leaves_the_screen_is_found(void **state)
{
    (void)state;
    struct node *tall = node_column(&page.arena, page.root, SPAN("tall"), 0);
    tall->height = PAGE_MM(300);
    tall->width = PAGE_MM(10);
    page_lay(&page);
    assert_found("tall reaches outside the screen");
}

static void cut_words_are_found(void **state)
{
    (void)state;
    struct node *text = node_text(&page.arena, page.root, SPAN("narrow"), TEXT_BODY,
                                  SPAN("incomprehensibilities"));
    text->width = PAGE_MM(20);
    page_lay(&page);
    assert_found("the text of narrow is wider than its place");
}

static void ids_are_unique_and_controls_have_one(void **state)
{
    (void)state;
    node_text(&page.arena, page.root, SPAN("next"), TEXT_BODY, SPAN("twin"));
    page_button(&page, page.root, "", 3);
    page_lay(&page);
    assert_found("the id next is used twice");
    assert_found("has no id");
}

static void silent_controls_are_found(void **state)
{
    (void)state;
    node_button(&page.arena, page.root, SPAN("mute"), LOOK_PLAIN, SPAN(""),
                PAGE_EVENT(1));
    page_lay(&page);
    assert_found("mute has nothing to say");
}

static void a_missing_focus_is_found(void **state)
{
    (void)state;
    page_lay(&page);
    page.focus.at = (struct node_id){0};
    assert_found("0 controls have the focus");
}

static void scrolled_content_is_no_fault(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = 1;
    body->height = body->width = PAGE_GROW;
    for (int i = 0; i < 30; i++)
        page_button(&page, body,
                    span_text(&page.arena, span_format(&page.arena, "b%d", i)), 1);
    page_button(&page, page.root, "last", 2);
    page_lay(&page);
    const struct span found = check();
    if (found.count)
        fail_msg("%.*s", SPAN_ARGS(found));
}

static void every_theme_and_step_is_clean(void **state)
{
    (void)state;
    struct node *row = node_row(&page.arena, page.root, SPAN("scale"), 5);
    row->is_group = row->can_wrap = 1;
    for (int i = 0; i < 5; i++)
        node_choice(&page.arena, row, span_format(&page.arena, "c%d", i), LOOK_CARD,
                    SPAN("rather yes"), i == 2, PAGE_EVENT(1))
            ->width = PAGE_GROW;
    node_text(&page.arena, page.root, SPAN("note"), TEXT_NOTE, SPAN("a note"));
    for (int i = 0; i < THEME_COUNT * STEP_COUNT; i++) {
        page.facts.theme = (enum theme_name)(i / STEP_COUNT);
        page.facts.step = (enum text_size)(i % STEP_COUNT);
        page_lay(&page);
        const struct span found = check();
        if (found.count)
            fail_msg("theme %d step %d: %.*s", i / STEP_COUNT, i % STEP_COUNT,
                     SPAN_ARGS(found));
    }
}

static void a_tree_reads_as_text(void **state)
{
    (void)state;
    page_get(&page, "next")->is_unavailable = 1;
    page_lay(&page);
    const struct span text = dump_tree(&page.arena, page.root, &page.facts, &page.focus);
    if (!is_span(text, "column page 0.0,0.0 480.0x270.0\n"
                       "  row row 10.0,10.0 85.0x23.0\n"
                       "    button back \"back\" [focus] 10.0,10.0 40.0x23.0\n"
                       "    button next \"next\" [unavailable] 55.0,10.0 40.0x23.0\n"))
        fail_msg("%.*s", SPAN_ARGS(text));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_good_screen_has_no_faults),
        TEST(small_targets_are_found),
        TEST(narrow_gaps_are_found),
        TEST(overlaps_are_found),
        TEST(what_leaves_the_screen_is_found),
        TEST(cut_words_are_found),
        TEST(ids_are_unique_and_controls_have_one),
        TEST(silent_controls_are_found),
        TEST(a_missing_focus_is_found),
        TEST(scrolled_content_is_no_fault),
        TEST(every_theme_and_step_is_clean),
        TEST(a_tree_reads_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
