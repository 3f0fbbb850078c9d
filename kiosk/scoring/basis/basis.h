/* basis: everything besides the answers that a score depends on: the organization's frozen
 * profile, the weights, the norm. Frozen per vacancy before its first candidate and written into
 * every record, so that each score can be made again from the record alone.
 *
 *   rater records --basis_build--> organization profile with its agreement
 *                 + importance + norm (vacancy) --> struct basis --basis_write--> canonical JSON
 *
 * From scoring version 3 on it holds rounded means with their errors, and nothing of a single
 * colleague; before, it held a row of scores for each. */
#ifndef SCORING_BASIS_BASIS_H
#define SCORING_BASIS_BASIS_H

#include "assessment/assessment.h"

#include <stdbool.h>

enum {
    RATERS_MAX = 200,
    SITUATIONS_MAX = 24,
    BASIS_BYTES_MAX = 24 * 1024, /* as written */
    SCORING_WITH_NORM =
        3, /* the first with a norm, and with profiles that hold no person */
    BASIS_STEP_FIRST = 5, /* colleagues of the smallest profile of that version, */
    BASIS_STEP = 3,       /* and by how many it grows: see basis_step */
    BASIS_NAMES = 2,      /* who agreed on a weight */
};
#define BASIS_IMPORTANCE_MOST 5.0

/* How far the organization's description may be used (questionnaires/SCORING.md, Organization
 * profile). */
enum profile_grade {
    PROFILE_NONE,        /* fewer than 5 raters (before version 3: 3), or flat */
    PROFILE_SPLIT,       /* crystallization below .60: no headline */
    PROFILE_PROVISIONAL, /* 5-6 (before: 3-4) raters, or crystallization .60-.70 */
    PROFILE_NORMAL,
};

struct dimension_basis {
    struct span id;
    double now, needed;       /* mean count score over raters; needed NAN: not asked */
    double now_se, needed_se; /* their standard errors; NAN before version 3 */
    double sd_now;      /* over raters, n - 1; NAN from version 3 on, as ad_now is */
    double ad_now;      /* mean absolute deviation around the mean, divided by n */
    double gate;        /* 1, .5 or 0 */
    double needed_gate; /* of what is needed; 0 before version 3, whose rows give it */
    double importance;  /* 0..5, default the questionnaire's, which is mostly 1 */
    struct span importance_reason;
    struct span importance_by[BASIS_NAMES]; /* who agreed on it; empty: the default */
    double norm;                            /* shrunken mean candidate profile, frozen */
};

struct driver_basis {
    struct span id;
    double now, needed;       /* mean over raters of the driver score, 1..5 */
    double now_se, needed_se; /* NAN before version 3 */
    double sd_now;            /* NAN from version 3 on, as rwgj_slight is */
    size_t rater_count;
    double rwgj_slight; /* rWG(J), slight-skew null */
    double gate;        /* 1 when rwgj_slight >= .50, else 0 */
    double norm; /* mean score of the people behind the norm; NAN below 30 of them */
    double sem;  /* of one person's score, from them; NAN below 60: assumed */
};

struct situation_basis {
    struct span id;
    /* mean effectiveness by the raters in document order: 1..7, before version 3 standardized
     * inside the situation */
    double value[OPTIONS_MAX];
    size_t option_count;
    double icc_agreement_k; /* ICC(A,k) of the raters; usable when >= .70 */
    bool is_usable;
};

struct basis {
    struct span vacancy, title;
    int scoring_version;
    enum profile_grade grade;
    size_t rater_count; /* used; flat and careless ones are left out and counted below */
    size_t left_out_count;
    size_t
        needed_count; /* of them, those who said all of what is needed; from version 3 on */
    double crystallization, crystallization_needed;
    struct dimension_basis *dimensions; /* order of the questionnaire */
    size_t dimension_count;
    /* Before version 3: rater_count x dimension_count, rows in an order that says nothing about
     * who came when; of the same shape or NULL: what is needed. NULL from version 3 on. */
    double *rater_scores, *rater_scores_needed;
    struct driver_basis *drivers;
    size_t driver_count;
    struct situation_basis *situations;
    size_t situation_count;
    size_t norm_count; /* N candidates behind the norm; 0: raw correlation */
};

