/* losses: what a conversion could not take over, told once for all its places. The list is exact:
 * what finds no place in the list makes the conversion fail, so that nothing is lost in silence. */
#ifndef CONVERT_LOSSES_H
#define CONVERT_LOSSES_H

#include "base/buffer.h"

enum { LOSSES_MAX = 2000, LOSSES_PLACES_BYTES_MAX = 64 * 1024 };

struct loss {
    struct span what;
    struct buffer places;
    struct loss *next;
};

struct losses {
    struct arena *arena;
    struct loss *first, *last;
    size_t count;       /* different ones */
    size_t place_count; /* of all of them */
    bool is_full;       /* something has no place in the list */
};

/* losses_init(arena): an empty list in `arena`. */
struct losses losses_init(struct arena *arena);

/* losses_add(losses, what, place): `what` was lost at `place`, such as "row 5". Both are copied. */
void losses_add(struct losses *losses, struct span what, struct span place);

/* losses_text(losses): one line for each: "WHAT: PLACE, PLACE". */
struct span losses_text(const struct losses *losses);

#endif
