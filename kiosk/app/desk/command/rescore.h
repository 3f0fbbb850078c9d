/* rescore: records scored again, byte for byte. */
#ifndef APP_DESK_COMMAND_RESCORE_H
#define APP_DESK_COMMAND_RESCORE_H

#include "app/desk/command/operation.h"

enum { RESCORE_NAMED_MOST = 500 };

/* What was found; of those that score differently the first ones are named, in the office's
 * arena. */
struct rescored {
    size_t same_count, different_count, closed_count;
    struct span different[RESCORE_NAMED_MOST];
};

/* rescore_every(operation, out_rescored): scores all results again that the keys open, and notes
 * it; each that differs, or cannot be read, is told to the listener of the office. */
must_check enum status rescore_every(struct operation *operation,
                                     struct rescored *out_rescored);

#endif
