/* child: another program that makes one thing of another: bytes go in by a pipe, bytes come back.
 * It has an empty environment, no network, no file of ours open, and so much time. */
#ifndef APP_COMMON_START_CHILD_H
#define APP_COMMON_START_CHILD_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct child_task {
    const char *program;      /* its path */
    const char *const *words; /* with its name first; NULL after the last */
    int64_t wait_ms;          /* how long it may take; then it is ended */
    bool has_both; /* what it says on standard error comes back, too; else it is lost */
};

/* child_run(task, input, out, out_is_well):
 * Starts the program, gives it `input`, and adds to `out` what it says until its end;
 * `out_is_well` says that it ended by itself, in time, with code 0, and that `out` had room for
 * all. It runs in the folder "/". STATUS_IO when it cannot be started. Several threads may call
 * it. */
must_check enum status child_run(const struct child_task *task, struct span input,
                                 struct buffer *out, bool *out_is_well);

#endif
