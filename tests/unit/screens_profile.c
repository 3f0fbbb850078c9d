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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_choice_is_followed_by_what_was_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
