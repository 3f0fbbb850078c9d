/* near: numbers compared as doubles; cmocka's own comparison is in single precision. */
#ifndef KIT_NEAR_H
#define KIT_NEAR_H

#include <stdbool.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* assert_near(got, want, tolerance): |got - want| <= tolerance (1 + |want|); NAN is near NAN. */
#define assert_near(got, want, tolerance)                                                \
    near_check((got), (want), (tolerance), __FILE__, __LINE__)

static inline bool is_near(double got, double want, double tolerance)
{
    if (isnan(got) || isnan(want))
        return isnan(got) && isnan(want);
    return fabs(got - want) <= tolerance * (1 + fabs(want));
}

static inline void near_check(double got, double want, double tolerance, const char *file,
                              int line)
{
    if (is_near(got, want, tolerance))
        return;
    print_error("%.17g is not near %.17g\n", got, want);
    _fail(file, line);
}

#endif
