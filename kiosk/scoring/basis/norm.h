/* norm: what people who answer a form usually answer: how many, their means, how these vary
 * together; nobody's own answers. Frozen into a vacancy when it opens, so that all its candidates
 * are measured from the same middle.
 *
 *   sittings --norm_row--> rows (in guarded memory only) --norm_build--> struct norm
 *   norms --norm_pool--> one norm --norm_apply--> basis
 *
 * Formulas: questionnaires/SCORING.md, Norm. */
#ifndef SCORING_BASIS_NORM_H
#define SCORING_BASIS_NORM_H

#include "scoring/basis/basis.h"
#include "sitting/sitting.h"

enum {
    NORM_STEP = 10, /* norms grow by so many people, so that nobody is their difference */
    NORM_SHRINK = 30,      /* people that a norm of nobody counts as */
    NORM_ERROR_LEAST = 60, /* people from whom the error of a rating is taken */
    NORM_SOURCES_MAX = 16,
    NORM_COUNT_MAX = 10000000,
    NORM_BYTES_MAX = 64 * 1024,
};

/* Of one driver. */
struct norm_driver {
    struct span id;
    double mean; /* of a person's score, 1..5 */
    double sem;  /* SD sqrt(1 - alpha); NAN where it cannot be told */
};

struct norm {
    struct span form_id, form_version;     /* of the assessment */
    size_t count;                          /* people */
    struct span made;                      /* date "2026-11-29" */
    struct span sources[NORM_SOURCES_MAX]; /* organizations */
    size_t source_count;
    struct span ids[RESONANCE_DIMENSIONS_MAX];
    size_t dimension_count;
    double mean[RESONANCE_DIMENSIONS_MAX]; /* of the count scores */
    double *covariance; /* dimension_count x dimension_count, n - 1; symmetric */
    struct norm_driver drivers[DRIVERS_MAX];
    size_t driver_count;
};

/* norm_width(assessment): how many numbers a row has; 0: the form has no best-worst part for
 * candidates, so it has no norm. */
size_t norm_width(const struct assessment *assessment);

/* norm_row(arena, sitting, out_row): what one candidate adds: norm_width numbers, NAN where one
 * is missing. False when the sitting does not count: signs of two families, or a dimension or
 * driver without a score. So each mean of a norm is that of all its people: nobody stands behind
 * one alone. `arena` is for scratch. */
bool norm_row(struct arena *arena, const struct sitting *sitting, double *out_row);

/* norm_build(arena, assessment, rows, count, out_norm): from the `count` `rows` of the form in the
 * order in which they came; the last ones beyond a multiple of NORM_STEP wait for others.
 * out_norm->count may be 0; `made` and `sources` are the caller's. Means are rounded to .01,
 * covariances to .0001. */
void norm_build(struct arena *arena, const struct assessment *assessment,
                const double *rows, size_t count, struct norm *out_norm);

/* norm_pool(arena, norms, count, out_norm): `count` (1 or more) `norms` of one form as one, each
 * with the weight of its people. STATUS_BAD_INPUT when they are of different forms or dimensions,
 * STATUS_TOO_LARGE when they have more than NORM_SOURCES_MAX sources. */
must_check enum status norm_pool(struct arena *arena, const struct norm *norms,
                                 size_t count, struct norm *out_norm);

/* norm_apply(norm, basis): into a `basis` of means: the mean shrunk towards 0, N/(N + NORM_SHRINK),
 * of each dimension, and of the drivers what is known of so many people. STATUS_BAD_INPUT when the
 * dimensions are others. */
must_check enum status norm_apply(const struct norm *norm, struct basis *basis);

/* norm_write(arena, norm), norm_read(arena, bytes, out_norm): canonical JSON and back. STATUS_
 * BAD_INPUT with the key that does not fit, STATUS_TOO_LARGE above NORM_BYTES_MAX. */
struct span norm_write(struct arena *arena, const struct norm *norm);
must_check enum status norm_read(struct arena *arena, struct span bytes,
                                 struct norm **out_norm);

#endif
