/* simulate_people: the tastes of made-up people, and how they choose as these say (sequential
 * logit; Marley & Louviere 2005).
 *
 * A utility has three parts, all normal: what everybody shares, a few broad factors, and
 * what is the dimension's own. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_PEOPLE_H
#define APP_STUDY_SIMULATE_SIMULATE_PEOPLE_H

#include "base/chance.h"
#include "measure/bestworst.h"

/* What the people of one place have in common. */
struct simulate_culture {
    size_t dimension_count;
    double spread;   /* SD of utilities, the noise of a choice being standard Gumbel */
    double *common;  /* per dimension: what everybody shares */
    double *factors; /* dimensions x SIMULATE_FACTORS: what goes together */
};
enum { SIMULATE_FACTORS = 3 };

/* simulate_people_normal(chance): a standard normal number (Box & Muller 1958). */
double simulate_people_normal(struct chance *chance);

/* simulate_people_culture(arena, chance, dimension_count, spread, out_culture): draws a culture
 * of `dimension_count` dimensions with utilities of SD `spread`, in `arena`. */
void simulate_people_culture(struct arena *arena, struct chance *chance,
                             size_t dimension_count, double spread,
                             struct simulate_culture *out_culture);

/* simulate_people_utilities(culture, chance, out_utility): one person of `culture`. */
void simulate_people_utilities(const struct simulate_culture *culture,
                               struct chance *chance, double *out_utility);

/* simulate_people_near(chance, utility, count, spread, out_utility): somebody whose `count`
 * utilities stand around `utility`, with SD `spread`. */
void simulate_people_near(struct chance *chance, const double *utility, size_t count,
                          double spread, double *out_utility);

/* simulate_people_choice(chance, utility, block): answers `block` as somebody with `utility` per
 * object would. */
void simulate_people_choice(struct chance *chance, const double *utility,
                            struct bestworst_block *block);

#endif
