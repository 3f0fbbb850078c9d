/* walk: all results of the archive, verified and opened by all processors, and told in the order
 * in which they came.
 *
 *   archive -> next entry: one hand at a time -> verify, open, look: all hands -> tell: one thread
 *
 * What a hand opens lies in guarded memory of its own and is gone before it takes the next one. */
#ifndef APP_DESK_WALK_H
#define APP_DESK_WALK_H

#include "app/desk/opened.h"

/* walk_look(context, arena, opened, content, outcome):
 * What is wanted of one result: from its `opened` facts and the `content` of its record to
 * `outcome`, which begins as zeros and belongs to this result alone. It runs on several threads: it
 * reads `context`, changes nothing in it, and builds in `arena`, which is emptied afterwards.
 * A failure is told with the result's handle in front; then there is no outcome. */
typedef enum status walk_look(const void *context, struct arena *arena,
                              const struct opened *opened, struct span content,
                              void *outcome);

/* walk_tell(context, opened, outcome): one result that was looked at, on the calling thread. A
 * status other than OK ends the walk and is passed on. */
typedef enum status walk_tell(void *context, const struct opened *opened,
                              const void *outcome);

struct walk {
    walk_look *look;
    walk_tell *tell;
    void *context;        /* for both */
    size_t outcome_bytes; /* of what `look` keeps, in guarded memory, until all is told */
    /* Set by walk_run: */
    size_t gone_count; /* without payload: erased, or it never came */
    size_t
        closed_count; /* not to be verified, opened or read: each was told with a WARNING */
};

/* walk_run(walk, opener):
 * Does `walk` on the results that were in the archive when `opener` opened it. Fails when the
 * archive cannot be read to its end, and then tells none. */
must_check enum status walk_run(struct walk *walk, struct opener *opener);

#endif
