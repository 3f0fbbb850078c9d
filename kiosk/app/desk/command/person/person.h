/* person: what the commands of people and their pages share. */
#ifndef APP_DESK_COMMAND_PERSON_PERSON_H
#define APP_DESK_COMMAND_PERSON_PERSON_H

#include "app/desk/office/staff/devices.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/command/operation.h"

/* person_invited(operation, out_person, out_is_here): who is invited by the values of `person
 * invite`; `out_is_here`: they are one of the people already, and get a further browser.
 * STATUS_USAGE, STATUS_BAD_INPUT, STATUS_EXISTS with how to mend it. */
must_check enum status person_invited(struct operation *operation,
                                      struct staff_person *out_person, bool *out_is_here);

/* person_state_words(arena, person, now_s): "present", "until 2027-01-31", "retired on
 * 2026-11-30". */
struct span person_state_words(struct arena *arena, const struct staff_person *person,
                               int64_t now_s);

#endif
