/* Random walks through a sitting, back and forth, with every kind of answer: replaying the
 * rows that were written on the way gives the same sitting, wherever it stopped. */
#include "sample.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { WALKS = 1000, MOVES_MAX = 120 };

static struct answer any_answer(const struct sample_person *person,
                                const struct item *item, struct chance *chance)
{
    struct answer answer = sample_answer(person, item, chance);
    const uint64_t mood = chance_below(chance, 10);
    answer.change_count = (int32_t)chance_below(chance, 3);
    if (mood == 0)
        answer.state = ANSWER_DECLINED;
    if (mood == 1)
        answer.state = ANSWER_NONE;
    if (mood == 2 && item->kind == ITEM_BEST_WORST) {
        answer.state = ANSWER_PARTIAL;
        answer.pair[chance_below(chance, 2)] = NOT_PICKED;
    }
    if (mood == 2 && item->kind == ITEM_GRID) {
        answer.state = ANSWER_PARTIAL;
        answer.columns[chance_below(chance, 2)] = NOT_PICKED;
    }
    if (mood == 2 && item->kind == ITEM_RANK) { /* begun, from the first place on */
        answer.state = ANSWER_PARTIAL;
        for (size_t i = 1 + chance_below(chance, 3); i < item->option_count; i++)
            answer.order[i] = NOT_PICKED;
    }
    return answer;
}

static void assert_same_sitting(const struct sitting *a, const struct sitting *b)
{
    assert_int_equal(a->step_count, b->step_count);
    assert_int_equal(a->is_ended_by_gate, b->is_ended_by_gate);
    for (size_t step = 0; step < a->step_count; step++) {
        assert_ptr_equal(a->steps[step].item, b->steps[step].item);
        assert_memory_equal(a->steps[step].order, b->steps[step].order,
                            sizeof a->steps[step].order);
        assert_int_equal(is_sitting_shown(a, step), is_sitting_shown(b, step));
        if (sitting_part(a, step)->use != PART_PRACTICE)
            assert_true(is_sample_same(a->steps[step].item, &a->answers[step],
                                       &b->answers[step]));
    }
}

static void walk(uint64_t seed)
{
    struct arena arena;
    arena_init(&arena, 64 << 20);
    const struct assessment *assessment = sample_assessment_ranked(&arena);
    struct chance chance = chance_init(seed);
    const enum role role = chance_below(&chance, 4) ? ROLE_CANDIDATE : ROLE_RATER;
    const struct sample_person person = sample_person_of(seed, 1, .4);
    struct sitting *sitting = sample_begin(&arena, assessment, role, seed);
    struct sitting *again = NULL;
    struct sitting_start start;
    assert_int_equal(
        sitting_start_read(&arena, sitting_start_write(&arena, &sitting->start), &start),
        OK);
    assert_int_equal(sitting_begin(&arena, assessment, &start, &again), OK);
    int at = (int)chance_below(&chance, sitting->step_count), at_again = NO_STEP;
    const uint64_t moves = 1 + chance_below(&chance, MOVES_MAX);
    for (uint64_t move = 0; move < moves; move++) {
        const int next = chance_below(&chance, 4) ? sitting_next(sitting, at)
                                                  : sitting_previous(sitting, at);
        at = next == NO_STEP ? (int)chance_below(&chance, sitting->step_count) : next;
        const struct answer answer =
            any_answer(&person, sitting->steps[at].item, &chance);
        sitting_put(sitting, (size_t)at, &answer);
        const struct span row = sitting_row_write(&arena, sitting, (size_t)at, at);
        assert_int_equal(sitting_row_read(again, row, &at_again), OK);
        assert_int_equal(at_again, at);
    }
    assert_same_sitting(sitting, again);
    arena_done(&arena);
}

static void rows_replay_to_the_same_sitting(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= WALKS; seed++) {
        if (seed % 250 == 0)
            print_message("seeds up to %" PRIu64 "\n", seed);
        walk(seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_replay_to_the_same_sitting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
