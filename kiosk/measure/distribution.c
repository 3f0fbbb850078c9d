#include "measure/distribution.h"

#include "measure/moments.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_erf.h>
#include <math.h>

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

/* GSL's point is good to about 1e-9; Newton's steps on the distribution bring the last
 * digits. */
double distribution_f_point(double share, double df1, double df2)
{
    if (!(share > 0 && share < 1) || !(df1 > 0) || !(df2 > 0))
        return NAN;
    double point = gsl_cdf_fdist_Pinv(share, df1, df2);
    for (int i = 0; i < 3; i++) {
        const double missing = share > .5 ? gsl_cdf_fdist_Q(point, df1, df2) - (1 - share)
                                          : share - gsl_cdf_fdist_P(point, df1, df2);
        const double step = missing / gsl_ran_fdist_pdf(point, df1, df2);
        if (isfinite(step) && fabs(step) < point / 2)
            point += step;
    }
    return point;
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
