#include "page.h"

#include "view/chart.h"
#include "view/words.h"

#include <math.h>
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

static void assert_said(const struct node *node, const char *expected)
{
    const struct span said = words_node(&page.arena, node);
    if (!is_span(said, expected))
        fail_msg("said \"%.*s\", expected \"%s\"", SPAN_ARGS(said), expected);
}

static struct node *scale(void)
{
    static const char *const words[] = {"Disagree", "Neither", "Strongly agree"};
    struct node *row = node_row(&page.arena, page.root, SPAN("scale"), 5);
    row->is_group = 1;
    for (int i = 0; i < 3; i++)
        node_choice(&page.arena, row, span_format(&page.arena, "c%d", i), LOOK_CARD,
                    span_of(words[i]), i == 1, PAGE_EVENT(1));
    return row;
}

static void choices_say_state_and_place(void **state)
{
    (void)state;
    scale();
    assert_said(page_get(&page, "c2"), "Strongly agree, option, not chosen, 3 of 3");
    assert_said(page_get(&page, "c1"), "Neither, option, chosen, 2 of 3");
    page_get(&page, "c0")->is_unavailable = 1;
    assert_said(page_get(&page, "c0"),
                "Disagree, option, not chosen, not available, 1 of 3");
}

static void said_goes_before_text_and_hint_comes_last(void **state)
{
    (void)state;
    struct node *button = page_button(&page, page.root, "next", 1);
    button->said = SPAN("Next question");
    button->hint = SPAN("your answer is kept");
    assert_said(button, "Next question, button, your answer is kept");
}

static void headings_fields_sliders_progress(void **state)
{
    (void)state;
    struct node *heading =
        node_text(&page.arena, page.root, SPAN("h"), TEXT_HEADING, SPAN("Welcome"));
    heading->heading_level = 1;
    assert_said(heading, "Welcome, heading");
    struct node *field = node_new(&page.arena, page.root, NODE_FIELD, SPAN("f"));
    field->said = SPAN("Your code");
    assert_said(field, "Your code, text field, empty");
    field->text = SPAN("K7Q2");
    assert_said(field, "Your code, text field, K7Q2");
    struct node *slider = node_new(&page.arena, page.root, NODE_SLIDER, SPAN("s"));
    slider->said = SPAN("How often");
    slider->high = 10;
    assert_said(slider, "How often, slider, no answer yet, from 0 to 10");
    slider->has_value = 1;
    slider->value = 7;
    assert_said(slider, "How often, slider, 7, from 0 to 10");
    slider->text = SPAN("70 people");
    assert_said(slider, "How often, slider, 70 people");
    struct node *box = node_choice(&page.arena, page.root, SPAN("box"), LOOK_CARD,
                                   SPAN("Tea"), 1, PAGE_EVENT(1));
    box->is_box = 1;
    assert_said(box, "Tea, tick box, chosen");
    struct node *progress = node_new(&page.arena, page.root, NODE_PROGRESS, SPAN("p"));
    progress->value = 0.25f;
    assert_said(progress, "25 per cent done");
}

static void decoration_is_silent(void **state)
{
    (void)state;
    struct node *text =
        node_text(&page.arena, page.root, SPAN("t"), TEXT_BODY, SPAN("star"));
    text->is_decoration = 1;
    assert_said(text, "");
    assert_said(page.root, "");
}

static void sentences_go_on_without_a_second_stop(void **state)
{
    (void)state;
    struct node *node = node_choice(&page.arena, page.root, SPAN("a"), LOOK_CARD,
                                    SPAN("Open the window."), 0, PAGE_EVENT(1));
    assert_said(node, "Open the window, option, not chosen");
    node =
        node_text(&page.arena, page.root, SPAN("b"), TEXT_HEADING, SPAN("What matters?"));
    node->heading_level = 1;
    assert_said(node, "What matters? heading");
    node = node_text(&page.arena, page.root, SPAN("c"), TEXT_NOTE,
                     SPAN("Part 2 of 7 · about 9 minutes left."));
    assert_said(node, "Part 2 of 7, about 9 minutes left.");
}

static void charts_are_sentences(void **state)
{
    struct chart_row rows[] = {
        {.group = SPAN("What I believe"),
         .label = SPAN("Candour"),
         .dot = 0.2,
         .low = -0.1,
         .high = 0.5,
         .box = 0.35,
         .box_low = NAN,
         .box_high = NAN,
         .needed = NAN},
        {.label = SPAN("Order"),
         .dot = NAN,
         .low = NAN,
         .high = NAN,
         .box = NAN,
         .box_low = NAN,
         .box_high = NAN,
         .needed = NAN},
    };
    const struct chart chart = {.kind = CHART_PROFILE,
                                .low = -1,
                                .high = 1,
                                .dot_label = SPAN("you"),
                                .box_label = SPAN("this organization"),
                                .rows = rows,
                                .row_count = 2};
    (void)state;
    const struct span words = chart_words(&page.arena, &chart);
    if (!is_span(words, "What I believe.\n"
                        "Candour: you 0.20, between −0.10 and 0.50; this organization "
                        "0.35.\n"
                        "Order: no figure."))
        fail_msg("%.*s", SPAN_ARGS(words));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(choices_say_state_and_place),
        TEST(said_goes_before_text_and_hint_comes_last),
        TEST(headings_fields_sliders_progress),
        TEST(decoration_is_silent),
        TEST(sentences_go_on_without_a_second_stop),
        TEST(charts_are_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
