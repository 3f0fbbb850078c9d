/* together: whether several things go together among several people: each pair's correlation with
 * its range, told so that nobody is recognized: rounded, and in words only where all pairs looked
 * at together leave no doubt. Formulas: questionnaires/SCORING.md, How drivers go together. */
#ifndef MEASURE_MOVED_TOGETHER_H
#define MEASURE_MOVED_TOGETHER_H

#include <stdbool.h>
#include <stddef.h>

enum { TOGETHER_PEOPLE_LEAST = 5, TOGETHER_THINGS_MAX = 16 };

struct together {
    size_t one, other; /* which things, one < other */
    double r; /* to the nearest .05, at most .95; NAN: not known of everybody, or flat */
    double low, high; /* 95 %, Fisher's z; told as r is */
    double p;         /* Student's t, adjusted by Holm over all pairs */
    bool is_sure;     /* p < .05 */
};

/* together_count(things): how many pairs they make.
 * together_find(rows, people, stride, things, out_pairs): `rows` holds `stride` numbers of each of
 * `people`, of which the first `things` (at most TOGETHER_THINGS_MAX) are looked at; `out_pairs`
 * has room for together_count. All unknown below TOGETHER_PEOPLE_LEAST people. */
size_t together_count(size_t things);
void together_find(const double *rows, size_t people, size_t stride, size_t things,
                   struct together *out_pairs);

/* together_share(hits, people): of `people` those to whom something applies, as it may be told:
 * never none and never all, for then it would be known of each: from 1 to people - 1. */
size_t together_share(size_t hits, size_t people);

#endif
