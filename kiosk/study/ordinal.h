/* ordinal: maximum likelihood of a proportional-odds model for ordered answers (McCullagh 1980);
 * with two categories it is the logistic regression. Formulas: questionnaires/STUDY.md, dif. */
#ifndef STUDY_ORDINAL_H
#define STUDY_ORDINAL_H

#include "base/arena.h"

/* ordinal_deviance(arena, predictors, answers, count, predictor_count, category_count): minus
 * twice the largest log-likelihood of `answers`, categories 0..category_count-1 that all occur,
 * given the `count` x `predictor_count` `predictors`; thresholds are added (Fisher's scoring). When
 * groups separate the likelihood climbs to its limit. NAN when predictors are collinear. `arena` is
 * for scratch. */
double ordinal_deviance(struct arena *arena, const double *predictors,
                        const size_t *answers, size_t count, size_t predictor_count,
                        size_t category_count);

#endif
