/* drift: how far several people have moved together between two sessions, topic by topic, told so
 * that nobody is recognized: means and their ranges alone, rounded, with a spread that is never
 * narrower than that of all topics together. How many of them are told of, drift's callers settle
 * (basis_step). Formulas: questionnaires/SCORING.md, Check-ins. */
#ifndef MEASURE_MOVED_DRIFT_H
#define MEASURE_MOVED_DRIFT_H

#include "measure/moved/change.h"

struct drift {
    double mean;      /* of moved, to the nearest .05; NAN: not known of everybody */
    double low, high; /* 95 %, Student's t; to the nearest .05 */
    enum change_word word;
};

/* drift_find(changes, people, topics, out_drifts): `changes` holds `topics` of the first person,
 * then of the next one, `people` of them; `out_drifts` has room for `topics`. A topic that is not
 * known of each of them is told of nobody. All unknown below 2 people. */
void drift_find(const struct change *changes, size_t people, size_t topics,
                struct drift *out_drifts);

#endif
