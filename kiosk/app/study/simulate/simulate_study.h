/* simulate_study: is what a form tells people true? Made-up people sit it against made-up
 * organizations, again and again. Everything is scored by score_sitting, basis_build and
 * norm_build, so it is the shipped code that is judged (questionnaires/STUDY.md, simulate). */
#ifndef APP_STUDY_SIMULATE_SIMULATE_STUDY_H
#define APP_STUDY_SIMULATE_SIMULATE_STUDY_H

#include "app/study/simulate/simulate_crowd.h"
#include "app/study/simulate/simulate_interval.h"
#include "app/study/simulate/simulate_tally.h"

enum {
    SIMULATE_PEOPLE_PER_PLACE = 20, /* then another organization and culture is drawn */
    SIMULATE_TIED =
        SIMULATE_CROWD_SAME + 1, /* the first crowds, who sit twice, with each norm */
    SIMULATE_SCORED =
        SIMULATE_CROWD_RANDOM_HURRIED, /* the first crowds; of others only signs are seen */
};

struct simulate_study {
    size_t people, places, described; /* of the places, those with a profile */
    double accuracy, crystallization; /* sums over people, over described places */
    struct simulate_tally norms[SIMULATE_TIED][SIMULATE_NORMS];
    struct simulate_again again[SIMULATE_TIED][SIMULATE_NORMS];
    struct simulate_tally crowds[SIMULATE_CROWDS]; /* with the norm of 100 */
    struct simulate_tally apart;       /* people ask for .8 more than there is, on 1..5 */
    struct simulate_tally alike;       /* people ask for what there is */
    struct simulate_interval interval; /* of usual people, with the norm of 100 */
};

/* simulate_study_run(arena, plan, out_study): the study of `plan`, plan->people in each crowd;
 * `arena` is for scratch. STATUS_BAD_INPUT when the form has no blocks for candidates. */
must_check enum status simulate_study_run(struct arena *arena,
                                          const struct simulate_plan *plan,
                                          struct simulate_study *out_study);

/* has_simulate_study_norm(tied, norm): whether the crowd `tied` was scored with `norm`. */
bool has_simulate_study_norm(size_t tied, enum simulate_norm norm);

#endif
