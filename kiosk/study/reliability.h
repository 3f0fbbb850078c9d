/* reliability: how far a scale score would come out the same again. Cronbach (1951), limits by
 * Feldt (1965); missing answers by pairwise covariances.
 * Formulas: questionnaires/STUDY.md, reliability. */
#ifndef STUDY_RELIABILITY_H
#define STUDY_RELIABILITY_H

#include "base/arena.h"

/* c_jl are pairwise covariances of k items; NAN where undefined. */
struct reliability_scale {
    size_t item_count, complete_count; /* k; people without a gap */
    double alpha_pairwise;             /* k/(k-1) (1 - sum c_jj / sum c_jl) */
    double average_r;                  /* mean off-diagonal c_jl / sqrt(c_jj c_ll) */
    double alpha_std;                  /* k r / (1 + (k-1) r), r = average_r */
    double mean, sd;                   /* of the means of the answered items */
    double alpha_listwise;             /* from complete people */
    double feldt_lo, feldt_hi;         /* 95 % limits of alpha_listwise */
    double sd_listwise, sem_listwise;  /* of complete people; SD sqrt(1 - alpha) */
};

struct reliability_item {
    size_t count;
    double mean, sd;
    double r_total;       /* with the person's mean of answered items, itself included */
    double r_rest;        /* sum of c_jl / sqrt(c_jj x sum of the others' covariances) */
    double alpha_without; /* pairwise, without the item; NAN when only 2 items */
};

/* reliability_scores(answers, person_count, item_count, out_scores): the mean of the answered
 * items of each row of the `person_count` x `item_count` `answers`; NAN when none is. */
void reliability_scores(const double *answers, size_t person_count, size_t item_count,
                        double *out_scores);
/* reliability_describe(arena, answers, person_count, item_count, out_scale): one scale from the
 * `person_count` x `item_count` `answers`, keyed in one direction, NAN = missing. `arena` is for
 * scratch. */
void reliability_describe(struct arena *arena, const double *answers, size_t person_count,
                          size_t item_count, struct reliability_scale *out_scale);
/* reliability_describe_items(arena, answers, person_count, item_count, out_items): each item of
 * the same. */
void reliability_describe_items(struct arena *arena, const double *answers,
                                size_t person_count, size_t item_count,
                                struct reliability_item *out_items);
#endif
