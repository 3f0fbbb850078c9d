/* Lines that are put in order: numbers given, taken back and moved, by taps, two keys and a drag;
 * what is begun comes back from the draft. */
#include "even_letters.h"
#include "visitor_checks.h"

#include "view/focus.h"
#include "view/layout/layout.h"

enum { PRESSES_MAX = 60 };

static const struct surface_facts surface = {
    .width_px = 1920, .height_px = 1080, .px_per_mm = 1920 / 476.0, .step = STEP_NORMAL};
static struct arena documents;
static struct focus focus;

static int come(void **state)
{
    (void)state;
    arena_init(&documents, 64 << 20);
    struct assessment *assessment = sample_assessment_ranked(&documents);
    assessment->words = sample_questionnaire(&documents, "words", 0);
    visitor_init(&visitor, assessment);
    focus_init(&focus, surface.px_per_mm);
    focus.is_keyed = true;
    visitor_begin(&visitor);
    visitor_go(&visitor, "ranking:r1");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    visitor_done(&visitor);
    arena_done(&documents);
    return 0;
}

/* The order on the screen, by the letters of its lines. */
static void check_order(const char *letters)
{
    const struct answer *answer = &visitor.journey.visit->answer;
    const size_t count = strlen(letters);
    for (size_t place = 0; place < count; place++)
        assert_int_equal(answer->order[place], letters[place] - 'a');
    for (size_t place = count; place < OPTIONS_MAX; place++)
        assert_int_equal(answer->order[place], NOT_PICKED);
    assert_int_equal(answer->state, count == 4 ? ANSWER_GIVEN
                                    : count    ? ANSWER_PARTIAL
                                               : ANSWER_NONE);
}

static void put(char line, int place)
{
    visitor_do(&visitor, EVENT_PICK, line - 'a', place);
}

/* What the control `id` means happens. */
static void tap(const char *id)
{
    const struct event event = control(id)->on_activate;
    assert_false(control(id)->is_unavailable);
    visitor_event(&visitor, &event);
}

static void what_has_no_number_is_counted(void **state)
{
    (void)state;
    put('b', 0);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(is_span(node_find(visitor_look(&visitor), SPAN("missing"))->text,
                        "3 lines have no number yet."));
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    put('a', 1);
    put('d', 2);
    memset(visitor.journey.visit->was_asked, 0, sizeof visitor.journey.visit->was_asked);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    assert_true(is_span(node_find(visitor_look(&visitor), SPAN("missing"))->text,
                        "1 line has no number yet."));
}

static void taps_give_numbers_in_turn(void **state)
{
    (void)state;
    check_order("");
    tap("option-r1_c");
    tap("option-r1_a");
    check_order("ca");
    check_text("number-r1_a", "2");
    assert_true(is_span(control("option-r1_a")->said, "Number 2: r1_a"));
    assert_null(node_find(visitor_look(&visitor), SPAN("number-r1_b")));
    tap("option-r1_d");
    tap("option-r1_b");
    check_order("cadb");
}

static void a_number_is_taken_back_and_the_others_move_up(void **state)
{
    (void)state;
    put('c', 0);
    put('a', 1);
    put('d', 2);
    put('b', 3);
    tap("option-r1_a");
    check_order("cdb");
    tap("option-r1_a");
    check_order("cdba");
    tap("option-r1_a");
    tap("option-r1_c");
    tap("option-r1_b");
    check_order("d");
    tap("option-r1_d");
    check_order("");
}

static void a_line_moves_by_one(void **state)
{
    (void)state;
    put('c', 0);
    assert_null(
        node_find(visitor_look(&visitor), SPAN("later-r1_c"))); /* nowhere to go */
    put('a', 1);
    put('d', 2);
    assert_true(control("earlier-r1_c")->is_unavailable);
    assert_true(control("later-r1_d")->is_unavailable);
    assert_null(node_find(visitor_look(&visitor), SPAN("later-r1_b")));
    tap("later-r1_c");
    check_order("acd");
    tap("earlier-r1_d");
    check_order("adc");
}

static void what_means_nothing_changes_nothing(void **state)
{
    (void)state;
    put('c', 0);
    put('a', 1);
    visitor.journey.visit->is_changed = false;
    put('e', 0);
    put('c', 0);
    put('b', -1);
    put('b', -2);
    visitor_do(&visitor, EVENT_PICK, -1, 0);
    put('a', 63); /* the last place is its own */
    check_order("ca");
    assert_false(visitor.journey.visit->is_changed);
    put('c', 63);
    check_order("ac");
    assert_true(visitor.journey.visit->is_changed);
}

