/* person: what the commands of people and their pages share. */
#ifndef APP_DESK_COMMAND_PERSON_PERSON_H
#define APP_DESK_COMMAND_PERSON_PERSON_H

#include "app/desk/office/staff/devices.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/command/operation.h"

/* person_state_words(arena, person, now_s): "present", "until 2027-01-31", "retired on
 * 2026-11-30". */
struct span person_state_words(struct arena *arena, const struct staff_person *person,
                               int64_t now_s);

#endif
