/* What a page gives up, and in which order, so that all answers of a question are seen at once. */
#include "even_letters.h"
#include "memory_check.h"
#include "visitor.h"

#include "view/layout/whole.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct visitor visitor;
static struct surface_facts facts;

static int begin(void **state)
{
    (void)state;
    visitor_init(&visitor, NULL);
    return 0;
}

static int end(void **state)
{
    (void)state;
    visitor_done(&visitor);
    return 0;
}

/* A screen of so many millimetres, four pixels each. */
static void stand_before(int width_mm, int height_mm, enum text_size step)
{
    facts = (struct surface_facts){.width_px = width_mm * 4,
                                   .height_px = height_mm * 4,
                                   .px_per_mm = 4,
                                   .step = step};
    visitor.journey.comfort.step = step;
}

static struct room room_here(void)
{
    facts.room = (struct room){0};
    arena_reset(&visitor.tree);
    return journey_room(&visitor.tree, &visitor.journey, &facts, &even_letters,
                        visitor.moment);
}

static struct node *fitted(void)
{
    facts.room = room_here();
    facts.step = visitor.journey.comfort.step;
    return journey_fit(&visitor.tree, &visitor.journey, &facts, &even_letters,
                       visitor.moment);
}

static bool is_on(const struct node *root, const char *id)
{
    return node_find(root, span_of(id)) != NULL;
}

static void the_frame_steps_back_before_the_form_and_the_letters(void **state)
{
    static const struct room large[] = {
        {ROOM_CLOSE, 0},  {ROOM_PLAIN, 0}, {ROOM_COLUMNS, 0}, {ROOM_FOLDED, 0},
        {ROOM_BESIDE, 0}, {ROOM_BARE, 0},  {ROOM_APART, 0},   {ROOM_NUMBERS, 0},
        {ROOM_BESIDE, 1}, {ROOM_BARE, 1},  {ROOM_APART, 1},   {ROOM_NUMBERS, 1}};
    struct room room = {0};
    (void)state;
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        assert_true(room_tighten(&room, 1, false));
        assert_int_equal(room.rung, large[i].rung);
        assert_int_equal(room.letters_less, large[i].letters_less);
    }
    assert_false(room_tighten(&room, 1, false));
}

/* Nobody asked for the usual letters: they give way before the question leaves the page. */
static void usual_letters_give_way_before_the_question_does(void **state)
{
    (void)state;
    stand_before(217, 125, STEP_NORMAL);
    facts.room.rung = ROOM_BARE;
    assert_true(theme_tighten(&facts));
    assert_int_equal(facts.room.rung, ROOM_BESIDE);
    assert_int_equal(facts.room.letters_less, 1);
    stand_before(217, 125, STEP_EXTRA_LARGE);
    facts.room.rung = ROOM_BARE;
    assert_true(theme_tighten(&facts));
    assert_int_equal(facts.room.rung, ROOM_APART);
    assert_int_equal(facts.room.letters_less, 0);
}

/* From the largest letters to the smallest by six half steps, each smaller than the one before. */
static void a_page_gives_up_no_more_letters_than_it_needs_to(void **state)
{
    (void)state;
    stand_before(217, 125, STEP_EXTRA_LARGE);
    double before = theme_step(&facts);
    unsigned count = 0;
    while (theme_tighten(&facts)) {
        const double now = theme_step(&facts);
        assert_true(now <= before && now > before * 0.84);
        count += now < before;
        before = now;
    }
    assert_int_equal(count, 6);
    facts.step = STEP_SMALL;
    facts.room = (struct room){0};
    assert_true(before == theme_step(&facts));
}

/* On ten inches "I prefer not to say" has two lines between the buttons, so that the four lines
 * above have the letters that were chosen. */
