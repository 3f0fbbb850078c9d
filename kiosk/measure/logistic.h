/* logistic: maximum likelihood of a logistic regression. */
#ifndef MEASURE_LOGISTIC_H
#define MEASURE_LOGISTIC_H

#include "base/arena.h"

/* logistic_deviance(arena, predictors, hits, count, predictor_count): minus twice the largest
 * log-likelihood of `hits` (0 or 1) given the `count` x `predictor_count` `predictors`, to which
 * an intercept is added (Newton's steps; Cox 1958). When groups separate the likelihood climbs to
 * its limit. NAN when predictors are collinear. `arena` is for scratch. */
double logistic_deviance(struct arena *arena, const double *predictors,
                         const double *hits, size_t count, size_t predictor_count);

#endif
