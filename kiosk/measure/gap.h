/* gap: needs against supplies on one driver, with its sign, because too little and too
 * much are different conversations (Edwards & Shipp 2007).
 * Formulas: questionnaires/SCORING.md, Gaps. */
#ifndef MEASURE_GAP_H
#define MEASURE_GAP_H

#include <stddef.h>

enum gap_flag {
    GAP_NONE,
    GAP_MAY_MISS,     /* the candidate may miss this here */
    GAP_MAY_FIND_MORE /* the candidate may find more of this than wanted */
};

#define GAP_LEAST .5 /* of a scale point; smaller ones are not worth a word */

struct gap {
    double gap; /* supply - need */
    double se;  /* sqrt(sem^2 + rater_sd^2 / raters) */
    enum gap_flag flag;
};

/* gap_compare(need, need_sem, supply, rater_sd, rater_count):
 * `need` is the candidate's scale score with standard error `need_sem`; `supply` the mean
 * of `rater_count` raters whose SD is `rater_sd`; all on one scale. Flagged when |gap| >=
 * GAP_LEAST and beyond MOMENTS_Z975 standard errors. NAN goes through and flags nothing. */
struct gap gap_compare(double need, double need_sem, double supply, double rater_sd,
                       size_t rater_count);

/* gap_holm(values, count, out_adjusted): the p-`values` of `count` tests adjusted by Holm (1979)
 * into `out_adjusted`: sorted, the i-th smallest times the number not yet done, never falling, at
 * most 1. NAN is no test and stays NAN. */
void gap_holm(const double *values, size_t count, double *out_adjusted);

#endif