static void what_stands_between_the_buttons_takes_no_letters(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    stand_before(217, 136, STEP_NORMAL);
    visitor_go(&visitor, "values:b01");
    const struct node *root = fitted();
    assert_int_equal(facts.room.letters_less, 0);
    const struct node *prefer =
        node_find(node_find(root, SPAN("foot")), SPAN("prefer-not"));
    assert_non_null(prefer);
    assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
}

static bool is_ending(struct span text, const char *end)
{
    const struct span last = span_of(end);
    return text.count >= last.count &&
           is_span_equal(span_cut(text, text.count - last.count, last.count), last);
}

/* On a small screen the place has no line of its own any more, and stands on the page all the
 * same. */
static void a_place_without_a_line_stands_beside_the_question(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    stand_before(217, 114, STEP_NORMAL);
    visitor_go(&visitor, "values:b01");
    const struct node *root = fitted();
    const struct node *place = node_find(root, SPAN("progress"));
    assert_int_equal(facts.room.rung, ROOM_BESIDE);
    assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
    assert_non_null(place);
    const struct node *row = place->parent->parent, *heading = row->first;
    assert_true(is_span(row->id, "first") && is_span(heading->id, "heading"));
    assert_true(is_ending(place->said, " minutes left"));
    assert_true(is_ending(place->text, " min"));
    assert_true(memmem(place->said.data, place->said.count, " of 20 \u00b7 about ", 16));
    assert_true(memmem(place->text.data, place->text.count, " of 20 \u00b7 ", 10));
    assert_true(place->box.y < heading->box.y + heading->lines->line_height_px);
    assert_true(place->box.x >= heading->box.x + heading->box.width);
}

static void a_usual_screen_gives_up_nothing(void **state)
{
    (void)state;
    stand_before(476, 268, STEP_NORMAL);
    visitor_come(&visitor, VISITOR_CODE);
    visitor_go(&visitor, "drivers:learning_1");
    const struct node *root = fitted();
    assert_int_equal(facts.room.rung, ROOM_USUAL);
    assert_int_equal(facts.room.letters_less, 0);
    assert_true(is_on(root, "line") && is_on(root, "top"));
}

static const char long_words[] =
    "The plan for today was agreed this morning. At noon you see that half of it will not "
    "work. Your manager cannot be reached for two hours.";
static const struct span long_question = {long_words, sizeof long_words - 1};

/* Asks `text` on the page of the step `id`, where the person comes then. */
static void ask(const char *id, struct span text)
{
    visitor_go(&visitor, id);
    struct item *item = (struct item *)(uintptr_t)visit_item(visitor.journey.visit);
    item->text_key = text; /* a key without a translation is shown itself */
}

static bool ends_shortened(struct span text)
{
    return text.count > 3 && is_span(span_cut(text, text.count - 3, 3), "\u2026");
}

/* The question, "Answer", all answers at once below its first words, and back to all of it. */
static void where_both_have_no_room_a_long_question_is_read_first(void **state)
{
    (void)state;
    stand_before(217, 100, STEP_EXTRA_LARGE);
    visitor_come(&visitor, VISITOR_CODE);
    ask("situations:s1", long_question);
    const struct node *root = fitted();
    const struct room room = facts.room;
    assert_true(is_on(root, "heading") && !is_on(root, "labels"));
    const struct node *next = node_find(root, SPAN("next"));
    assert_int_equal(next->on_activate.kind, EVENT_WRITE);
    visitor_do(&visitor, EVENT_WRITE, 0, 0);
    root = fitted();
    assert_true(!is_on(root, "heading") && is_on(root, "labels"));
    const struct node *asked = node_find(root, SPAN("asked"));
    assert_true(asked->lines->count <= 2);
    assert_true(ends_shortened(asked->text));
    assert_true(is_span_equal(asked->said, long_question));
    assert_int_equal(facts.room.letters_less, room.letters_less);
    assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
    assert_int_equal(node_find(root, SPAN("back"))->on_activate.kind, EVENT_READ);
    visitor_do(&visitor, EVENT_PICK, 2, 0);
    visitor_do(&visitor, EVENT_READ, 0, 0);
    assert_true(is_on(fitted(), "heading"));
    visitor_do(&visitor, EVENT_WRITE, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 1, 1);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_false(visitor.journey.visit->is_writing);
}

