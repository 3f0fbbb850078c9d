/* congruence: whether what is said of the work after a time goes with what a person said before it.
 * With one organization the other side is the same for everybody, so of the quadratic surface by
 * which congruence is studied (Edwards 1994) only the curve over the person's own score can be
 * fitted: z = b0 + b1 x + b2 x^2. It shows what kind of people say so, and proves no congruence.
 * Formulas: questionnaires/SCORING.md, What fit predicts. */
#ifndef MEASURE_CONGRUENCE_H
#define MEASURE_CONGRUENCE_H

#include <stddef.h>

enum {
    CONGRUENCE_COEFFICIENTS = 3,
    CONGRUENCE_LEAST =
        10 * CONGRUENCE_COEFFICIENTS, /* people; with fewer nothing is said */
};

struct congruence {
    size_t count;                      /* people of whom both are known */
    double b[CONGRUENCE_COEFFICIENTS]; /* NAN: not fitted */
    double se[CONGRUENCE_COEFFICIENTS];
    double r2;
    double p; /* of b1 and b2 together: F with 2 and count - 3 degrees of freedom */
};

/* congruence_fit(x, z, count, out): least squares over those of the `count` people of whom
 * `x`, on a scale whose middle is 0, and `z` are known. All NAN with fewer than CONGRUENCE_LEAST,
 * or where `x` has not three values apart. */
void congruence_fit(const double *x, const double *z, size_t count,
                    struct congruence *out);

/* congruence_seen(count): the weakest correlation that `count` people show in four of five studies,
 * by Fisher's z, two-sided at 5 %; NAN below 4. */
double congruence_seen(size_t count);

#endif
