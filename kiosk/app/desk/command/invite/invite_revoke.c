/* `resonance invite revoke|replace VACANCY NUMBER`: a card that was lost, or went to the wrong
 * person, opens nothing any more; and another one in its place. */
#include "app/desk/command/invite.h"

#include "base/words.h"

static enum status invite_find(struct operation *operation,
                               const struct invitations *invitations,
                               struct invite **out_invite)
{
    const struct span vacancy = operation_word(operation, 0);
    const struct span typed = operation_word(operation, 1);
    int64_t number = 0;
    if (!span_to_integer(typed, &number) || number < 1)
        return fail(STATUS_USAGE, "a card has a number, such as 12, which stands on it");
    for (size_t i = 0; i < invitations->invite_count; i++) {
        struct invite *invite = &invitations->invites[i];
        if (invite->role != ROLE_CANDIDATE || invite->number != number ||
            !is_span_equal(invite->vacancy, vacancy))
            continue;
        if (invite->is_revoked)
            return fail(STATUS_EXISTS, "card %lld was revoked before", (long long)number);
        *out_invite = invite;
        return OK;
    }
    return fail(STATUS_NOT_FOUND, "there is no card %lld for %.*s", (long long)number,
                SPAN_ARGS(vacancy));
}

static enum status revoke(struct operation *operation)
{
    struct office *office = &operation->office;
    struct invitations *invitations;
    struct vacancy *vacancy;
    struct invite *invite = NULL;
    enum status status = office_vacancy(office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = office_invitations(office, &invitations);
    if (status == OK)
        status = invite_find(operation, invitations, &invite);
    if (status != OK)
        return status;
    invite->is_revoked = true;
    operation_note(operation, "revoked card",
                   span_format(operation->arena, "%.*s %lld", SPAN_ARGS(vacancy->id),
                               (long long)invite->number));
    return office_write(office, "invitations.json",
                        config_invitations_write(&office->arena, invitations));
}

static void say(struct operation *operation)
{
    const struct span number = operation_word(operation, 1);
    office_tell(&operation->office, OFFICE_ASIDE,
                "Card %.*s is revoked. A terminal knows it once it has its next "
                "configuration. A result that came with the card stays.",
                SPAN_ARGS(number));
}

enum status invite_revoke_run(struct operation *operation)
{
    const enum status status = revoke(operation);
    if (status == OK)
        say(operation);
    return status;
}

/* The new card first: where it cannot be made, the old one goes on opening. */
enum status invite_replace_run(struct operation *operation)
{
    struct vacancy *vacancy;
    struct invitations *invitations;
    struct invite *invite;
    struct office *office = &operation->office;
    enum status status = office_vacancy(office, operation_word(operation, 0), &vacancy);
    if (status == OK)
        status = office_invitations(office, &invitations);
    if (status == OK)
        status = invite_find(operation, invitations, &invite);
    if (status == OK)
        status = invite_one(operation, vacancy);
    if (status == OK)
        status = revoke(operation);
    if (status == OK)
        say(operation);
    return status;
}
