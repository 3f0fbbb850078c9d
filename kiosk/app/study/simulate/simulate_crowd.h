/* simulate_crowd: kinds of people who sit, from those who do as they are asked to those who do not
 * read, and one person of each. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_CROWD_H
#define APP_STUDY_SIMULATE_SIMULATE_CROWD_H

#include "app/study/simulate/simulate_place.h"

enum simulate_crowd {
#define CROWD(name, word, ...) SIMULATE_CROWD_##name,
#include "app/study/simulate/simulate_crowd.def"
#undef CROWD
    SIMULATE_CROWDS
};

/* simulate_crowd_name(crowd): as in the table. */
const char *simulate_crowd_name(enum simulate_crowd crowd);

/* simulate_crowd_person(arena, place, crowd, chance): somebody of `crowd` who sits for a vacancy
 * of `place`; the tastes lie in `arena`. */
struct simulate_person simulate_crowd_person(struct arena *arena,
                                             const struct simulate_place *place,
                                             enum simulate_crowd crowd,
                                             struct chance *chance);

#endif