/* Letters that only its answers have no room for are not taken from the question. */
static void a_question_alone_has_the_letters_that_were_chosen(void **state)
{
    (void)state;
    stand_before(217, 100, STEP_EXTRA_LARGE);
    visitor_come(&visitor, VISITOR_CODE);
    ask("situations:s1",
        SPAN("In your first weeks you made a mistake that cost half a day. A "
             "year later a new colleague makes the same one."));
    for (int step = STEP_NORMAL; step < STEP_COUNT; step++) {
        stand_before(217, 100, (enum text_size)step);
        const struct node *root = fitted(), *heading = node_find(root, SPAN("heading"));
        if (!is_on(root, "heading") || is_on(root, "labels"))
            continue; /* both have room */
        const double factor = theme_step(&facts) * heading->letter_scale;
        facts.room.letters_less = 0;
        assert_true(fabs(factor - theme_step(&facts)) < 1e-4);
        assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
    }
    stand_before(217, 100, STEP_EXTRA_LARGE);
    assert_true(is_on(fitted(), "heading") && facts.room.letters_less > 0);
}

/* Whoever goes back to half an answer reads what is missing: two lines of it, until the answers
 * become numbers. */
static void what_is_missing_has_two_lines_beside_a_question_that_left(void **state)
{
    (void)state;
    stand_before(217, 90, STEP_SMALL);
    visitor_begin(&visitor);
    ask("situations:s1", long_question);
    visitor_do(&visitor, EVENT_WRITE, 0, 0);
    visitor_do(&visitor, EVENT_PICK, 1, 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    const struct node *root = fitted(), *hint = node_find(root, SPAN("hint"));
    assert_true(is_on(root, "asked") && hint);
    assert_int_equal(facts.room.rung, ROOM_APART);
    assert_int_equal(hint->lines_max, 2);
}

static void a_short_question_never_leaves_its_answers(void **state)
{
    static const char *const ids[] = {"values:b01", "drivers:learning_1"};
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    for (int step = 0; step < STEP_COUNT; step++) {
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            stand_before(217, 125, (enum text_size)step);
            visitor_go(&visitor, ids[i]);
            const struct node *root = fitted();
            assert_true(is_on(root, "heading") && !is_on(root, "asked"));
            assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
        }
    }
}

/* Above the keys, too. */
static void what_is_asked_stays_in_sight_while_somebody_writes(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    for (int step = 0; step < STEP_COUNT; step++) {
        stand_before(217, 125, (enum text_size)step);
        ask("story:contribute", long_question);
        visitor_do(&visitor, EVENT_WRITE, 0, 0);
        const struct node *root = fitted();
        const struct node *asked = node_find(root, SPAN("asked"));
        assert_true(is_on(root, "field") && is_on(root, "key-space"));
        assert_non_null(asked);
        assert_true(asked->box.y >= 0 && asked->box.height > 0);
        assert_int_equal(asked->lines->count, 2);
    }
}

static int32_t way_on(void)
{
    return node_find(fitted(), SPAN("next"))->on_activate.kind;
}

/* Words that stand there already are gone on with; a finger in the field leads to the keys, and so
 * does the way on for whoever comes to change them. */
static void words_that_were_written_need_no_keys_to_go_on(void **state)
{
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    stand_before(217, 125, STEP_NORMAL);
    visitor_go(&visitor, "story:contribute");
    assert_int_equal(way_on(), EVENT_WRITE);
    visitor_do(&visitor, EVENT_KEY, 'a', 0);
    visitor_do(&visitor, EVENT_READ, 0, 0);
    assert_int_equal(way_on(), EVENT_NEXT);
    assert_int_equal(node_find(fitted(), SPAN("field"))->on_activate.kind, EVENT_WRITE);
    visitor.journey.visit->checking = CHECKING_ONE;
    assert_int_equal(way_on(), EVENT_WRITE);
}

