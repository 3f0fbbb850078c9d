/* audit_said: how many people said, at the terminals, to which group they belong: the slips that
 * came (store/desk/slipbox.h), opened with an auditor's keys and counted. What came of those
 * people no slip says, so that nothing here can be set beside a result. */
#ifndef APP_DESK_OFFICE_AUDIT_AUDIT_SAID_H
#define APP_DESK_OFFICE_AUDIT_AUDIT_SAID_H

#include "app/desk/office/audit/audit_counts.h"

struct audit_said {
    struct audit_counts
        counts;          /* who answered, by group; of nobody a figure or a stage */
    size_t slip_count;   /* all that came */
    size_t closed_count; /* of them not sealed to these keys, or damaged */
    size_t other_count;  /* of them answers to other questions than the present ones */
    struct span first, last; /* quarters of years; empty: none */
};

/* audit_said_read(arena, office, keys, out_said): counts them in `arena`. */
must_check enum status audit_said_read(struct arena *arena, struct office *office,
                                       const struct keys *keys,
                                       struct audit_said *out_said);

#endif
