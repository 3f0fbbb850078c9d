/* kappa: agreement of raters in categories, beyond chance (Cohen 1960, 1968; Fleiss 1971; Light
 * 1971). Codes are places 0, 1, ... of the sorted categories; tables are complete.
 * Formulas: questionnaires/STUDY.md, raters. */
#ifndef MEASURE_RATERS_KAPPA_H
#define MEASURE_RATERS_KAPPA_H

#include "base/arena.h"

enum kappa_weight { KAPPA_UNWEIGHTED, KAPPA_LINEAR, KAPPA_QUADRATIC };

struct kappa {
    double kappa, z, p; /* z with the variance under independence; p two-sided */
};

/* kappa_pair(arena, one, other, count, category_count, weight, out_kappa): Cohen's kappa of the
 * codes `one` and `other` of two raters for `count` subjects, codes below `category_count`. The
 * `weight` of a disagreement is 1 - d or 1 - d^2 with d = distance of places / (categories - 1).
 * NAN when chance alone agrees. `arena` is for scratch. */
void kappa_pair(struct arena *arena, const size_t *one, const size_t *other, size_t count,
                size_t category_count, enum kappa_weight weight, struct kappa *out_kappa);

/* kappa_light(arena, codes, subject_count, rater_count, category_count): the mean of the
 * unweighted kappas of all pairs of raters of the `subject_count` x `rater_count` `codes`. */
double kappa_light(struct arena *arena, const size_t *codes, size_t subject_count,
                   size_t rater_count, size_t category_count);

/* kappa_fleiss(arena, codes, subject_count, rater_count, category_count, out_kappa): Fleiss'
 * kappa of the same table. `arena` is for scratch. */
void kappa_fleiss(struct arena *arena, const size_t *codes, size_t subject_count,
                  size_t rater_count, size_t category_count, struct kappa *out_kappa);

struct kappa_category {
    size_t count;
    double share, kappa, z;
};

/* kappa_per_category(codes, subject_count, rater_count, category_count, out_categories): for each
 * category its kappa = 1 - sum x(k-x) / (n k (k-1) p (1-p)), x the raters who chose it. */
void kappa_per_category(const size_t *codes, size_t subject_count, size_t rater_count,
                        size_t category_count, struct kappa_category *out_categories);

#endif
