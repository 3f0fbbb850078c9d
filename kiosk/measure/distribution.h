/* distribution: tails and points of the distributions the statistics need. Values come
 * from GSL, whose error handler is off: a strange argument gives NAN, not an abort. */
#ifndef MEASURE_DISTRIBUTION_H
#define MEASURE_DISTRIBUTION_H

/* distribution_f_upper(f, df1, df2): P(F >= `f`) with `df1` and `df2` degrees of freedom. */
double distribution_f_upper(double f, double df1, double df2);
/* distribution_f_point(share, df1, df2): the f below which `share` of the distribution
 * lies. */
double distribution_f_point(double share, double df1, double df2);
/* distribution_chi2_upper(chi2, df): P(X >= `chi2`) with `df` degrees of freedom. */
double distribution_chi2_upper(double chi2, double df);
/* distribution_t_both(t, df): P(|T| >= |`t`|) with `df` degrees of freedom. */
double distribution_t_both(double t, double df);
/* distribution_normal_both(z): P(|Z| >= |`z`|). */
double distribution_normal_both(double z);
/* distribution_normal_point(share): the z below which `share` of the distribution lies;
 * NAN at 0 and 1. */
double distribution_normal_point(double share);
/* distribution_wilson(hits, count, out_low, out_high): Wilson's (1927) 95 % limits of the
 * share `hits` / `count`. */
void distribution_wilson(double hits, double count, double *out_low, double *out_high);

#endif
