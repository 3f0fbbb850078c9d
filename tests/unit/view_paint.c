#include "page.h"

#include "view/layout/box.h"
#include "view/chart.h"
#include "view/paint/damage.h"
#include "view/graph.h"
#include "view/paint/paint.h"

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
    struct node *row = node_row(&page.arena, page.root, SPAN("row"), 20);
    page_button(&page, row, "one", 1);
    page_button(&page, row, "two", 2);
    page_lay(&page);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    page_close(&page);
    return 0;
}

static struct paint_list paint(void)
{
    struct paint_list list;
    paint_screen(&page.arena, page.root, &page.facts, &even_letters, &page.focus, &list);
    return list;
}

static struct damage damage_between(struct paint_list before, struct paint_list after)
{
    struct damage damage;
    damage_find(&page.arena, damage_marks(&page.arena, &before), before.count,
                damage_marks(&page.arena, &after), after.count, &damage);
    return damage;
}

static void the_page_comes_first_and_the_ring_last(void **state)
{
    (void)state;
    const struct paint_list list = paint();
    const struct theme *theme = theme_get(THEME_LIGHT);
    const struct paint_command *ring = &list.commands[list.count - 1];
    const struct box one = page_get(&page, "one")->box;
    assert_int_equal(list.commands[0].rgb, theme->paper);
    assert_int_equal(list.commands[0].bounds.width, 1920);
    assert_int_equal(ring->rgb, theme->ink);
    assert_true(ring->stroke >= 4); /* 1 mm and more */
    assert_true(ring->x <= (float)one.x - 6 - 4);
}

static void without_keys_there_is_no_ring(void **state)
{
    (void)state;
    const size_t with = paint().count;
    page.focus.is_keyed = false;
    assert_int_equal(paint().count, with - 1);
}

static void the_same_screen_damages_nothing(void **state)
{
    (void)state;
    assert_int_equal(damage_between(paint(), paint()).count, 0);
}

static void a_moved_focus_damages_both_rings_only(void **state)
{
    (void)state;
    const struct paint_list before = paint();
    page.focus.at = node_id_of(SPAN("two"));
    const struct damage damage = damage_between(before, paint());
    assert_int_equal(damage.count, 2);
    for (size_t i = 0; i < damage.count; i++)
        assert_true(damage.boxes[i].height < 130 && damage.boxes[i].width < 300);
}

static void a_pressed_button_damages_itself(void **state)
{
    (void)state;
    const struct paint_list before = paint();
    page.focus.touches.all[3].pressed = node_id_of(SPAN("two"));
    const struct damage damage = damage_between(before, paint());
    const struct box box = page_get(&page, "two")->box;
    assert_int_equal(damage.count, 1);
    assert_int_equal(damage.boxes[0].x, box.x);
    assert_int_equal(damage.boxes[0].width, box.width);
}

static void boxes_that_touch_become_one(void **state)
{
    struct damage damage = {0};
    (void)state;
    damage_add(&damage, (struct box){0, 0, 10, 10});
    damage_add(&damage, (struct box){20, 0, 10, 10});
    damage_add(&damage, (struct box){5, 5, 20, 2});
    assert_int_equal(damage.count, 1);
    assert_int_equal(damage.boxes[0].width, 30);
}

static void there_are_never_too_many_boxes(void **state)
{
    struct damage damage = {0};
    (void)state;
    for (int i = 0; i < 40; i++)
        damage_add(&damage, (struct box){i * 20, i * 20, 5, 5});
    assert_true(damage.count <= DAMAGE_BOXES);
    for (int i = 0; i < 40; i++) {
        bool is_in = 0;
        for (size_t j = 0; j < damage.count; j++)
            is_in |= has_box_point(damage.boxes[j], i * 20 + 4, i * 20 + 4);
        assert_true(is_in);
    }
}

/* State without colour: what is chosen differs in shape from what is not. */
static void states_differ_in_shape(void **state)
{
    (void)state;
    struct node *choice = node_choice(&page.arena, page.root, SPAN("c"), LOOK_ROUND,
                                      SPAN("most"), 0, PAGE_EVENT(1));
    page_lay(&page);
    const size_t empty = paint().count;
    choice->is_chosen = 1;
    const struct paint_list chosen = paint();
    size_t paths = 0;
    for (size_t i = 0; i < chosen.count; i++)
        paths += chosen.commands[i].kind == PAINT_PATH;
    assert_int_equal(paths, 1);
    choice->is_chosen = 0;
    choice->is_unavailable = 1;
    const struct paint_list dashed = paint();
    size_t dashes = 0;
    for (size_t i = 0; i < dashed.count; i++)
        dashes += dashed.commands[i].dash > 0;
    assert_int_equal(dashes, 1);
    assert_true(dashed.count < empty);
}

