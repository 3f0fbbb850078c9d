/* From a typed code to what it opens. */
#include "app/terminal/keeper/keeper.h"

#include "app/terminal/keeper/keeper_draft.h"
#include "app/terminal/keeper/keeper_marks.h"

#include <string.h>

enum { TICKET_ROW = 5 /* a type that no row of a draft has */ };

/* The code itself is gone when this returns. */
static enum status master_derive(struct keeper *keeper, struct span typed)
{
    const struct invitations *invitations = keeper->config->invitations;
    const struct stretch_cost cost = {(uint64_t)invitations->operations,
                                      (uint64_t)invitations->memory_bytes};
    struct code code;
    if (code_read(typed, &code) != OK)
        return fail(STATUS_UNKNOWN_CODE, "a code has ten letters and numbers");
    const enum status status =
        code_master(&code, invitations->salt, cost, keeper->secrets->master);
    wipe(&code, sizeof code);
    return status;
}

/* Derives all that comes from the code; the pseudonym is not kept here. */
static enum status code_open(struct keeper *keeper, struct span typed,
                             unsigned char out_pseudonym[CODE_PSEUDONYM_BYTES])
{
    struct keeper_secrets *secrets = keeper->secrets;
    const enum status status = master_derive(keeper, typed);
    if (status != OK)
        return status;
    code_tag(secrets->master, keeper->tag);
    code_locator(secrets->master, keeper->locator);
    code_pseudonym(secrets->master, out_pseudonym);
    code_wrapping_key(secrets->master, secrets->device_secret, secrets->wrapping_key);
    wipe(secrets->master, sizeof secrets->master);
    keeper->has_person = true;
    return OK;
}

static const struct invite *invite_of(const struct keeper *keeper,
                                      const unsigned char tag[CODE_TAG_BYTES])
{
    const struct invitations *invitations = keeper->config->invitations;
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (is_seal_equal(invitations->invites[i].tag, tag, CODE_TAG_BYTES))
            return &invitations->invites[i];
    return NULL;
}

static enum status unused_check(struct keeper *keeper,
                                const unsigned char tag[CODE_TAG_BYTES])
{
    bool is_used = false;
    const enum status status = keeper_marks_find(keeper, tag, &is_used);
    return status == OK && is_used
               ? fail(STATUS_USED_CODE, "this code was used here before")
               : status;
}

enum status keeper_knows(struct keeper *keeper, struct span typed)
{
    unsigned char tag[CODE_TAG_BYTES];
    const enum status status = master_derive(keeper, typed);
    if (status != OK)
        return status;
    code_tag(keeper->secrets->master, tag);
    wipe(keeper->secrets->master, sizeof keeper->secrets->master);
    return invite_of(keeper, tag)
               ? unused_check(keeper, tag)
               : fail(STATUS_UNKNOWN_CODE, "this code is not in the configuration");
}

/* ---- the ticket ---- */

/* What belongs to the person, under a key that only this device can make again: whoever shows the
 * screens keeps it for a keeper that has to begin anew, and can do nothing else with it. */
struct ticket {
    unsigned char tag[CODE_TAG_BYTES], locator[CODE_LOCATOR_BYTES];
    unsigned char wrapping_key[CODE_WRAPPING_KEY_BYTES];
};

static void ticket_key(const struct keeper *keeper,
                       unsigned char out_key[DRAFT_KEY_BYTES])
{
    seal_hash("hf-ticket",
              (struct span){(const char *)keeper->secrets->device_secret,
                            sizeof keeper->secrets->device_secret},
              out_key);
}

static struct draft_row ticket_place(const struct keeper *keeper)
{
    struct draft_row place = {.type = TICKET_ROW};
    memcpy(place.session_id, keeper->device_id, sizeof place.session_id);
    return place;
}

static enum status ticket_write(struct keeper *keeper, struct arena *work,
                                struct span *out_ticket)
{
    const struct draft_row place = ticket_place(keeper);
    unsigned char *key = arena_alloc(work, DRAFT_KEY_BYTES);
    struct ticket *ticket = arena_new(work, struct ticket);
    memcpy(ticket->tag, keeper->tag, sizeof ticket->tag);
    memcpy(ticket->locator, keeper->locator, sizeof ticket->locator);
    memcpy(ticket->wrapping_key, keeper->secrets->wrapping_key,
           sizeof ticket->wrapping_key);
    ticket_key(keeper, key);
    return draft_wrap(work, key, &place,
                      (struct span){(const char *)ticket, sizeof *ticket}, out_ticket);
}