static struct room room_at(const char *id)
{
    visitor_go(&visitor, id);
    return room_here();
}

/* One statement of three lines, and those beside it begin with the room that it needs; other kinds
 * and parts do not. */
static void questions_of_one_kind_begin_with_the_same_room(void **state)
{
    (void)state;
    stand_before(256, 144, STEP_EXTRA_LARGE);
    visitor_come(&visitor, VISITOR_CODE);
    const struct room before = room_at("drivers:learning_1");
    const struct room other = room_at("values:b01");
    ask("drivers:learning_2", long_question);
    const struct room needed = room_at("drivers:learning_2"),
                      beside = room_at("drivers:learning_1"),
                      still = room_at("values:b01");
    assert_true(needed.rung > before.rung || needed.letters_less > before.letters_less);
    assert_memory_equal(&needed, &beside, sizeof needed);
    assert_memory_equal(&other, &still, sizeof other);
}

/* Whatever is chosen on it, all controls of the page of comfort stay where they are. */
static void nothing_moves_when_another_size_is_chosen(void **state)
{
    static const struct {
        int width_mm, height_mm;
    } screens[] = {{217, 125}, {344, 194}, {476, 268}, {268, 476}};
    static const char *const ids[] = {"size-small",  "size-extra-large",
                                      "theme-light", "theme-high-contrast",
                                      "restore",     "next"};
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        struct box before[sizeof ids / sizeof *ids];
        for (int step = 0; step < STEP_COUNT; step++) {
            stand_before(screens[i].width_mm, screens[i].height_mm, (enum text_size)step);
            const struct node *root = fitted();
            assert_int_equal(whole_of(root, &facts), WHOLE_SEEN);
            for (size_t j = 0; j < sizeof ids / sizeof *ids; j++) {
                const struct box box = node_find(root, span_of(ids[j]))->box;
                if (step)
                    assert_memory_equal(&box, &before[j], sizeof box);
                before[j] = box;
            }
        }
    }
}

/* An upright screen: the question does not hang under its upper edge. */
static void an_upright_page_stands_in_the_middle(void **state)
{
    static const char *const ids[] = {"values:b01", "situations:s1", "story:contribute"};
    (void)state;
    stand_before(268, 476, STEP_NORMAL);
    visitor_come(&visitor, VISITOR_CODE);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        visitor_go(&visitor, ids[i]);
        const struct node *root = fitted(), *body = node_find(root, SPAN("body"));
        const struct node *first = body->first, *last = body->last;
        const int above = first->box.y - body->box.y;
        const int below = body->box.y + body->box.height - last->box.y - last->box.height;
        assert_true(above > 0 && abs(above - below) <= 1);
    }
}

/* 640 x 480 pixels of 135 mm: nothing there is promised but that the person can go on. */
static void below_the_smallest_screen_there_is_still_a_way_on(void **state)
{
    static const char *const ids[] = {"values:b01", "drivers:learning_1", "situations:s1",
                                      "story:scene_1"};
    (void)state;
    visitor_come(&visitor, VISITOR_CODE);
    for (int step = 0; step < STEP_COUNT; step++) {
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            stand_before(135, 101, (enum text_size)step);
            visitor_go(&visitor, ids[i]);
            const struct node *next = node_find(fitted(), SPAN("next"));
            assert_non_null(next);
            assert_true(next->box.y + next->box.height <= facts.height_px);
            assert_true(next->box.x + next->box.width <= facts.width_px);
        }
    }
}

