/* simulate_place: a made-up organization with the culture around it. Colleagues describe it,
 * candidates of the same culture make its norm; both by the product's own code, so that what
 * people are scored against here is what they would be scored against. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_PLACE_H
#define APP_STUDY_SIMULATE_SIMULATE_PLACE_H

#include "app/study/simulate/simulate_people.h"
#include "app/study/simulate/simulate_sitting.h"
#include "scoring/basis/basis.h"

/* How many people are behind the norm. */
enum simulate_norm {
    SIMULATE_NORM_0,
    SIMULATE_NORM_30,
    SIMULATE_NORM_100,
    SIMULATE_NORM_1000,
    SIMULATE_NORMS
};

struct simulate_plan {
    const struct assessment *assessment;
    size_t people, raters;
    double spread;       /* SD of utilities over dimensions and people */
    double group_spread; /* SD of the raters' utilities around their organization's */
    uint64_t seed;
};

/* How places and people rate, in parts of the scale. */
struct simulate_world {
    double here, here_sd;    /* what there is in a place, and between drivers */
    double asked;            /* what people ask for */
    enum simulate_norm most; /* the largest norm; larger ones are not made */
};

struct simulate_place {
    const struct simulate_plan *plan;
    const struct simulate_world *world;
    size_t number; /* which of all places */
    size_t part;   /* the candidates' blocks */
    size_t dimension_count;
    struct simulate_culture culture;
    double *own, *needed;                /* utilities of the organization */
    double levels[DRIVERS_MAX];          /* what there is */
    struct basis *bases[SIMULATE_NORMS]; /* NULL: not enough people describe it */
};

/* simulate_place_check(assessment): STATUS_BAD_INPUT when the form has no blocks for
 * candidates. */
must_check enum status simulate_place_check(const struct assessment *assessment);

/* simulate_place_chance(plan, number, purpose): the stream of chance of one `purpose` in place
 * `number`, so that no purpose moves the figures of another. */
struct chance simulate_place_chance(const struct simulate_plan *plan, size_t number,
                                    size_t purpose);
enum { SIMULATE_PURPOSE_PLACE, SIMULATE_PURPOSE_NORM, SIMULATE_PURPOSES };

/* simulate_place_build(arena, plan, world, number, out_place): place `number` of `plan` in
 * `world`, in `arena`. The second line, against what the strategy needs, has no figure: it is
 * computed as the first. Only the norm of 100 keeps what is needed of each dimension. */
must_check enum status simulate_place_build(struct arena *arena,
                                            const struct simulate_plan *plan,
                                            const struct simulate_world *world,
                                            size_t number,
                                            struct simulate_place *out_place);

/* simulate_place_stranger(arena, place, chance): somebody of the culture who has nothing special
 * in common with the organization. */
struct simulate_person simulate_place_stranger(struct arena *arena,
                                               const struct simulate_place *place,
                                               struct chance *chance);

/* simulate_place_rater_utility(arena, place, own, chance): the utilities of a colleague, around
 * the `own` ones of the organization. */
double *simulate_place_rater_utility(struct arena *arena,
                                     const struct simulate_place *place,
                                     const double *own, struct chance *chance);

/* simulate_place_norm_count(norm): how many people. */
size_t simulate_place_norm_count(enum simulate_norm norm);

#endif
