/* The profile and what follows it at all sizes: what can be chosen between, what was chosen, and
 * how much of the chart is in sight at once. */
#include "even_letters.h"
#include "visitor_checks.h"

#include "view/layout/layout.h"
#include "view/layout/settle.h"

static const struct {
    int width_mm, height_mm;
} screens[] = {{222, 130}, {217, 136}, {256, 144}, {344, 194}, {476, 268}, {268, 476}};
enum { SCREENS = sizeof screens / sizeof *screens };

static struct surface_facts facts;

static void reach_end(void)
{
    visitor_begin(&visitor);
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
    visitor.journey.visit->scorecard = visitor_card(&visitor);
}

static struct scrolls scrolls;

/* Seen on screen number `at` with these letters, scrolled as it is. */
static struct node *seen_on(int at, enum text_size step)
{
    facts = (struct surface_facts){.width_px = screens[at].width_mm * 4,
                                   .height_px = screens[at].height_mm * 4,
                                   .px_per_mm = 4,
                                   .step = step};
    visitor.journey.comfort.step = step;
    arena_reset(&visitor.tree);
    struct node *root = journey_fit(&visitor.tree, &visitor.journey, &facts,
                                    &even_letters, visitor.moment);
    settle_run(root, &facts, &scrolls);
    return root;
}

/* For the first time. */
static struct node *seen(int at, enum text_size step)
{
    scrolls = (struct scrolls){0};
    return seen_on(at, step);
}

static void a_choice_is_followed_by_what_was_chosen(void **state)
{
    static const char *const chosen[PROFILE_VIEW_COUNT] = {
        [PROFILE_WORDS] = "told-0",
        [PROFILE_CHART] = "dimensions",
        [PROFILE_DRIVERS] = "drivers title",
        [PROFILE_RESONANCE] = "card title",
        [PROFILE_NUMBERS] = "dimensions title",
    };
    (void)state;
    reach_end();
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            for (int view = 0; view < PROFILE_VIEW_COUNT; view++) {
                visitor_do(&visitor, EVENT_PICK, view, 0);
                const struct node *node =
                    node_find(seen(at, (enum text_size)step), span_of(chosen[view]));
                const int line = 10 * (int)facts.px_per_mm;
                assert_non_null(node);
                if (node->clip.height <
                    (node->box.height < line ? node->box.height : line) / 2)
                    fail_msg("%d mm wide, letters %d: %s is out of sight",
                             screens[at].width_mm, step, chosen[view]);
            }
        }
    }
}

/* At the upper edge of what is read, whole, and wherever they lead on the same place. */
static void the_views_stand_at_the_top_everywhere(void **state)
{
    (void)state;
    reach_end();
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            struct box before = {0};
            for (int view = 0; view < PROFILE_VIEW_COUNT; view++) {
                visitor_do(&visitor, EVENT_PICK, view, 0);
                const struct node *root = seen(at, (enum text_size)step);
                const struct node *views = node_find(root, SPAN("forms row"));
                const struct node *body = node_find(root, SPAN("body"));
                assert_ptr_equal(body->first, views->parent);
                assert_int_equal(views->clip.height, views->box.height);
                assert_true(!before.width || views->box.y == before.y);
                before = views->box;
            }
        }
    }
}

/* The sentence beside the legend stands on the page of the chart; the legend and the words at the
 * ends of the axis are in sight at the last row, too, unless they would take a third of the room.
 */
static void what_explains_the_chart_stays_while_its_rows_scroll(void **state)
{
    int stayed = 0;
    (void)state;
    reach_end();
    visitor_do(&visitor, EVENT_PICK, PROFILE_CHART, 0);
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct node *root = seen(at, (enum text_size)step);
            const struct node *head = node_find(root, SPAN("dimensions head"));
            assert_non_null(node_find(root, SPAN("marks")));
            scroll_put(&scrolls, head->parent->id, head->parent->scroll_max_px);
            root = seen_on(at, (enum text_size)step);
            head = node_find(root, SPAN("dimensions head"));
            const struct node *rows = node_find(root, SPAN("dimensions"));
            if (head->box.height * 3 > head->parent->box.height)
                continue;
            stayed++;
            assert_int_equal(head->clip.height, head->box.height);
            assert_true(rows->clip.y >= head->box.y + head->box.height);
        }
    }
    assert_true(stayed > SCREENS * STEP_COUNT / 2);
}

static const struct node *chart_rows(int at, enum text_size step)
{
    const struct node *rows = node_find(seen(at, step), SPAN("dimensions"));
    assert_non_null(rows);
    return rows;
}

/* Without a scroll: the whole chart from 15.6 inches on, and some of it on the smallest screen. */
static void as_much_of_the_chart_is_in_sight_as_there_is_room_for(void **state)
{
    (void)state;
    reach_end();
    visitor_do(&visitor, EVENT_PICK, PROFILE_CHART, 0);
    for (int at = 0; at < SCREENS; at++) {
        const struct node *rows = chart_rows(at, STEP_NORMAL);
        if (screens[at].width_mm >= 344)
            assert_int_equal(rows->clip.height, rows->box.height);
        else
            assert_true(rows->clip.height * 3 >= rows->box.height);
        assert_int_equal(facts.room.letters_less, 0);
    }
}

