/* values: scores of a values survey, centred within the person, because people differ in how
 * highly they rate everything (Schwartz 1992; Schwartz et al. 2012).
 * Formulas: questionnaires/STUDY.md, values. */
#ifndef STUDY_VALUES_H
#define STUDY_VALUES_H

#include <stdbool.h>
#include <stddef.h>

struct values_form {
    bool is_raw; /* the person's mean is not taken off */
    bool
        is_standardized; /* divided by the SD of the person's answers; NAN when they are flat */
};

/* values_score(answers, item_values, item_count, value_count, form, out_mean, out_scores):
 * `answers` of one person to `item_count` items (NAN = missing), each belonging to the value
 * `item_values` says, below `value_count`. `out_mean` is the mean of all answered items, each of
 * `out_scores` the mean of the answered items of its value as `form` asks; NAN without answers. */
void values_score(const double *answers, const size_t *item_values, size_t item_count,
                  size_t value_count, struct values_form form, double *out_mean,
                  double *out_scores);

#endif
