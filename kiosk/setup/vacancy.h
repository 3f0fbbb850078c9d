/* vacancy: one job that is open: what the person is told, what counts how much and why, and,
 * once it is open, the frozen basis that every one of its candidates is scored against.
 *
 *   draft --vacancy_freeze(basis)--> open --> closed
 *
 * Written as vacancies/ID.json: canonical, the basis inside. */
#ifndef SETUP_VACANCY_H
#define SETUP_VACANCY_H

#include "scoring/basis/norm.h"

#include <stdbool.h>

enum {
    VACANCY_BYTES_MAX = 256 * 1024,
    VACANCY_ID_BYTES_MAX = 40,
    VACANCY_KEEP_DAYS_MAX = 36500,
};

enum vacancy_state { VACANCY_DRAFT, VACANCY_OPEN, VACANCY_CLOSED };

/* How much a dimension counts for this job, set before the first candidate, and why. */
struct importance {
    struct span dimension; /* id */
    double weight;      /* 0..5; what is not named weighs what the form says, mostly 1 */
    struct span reason; /* why it matters for this work */
    struct span by[BASIS_NAMES]; /* who agreed on it; empty in old vacancies */
};

struct vacancy {
    struct span id; /* letters, digits and "-", first a letter or digit */
    struct span title, organization, contact;
    struct span
        retention; /* one sentence for the notice, the organization's until it is opened */
    int64_t
        keep_days; /* how many days results are kept here; 0: not set, or on a terminal */
    struct importance *importances;
    size_t importance_count;
    enum vacancy_state state;
    bool is_pilot;       /* the form is tried out; no decision is based on it */
    struct span opened;  /* date "2026-11-23", empty for a draft */
    struct basis *basis; /* NULL for a draft */
    struct norm
        *norm; /* what was usual when it opened; NULL: a draft, or nobody came yet */
};

/* is_vacancy_id(id): 1 to VACANCY_ID_BYTES_MAX of a-z, 0-9 and "-", no "-" first: safe as the
 * name of a file. */
bool is_vacancy_id(struct span id);

/* vacancy_freeze(arena, vacancy, basis, norm, opened):
 * Opens the draft `vacancy` on `opened` (a date): a copy of `basis` with the vacancy's id,
 * title, importances and `norm` (NULL: nobody has answered yet, or a basis before scoring version
 * 3) becomes its basis for good. STATUS_REFUSED when it is no draft;
 * STATUS_BAD_INPUT from basis_check, when an importance names no dimension, or when, from scoring
 * version 3 on, it has no reason or no two people who agreed on it;
 * STATUS_TOO_LARGE when it would not fit into a record (BASIS_BYTES_MAX). Then nothing
 * changes. */
must_check enum status vacancy_freeze(struct arena *arena, struct vacancy *vacancy,
                                      const struct basis *basis, struct norm *norm,
                                      struct span opened);

/* vacancy_write(arena, vacancy), vacancy_read(arena, bytes, out_vacancy): canonical bytes and
 * back; a vacancy read and written again gives the same bytes. STATUS_BAD_INPUT with the key that
 * does not fit, or, from scoring version 3 on, when the basis has another norm than the vacancy. */
struct span vacancy_write(struct arena *arena, const struct vacancy *vacancy);
must_check enum status vacancy_read(struct arena *arena, struct span bytes,
                                    struct vacancy **out_vacancy);

#endif
