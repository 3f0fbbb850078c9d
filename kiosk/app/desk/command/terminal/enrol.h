/* enrol: configurations for terminals that are new, known, or take the place of another. */
#ifndef APP_DESK_COMMAND_TERMINAL_ENROL_H
#define APP_DESK_COMMAND_TERMINAL_ENROL_H

#include "app/desk/command/terminal/enrolment.h"

/* enrol_begin(operation, path, replaced): what enrol_prepare does, for the request at `path`; the
 * terminal named `replaced` (as people type it; empty: none) is retired in the same step. enrol_run
 * ends it. */
must_check enum status enrol_begin(struct operation *operation, const char *path,
                                   struct span replaced);

#endif
