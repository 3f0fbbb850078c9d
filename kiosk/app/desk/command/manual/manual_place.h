/* manual_place: what stands in the places of the technical manual: facts of a form, read from its
 * documents, and the limits that the scoring knows, from where it takes them itself. */
#ifndef APP_DESK_COMMAND_MANUAL_MANUAL_PLACE_H
#define APP_DESK_COMMAND_MANUAL_MANUAL_PLACE_H

#include "app/desk/command/manual/manual_text.h"
#include "base/buffer.h"

/* manual_place_write(manual, name, out): what stands in the place `name`. A name that is no
 * place is a bug. is_manual_place_true(manual, name): whether the condition `name` is true of
 * the form. */
void manual_place_write(struct manual *manual, struct span name, struct buffer *out);
bool is_manual_place_true(const struct manual *manual, struct span name);

#endif
