/* surface: the quadratic response surface z = b0 + b1 x + b2 y + b3 x^2 + b4 xy + b5 y^2, by which
 * congruence is studied instead of difference scores (Edwards & Parry 1993; Edwards 1994).
 * Formulas: questionnaires/STUDY.md, surface. */
#ifndef STUDY_SURFACE_H
#define STUDY_SURFACE_H

#include "base/arena.h"

/* b0..b5, then the slopes and curvatures along agreement (a1, a2) and disagreement (a3, a4), and
 * a5 = b3 - b5. */
enum { SURFACE_COEFFICIENTS = 6, SURFACE_TERMS = 11 };

struct surface_term {
    double estimate, se, t, p; /* p two-sided with n - 6 df */
};

struct surface {
    size_t count; /* rows without a gap */
    struct surface_term terms[SURFACE_TERMS];
    double r2, adj_r2;
    double f_quadratic, p_quadratic; /* the three second-order terms together */
    double x0, y0;                   /* stationary point */
    double p11, p10, p21, p20;       /* slopes and intercepts of the principal axes */
};

/* surface_fit(arena, x, y, z, count, out_surface): least squares over the rows of `count` where
 * `x`, `y` and `z` are present, nothing centred. NAN with 6 rows or fewer or when columns are
 * collinear, such as one constant `y`: one organization alone cannot test congruence. `arena` is
 * for scratch. */
void surface_fit(struct arena *arena, const double *x, const double *y, const double *z,
                 size_t count, struct surface *out_surface);
/* surface_term_name(term): "b0" ... "a5". */
const char *surface_term_name(size_t term);

#endif
