/* resonance: the headline figure. How far a person's priorities among K dimensions
 * resemble the organization's own, beyond both resembling everybody, and how sure that
 * is.
 *
 *   s_j = (best - worst) / shown         the person, from the best-worst blocks
 *   y_j = mean of the raters' scores     the organization
 *   R   = weighted correlation of s - mu and y - mu, weights importance x gate
 *
 * mu is the frozen norm. The interval comes from B draws in which the person answers the
 * same blocks again as the fitted utilities say and the organization answers again: from raters'
 * rows drawn with replacement, or, where only their means are kept, each mean moved by its
 * standard error. Its width is the SD of atanh R*. The same input and seed give the same bits
 * everywhere. Formulas: questionnaires/SCORING.md, Resonance. */
#ifndef MEASURE_RESONANCE_H
#define MEASURE_RESONANCE_H

#include "measure/bestworst.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    RESONANCE_DIMENSIONS_LEAST = 8,   /* of a set, and of positive gate */
    RESONANCE_SHOWN_LEAST = 3,        /* times, or the dimension is missing */
    RESONANCE_RATERS_LEAST = 3,       /* rows: below, no profile */
    RESONANCE_RATERS_PROVISIONAL = 5, /* rows: below, provisional */
    RESONANCE_MEANS_LEAST = 5,        /* means without rows: below, no profile */
    RESONANCE_MEANS_PROVISIONAL = 7,  /* means without rows: below, provisional */
    RESONANCE_NORM_LEAST = 30,        /* people behind the norm; below, no phrase */
    RESONANCE_DRAW_COUNT = 1000
};
#define RESONANCE_PERSON_SD_LEAST .15
#define RESONANCE_SHARE_LEAST .75
#define RESONANCE_ONE_VOICE_LEAST .60
#define RESONANCE_ONE_VOICE_SURE .70
#define RESONANCE_RLH_LEAST .40 /* of 20 blocks of 4: below, as blind choices are */
/* RESONANCE_Z_RELEASED: the 95 % point with the two decimals that scoring versions 1 and 2 were
 * released with. It stays in every interval that a record holds and in what is drawn and told
 * beside those, so that records and reports of before keep their bytes; what is new takes
 * MOMENTS_Z975. */
#define RESONANCE_Z_RELEASED 1.96

/* Why there is no figure; the first that applies. */
enum resonance_absence {
    RESONANCE_FIGURE,        /* there is one */
    RESONANCE_SMALL_SET,     /* fewer than 8 dimensions in the set */
    RESONANCE_FEW_RATERS,    /* too few: there is no profile */
    RESONANCE_WEIGHTS_WRONG, /* a negative weight, or all are 0: mend the configuration */
    RESONANCE_NOT_ONE_VOICE, /* crystallization below .60 */
    RESONANCE_FEW_AGREED,    /* fewer than 8 dimensions of positive gate */
    RESONANCE_FEW_DIMENSIONS, /* fewer than 75 % of the dimensions answered */
    RESONANCE_LITTLE_WEIGHT,  /* the answered ones carry less than 75 % of the weight */
    RESONANCE_FLAT_PERSON,    /* the scores hardly differ: a pattern, no profile */
    RESONANCE_FLAT_ORGANIZATION, /* fix the profile first */
    RESONANCE_WITHHELD,          /* signs of two families that the answers do not hold */
};

struct resonance_input {
    size_t dimension_count;
    const struct bestworst_block *blocks; /* the person's; objects are dimensions */
    size_t block_count;
    const double
        *ratings; /* raters x dimensions, scores -1..1; NAN = missing; NULL: means */
    size_t rater_count;
    /* without rows: per dimension the raters' mean and its standard error, and their one voice */
    const double *target, *target_se;
    double crystallization;
    const double *importance; /* per dimension, >= 0; NULL: all 1 */
    const double *gate;       /* per dimension, 0, .5 or 1; NULL: from resonance_gate */
    const double *norm;       /* mu per dimension; NULL: all 0 */
    size_t draw_count;        /* normally RESONANCE_DRAW_COUNT; at least 2 */
    uint64_t seed;            /* stored with the record */
};

/* Per-dimension arrays are NAN where a dimension is missing. Figures are NAN when absent. */
struct resonance {
    enum resonance_absence absence;
    bool is_provisional; /* few raters, or crystallization below .70 */
    double figure;       /* R */
    double se_z, lo, hi; /* 95 %: tanh(atanh R -+ RESONANCE_Z_RELEASED se_z) */
    double raw;          /* weighted correlation without the norm taken off */
    double normativeness_person,
        normativeness_organization; /* with mu; NAN while mu is flat */
    double crystallization;
    double rlh; /* quality of the person's answers */
    size_t dimension_count;
    size_t *shown_count;      /* n_j */
    double *score, *score_se; /* s_j and its SD over the draws */
    double *utility, *utility_se;
    double *target, *target_se; /* y_j and the standard error of the raters' mean */
    double *weight;             /* used; sum 1 over the dimensions used, 0 elsewhere */
};

/* resonance_score(arena, inputs, count, out_resonances):
 * Computes all of it for one person, compared with `count` organizations, or frames of one; arrays
 * lie in `arena`. The person, with blocks, seed and number of draws, is the same in all `inputs`,
 * and scored and drawn once: the numbers are those that each would have alone. What can be told
 * without a figure (scores, utilities, target) is filled in whatever the absence. */
void resonance_score(struct arena *arena, const struct resonance_input *inputs,
                     size_t count, struct resonance *out_resonances);

/* resonance_gate(ratings, rater_count): the gate of one dimension from its `rater_count`
 * `ratings`: 1 when their mean deviation is at most 1/3 (a sixth of the range), .5 up to
 * .50, else 0; 0 below 3 raters (after Burke & Dunlap 2002). */
double resonance_gate(const double *ratings, size_t rater_count);

/* What may be said; it follows the interval, never the point. */
enum resonance_phrase {
    RESONANCE_UNCLEAR, /* "not clear from this session" */
    RESONANCE_CLEARLY_ALIGNED,
    RESONANCE_LEANING_ALIGNED,
    RESONANCE_LEANING_DIFFERENT,
    RESONANCE_CLEARLY_DIFFERENT,
    RESONANCE_UNSAID_NORM,    /* nobody knows yet what is usual: too few people */
    RESONANCE_UNSAID_CHOICES, /* the choices agree too little with each other */
};

/* resonance_phrase(lo, hi): the phrase for the interval from `lo` to `hi`; unclear for NAN. */
enum resonance_phrase resonance_phrase(double lo, double hi);

#endif
