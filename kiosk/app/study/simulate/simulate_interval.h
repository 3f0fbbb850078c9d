/* simulate_interval: is the interval of a figure as wide as the figure is unsure? What one session
 * gave is held against what many sessions of the same person give, with the colleagues who were
 * asked and with others who might have been. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_INTERVAL_H
#define APP_STUDY_SIMULATE_SIMULATE_INTERVAL_H

#include "app/study/simulate/simulate_session.h"

/* Sums over the people who have a figure. */
struct simulate_interval {
    size_t figures;
    /* The interval answers for the person's answers and for the raters who happened to be asked.
     * So a retest is both anew: it holds the mean of these. With the raters' profile frozen, as
     * within a vacancy, it holds a little more. */
    size_t covers_retest, covers_frozen;
    size_t covers_error_free; /* it holds R without any error of answers or raters */
    double figure, error_free, width;
    double se, se_retest, se_frozen; /* of R: from the bootstrap, and true ones */
    double first2, again2,
        product; /* within places: for the correlation of two sessions */
};

/* What other panels of colleagues say. */
struct simulate_panels {
    double *panels; /* SIMULATE_RETESTS x dimensions: the means of each */
    double *truth;  /* of all together */
};

/* simulate_interval_panels(arena, session, chance, out_panels): asks panels of the same size as
 * the one whose profile is used, in the place of `session`. */
void simulate_interval_panels(struct arena *arena, const struct simulate_session *session,
                              struct chance *chance, struct simulate_panels *out_panels);

/* Figures of the people of one place, twice. */
struct simulate_pairs {
    double *first, *again;
    size_t count;
};

/* simulate_interval_add(arena, session, norm, panels, card, interval, pairs): adds the person of
 * `session`, who got `card`. */
void simulate_interval_add(struct arena *arena, const struct simulate_session *session,
                           enum simulate_norm norm, const struct simulate_panels *panels,
                           const struct scorecard *card,
                           struct simulate_interval *interval,
                           struct simulate_pairs *pairs);

/* simulate_interval_pairs(pairs, interval): who is higher at first, is higher again? Adds the
 * `pairs` of a place. */
void simulate_interval_pairs(const struct simulate_pairs *pairs,
                             struct simulate_interval *interval);

#endif