static void comfort_says_where_letters_will_be_smaller(void **state)
{
    static const struct {
        int width_mm, height_mm;
        enum text_size step;
        bool is_said;
    } cases[] = {
        {217, 125, STEP_SMALL, false},       {217, 125, STEP_NORMAL, true},
        {344, 194, STEP_LARGE, false},       {344, 194, STEP_EXTRA_LARGE, true},
        {476, 268, STEP_EXTRA_LARGE, false},
    };
    (void)state;
    visitor_do(&visitor, EVENT_OPEN_COMFORT, 0, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stand_before(cases[i].width_mm, cases[i].height_mm, cases[i].step);
        assert_int_equal(is_on(fitted(), "letters"), cases[i].is_said);
    }
}

/* It scrolls below its two ways rather than take the letters of whoever asked for large ones. */
static void a_break_is_read_in_the_letters_that_were_chosen(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_OPEN_BREAK, 0, 0);
    assert_int_equal(visitor.journey.screen, SCREEN_BREAK);
    for (int step = 0; step < STEP_COUNT; step++) {
        stand_before(217, 125, (enum text_size)step);
        assert_true(is_on(fitted(), "pause"));
        assert_int_equal(facts.room.letters_less, 0);
    }
}

/* A page that a sentence made closer is as it was before, when that has gone. */
static void what_a_notice_took_comes_back_when_it_goes(void **state)
{
    (void)state;
    visitor_begin(&visitor);
    visitor_do(&visitor, EVENT_OPEN_BREAK, 0, 0);
    assert_int_equal(visitor.journey.screen, SCREEN_BREAK);
    const struct journey_page before = journey_page(&visitor.journey, &facts);
    visitor_do(&visitor, EVENT_TELL, REASON_CODE_SHORT, 0);
    const struct journey_page told = journey_page(&visitor.journey, &facts);
    assert_false(is_journey_page_same(before, told));
    visitor_do(&visitor, EVENT_SET_STEP, STEP_NORMAL, 0);
    assert_true(is_journey_page_same(before, journey_page(&visitor.journey, &facts)));
    visitor.journey.problem = STATUS_IO;
    assert_false(is_journey_page_same(before, journey_page(&visitor.journey, &facts)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_frame_steps_back_before_the_form_and_the_letters),
        cmocka_unit_test(usual_letters_give_way_before_the_question_does),
        cmocka_unit_test(a_page_gives_up_no_more_letters_than_it_needs_to),
        cmocka_unit_test_setup_teardown(what_stands_between_the_buttons_takes_no_letters,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_place_without_a_line_stands_beside_the_question,
                                        begin, end),
        cmocka_unit_test_setup_teardown(words_that_were_written_need_no_keys_to_go_on,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_usual_screen_gives_up_nothing, begin, end),
        cmocka_unit_test_setup_teardown(
            where_both_have_no_room_a_long_question_is_read_first, begin, end),
        cmocka_unit_test_setup_teardown(a_question_alone_has_the_letters_that_were_chosen,
                                        begin, end),
        cmocka_unit_test_setup_teardown(
            what_is_missing_has_two_lines_beside_a_question_that_left, begin, end),
        cmocka_unit_test_setup_teardown(a_short_question_never_leaves_its_answers, begin,
                                        end),
        cmocka_unit_test_setup_teardown(
            what_is_asked_stays_in_sight_while_somebody_writes, begin, end),
        cmocka_unit_test_setup_teardown(questions_of_one_kind_begin_with_the_same_room,
                                        begin, end),
        cmocka_unit_test_setup_teardown(nothing_moves_when_another_size_is_chosen, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_upright_page_stands_in_the_middle, begin, end),
        cmocka_unit_test_setup_teardown(below_the_smallest_screen_there_is_still_a_way_on,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_break_is_read_in_the_letters_that_were_chosen,
                                        begin, end),
        cmocka_unit_test_setup_teardown(what_a_notice_took_comes_back_when_it_goes, begin,
                                        end),
        cmocka_unit_test_setup_teardown(comfort_says_where_letters_will_be_smaller, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
