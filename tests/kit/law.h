/* law: something that holds for any input, tried on many random ones. The seed of an input that
 * breaks it is printed; RESONANCE_SEED=N runs that one alone. A program lists its laws and ends
 * main with `return laws_try(laws, count);`. */
#ifndef KIT_LAW_H
#define KIT_LAW_H

#include "base/arena.h"
#include "base/chance.h"

#include "near.h"
#include "scratch.h"

#include <stdlib.h>

enum { LAWS_MOST = 32 };

struct law {
    const char *name;
    int (*holds)(void); /* draws its input from `chance` */
    uint64_t inputs;
};

static struct chance chance;

static inline void law_try(void **state)
{
    const struct law *law = *state;
    const char *asked = getenv("RESONANCE_SEED");
    const uint64_t first = asked ? strtoull(asked, NULL, 10) : 1;
    for (uint64_t seed = first; seed < first + (asked ? 1 : law->inputs); seed++) {
        const struct arena_mark mark = arena_mark(&scratch);
        chance = chance_init(seed);
        if (!law->holds()) {
            print_error("%s: broken with RESONANCE_SEED=%llu\n", law->name,
                        (unsigned long long)seed);
            fail();
        }
        arena_release(&scratch, mark);
    }
}

static inline int laws_try(struct law *laws, size_t count)
{
    static struct CMUnitTest tests[LAWS_MOST];
    assert_true(count <= LAWS_MOST);
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){laws[i].name, law_try, NULL, NULL, &laws[i]};
    return _cmocka_run_group_tests("laws", tests, count, scratch_begin, scratch_end);
}

#endif
