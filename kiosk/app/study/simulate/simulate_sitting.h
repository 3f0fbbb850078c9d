/* simulate_sitting: a made-up person answers a form. Genuine people choose as their utilities
 * say and rate around a level for each driver; careless ones do not read; some read in a second
 * language, agree with everything, or take what is nearest. Times are lognormal around what real
 * people took. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_SITTING_H
#define APP_STUDY_SIMULATE_SIMULATE_SITTING_H

#include "sitting/sitting.h"

/* Ratings are parts of the scale: 0 its lowest, 1 its highest answer. */
#define SIMULATE_LEVEL .65    /* the usual one: 3.6 on 1..5 */
#define SIMULATE_LEVEL_SD .15 /* between people: .6 on 1..5 */

enum simulate_style {
    SIMULATE_GENUINE,
    SIMULATE_NEAREST, /* as genuine, but of statements that are nearly as good the first one
                         shown, and a rating between two answers is the lower one */
    SIMULATE_RANDOM,       /* every answer drawn evenly */
    SIMULATE_STRAIGHT,     /* one rating all the way; best at the first, worst at the last
                              place */
    SIMULATE_FIRST_OPTION, /* always what is first: the lowest rating, the first places */
    SIMULATE_STYLES
};

/* How somebody answers. Tastes and levels matter only to those who read. */
struct simulate_person {
    enum simulate_style style;
    const double *utility;      /* per dimension of the blocks */
    const double *needed;       /* a rater's, of what is needed; NULL: as `utility` */
    double levels[DRIVERS_MAX]; /* per dimension of the ratings, in parts of the scale */
    double pace;                /* times the usual time */
    double misread;             /* share of lines that are misread */
    double lift;                /* on every rating, as given, in parts of the scale */
};

/* simulate_sitting(arena, assessment, role, person, chance):
 * A finished sitting of `assessment` in `role`, laid out by sitting_begin and answered by
 * sitting_put: its blocks and ratings, by `person`; the rest stays open. NULL when the form has
 * no part for the role. */
struct sitting *simulate_sitting(struct arena *arena, const struct assessment *assessment,
                                 enum role role, const struct simulate_person *person,
                                 struct chance *chance);

#endif
