/* The line on top, where somebody changes an answer. */
#include "visitor_checks.h"

/* Whoever takes a choice back is not told that all is answered. */
static void the_line_on_top_follows_each_choice(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    struct sitting *sitting = visitor.journey.visit->sitting;
    for (size_t i = 0; i < sitting->step_count; i++)
        sitting->answers[i].state = ANSWER_DECLINED;
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_event(&visitor, &control("change-values:b01")->on_activate);
    check_item("values:b01");
    check_text("progress", "all answered");
    visitor_do(&visitor, EVENT_PICK, 0, PAIR_BEST);
    check_text("progress", "left");
    visitor_do(&visitor, EVENT_PICK, 1, PAIR_WORST);
    check_text("progress", "all answered");
    visitor_do(&visitor, EVENT_PICK, 0, PAIR_BEST);
    check_text("progress", "left");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_line_on_top_follows_each_choice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
