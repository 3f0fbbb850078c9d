/* simulate_study: is the headline figure as sure as it says? Made-up genuine people sit
 * the form against made-up organizations, and again and again, and the figure of the
 * first sitting is held against what came out. Everything is scored by score_sitting and
 * basis_build, so it is the shipped code that is judged. */
#ifndef APP_STUDY_SIMULATE_STUDY_H
#define APP_STUDY_SIMULATE_STUDY_H

#include "app/study/simulate/simulate_people.h"
#include "scoring/scorecard.h"

enum {
    SIMULATE_PEOPLE_PER_PLACE = 25, /* then another organization and culture is drawn */
    SIMULATE_RETESTS = 100
};

struct simulate_plan {
    const struct assessment *assessment;
    size_t people, raters;
    double spread;       /* SD of utilities over dimensions and people */
    double group_spread; /* SD of the raters' utilities around their organization's */
    uint64_t seed;
};

/* How many of `people` sittings each family flags. */
struct simulate_flags {
    size_t people, flagged[QUALITY_FAMILIES];
    size_t any, caution; /* at least one family; the rule of two families */
};

/* Sums over the people who have a figure. */
struct simulate_study {
    size_t people, places, figures;
    /* The interval answers for the person's answers and for the raters who happened to be asked.
     * So a retest is both anew: it holds the mean of these. With the raters' profile frozen, as
     * within a vacancy, it holds a little more. */
    size_t covers_retest, covers_frozen;
    size_t covers_error_free; /* it holds R without any error of answers or raters */
    double figure, error_free, width, accuracy, crystallization;
    double se, se_retest, se_frozen; /* of R: from the bootstrap, and true ones */
    double first2, again2,
        product; /* within places: for the correlation of two sittings */
    struct simulate_flags genuine;
};

/* simulate_study_run(arena, plan, out_study): the study of `plan`; `arena` is for
 * scratch. STATUS_BAD_INPUT when the form has no blocks for candidates. */
must_check enum status simulate_study_run(struct arena *arena,
                                          const struct simulate_plan *plan,
                                          struct simulate_study *out_study);

/* simulate_study_flags(arena, plan, style, pace, out_flags): plan->people sittings in
 * `style`, at `pace` times the usual, judged by score_quality; `arena` is for scratch. */
void simulate_study_flags(struct arena *arena, const struct simulate_plan *plan,
                          enum simulate_style style, double pace,
                          struct simulate_flags *out_flags);

#endif