/* A table: what is said of one topic stands in one line, below the words that say what it is. */
static void in_numbers_is_a_table_with_titles_that_stay(void **state)
{
    int tables = 0;
    (void)state;
    reach_end();
    visitor_do(&visitor, EVENT_PICK, PROFILE_NUMBERS, 0);
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct node *root = seen(at, (enum text_size)step);
            const struct node *name = node_find(root, SPAN("dimensions-1-0"));
            const struct node *first = node_find(root, SPAN("dimensions-0-1"));
            const struct node *figure = node_find(root, SPAN("dimensions-1-1"));
            const struct node *title = node_find(root, SPAN("dimensions-title-1"));
            assert_non_null(name);
            assert_int_equal(figure->box.x, first->box.x);
            if (!title) {
                assert_true(figure->box.y >= name->box.y + name->box.height);
                assert_memory_equal(figure->text.data, "you ", 4);
                continue;
            }
            tables++;
            assert_int_equal(figure->box.x, title->box.x);
            assert_int_equal(figure->box.y, name->box.y);
            assert_true(title->box.y + title->box.height <= first->box.y);
            const struct node *scroller = title->parent->parent;
            const struct node *last = scroller->last;
            scroll_put(&scrolls, scroller->id, last->box.y - scroller->box.y);
            root = seen_on(at, (enum text_size)step);
            assert_non_null(node_find(root, scroller->id)->head);
        }
    }
    assert_true(tables > 0);
}

/* The way out stands where every way on does, and the way back on the other side. */
static void the_way_out_of_the_receipt_is_where_ways_on_are(void **state)
{
    (void)state;
    reach_end();
    visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct node *root = seen(at, (enum text_size)step);
            const struct node *foot = node_find(root, SPAN("foot"));
            const struct node *out = node_find(root, SPAN("done"));
            const struct node *back = node_find(root, SPAN("back"));
            assert_int_equal(out->box.x + out->box.width, foot->box.x + foot->box.width);
            assert_int_equal(back->box.x, foot->box.x);
            assert_true(back->box.x + back->box.width < out->box.x);
            assert_true(out->clip.height == out->box.height);
        }
    }
}

static bool is_after(const struct node *node, const struct node *other)
{
    return node->box.x >= other->box.x + other->box.width;
}

static void the_way_on_is_last_and_the_tools_come_before_it(void **state)
{
    int folded = 0;
    (void)state;
    reach_end();
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct node *root = seen(at, (enum text_size)step);
            const struct node *foot = node_find(root, SPAN("foot"));
            const struct node *next = node_find(root, SPAN("next"));
            const struct node *tools = node_find(foot, SPAN("tools"));
            assert_int_equal(next->box.x + next->box.width,
                             foot->box.x + foot->box.width);
            folded += tools != NULL;
            if (tools)
                assert_true(is_after(next, tools));
        }
    }
    assert_true(folded > 0);
}

static void check_seen(const struct node *root, const char *id, int least_px, int at,
                       int step)
{
    const struct node *node = node_find(root, span_of(id));
    assert_non_null(node);
    if (node->clip.height < (least_px < node->box.height ? least_px : node->box.height))
        fail_msg("%d mm wide, letters %d: of %s %d of %d pixels are in sight",
                 screens[at].width_mm, step, id, node->clip.height, node->box.height);
}

/* The first sentence of the profile, both codes of the receipt, the first part of the answers: on
 * the smallest screen, in the largest letters, too. */
static void what_is_read_first_is_in_sight_at_once(void **state)
{
    (void)state;
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            visitor_begin(&visitor);
            journey_enter(&visitor.journey, NO_STEP, visitor.moment);
            const struct node *root = seen(at, (enum text_size)step);
            check_seen(root, "title-values", 1000, at, step);
            visitor_do(&visitor, EVENT_NEXT, 0, 0);
            visitor_do(&visitor, EVENT_FINISH, 0, 0);
            visitor.journey.visit->scorecard = visitor_card(&visitor);
            root = seen(at, (enum text_size)step);
            const struct node *told = node_find(root, SPAN("told-0"));
            check_seen(root, "told-0", 2 * told->lines->line_height_px, at, step);
            visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
            root = seen(at, (enum text_size)step);
            check_seen(root, "receipt-code", 1000, at, step);
            check_seen(root, "handle", 1000, at, step);
            visitor_done(&visitor);
            visitor_init(&visitor, NULL);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_choice_is_followed_by_what_was_chosen),
        TEST(the_views_stand_at_the_top_everywhere),
        TEST(what_explains_the_chart_stays_while_its_rows_scroll),
        TEST(as_much_of_the_chart_is_in_sight_as_there_is_room_for),
        TEST(in_numbers_is_a_table_with_titles_that_stay),
        TEST(what_is_read_first_is_in_sight_at_once),
        TEST(the_way_out_of_the_receipt_is_where_ways_on_are),
        TEST(the_way_on_is_last_and_the_tools_come_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