static enum status ticket_read(struct keeper *keeper, struct arena *work,
                               struct span sealed)
{
    const struct draft_row place = ticket_place(keeper);
    unsigned char *key = arena_alloc(work, DRAFT_KEY_BYTES);
    struct span plain;
    struct ticket ticket;
    ticket_key(keeper, key);
    if (draft_unwrap(work, key, &place, sealed, &plain) != OK ||
        plain.count != sizeof ticket)
        return fail(STATUS_WRONG_KEY, "this is no ticket of this terminal");
    memcpy(&ticket, plain.data, sizeof ticket);
    memcpy(keeper->tag, ticket.tag, sizeof keeper->tag);
    memcpy(keeper->locator, ticket.locator, sizeof keeper->locator);
    memcpy(keeper->secrets->wrapping_key, ticket.wrapping_key,
           sizeof keeper->secrets->wrapping_key);
    wipe(&ticket, sizeof ticket);
    keeper->has_person = true;
    return OK;
}

/* ---- who comes, and who comes back ---- */

/* A used code whose person has not seen the end opens what was kept for them. */
static enum status used_find(struct keeper *keeper, struct keeper_found *found)
{
    const bool is_there =
        found->has_key &&
        ledger_record_hash(keeper->ledger, found->session_id, found->receipt_hash) == OK;
    return is_there ? OK : fail(STATUS_USED_CODE, "this code was used here before");
}

static enum status invited_find(struct keeper *keeper, struct arena *work,
                                struct keeper_found *found)
{
    enum status status = unused_check(keeper, keeper->tag);
    found->is_used = status == STATUS_USED_CODE;
    if (status == OK || found->is_used)
        status = keeper_draft_find(keeper, work, found);
    if (status == OK && found->is_used)
        status = used_find(keeper, found);
    return status == OK ? ticket_write(keeper, work, &found->ticket) : status;
}

enum status keeper_find(struct keeper *keeper, struct arena *work, struct span typed,
                        struct moment moment, struct keeper_found *out_found)
{
    struct keeper_found found = {0};
    keeper_forget(keeper);
    keeper->is_staff = false;
    enum status status = code_open(keeper, typed, found.pseudonym);
    if (status != OK)
        return status;
    const struct invite *invite = invite_of(keeper, keeper->tag);
    if (!invite) {
        wipe(&found, sizeof found);
        keeper_forget(keeper);
        return fail(STATUS_UNKNOWN_CODE, "this code is not in the configuration");
    }
    found.role = invite->role;
    if (found.role != ROLE_RATER)
        wipe(found.pseudonym, sizeof found.pseudonym);
    found.invite = invite->number;
    found.vacancy = invite->vacancy;
    /* A terminal runs for weeks: what is too old goes now, not only at the next start. */
    status = keeper_expire(keeper, moment, false);
    if (status == OK)
        status = invited_find(keeper, work, &found);
    if (status == OK)
        *out_found = found;
    else
        keeper_forget(keeper);
    wipe(&found, sizeof found);
    return status;
}

/* The keeper before may have ended between a result and its mark; where there is none now
 * either, it is made before the draft goes. */
static void mark_missing(struct keeper *keeper)
{
    const enum status status = keeper_marks_keep(keeper);
    (void)status;
}

enum status keeper_resume(struct keeper *keeper, struct arena *work, struct span ticket,
                          const unsigned char *record_id, struct keeper_place *out_place)
{
    struct keeper_place place = {0};
    keeper_forget(keeper);
    enum status status = ticket_read(keeper, work, ticket);
    if (status == OK && record_id)
        status = keeper_draft_resume(keeper, record_id, &place);
    if (status == OK && record_id)
        place.is_sealed =
            ledger_record_hash(keeper->ledger, record_id, place.sealed_hash) == OK;
    if (status == OK)
        *out_place = place;
    else
        keeper_forget(keeper);
    if (status == OK && place.is_sealed)
        mark_missing(keeper);
    return status;
}

void keeper_forget(struct keeper *keeper)
{
    wipe(keeper->secrets->master, sizeof keeper->secrets->master);
    wipe(keeper->secrets->wrapping_key, sizeof keeper->secrets->wrapping_key);
    wipe(keeper->secrets->draft_key, sizeof keeper->secrets->draft_key);
    wipe(keeper->tag, sizeof keeper->tag);
    wipe(keeper->locator, sizeof keeper->locator);
    wipe(keeper->session_id, sizeof keeper->session_id);
    keeper->has_person = keeper->has_session = keeper->has_slip = false;
}
