/* scorecard: scores, uncertainty, fit, gaps, response quality of one sitting. Made on the kiosk,
 * stored in the record, made again by the desk, byte for byte the same.
 *
 *   sitting + basis --score_sitting--> struct scorecard --scorecard_write--> canonical JSON
 *
 * Numbers are rounded to 6 decimals when written, so no last bit of a machine can show. */
#ifndef SCORING_SCORECARD_H
#define SCORING_SCORECARD_H

#include "measure/gap.h"
#include "measure/resonance.h"
#include "scoring/basis/basis.h"
#include "sitting/sitting.h"

#include <stdbool.h>

enum {
    SCORING_WITH_SCATTER = 2, /* the first that looks at the scatter of the ratings */
    SCORING_WITH_SCALES = 3,  /* the first that keeps what documents score themselves */
    SCORE_DRAWS = 1000,
    SCALE_COMPUTED = -1,           /* in the place of a count */
    SCALES_MAX = PARTS_MAX * 1000, /* 500 blocks and as many computed values of each */
    SCALE_INPUTS_MAX = 1000000,
};
#define SCALE_BEYOND 1e12 /* a score of so much or more is missing */

/* A headline figure, or why there is none. */
struct figure {
    enum resonance_absence absence;
    bool is_provisional; /* given, with the words "provisional organization profile" */
    enum resonance_phrase phrase; /* what may be said, or why nothing is */
    double r, low, high, se_z;    /* NAN without a figure */
    double raw_r, normativeness_person, normativeness_organization;
};

/* What may be said of one dimension, from scoring version 3 on; at most one of them. */
enum topic_relation {
    TOPIC_NONE,    /* nothing stands out */
    TOPIC_FITS,    /* both sides look for it, and they do not differ */
    TOPIC_DIFFERS, /* beyond chance, over all dimensions together */
    TOPIC_ALSO, /* the person looks for more of it than there is, and the strategy needs it */
};

struct dimension_score {
    struct span id;
    int best, worst, shown;
    double score;                      /* (best - worst) / shown; NAN when shown < 3 */
    double se;                         /* bootstrap SE */
    double organization, needed;       /* NAN: no profile */
    double gate, weight;               /* weight as used, sums to 1 over the used ones */
    double organization_se, needed_se; /* NAN before version 3 */
    double p; /* of the difference, adjusted by Holm; NAN before 3 */
    enum topic_relation relation;
    /* before version 3: what they would add: needed - organization where the person is above the
     * organization and the strategy needs more; else 0; NAN where the score or the need is not
     * known */
    double add;
};

struct driver_score {
    struct span id;
    int answered;
    double score, sem; /* 1..5; NAN when fewer than the minimum answered */
    /* gap = organization - person, from version 3 on less what is usual, once that is known */
    double organization, gap, gap_se;
    double p; /* of the gap, adjusted by Holm; NAN before version 3 */
    enum gap_flag
        flag; /* GAP_NONE where the raters do not agree, or nobody knows what is usual */
};

struct situation_score {
    struct span id, driver;
    double score; /* before version 3: -1..1; NAN: not answered or no usable key */
    /* from version 3 on: how effective the raters find what the person would most and least likely
     * do, 1..7; NAN: not answered, or not rated by enough */
    double most, least;
};

/* What a document of the assessment scores itself. */
struct scale_score {
    struct span
        id; /* "PART:BLOCK", or the name of a computed value in the place of the block */
    int answered; /* inputs used; SCALE_COMPUTED: it follows from other scores */
    double score; /* NAN: missing */
};

/* The kinds of signs of response quality, questionnaires/SCORING.md, Response quality;
 * consistency is that of the choices, scatter that of the ratings. */
enum quality_family {
    QUALITY_TIME,
    QUALITY_RUNS,
    QUALITY_CONSISTENCY,
    QUALITY_SCATTER, /* in scoring version 2; then part of the instructed lines */
    QUALITY_INSTRUCTED,
    QUALITY_FAMILIES
};

struct quality {
    double fast_rating_share; /* rating items under 2 s */
    double fast_block_share;  /* blocks under 5 s */
    int longest_run;          /* equal codes in shown order over the rating items */
    int longest_position_run; /* same shown position chosen best, consecutive blocks */
    double position_p;        /* chi-square 3 df of best positions */
    double rlh;               /* root likelihood of the blocks */
    double irv;
    double rating_scatter; /* within drivers, 1: as blind ratings; NAN in version 1 */
    int instructed_wrong, instructed_count;
    bool is_flagged[QUALITY_FAMILIES];
    int asks_for_caution; /* two or more different families */
    /* from version 3 on: figures that are not shown, because the signs stem from their part */
    bool is_resonance_withheld, are_drivers_withheld;
};

struct scorecard {
    int scoring_version;
    uint64_t seed;
    struct figure now;    /* against the organization as it is: the headline */
    struct figure needed; /* against what its strategy needs: the second line */
    struct dimension_score *dimensions;
    size_t dimension_count;
    struct driver_score *drivers;
    size_t driver_count;
    struct situation_score *situations;
    size_t situation_count;
    struct scale_score *scales; /* order of the assessment; none before version 3 */
    size_t scale_count;
    double *situation_by_driver; /* before version 3: driver_count means, NAN: none */
    bool is_sem_assumed;         /* the drivers' error is no finding yet */
    struct quality quality;
    size_t rater_count;
    int64_t duration_ms;
};

/* has_scorecard_figure(figure): whether there is one. */
bool has_scorecard_figure(const struct figure *figure);

/* scorecard_write(arena, scorecard): canonical JSON. */
struct span scorecard_write(struct arena *arena, const struct scorecard *scorecard);
/* scorecard_read(arena, bytes, out_scorecard): the reverse, for reports; written again it gives
 * the same bytes. */
must_check enum status scorecard_read(struct arena *arena, struct span bytes,
                                      struct scorecard **out_scorecard);

#endif
