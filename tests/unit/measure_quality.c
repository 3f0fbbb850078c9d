/* quality: pairs of items that go together, up to the case that all do. */
#include "measure/quality.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { PEOPLE = 4, ITEMS = 5, PAIRS = ITEMS * (ITEMS - 1) / 2 };

/* Everybody gave each item the same answer: each pair goes together, each once, in order. */
static void every_pair_may_go_together(void **state)
{
    (void)state;
    struct arena arena;
    struct quality_pairs pairs;
    double answers[PEOPLE * ITEMS];
    arena_init(&arena, 1 << 20);
    for (size_t person = 0; person < PEOPLE; person++)
        for (size_t item = 0; item < ITEMS; item++)
            answers[person * ITEMS + item] = (double)(person * person);
    quality_find_pairs(&arena, answers, PEOPLE, ITEMS, QUALITY_SYNONYMS, .6, &pairs);
    assert_int_equal(pairs.count, PAIRS);
    size_t at = 0;
    for (size_t earlier = 0; earlier < ITEMS; earlier++)
        for (size_t later = earlier + 1; later < ITEMS; later++, at++) {
            assert_int_equal(pairs.earlier[at], earlier);
            assert_int_equal(pairs.later[at], later);
        }
    quality_find_pairs(&arena, answers, PEOPLE, ITEMS, QUALITY_ANTONYMS, .6, &pairs);
    assert_int_equal(pairs.count, 0);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_may_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
