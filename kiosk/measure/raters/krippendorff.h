/* krippendorff: Krippendorff's alpha (2004): agreement of any number of raters with gaps.
 * Formulas: questionnaires/STUDY.md, raters. */
#ifndef MEASURE_RATERS_KRIPPENDORFF_H
#define MEASURE_RATERS_KRIPPENDORFF_H

#include "base/arena.h"

enum krippendorff_distance {
    KRIPPENDORFF_NOMINAL,
    KRIPPENDORFF_ORDINAL, /* squared sum of the marginals between, both ends halved */
    KRIPPENDORFF_INTERVAL,
};

#define KRIPPENDORFF_MISSING SIZE_MAX

/* krippendorff_alpha(arena, codes, subject_count, rater_count, categories, category_count,
 * distance): the `subject_count` x `rater_count` `codes` are places in the sorted list of
 * `category_count` values `categories` (used by the interval `distance` only; may be NULL
 * otherwise) or KRIPPENDORFF_MISSING. Subjects with fewer than 2 ratings do not count. NAN when
 * nothing varies. `arena` is for scratch. */
double krippendorff_alpha(struct arena *arena, const size_t *codes, size_t subject_count,
                          size_t rater_count, const double *categories,
                          size_t category_count, enum krippendorff_distance distance);

#endif