/* What the organization is shown before it accepts its profile. */
struct agreement_view {
    double *
        rater_with_rest; /* leave-one-out r per rater, now frame; none from version 3 on */
    size_t rater_count;
    size_t waiting_count; /* careful raters beyond the last step of the profile */
    double ad_limit_full, ad_limit_half; /* .33 and .50 */
};

struct sitting;

/* basis_build(arena, assessment, sittings, count, out_basis, out_view):
 * The profile from `count` finished rater sittings. Sittings whose response quality asks for
 * caution are left out and counted. `sittings` stand in the order in which they came; from scoring
 * version 3 on only basis_step of them are used. Importance is the questionnaire's and the norm 0
 * (N = 0) until the vacancy sets them. Too few: OK with grade PROFILE_NONE and no means at all.
 * Of nobody (`count` 0) the assessment may lack a best-worst part for raters. */
must_check enum status basis_build(struct arena *arena,
                                   const struct assessment *assessment,
                                   const struct sitting *const *sittings, size_t count,
                                   struct basis **out_basis,
                                   struct agreement_view *out_view);

/* basis_step(count): how many of `count` colleagues a profile of scoring version 3 is made from: 5,
 * 8, 11 and so on, 0 below 5. Two profiles never differ by one or two people, so that nobody's
 * answers come out of their difference. */
size_t basis_step(size_t count);

/* has_basis_means(basis): whether it holds means with their errors (scoring version 3 and newer)
 * instead of raters' rows. */
bool has_basis_means(const struct basis *basis);

/* has_basis_norm(basis): whether enough people stand behind its norm to say what is usual; `basis`
 * may be NULL. */
bool has_basis_norm(const struct basis *basis);

/* Of which of the two descriptions we speak. */
enum basis_frame { BASIS_NOW, BASIS_NEEDED };

/* has_basis_frame(basis, frame): whether enough people described `frame`; `basis` may be NULL.
 * basis_least(basis): the fewest people a profile of its version stands on. */
bool has_basis_frame(const struct basis *basis, enum basis_frame frame);
size_t basis_least(const struct basis *basis);

/* basis_check(basis): STATUS_BAD_INPUT with a sentence when all weights are zero (without a profile
 * there may be no dimension at all), one is negative, above BASIS_IMPORTANCE_MOST (from version 3
 * on) or not a number, when a dimension is missing, or when fewer people stand behind the profile
 * than its version asks: such a vacancy cannot be opened. */
must_check enum status basis_check(const struct basis *basis);

/* basis_weight(basis, index): how much the dimension counts beside the others: its importance,
 * times its gate where there are raters. */
double basis_weight(const struct basis *basis, size_t index);

/* basis_driver(basis, id): what the organization said of the driver `id`, or NULL; `basis` may be
 * NULL. */
const struct driver_basis *basis_driver(const struct basis *basis, struct span id);

/* basis_dimension(basis, id): its dimension `id`, or NULL. */
struct dimension_basis *basis_dimension(const struct basis *basis, struct span id);

/* basis_name_count(names): how many of `names` say who agreed; the others are empty. */
size_t basis_name_count(const struct span names[BASIS_NAMES]);

/* basis_copy(arena, basis): a copy whose dimensions and drivers may be changed. */
struct basis *basis_copy(struct arena *arena, const struct basis *basis);

/* basis_write(arena, basis), basis_read(arena, bytes, out_basis): canonical JSON and back; a
 * basis read and written again gives the same bytes. */
struct span basis_write(struct arena *arena, const struct basis *basis);
must_check enum status basis_read(struct arena *arena, struct span bytes,
                                  struct basis **out_basis);

#endif
