/* guide_format: a guide as text, as a page to print, or as data. */
#ifndef APP_DESK_COMMAND_INTERVIEW_GUIDE_FORMAT_H
#define APP_DESK_COMMAND_INTERVIEW_GUIDE_FORMAT_H

#include "app/desk/command/operation.h"
#include "interview/interview_guide.h"

/* guide_format_find(operation): what the value `format` asks for, kept in operation->state; text
 * without it; then the operation wants the keys of results. STATUS_USAGE.
 * guide_format_put(operation, arena, guide): puts `guide` out so; `arena` is guarded. */
must_check enum status guide_format_find(struct operation *operation);
must_check enum status guide_format_put(struct operation *operation, struct arena *arena,
                                        const struct interview_guide *guide);

#endif