static void what_is_begun_comes_back(void **state)
{
    (void)state;
    int at;
    put('b', 0);
    put('d', 1);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    check_screen(SCREEN_BLANK);
    const struct sitting *again = visitor_replay(&visitor, &visitor.program, &at);
    const struct answer *answer = &again->answers[at];
    assert_true(is_sample_same(again->steps[at].item, answer,
                               visitor_answer(&visitor, "ranking:r1")));
    assert_int_equal(answer->state, ANSWER_PARTIAL);
    assert_int_equal(answer->order[1], 3);
    visitor_do(&visitor, EVENT_BACK, 0, 0);
    check_order("bd");
}

static void preferring_not_to_say_hides_the_numbers(void **state)
{
    (void)state;
    put('b', 0);
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    assert_null(node_find(visitor_look(&visitor), SPAN("number-r1_b")));
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    check_order("b");
    visitor_do(&visitor, EVENT_PREFER_NOT, 0, 0);
    put('a', 1);
    check_order("ba");
}

static void a_whole_order_that_changes_is_counted(void **state)
{
    (void)state;
    for (int place = 0; place < 4; place++)
        put((char)('a' + place), place);
    assert_int_equal(visitor.journey.visit->answer.change_count, 0);
    put('d', 0);
    check_order("dabc");
    assert_int_equal(visitor.journey.visit->answer.change_count, 1);
}

static struct node *laid_out(void)
{
    arena_reset(&visitor.tree);
    struct node *root =
        journey_view(&visitor.tree, &visitor.journey, &surface, visitor.moment);
    focus_settle(&focus, root);
    layout_run(&visitor.tree, root, &surface, &even_letters, &focus.scrolls);
    return root;
}

static void give(struct input input)
{
    struct event event;
    visitor.moment.steady_ms += 400;
    input.moment = visitor.moment;
    if (focus_input(&focus, laid_out(), &input, &event))
        visitor_event(&visitor, &event);
}

static void select_control(const char *id)
{
    for (int i = 0; i < PRESSES_MAX; i++) {
        laid_out();
        if (is_span_equal(node_id_span(&focus.at), span_of(id))) {
            give((struct input){.kind = INPUT_ACTIVATE});
            return;
        }
        give((struct input){.kind = INPUT_NEXT});
    }
    fail_msg("%s cannot be reached", id);
}

static void two_keys_put_in_order(void **state)
{
    (void)state;
    select_control("option-r1_d");
    select_control("option-r1_b");
    select_control("option-r1_c");
    select_control("option-r1_a");
    check_order("dbca");
    select_control("earlier-r1_c");
    check_order("dcba");
    select_control("option-r1_d");
    check_order("cba");
}

static void drag(const char *from, const char *to)
{
    const struct box a = node_find(laid_out(), span_of(from))->box;
    const struct box b = node_find(laid_out(), span_of(to))->box;
    give((struct input){.kind = INPUT_PRESS, .x = a.x + 50, .y = a.y + a.height / 2});
    give((struct input){.kind = INPUT_DRAG, .x = b.x + 50, .y = b.y + b.height / 2});
    give((struct input){.kind = INPUT_RELEASE, .x = b.x + 50, .y = b.y + b.height / 2});
}

static void a_line_is_dragged_onto_another(void **state)
{
    (void)state;
    put('a', 0);
    put('b', 1);
    drag("option-r1_b", "option-r1_a");
    check_order("ba");
    drag("option-r1_d", "option-r1_a"); /* without a number: it takes that one */
    check_order("bda");
    drag("option-r1_b", "option-r1_c"); /* onto one without: the end of the line */
    check_order("dab");
}

int main(void)
{
#define WITH(name) cmocka_unit_test_setup_teardown(name, come, leave)
    const struct CMUnitTest tests[] = {
        WITH(taps_give_numbers_in_turn),
        WITH(what_has_no_number_is_counted),
        WITH(a_number_is_taken_back_and_the_others_move_up),
        WITH(a_line_moves_by_one),
        WITH(what_means_nothing_changes_nothing),
        WITH(what_is_begun_comes_back),
        WITH(preferring_not_to_say_hides_the_numbers),
        WITH(a_whole_order_that_changes_is_counted),
        WITH(two_keys_put_in_order),
        WITH(a_line_is_dragged_onto_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
