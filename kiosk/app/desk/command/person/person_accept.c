/* `resonance person accept LABEL`: an owner has compared the words of a new key, and signs for
 * it. */
#include "app/desk/command/key/key_change.h"
#include "app/desk/command/person/person.h"
#include "app/desk/office/staff/owner_key.h"
#include "app/common/public_words.h"

static enum status joined_read(struct operation *operation, struct joining *joining)
{
    const enum status status =
        joining_read(&operation->office, operation_word(operation, 0), joining);
    return status == OK && !joining->is_joined
               ? fail(STATUS_REFUSED,
                      "%.*s has not made a key yet: they open their address first",
                      SPAN_ARGS(joining->person.name))
               : status;
}

static void say_who(struct operation *operation, const struct staff_person *person)
{
    operation_say(operation, "%.*s (%.*s) will be: %.*s.", SPAN_ARGS(person->name),
                  SPAN_ARGS(person->label),
                  SPAN_ARGS(staff_role_set_words(operation->arena, person->roles)));
    page_add_exact(&operation->page.head, SPAN("The eight words of their key:"),
                   keys_words(operation->arena, person->recipient));
}

enum status person_accept_prepare(struct operation *operation)
{
    struct joining *const joining = arena_new(operation->arena, struct joining);
    const char *const typed = options_text(&operation->values, "words");
    unsigned char bytes[FINGERPRINT_BYTES];
    enum status status = joined_read(operation, joining);
    if (status != OK)
        return status;
    public_words_bytes(joining->person.recipient, bytes);
    if (typed)
        status = fingerprint_check(span_of(typed), bytes);
    if (status == STATUS_FORGED)
        return fail(status,
                    "those are not the words of the key that waits here: ask "
                    "%.*s for the words that their page shows, and do not sign "
                    "for another key",
                    SPAN_ARGS(joining->person.name));
    if (status != OK)
        return status;
    say_who(operation, &joining->person);
    operation->state = joining;
    operation->wants.signing_key = true;
    if (!typed) {
        operation->wants.question = "Does the page of this person show the same words?";
        operation->wants.answer_by = "--words";
    }
    return OK;
}

/* The key file comes after the list: until both are there the person is refused, and the same
 * command does what is left. */
static enum status enter(struct operation *operation, const struct joining *joining)
{
    const struct staff_person *const person = &joining->person;
    struct age_recipient recipient;
    enum status status = age_recipient_read(person->recipient, &recipient);
    if (status == OK)
        status = key_change_enter(operation, person);
    if (status == OK && (person->roles & STAFF_ROLE_BIT(STAFF_OWNER)))
        status = owner_key_put(&operation->office, person->label, &recipient,
                               operation->signing_key.bytes);
    if (status == OK)
        status = joining_take(&operation->office, joining);
    return status == OK ? joining_end(&operation->office, person->label) : status;
}

enum status person_accept_run(struct operation *operation)
{
    const struct joining *const joining = operation->state;
    const struct staff_person *const person = &joining->person;
    const enum status status = enter(operation, joining);
    if (status != OK)
        return status;
    operation_note(operation, "signed for a person", person->label);
    operation_say(operation, "%.*s is one of the people of this desk now.",
                  SPAN_ARGS(person->name));
    if (person->roles & STAFF_ROLE_BIT(STAFF_RECRUITER))
        operation_say(operation,
                      "What was sealed before stays closed to them, until somebody who "
                      "can open that shares it with the key %.*s.",
                      SPAN_ARGS(person->label));
    return OK;
}
