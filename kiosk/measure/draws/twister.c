#include "measure/draws/twister.h"

enum { SHIFT = 397 };

void twister_init(struct twister *twister, uint32_t seed)
{
    twister->state[0] = seed;
    for (uint32_t i = 1; i < TWISTER_WORDS; i++) {
        const uint32_t last = twister->state[i - 1];
        twister->state[i] = 1812433253u * (last ^ last >> 30) + i;
    }
    twister->taken = TWISTER_WORDS;
}

static uint32_t twisted(uint32_t high, uint32_t low)
{
    const uint32_t word = (high & 0x80000000u) | (low & 0x7fffffffu);
    return word >> 1 ^ (-(word & 1) & 0x9908b0dfu);
}

static uint32_t tempered(uint32_t word)
{
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

void twister_refill(struct twister *twister)
{
    uint32_t *state = twister->state;
    for (size_t i = 0; i < TWISTER_WORDS - SHIFT; i++)
        state[i] = state[i + SHIFT] ^ twisted(state[i], state[i + 1]);
    for (size_t i = TWISTER_WORDS - SHIFT; i < TWISTER_WORDS - 1; i++)
        state[i] = state[i + SHIFT - TWISTER_WORDS] ^ twisted(state[i], state[i + 1]);
    state[TWISTER_WORDS - 1] =
        state[SHIFT - 1] ^ twisted(state[TWISTER_WORDS - 1], state[0]);
    for (size_t i = 0; i < TWISTER_WORDS; i++)
        twister->ready[i] = tempered(state[i]);
    twister->taken = 0;
}

size_t twister_below(struct twister *twister, size_t bound)
{
    const uint32_t width = UINT32_MAX / (uint32_t)bound;
    uint32_t number;
    do {
        number = twister_next(twister) / width;
    } while (number >= bound);
    return number;
}
