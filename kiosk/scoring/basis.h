/* basis: everything besides the answers that a score depends on: the organization's frozen
 * profile, the weights, the norm. Frozen per vacancy before its first candidate and written into
 * every record, so that each score can be made again from the record alone.
 *
 *   rater records --basis_build--> organization profile with its agreement
 *                 + importance + norm (vacancy) --> struct basis --basis_write--> canonical JSON
 */
#ifndef SCORING_BASIS_H
#define SCORING_BASIS_H

#include "assessment/assessment.h"

#include <stdbool.h>

enum {
    RATERS_MAX = 200,
    SITUATIONS_MAX = 24,
    BASIS_BYTES_MAX = 24 * 1024, /* as written: about 60 raters of 16 dimensions */
};

/* How far the organization's description may be used (questionnaires/SCORING.md, Organization
 * profile). */
enum profile_grade {
    PROFILE_NONE,        /* fewer than 3 raters, or flat */
    PROFILE_SPLIT,       /* crystallization below .60: no headline */
    PROFILE_PROVISIONAL, /* 3-4 raters, or crystallization .60-.70 */
    PROFILE_NORMAL,
};

struct dimension_basis {
    struct span id;
    double now, needed; /* mean count score over raters; needed NAN: not asked */
    double sd_now;      /* over raters, n - 1 */
    double ad_now;      /* mean absolute deviation around the mean, divided by n */
    double gate;        /* 1, .5 or 0 */
    double importance;  /* >= 0, default 1 */
    struct span importance_reason;
    double norm; /* shrunken mean candidate profile, frozen */
};

struct driver_basis {
    struct span id;
    double now, needed; /* mean over raters of the driver score, 1..5 */
    double sd_now;
    size_t rater_count;
    double rwgj_slight; /* rWG(J), slight-skew null */
    double gate;        /* 1 when rwgj_slight >= .50, else 0 */
};

struct situation_basis {
    struct span id;
    /* mean effectiveness by the raters, standardized inside the situation; document order */
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
    double crystallization, crystallization_needed;
    struct dimension_basis *dimensions; /* order of the questionnaire */
    size_t dimension_count;
    /* rater_count x dimension_count, rows in an order that says nothing about who came when;
     * of the same shape or NULL: what is needed */
    double *rater_scores, *rater_scores_needed;
    struct driver_basis *drivers;
    size_t driver_count;
    struct situation_basis *situations;
    size_t situation_count;
    size_t norm_count; /* N candidates behind the norm; 0: raw correlation */
};

/* What the organization is shown before it accepts its profile. */
struct agreement_view {
    double *rater_with_rest; /* leave-one-out r per rater, now frame */
    size_t rater_count;
    double ad_limit_full, ad_limit_half; /* .33 and .50 */
};

struct sitting;

/* basis_build(arena, assessment, sittings, count, out_basis, out_view):
 * The profile from `count` finished rater sittings. Sittings whose response quality asks for
 * caution are left out and counted. Importance is 1 everywhere and the norm 0 (N = 0) until the
 * vacancy sets them. Fewer than 3: OK with grade PROFILE_NONE and no means at all. */
must_check enum status basis_build(struct arena *arena,
                                   const struct assessment *assessment,
                                   const struct sitting *const *sittings, size_t count,
                                   struct basis **out_basis,
                                   struct agreement_view *out_view);

/* basis_check(basis): STATUS_BAD_INPUT with a sentence when all weights are zero, one is negative
 * or not a number, or a dimension is missing: such a vacancy cannot be opened. */
must_check enum status basis_check(const struct basis *basis);

/* basis_driver(basis, id): what the organization said of the driver `id`, or NULL; `basis` may be
 * NULL. */
const struct driver_basis *basis_driver(const struct basis *basis, struct span id);

/* basis_write(arena, basis), basis_read(arena, bytes, out_basis): canonical JSON and back; a
 * basis read and written again gives the same bytes. */
struct span basis_write(struct arena *arena, const struct basis *basis);
must_check enum status basis_read(struct arena *arena, struct span bytes,
                                  struct basis **out_basis);

#endif
