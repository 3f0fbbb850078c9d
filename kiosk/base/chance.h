/* chance: seeded chance for orders and tests (SplitMix64; Steele, Lea & Flood 2014). The
 * seed is stored with the record, so every shuffle can be repeated. Not for keys or
 * codes: those come from seal/. The statistics in
 * measure/ draw from measure/draws/twister.h. */
#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* chance_init(seed): the stream that belongs to `seed`. */
struct chance chance_init(uint64_t seed);
/* chance_next(chance): the next 64 bits. */
uint64_t chance_next(struct chance *chance);
/* chance_below(chance, bound): uniform in 0..bound-1, without bias; `bound` > 0. */
uint64_t chance_below(struct chance *chance, uint64_t bound);
/* chance_unit(chance): uniform in [0, 1) with 53 bits. */
double chance_unit(struct chance *chance);
/* chance_shuffle(chance, indices, count): Fisher-Yates over `indices`. */
void chance_shuffle(struct chance *chance, size_t *indices, size_t count);

#endif
