/* `resonance person retire|forget LABEL`: the end of a person here, and of their browsers. */
#include "app/desk/command/key/key_change.h"
#include "app/desk/command/person/person.h"
#include "app/desk/office/staff/owner_key.h"
#include "base/clock.h"

enum status person_retire_prepare(struct operation *operation)
{
    const struct span label = operation_word(operation, 0);
    const struct staff *staff;
    struct joining joining;
    const enum status status = staff_read(&operation->office, &staff);
    if (status != OK)
        return status;
    const struct staff_person *const person = staff_find(staff, label);
    if (joining_read(&operation->office, label, &joining) == OK &&
        (!person || person->ended_s))
        return OK; /* only invited: there is nothing to sign */
    if (!person || person->ended_s)
        return fail(STATUS_NOT_FOUND,
                    "nobody is here as \"%.*s\"; see 'resonance person list'",
                    SPAN_ARGS(span_cut(label, 0, KEYS_LABEL_MAX_BYTES)));
    if (is_staff_last_owner(staff, label, clock_now().unix_ms / 1000))
        return fail(STATUS_REFUSED, "%.*s is the only owner; invite another one first",
                    SPAN_ARGS(label));
    operation_say(operation,
                  "%.*s (%.*s) will be nobody here any more: the desk lets them do "
                  "nothing, and terminals seal nothing to their key.",
                  SPAN_ARGS(person->name),
                  SPAN_ARGS(staff_role_set_words(operation->arena, person->roles)));
    operation->state = (void *)(uintptr_t)person;
    operation->wants.signing_key = true;
    if (!has_option(&operation->values, "yes")) {
        operation->wants.question = "Retire them?";
        operation->wants.answer_by = "--yes";
    }
    return OK;
}

/* Browsers first: what is left when the power goes between opens nothing. */
static enum status all_end(struct operation *operation, struct span label, bool is_signed)
{
    struct office *const office = &operation->office;
    size_t count;
    enum status status = devices_remove(office, label, SPAN(""), &count);
    if (status == OK && is_signed)
        status = owner_key_remove(office, label);
    if (status == OK && is_signed)
        status = key_change_leave(operation, label);
    return status == OK ? joining_end(office, label) : status;
}

enum status person_retire_run(struct operation *operation)
{
    const struct span label = operation_word(operation, 0);
    const struct staff_person *const person = operation->state;
    const enum status status = all_end(operation, label, person != NULL);
    if (status != OK)
        return status;
    operation_note(operation, person ? "retired a person" : "ended an invitation", label);
    if (!person) {
        operation_say(operation, "The invitation of %.*s has ended.", SPAN_ARGS(label));
        return OK;
    }
    operation_say(
        operation,
        "%.*s is nobody here any more. Whoever has a copy of their key file and "
        "its passphrase can still open what was sealed to it.",
        SPAN_ARGS(person->name));
    if (person->roles & STAFF_ROLE_BIT(STAFF_OWNER))
        operation_say(operation,
                      "They were an owner and may have kept the signing key: watch the "
                      "log for what is signed.");
    return OK;
}

enum status person_forget_run(struct operation *operation)
{
    const struct span label = operation_word(operation, 0);
    const char *const number = options_text(&operation->values, "browser");
    size_t count = 0;
    const enum status status =
        devices_remove(&operation->office, label, span_of(number ? number : ""), &count);
    if (status != OK)
        return status;
    if (!count)
        return fail(STATUS_NOT_FOUND, "no such browser of \"%.*s\" is invited",
                    SPAN_ARGS(span_cut(label, 0, KEYS_LABEL_MAX_BYTES)));
    operation_note(operation, "removed browsers", label);
    operation_say(operation, "%zu browser%s of %.*s no longer see%s this desk.", count,
                  count == 1 ? "" : "s", SPAN_ARGS(label), count == 1 ? "s" : "");
    return OK;
}
