/* The profile and what follows it on low screens: what was chosen is in sight at once. */
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

/* Seen on screen number `at` for the first time, with these letters. */
static struct node *seen(int at, enum text_size step)
{
    struct scrolls scrolls = {0};
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

static void a_choice_is_followed_by_what_was_chosen(void **state)
{
    static const char *const chosen[] = {NULL, "drivers title", "card title",
                                         "dimensions title"};
    (void)state;
    reach_end();
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            for (int page = 1; page < 4; page++) {
                visitor_do(&visitor, EVENT_PICK, page, 0);
                const struct node *node =
                    node_find(seen(at, (enum text_size)step), span_of(chosen[page]));
                assert_non_null(node);
                if (node->clip.height < node->box.height / 2)
                    fail_msg("%d mm wide, letters %d: %s is out of sight",
                             screens[at].width_mm, step, chosen[page]);
            }
        }
    }
}

static bool is_apart(struct box a, struct box b)
{
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y ||
           b.y + b.height <= a.y;
}

/* Two taps in one place lead to the receipt, and never past it, at every size. */
static void the_way_out_is_not_where_the_way_on_was(void **state)
{
    (void)state;
    reach_end();
    for (int at = 0; at < SCREENS; at++) {
        for (int step = 0; step < STEP_COUNT; step++) {
            const struct box on =
                node_find(seen(at, (enum text_size)step), SPAN("next"))->box;
            visitor_do(&visitor, EVENT_PROFILE_DONE, 0, 0);
            const struct node *root = seen(at, (enum text_size)step);
            const struct box out = node_find(root, SPAN("done"))->box;
            assert_true(is_apart(on, out));
            const struct box back = node_find(root, SPAN("back"))->box;
            const int between =
                out.x > back.x ? out.x - back.x - back.width : back.x - out.x - out.width;
            assert_in_range(between, 1, 8 * 4);
            assert_true(node_find(root, SPAN("done"))->clip.height == out.height);
            visitor_do(&visitor, EVENT_BACK, 0, 0);
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
        TEST(what_is_read_first_is_in_sight_at_once),
        TEST(the_way_out_is_not_where_the_way_on_was),
        TEST(the_way_on_is_last_and_the_tools_come_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
