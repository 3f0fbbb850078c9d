/* simulate_session: one session of a made-up person, and what the same person would be told by
 * many more: their scores, and the figure that these make. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_SESSION_H
#define APP_STUDY_SIMULATE_SIMULATE_SESSION_H

#include "app/study/simulate/simulate_place.h"
#include "scoring/scorecard.h"

enum { SIMULATE_RETESTS = 100 };

struct simulate_session {
    const struct simulate_place *place;
    const struct simulate_person *person;
    const struct sitting *sitting;
    struct bestworst_block *blocks; /* of the form, as this session answered them */
    size_t block_count;
    double *again; /* SIMULATE_RETESTS x dimensions: scores of other sessions */
};

/* simulate_session_answer(arena, place, utility, blocks, block_count, chance, out_score): the
 * scores of one more session of somebody with `utility`; `blocks` take its answers. `arena` is
 * for scratch. */
void simulate_session_answer(struct arena *arena, const struct simulate_place *place,
                             const double *utility, struct bestworst_block *blocks,
                             size_t block_count, struct chance *chance,
                             double *out_score);

/* simulate_session_begin(arena, place, person, chance, out_session): `person` sits the form, and
 * answers its blocks SIMULATE_RETESTS times more. Keeps `place` and `person`. */
void simulate_session_begin(struct arena *arena, const struct simulate_place *place,
                            const struct simulate_person *person, struct chance *chance,
                            struct simulate_session *out_session);

/* simulate_session_figure(card, basis, score, target): R of `score` against `target`, with the
 * weights of `card` and the norm of `basis`. */
double simulate_session_figure(const struct scorecard *card, const struct basis *basis,
                               const double *score, const double *target);

/* simulate_session_now(basis, out_target): the organization as it is. */
void simulate_session_now(const struct basis *basis, double *out_target);

/* How a second session goes with the first, over people. */
struct simulate_again {
    size_t people; /* with a figure in the first */
    double inside; /* sum of the shares of points inside the first interval */
    size_t holds;  /* intervals that hold the mean of these points */
    size_t said;   /* with a phrase in the first */
    size_t lost;   /* of them, none in the second */
    size_t other;  /* of them, another phrase in the second */
};

/* simulate_session_again(session, norm, first, second, again): adds one person, whose session
 * gave `first`; the scorecard of another is `second`. */
void simulate_session_again(const struct simulate_session *session,
                            enum simulate_norm norm, const struct scorecard *first,
                            const struct scorecard *second, struct simulate_again *again);

#endif
