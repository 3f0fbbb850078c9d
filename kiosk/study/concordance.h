/* concordance: do raters put the subjects into the same order?
 * Formulas: questionnaires/STUDY.md, raters. */
#ifndef STUDY_CONCORDANCE_H
#define STUDY_CONCORDANCE_H

#include "base/arena.h"

struct concordance {
    double percent;          /* share of subjects rated all alike, in % */
    double percent_within_1; /* ... with largest - smallest <= 1, in % */
    double kendall_w;    /* 12 S / (k^2 (n^3-n) - k sum(t^3-t)) (Kendall & Smith 1939) */
    double kendall_chi2; /* k (n-1) W */
    double mean_pearson, mean_spearman; /* over pairs of raters */
};

/* concordance_describe(arena, ratings, subject_count, rater_count, out_concordance): from the
 * complete `subject_count` x `rater_count` `ratings`; NAN where undefined. `arena` is for
 * scratch. */
void concordance_describe(struct arena *arena, const double *ratings,
                          size_t subject_count, size_t rater_count,
                          struct concordance *out_concordance);

#endif
