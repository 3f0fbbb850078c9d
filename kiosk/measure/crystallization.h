/* crystallization: does the organization describe itself in one voice? How alike the
 * raters' whole profiles are, and how reliable their mean is (O'Reilly, Chatman &
 * Caldwell 1991). Formulas: questionnaires/SCORING.md, Organization profile. */
#ifndef MEASURE_CRYSTALLIZATION_H
#define MEASURE_CRYSTALLIZATION_H

#include "base/arena.h"

/* The figures are NAN below 2 raters or 3 items. */
struct crystallization {
    size_t dropped_count; /* raters who are flat or left something out */
    size_t rater_count;   /* the others */
    size_t item_count;
    double mean_r;        /* over all pairs of raters */
    double mean_r_fisher; /* tanh of the mean atanh r, r moved within +-(1-1e-9) */
    double min_r, max_r;
    double crystallization; /* m mean_r / (1 + (m-1) mean_r) (Spearman-Brown) */
    double alpha_raters;    /* Cronbach's alpha with the raters as items */
};

/* crystallization_describe(arena, ratings, rater_count, item_count, out_crystallization):
 * The `rater_count` x `item_count` `ratings`, NAN = missing. `arena` is for scratch. */
void crystallization_describe(struct arena *arena, const double *ratings,
                              size_t rater_count, size_t item_count,
                              struct crystallization *out_crystallization);

/* crystallization_leave_out(arena, ratings, rater_count, item_count, out_is_kept, out_r):
 * For each of `rater_count` raters the correlation of the own row of `ratings` with the
 * mean of the other kept ones, in `out_r`; `out_is_kept` is 0 for those who were dropped.
 * Below 0: ask whether there are two subcultures. `arena` is for scratch. */
void crystallization_leave_out(struct arena *arena, const double *ratings,
                               size_t rater_count, size_t item_count, bool *out_is_kept,
                               double *out_r);

#endif
