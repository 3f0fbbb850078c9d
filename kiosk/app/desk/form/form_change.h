/* form_change: the form of the office while it is changed: read, changed in memory, looked at as
 * a whole, and put back whole or not at all.
 *
 *   form_change_begin -> form_story_..., form_scene_..., form_reason_... -> form_change_end
 *
 * It does not change while a vacancy is open, because all its candidates answer the same; and
 * once a terminal had it, it is kept as it was (form_earlier.h). */
#ifndef APP_DESK_FORM_FORM_CHANGE_H
#define APP_DESK_FORM_FORM_CHANGE_H

#include "app/desk/command/operation.h"
#include "author/form.h"

struct form_change {
    struct operation *operation;
    struct form form;
    bool was_released; /* terminals had it: there is an earlier form now */
};

/* form_change_begin(operation, out_change): the form in assessment/. STATUS_REFUSED while a vacancy
 * is open. form_change_read(office, out_form): the same files, only to be looked at. */
must_check enum status form_change_begin(struct operation *operation,
                                         struct form_change *out_change);
must_check enum status form_change_read(struct office *office, struct form *out_form);

/* form_change_end(change): puts the changed form back. STATUS_BAD_INPUT when it has faults or asks
 * what must not be asked, which is said; then nothing has changed. */
must_check enum status form_change_end(struct form_change *change);

/* form_change_say_after(change): says what follows when terminals had the form. */
void form_change_say_after(const struct form_change *change);

#endif
