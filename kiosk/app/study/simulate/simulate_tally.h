/* simulate_tally: what the people of one row were told, and what they were not. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_TALLY_H
#define APP_STUDY_SIMULATE_SIMULATE_TALLY_H

#include "scoring/scorecard.h"

enum {
    SIMULATE_PHRASES = RESONANCE_UNSAID_CHOICES + 1,
    SIMULATE_RELATIONS = TOPIC_ALSO + 1,
};

struct simulate_tally {
    size_t people, figures;
    double figure;                    /* sum of R */
    size_t phrases[SIMULATE_PHRASES]; /* of the figures */
    size_t above, below;              /* intervals above and below 0, said or not */
    size_t resonance_withheld, drivers_withheld, either_withheld;
    size_t relations[SIMULATE_RELATIONS]; /* people with at least one such topic */
    size_t drivers, flagged_drivers;      /* not people */
    size_t driver_flag;                   /* people with at least one */
    size_t families[QUALITY_FAMILIES];
    size_t family, caution; /* at least one family; the rule of two families */
};

/* simulate_tally_add(tally, card): one person more. */
void simulate_tally_add(struct simulate_tally *tally, const struct scorecard *card);

/* simulate_tally_common(tally), simulate_tally_differ(tally): how many read that something or
 * much is in common; that something or much differs. */
size_t simulate_tally_common(const struct simulate_tally *tally);
size_t simulate_tally_differ(const struct simulate_tally *tally);

#endif
