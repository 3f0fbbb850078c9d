/* Persons who press anything, for a long time: the journey never breaks, no save is lost. */
#include "visitor.h"

#include "view/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { WALKS = 6, STEPS = 10000, REPLAY_EVERY = 400, CONTROLS_MAX = 512 };

static struct visitor visitor;

static size_t controls_of(struct node *root, const struct node **out_controls)
{
    size_t count = 0;
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        if (is_node_control(node) && count < CONTROLS_MAX)
            out_controls[count++] = node;
    return count;
}

/* What a finger could do: activate some control, or type into the field. Ends and leaves are
 * pressed less often, so that walks also get far. */
static struct event pressed(struct chance *chance)
{
    static const char *const words[] = {"7Q2K9ABCDE", "0000000000", "a\xc3\xa9 ", "1,250",
                                        "\x17",       "12.5",       "\xff\xfe",   "yes"};
    const struct node *controls[CONTROLS_MAX];
    const size_t count = controls_of(visitor_look(&visitor), controls);
    if (!count)
        return (struct event){.kind = EVENT_NONE};
    const struct node *node = controls[chance_below(chance, count)];
    if (node->on_type.kind) {
        struct event event = node->on_type;
        event.a = (int32_t)chance_below(chance, 30);
        if (chance_below(chance, 2)) /* a key that edits, or Shift with one */
            event.b = (int32_t)chance_below(chance, 2 * EDIT_SELECTING);
        event.text = span_of(words[chance_below(chance, sizeof words / sizeof *words)]);
        return event;
    }
    const bool is_end = node->on_activate.kind == EVENT_LEAVE_SURE ||
                        node->on_activate.kind == EVENT_FINISH ||
                        node->on_activate.kind == EVENT_DECLINE;
    if (is_end && chance_below(chance, 10))
        return (struct event){.kind = EVENT_NEXT};
    return node->is_unavailable ? (struct event){.kind = EVENT_NEXT} : node->on_activate;
}

static struct event any(struct chance *chance)
{
    return (struct event){.kind = (int32_t)chance_below(chance, EVENT_COUNT + 2),
                          .a = (int32_t)chance_below(chance, 80) - 2,
                          .b = (int32_t)chance_below(chance, 12) - 2,
                          .text = SPAN("any")};
}

/* The code when one is asked for: else walks would end before the door. */
static void open_door(struct chance *chance)
{
    const enum screen_kind screen = visitor.journey.screen;
    if ((screen != SCREEN_CODE && screen != SCREEN_HIDDEN) || chance_below(chance, 3))
        return;
    visitor_do(&visitor, EVENT_KEY_ERASE_WORD, 0, 0);
    visitor_type(&visitor, VISITOR_CODE);
    visitor_do(&visitor, EVENT_SUBMIT_CODE, 0, 0);
}

/* Now and then straight to the end: by chance alone nobody gets through a hundred items. */
static void hurry(struct chance *chance)
{
    if (visitor.journey.screen != SCREEN_ITEM || chance_below(chance, 400))
        return;
    journey_enter(&visitor.journey, NO_STEP, visitor.moment);
    visitor_do(&visitor, EVENT_NEXT, 0, 0);
    visitor_do(&visitor, EVENT_FINISH, 0, 0);
}

static void step(struct chance *chance)
{
    static const int64_t waits_ms[] = {0, 0, 0, 0, 300, 300, 2000, 6000, 30000};
    const struct event event = chance_below(chance, 12) ? pressed(chance) : any(chance);
    int64_t wait_ms = waits_ms[chance_below(chance, sizeof waits_ms / sizeof *waits_ms)];
    if (!chance_below(chance, 300))
        wait_ms = (int64_t)chance_below(chance, 1500000);
    visitor_event(&visitor, &event);
    visitor_wait(&visitor, wait_ms);
    open_door(chance);
    hurry(chance);
}

/* The draft, read again, is the sitting as it stands. */
static void check_replay(void)
{
    const struct visit *visit = visitor.journey.visit;
    if (!visit || !visit->has_begun || !visitor.has_draft)
        return;
    const struct arena_mark mark = arena_mark(&visitor.program);
    int at;
    const struct sitting *replayed = visitor_replay(&visitor, &visitor.program, &at);
    for (size_t i = 0; i < replayed->step_count; i++) {
        if (sitting_part(replayed, i)->use == PART_PRACTICE)
            continue;
        if (!is_sample_same(replayed->steps[i].item, &replayed->answers[i],
                            &visit->sitting->answers[i]))
            fail_msg("the draft lost the answer of step %zu", i);
    }
    arena_release(&visitor.program, mark);
}

static void check_state(void)
{
    const struct journey *journey = &visitor.journey;
    const struct visit *visit = journey->visit;
    assert_true(journey->screen < SCREEN_COUNT);
    assert_true(journey_deadline(journey) > visitor.moment.steady_ms);
    assert_false(journey->is_wiping);
    const enum screen_kind base = journey_base(journey);
    if (base == SCREEN_ATTRACT || base == SCREEN_WIPED) {
        assert_null(visit);
        assert_int_equal(visitor.person.used_bytes, 0);
        return;
    }
    assert_non_null(visit);
    assert_true(visit->typing.caret <= visit->typing.count);
    assert_true(visit->typing.anchor <= visit->typing.count);
    assert_true(visit->typing.count <= TYPED_MAX_BYTES);
    if (base == SCREEN_ITEM || base == SCREEN_BLANK) {
        assert_true(visit->at >= 0 && (size_t)visit->at < visit->sitting->step_count);
        assert_true(visit->has_begun && !visit->sitting->is_finished);
    }
    if (visitor.has_draft && visit->sitting)
        assert_false(visit->sitting->is_finished);
}

/* Every control says something; every id stands once. */
static void check_words(void)
{
    struct node *root = visitor_look(&visitor);
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node)) {
        if (is_node_control(node))
            assert_true(words_node(&visitor.tree, node).count > 0);
        if (node->id.count)
            assert_ptr_equal(node_find(root, node->id), node);
    }
}

static void walk(uint64_t seed, int with_failures)
{
    struct chance chance = chance_init(seed);
    visitor_init(&visitor, NULL);
    visitor.role = seed % 3 ? ROLE_CANDIDATE : ROLE_RATER;
    uint64_t seen = 0;
    for (int i = 0; i < STEPS; i++) {
        if (with_failures && !chance_below(&chance, 20))
            visitor.next_failure = STATUS_IO;
        step(&chance);
        check_state();
        seen |= UINT64_C(1) << visitor.journey.screen;
        if (i % 16 == 0)
            check_words();
        if (!with_failures && i % REPLAY_EVERY == 0)
            check_replay();
        if (visitor.row_count > VISITOR_ROWS_MAX - 100)
            break;
    }
    printf("seed %llu: %d screens seen, %d sealed, %d dropped, %d suspended\n",
           (unsigned long long)seed, __builtin_popcountll(seen), visitor.sealed_count,
           visitor.dropped_count, visitor.suspended_count);
    assert_true(__builtin_popcountll(seen) >= 14);
    visitor_done(&visitor);
}

static void no_save_is_ever_lost(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= WALKS; seed++)
        walk(seed, 0);
}

static void failing_disks_break_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 101; seed < 101 + WALKS / 2; seed++)
        walk(seed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_save_is_ever_lost),
        cmocka_unit_test(failing_disks_break_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
