#include "base/chance.h"

#include "base/must.h"

struct chance chance_init(uint64_t seed)
{
    return (struct chance){seed};
}

uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

uint64_t chance_below(struct chance *chance, uint64_t bound)
{
    must(bound > 0);
    const uint64_t reject_below = -bound % bound; /* 2^64 mod bound: the biased rest */
    uint64_t draw;
    do
        draw = chance_next(chance);
    while (draw < reject_below);
    return draw % bound;
}

double chance_unit(struct chance *chance)
{
    return (double)(chance_next(chance) >> 11) * 0x1.0p-53;
}

void chance_shuffle(struct chance *chance, size_t *indices, size_t count)
{
    for (size_t left = count; left > 1; left--) {
        const size_t pick = (size_t)chance_below(chance, left);
        const size_t kept = indices[left - 1];
        indices[left - 1] = indices[pick];
        indices[pick] = kept;
    }
}
