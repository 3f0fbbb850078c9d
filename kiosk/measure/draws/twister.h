/* twister: the generator MT19937 (Matsumoto & Nishimura 1998, seeding of 2002), the same numbers as
 * gsl_rng_mt19937. A sitting takes a hundred thousand of them: here they are made 624 at a time and
 * taken where they are used; the library's are a call each, three times as slow. That both are the
 * same is tried in tests/unit/measure_twister.c. */
#ifndef MEASURE_DRAWS_TWISTER_H
#define MEASURE_DRAWS_TWISTER_H

#include <stddef.h>
#include <stdint.h>

enum { TWISTER_WORDS = 624 };

struct twister {
    uint32_t state[TWISTER_WORDS], ready[TWISTER_WORDS];
    size_t taken; /* of `ready` */
};

/* twister_init(twister, seed): the stream that belongs to `seed`, which is not 0. */
void twister_init(struct twister *twister, uint32_t seed);
/* twister_refill(twister): the next 624 words; twister_next calls it. */
void twister_refill(struct twister *twister);

/* twister_next(twister): the next word. TWISTER_RANGE: how many there are; what is uniform in
 * [0, 1) is a word divided by it. */
#define TWISTER_RANGE 4294967296.0
static inline uint32_t twister_next(struct twister *twister)
{
    if (twister->taken == TWISTER_WORDS)
        twister_refill(twister);
    return twister->ready[twister->taken++];
}

/* twister_below(twister, bound): uniform in 0..`bound` - 1, without bias; `bound` > 0. */
size_t twister_below(struct twister *twister, size_t bound);

#endif
