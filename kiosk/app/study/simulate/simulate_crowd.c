#include "app/study/simulate/simulate_crowd.h"

#include <math.h>
#include <string.h>

/* What tastes have in common with the organization's. */
enum tie {
    TIE_NONE,        /* the culture, nothing special */
    TIE_COLLEAGUE,   /* as much as those have who describe it */
    TIE_SAME,        /* everything */
    TIE_KNOWS_THREE, /* nothing, but they know what it values most, and choose that */
};

enum { KNOWN = 3 };
static const double KNOWN_UTILITY =
    20; /* chosen as best whenever shown, never as worst */

static const struct manner {
    const char *word;
    enum tie tie;
    enum simulate_style style;
    double pace, misread, lift, strength;
} manners[SIMULATE_CROWDS] = {
#define CROWD(name, ...) [SIMULATE_CROWD_##name] = {__VA_ARGS__},
#include "app/study/simulate/simulate_crowd.def"
#undef CROWD
};

const char *simulate_crowd_name(enum simulate_crowd crowd)
{
    return manners[crowd].word;
}

/* The highest of the organization as it is that is not among those already above. */
static size_t highest(const struct simulate_place *place, const bool *is_known)
{
    const struct basis *basis = place->bases[SIMULATE_NORM_0];
    size_t found = 0;
    double most = -INFINITY;
    for (size_t j = 0; j < place->dimension_count; j++) {
        const double value = basis ? basis->dimensions[j].now : place->own[j];
        if (!is_known[j] && value > most) {
            most = value;
            found = j;
        }
    }
    return found;
}

static void know(const struct simulate_place *place, double *utility)
{
    bool is_known[RESONANCE_DIMENSIONS_MAX] = {0};
    for (size_t k = 0; k < KNOWN; k++) {
        const size_t j = highest(place, is_known);
        is_known[j] = true;
        utility[j] += KNOWN_UTILITY;
    }
}

static void tie_tastes(const struct simulate_place *place, enum tie tie,
                       struct chance *chance, double *utility)
{
    const size_t count = place->dimension_count;
    switch (tie) {
    case TIE_NONE:
        break;
    case TIE_COLLEAGUE:
        simulate_people_near(chance, place->own, count, place->plan->group_spread,
                             utility);
        break;
    case TIE_SAME:
        memcpy(utility, place->own, count * sizeof *utility);
        break;
    case TIE_KNOWS_THREE:
        know(place, utility);
        break;
    }
}

struct simulate_person simulate_crowd_person(struct arena *arena,
                                             const struct simulate_place *place,
                                             enum simulate_crowd crowd,
                                             struct chance *chance)
{
    const struct manner *manner = &manners[crowd];
    struct simulate_person person = simulate_place_stranger(arena, place, chance);
    double *utility = arena_array(arena, double, place->dimension_count);
    for (size_t j = 0; j < place->dimension_count; j++)
        utility[j] = manner->strength * person.utility[j];
    tie_tastes(place, manner->tie, chance, utility);
    person.utility = utility;
    person.style = manner->style;
    person.pace = manner->pace;
    person.misread = manner->misread;
    person.lift = manner->lift;
    return person;
}
