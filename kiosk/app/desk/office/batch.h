/* batch: all results of the archive, verified and opened by all processors, and told in the
 * order in which they came.
 *
 *   archive -> next entry: one worker at a time -> verify, open, look: all workers -> tell: one
 *   thread
 *
 * What a worker opens lies in guarded memory of its own and is gone before it takes the next
 * one. */
#ifndef APP_DESK_OFFICE_BATCH_H
#define APP_DESK_OFFICE_BATCH_H

#include "app/desk/office/result.h"

/* batch_look(context, arena, opened, content, outcome):
 * What is wanted of one result: from its `opened` facts and the `content` of its record to
 * `outcome`, which begins as zeros and belongs to this result alone. It runs on several threads: it
 * reads `context`, changes nothing in it, and builds in `arena`, which is emptied afterwards.
 * A failure is told with the result's handle in front; then there is no outcome. */
typedef enum status batch_look(const void *context, struct arena *arena,
                               const struct result *opened, struct span content,
                               void *outcome);

/* batch_tell(context, opened, outcome): one result that was looked at, on the calling thread. A
 * status other than OK ends the batch and is passed on. */
typedef enum status batch_tell(void *context, const struct result *opened,
                               const void *outcome);

struct batch {
    batch_look *look;
    batch_tell *tell;
    void *context; /* for both */
    /* results of other assessments are passed over, untold; NULL: of any */
    const unsigned char *assessment_hash;
    size_t outcome_bytes; /* of what `look` keeps, in guarded memory, until all is told */
    /* Set by batch_run: */
    size_t gone_count; /* without payload: erased, or it never came */
    size_t
        closed_count; /* not to be verified, opened or read: each was told as a warning */
};

/* batch_run(batch, reader):
 * Does `batch` on the results that were in the archive when `reader` opened it. Fails when the
 * archive cannot be read to its end, and then tells none. */
must_check enum status batch_run(struct batch *batch, struct result_reader *reader);

#endif
