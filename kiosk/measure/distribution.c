#include "measure/distribution.h"

#include "measure/moments.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_erf.h>
#include <math.h>
#include <stdbool.h>

/* GSL ends the program on a strange argument unless it is told not to. Told once, before main
 * and any thread: put on and off around each call it could end another thread that computes
 * meanwhile. */
__attribute__((constructor)) static void keep_gsl_quiet(void)
{
    gsl_set_error_handler_off();
}

double distribution_f_upper(double f, double df1, double df2)
{
    if (!(f >= 0) || !(df1 > 0) || !(df2 > 0))
        return NAN;
    return isinf(f) ? 0 : gsl_cdf_fdist_Q(f, df1, df2);
}

/* Whether less than `share` lies below f; asked of the smaller tail, which has more digits. */
static bool is_below(double f, double share, double df1, double df2)
{
    return share > .5 ? gsl_cdf_fdist_Q(f, df1, df2) > 1 - share
                      : gsl_cdf_fdist_P(f, df1, df2) < share;
}

/* Halved until two doubles are left: where the degrees of freedom are many, GSL's own point is none
 * or good to 1e-10 only. */
double distribution_f_point(double share, double df1, double df2)
{
    if (!(share > 0 && share < 1) || !(df1 > 0) || !(df2 > 0) ||
        isnan(gsl_cdf_fdist_P(1, df1, df2)))
        return NAN;
    double low = 0, high = 1;
    while (isfinite(high) && is_below(high, share, df1, df2))
        high *= 2;
    while (high - low > DBL_EPSILON * high) {
        const double middle = low + (high - low) / 2;
        if (is_below(middle, share, df1, df2))
            low = middle;
        else
            high = middle;
    }
    return high;
}

double distribution_chi2_upper(double chi2, double df)
{
    if (!(chi2 >= 0) || !(df > 0))
        return NAN;
    return gsl_cdf_chisq_Q(chi2, df);
}

double distribution_t_both(double t, double df)
{
    if (isnan(t) || !(df > 0))
        return NAN;
    return isinf(t) ? 0 : 2 * gsl_cdf_tdist_Q(fabs(t), df);
}

double distribution_normal_both(double z)
{
    return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

double distribution_normal_point(double share)
{
    if (!(share > 0 && share < 1))
        return NAN;
    return gsl_cdf_ugaussian_Pinv(share);
}

void distribution_wilson(double hits, double count, double *out_low, double *out_high)
{
    const double z = MOMENTS_Z975, share = hits / count, z2 = z * z;
    const double middle = (share + z2 / (2 * count)) / (1 + z2 / count);
    const double half = z / (1 + z2 / count) *
                        sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    *out_low = fmax(0, middle - half);
    *out_high = fmin(1, middle + half);
}
