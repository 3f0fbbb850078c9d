/* The page between two parts: practice is told from earnest, parts have a name and a size. */
#include "visitor_checks.h"

#include "screens/candidate/part_picture.h"

/* From the first item on, each is preferred not to be answered, up to the page of a part. */
static void go_to_a_part(void)
{
    for (int i = 0; i < SITTING_STEPS_MAX; i++) {
        visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
        if (visitor.journey.screen == SCREEN_PART)
            return;
    }
    fail_msg("no part begins");
}

static void after_practice_it_is_said_that_answers_count(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    check_item("practice:p1");
    check_text("progress", "Practice: nothing is kept");
    go_to_a_part();
    check_text("counts", "From now on your answers count");
    check_text("size", "20 questions, about");
    check_text("progress", "Part 1 of 5");
    assert_int_equal(node_find(visitor_look(&visitor), SPAN("heading"))->heading_level,
                     1);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
    check_text("progress", "Part 1 of 5 · 1 of 20");
}

static void a_short_part_takes_about_one_minute(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    const struct sitting *sitting = visitor.journey.visit->sitting;
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        sitting->part_minutes[part] = .4;
    go_to_a_part();
    const struct span size = control("size")->text;
    const struct span end = SPAN(", about 1 minute");
    assert_true(is_span_equal(span_cut(size, size.count - end.count, end.count), end));
}

static void a_part_has_a_page_once_and_nothing_of_the_last_answer(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    go_to_a_part();
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    const int practice = visitor.journey.visit->at;
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor.journey.visit->at, practice + 1);
    go_to_a_part(); /* the next one */
    assert_null(node_find(visitor_look(&visitor), SPAN("counts")));
    const int first = visitor.journey.visit->at;
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_screen(SCREEN_ITEM);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_int_equal(visitor.journey.visit->at, first);
    assert_int_equal(visitor.journey.visit->sitting->answers[first].state, ANSWER_NONE);
}

static void a_rest_between_parts_comes_back_to_the_page(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    go_to_a_part();
    visitor_event(&visitor, &control("break")->on_activate);
    check_screen(SCREEN_BREAK);
    visitor_event(&visitor, &control("pause")->on_activate);
    check_screen(SCREEN_HIDDEN);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
    check_screen(SCREEN_PART);
    visitor_wait(&visitor, visitor.terminal.idle_s * 1000);
    check_screen(SCREEN_IDLE);
    visitor_do(&visitor, EVENT_STILL_HERE, 0, 0);
    check_screen(SCREEN_PART);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
}

/* The saved place is the first item of the part, and the code leads there. */
static void who_leaves_at_the_page_comes_back_to_the_part(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    go_to_a_part();
    const int first = visitor.journey.visit->at;
    visitor_do(&visitor, EVENT_LEAVE, 0, 0);
    visitor_do(&visitor, EVENT_LEAVE_KEEP, 0, 0);
    visitor_do(&visitor, EVENT_DONE, 0, 0);
    visitor_come(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_RESUME, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor.journey.visit->at, first);
}

/* It was not read: the answer before it came back at once, since the disk was full. */
static void a_page_that_a_full_disk_took_away_is_shown_again(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    go_to_a_part();
    const int first = visitor.journey.visit->at;
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    while (visitor.journey.visit->at < first + 19) {
        visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
        visitor_do(&visitor, EVENT_NEXT, 0, 0);
    }
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    visitor.next_failure = STATUS_IO;
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_ITEM);
    assert_int_equal(visitor.journey.visit->at, first + 19);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_PART);
}

/* Somebody with high contrast, or in the dark, sees what somebody with usual colours does. */
static void the_picture_of_a_part_is_seen_in_every_theme(void **state)
{
    (void)state;
    for (int use = PART_RESONANCE; use <= PART_CLOSING; use++) {
        const struct picture *picture = part_picture(&visitor.tree, (enum part_use)use);
        for (int theme = 0; theme < THEME_COUNT; theme++) {
            const struct theme *colours = theme_get((enum theme_name)theme);
            size_t lines = 0;
            for (size_t i = 0; i < picture->shape_count; i++) {
                const enum picture_role line = picture->shapes[i].line;
                if (line == PICTURE_NONE || line == PICTURE_HAIRLINE)
                    continue;
                lines++;
                if (theme_contrast(picture_colour(colours, line), colours->paper) < 4.5)
                    fail_msg("part of use %d: line %zu is too pale in %s", use, i,
                             colours->id);
            }
            assert_true(lines >= 2);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(after_practice_it_is_said_that_answers_count),
        TEST(a_short_part_takes_about_one_minute),
        TEST(a_part_has_a_page_once_and_nothing_of_the_last_answer),
        TEST(a_rest_between_parts_comes_back_to_the_page),
        TEST(who_leaves_at_the_page_comes_back_to_the_part),
        TEST(the_picture_of_a_part_is_seen_in_every_theme),
        TEST(a_page_that_a_full_disk_took_away_is_shown_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