static void scrolled_away_is_not_painted(void **state)
{
    (void)state;
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = 1;
    body->height = PAGE_GROW;
    for (int i = 0; i < 40; i++)
        node_text(&page.arena, body, span_format(&page.arena, "t%d", i), TEXT_BODY,
                  span_format(&page.arena, "line %d", i));
    page_lay(&page);
    const struct paint_list list = paint();
    size_t texts = 0;
    for (size_t i = 0; i < list.count; i++)
        texts += list.commands[i].kind == PAINT_TEXT;
    assert_true(texts > 5 && texts < 30);
}

static struct chart chart_of(struct chart_row *rows)
{
    for (int i = 0; i < 3; i++)
        rows[i] = (struct chart_row){.label = SPAN("Order and reliability"),
                                     .dot = 0.25,
                                     .low = 0,
                                     .high = 0.5,
                                     .box = -0.5,
                                     .box_low = NAN,
                                     .box_high = NAN,
                                     .needed = 1};
    return (struct chart){.kind = CHART_PROFILE,
                          .low = -1,
                          .high = 1,
                          .rows = rows,
                          .row_count = 3,
                          .dot_label = SPAN("you"),
                          .box_label = SPAN("this organization")};
}

static void charts_put_labels_where_there_is_room(void **state)
{
    struct chart_row rows[3];
    const struct chart chart = chart_of(rows);
    const struct fit fit = {&page.arena, &page.facts, &even_letters};
    struct graph wide, narrow;
    (void)state;
    graph_plan(&fit, &chart, 1000, &wide);
    graph_plan(&fit, &chart, 300, &narrow);
    assert_false(wide.is_above);
    assert_true(narrow.is_above);
    assert_true(narrow.height_px > wide.height_px);
    assert_int_equal(graph_x_px(&wide, &chart, -1), wide.plot_left_px);
    assert_int_equal(graph_x_px(&wide, &chart, 5),
                     wide.plot_left_px + wide.plot_width_px);
    assert_int_equal(graph_x_px(&wide, &chart, 0),
                     wide.plot_left_px + wide.plot_width_px / 2);
}

/* All that shows a figure: dot, line, box, arrow and the middle, in each theme. What leads the eye
 * from a name to them may be pale. */
static void marks_of_a_chart_are_seen_in_every_theme(void **state)
{
    struct chart_row rows[3];
    struct chart chart = chart_of(rows);
    (void)state;
    rows[0].has_arrow = true;
    chart.needed_label = SPAN("needed");
    struct node *node = node_new(&page.arena, page.root, NODE_CHART, SPAN("chart"));
    node->chart = &chart;
    node->width = PAGE_GROW;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        page.facts.theme = (enum theme_name)theme;
        const struct theme *colours = theme_get(page.facts.theme);
        const double least = colours->contrast_min >= 20 ? colours->contrast_min : 3.0;
        const uint32_t lead = theme_mix(colours->paper, colours->hairline, 0.6);
        int marks = 0;
        page_lay(&page);
        const struct paint_list list = paint();
        for (size_t i = 1; i < list.count; i++) {
            const struct box drawn = list.commands[i].bounds;
            if (list.commands[i].rgb == lead || is_box_empty(box_meet(drawn, node->box)))
                continue;
            marks++;
            if (theme_contrast(list.commands[i].rgb, colours->paper) < least)
                fail_msg("%s: command %zu is too pale", colours->id, i);
        }
        assert_true(marks > 12);
    }
}

static void marks_grow_with_the_letters_beside_them(void **state)
{
    struct surface_facts facts = page.facts;
    int before = 0;
    (void)state;
    for (int step = STEP_NORMAL; step < STEP_COUNT; step++) {
        facts.step = (enum text_size)step;
        const int wide = graph_sample_px(&facts, GRAPH_BOX);
        assert_int_equal(wide, theme_px(&facts, 8 * theme_step(&facts)));
        assert_true(wide > before);
        before = wide;
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_page_comes_first_and_the_ring_last),
        TEST(without_keys_there_is_no_ring),
        TEST(the_same_screen_damages_nothing),
        TEST(a_moved_focus_damages_both_rings_only),
        TEST(a_pressed_button_damages_itself),
        TEST(boxes_that_touch_become_one),
        TEST(there_are_never_too_many_boxes),
        TEST(states_differ_in_shape),
        TEST(scrolled_away_is_not_painted),
        TEST(charts_put_labels_where_there_is_room),
        TEST(marks_of_a_chart_are_seen_in_every_theme),
        TEST(marks_grow_with_the_letters_beside_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
