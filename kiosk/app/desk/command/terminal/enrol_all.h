/* enrol_all: configurations for many terminals at once. */
#ifndef APP_DESK_COMMAND_TERMINAL_ENROL_ALL_H
#define APP_DESK_COMMAND_TERMINAL_ENROL_ALL_H

#include "app/desk/command/terminal/enrolment.h"

/* enrol_all_begin(operation): what enrol_prepare does, for all requests in the folder that the
 * value `all` names; each terminal gets the folder of its number in the one that `out` names.
 * STATUS_NOT_FOUND when there are none, STATUS_TOO_LARGE above 250, STATUS_BAD_INPUT when two are
 * of one terminal; fails as enrolment_begin. */
must_check enum status enrol_all_begin(struct operation *operation);

#endif
