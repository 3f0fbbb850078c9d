/* slip: what one person says of themselves for the audit, as the text that is sealed to the
 * auditors: to which groups they belong, for which vacancy, in which quarter of a year; nothing
 * that leads to their result. All slips are equally long, whatever is said, and whoever says
 * nothing makes one, too. */
#ifndef SETUP_GROUPS_SLIP_H
#define SETUP_GROUPS_SLIP_H

#include "setup/groups/groups.h"

enum {
    SLIP_BYTES = 640,       /* of every text */
    SLIP_PERIOD_BYTES = 7,  /* "2026-Q4" */
    SLIP_SEALED_MOST = 2048 /* of every sealed one, at most */
};

struct slip {
    struct span vacancy;                      /* id */
    struct span period;                       /* "2026-Q4" */
    struct span names[GROUPS_QUESTIONS_MAX];  /* of the questions */
    struct span values[GROUPS_QUESTIONS_MAX]; /* of the answers; empty: not said */
    size_t count;
};

/* slip_write(arena, slip): SLIP_BYTES of canonical JSON. slip_read(arena, bytes, out_slip): and
 * back; STATUS_DAMAGED for any other. */
struct span slip_write(struct arena *arena, const struct slip *slip);
must_check enum status slip_read(struct arena *arena, struct span bytes,
                                 struct slip *out_slip);

/* slip_period(arena, unix_ms): the quarter of a year in which `unix_ms` lies. */
struct span slip_period(struct arena *arena, int64_t unix_ms);

#endif
