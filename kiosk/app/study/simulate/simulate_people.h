/* simulate_people: made-up people who answer a form, to learn what its figures are worth
 * before anybody real has sat down. Genuine people choose as their utilities say
 * (sequential logit; Marley & Louviere 2005); careless ones do not read.
 *
 * A utility has three parts, all normal: what everybody shares, a few broad factors, and
 * what is the dimension's own. Ratings have a level for each driver; times are lognormal
 * around what real people took. */
#ifndef APP_STUDY_SIMULATE_PEOPLE_H
#define APP_STUDY_SIMULATE_PEOPLE_H

#include "measure/bestworst.h"
#include "sitting/sitting.h"

enum simulate_style {
    SIMULATE_GENUINE,
    SIMULATE_RANDOM,       /* every answer drawn evenly */
    SIMULATE_STRAIGHT,     /* one rating all the way; best at the first, worst at the last
                              place */
    SIMULATE_FIRST_OPTION, /* always what is first: the lowest rating, the first places */
    SIMULATE_STYLES
};

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

/* simulate_people_choice(chance, utility, block): answers `block` as somebody with `utility` per
 * object would. */
void simulate_people_choice(struct chance *chance, const double *utility,
                            struct bestworst_block *block);

/* simulate_people_sitting(arena, assessment, role, utility, style, pace, chance):
 * A finished sitting of `assessment` in `role`, laid out by sitting_begin and answered by
 * sitting_put: its blocks and ratings, in `style`; the rest stays open. `utility` (per
 * dimension of the blocks) matters to genuine people only. Times are `pace` times the
 * usual. NULL when the form has no part for the role. */
struct sitting *simulate_people_sitting(struct arena *arena,
                                        const struct assessment *assessment,
                                        enum role role, const double *utility,
                                        enum simulate_style style, double pace,
                                        struct chance *chance);

#endif
