/* From a typed code to the sitting it opens. */
#include "app/terminal/vault.h"

#include "app/terminal/ready.h"
#include "app/terminal/vault_draft.h"
#include "app/terminal/vault_farewell.h"
#include "app/terminal/vault/vault_marks.h"

/* The code itself is gone when this returns. */
static enum status master_derive(struct vault *vault, struct span typed)
{
    const struct invitations *invitations = vault->config->invitations;
    const struct stretch_cost cost = {(uint64_t)invitations->operations,
                                      (uint64_t)invitations->memory_bytes};
    struct code code;
    if (code_read(typed, &code) != OK)
        return fail(STATUS_UNKNOWN_CODE, "a code has ten letters and numbers");
    const enum status status =
        code_master(&code, invitations->salt, cost, vault->secrets->master);
    wipe(&code, sizeof code);
    return status;
}

/* Derives all that comes from the code. */
static enum status code_open(struct vault *vault, struct span typed)
{
    struct vault_secrets *secrets = vault->secrets;
    const enum status status = master_derive(vault, typed);
    if (status != OK)
        return status;
    code_tag(secrets->master, vault->tag);
    code_locator(secrets->master, vault->locator);
    code_pseudonym(secrets->master, secrets->pseudonym);
    code_wrapping_key(secrets->master, secrets->device_secret, secrets->wrapping_key);
    wipe(secrets->master, sizeof secrets->master);
    return OK;
}

static const struct invite *invite_of(const struct vault *vault,
                                      const unsigned char tag[CODE_TAG_BYTES])
{
    const struct invitations *invitations = vault->config->invitations;
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (is_seal_equal(invitations->invites[i].tag, tag, CODE_TAG_BYTES))
            return &invitations->invites[i];
    return NULL;
}

static enum status begin_new(struct vault *vault, struct arena *arena,
                             const struct invite *invite, struct moment moment,
                             struct vault_visit *visit)
{
    struct sitting_start start = {
        .role = invite->role,
        .vacancy = invite->vacancy,
        .invite = invite->role == ROLE_RATER ? 0 : invite->number,
        .language = vault->config->terminal->language,
        .started_unix_ms = (int64_t)header_day(moment.unix_ms) * 1000,
    };
    const enum status status = ready_check(vault->config->keyset, vault->folder, moment);
    if (status != OK)
        return status;
    seal_random(&start.seed, sizeof start.seed);
    seal_random(start.record_id, sizeof start.record_id);
    visit->at = NO_STEP;
    visit->comfort = comfort_usual;
    return sitting_begin(arena, vault->config->assessment, &start, &visit->sitting);
}

/* A draft that cannot go on stays, and the sitting that is begun instead is told apart by found. */
static enum status visit_open(struct vault *vault, struct arena *arena,
                              struct arena *work, const struct invite *invite,
                              struct moment moment, struct vault_visit *visit)
{
    const enum status status = vault_draft_open(vault, arena, work, visit);
    return status == OK && !visit->sitting
               ? begin_new(vault, arena, invite, moment, visit)
               : status;
}

static enum status unused_check(struct vault *vault,
                                const unsigned char tag[CODE_TAG_BYTES])
{
    bool is_used = false;
    const enum status status = vault_marks_find(vault, tag, &is_used);
    return status == OK && is_used
               ? fail(STATUS_USED_CODE, "this code was used here before")
               : status;
}

enum status vault_knows(struct vault *vault, struct span typed)
{
    unsigned char tag[CODE_TAG_BYTES];
    const enum status status = master_derive(vault, typed);
    if (status != OK)
        return status;
    code_tag(vault->secrets->master, tag);
    wipe(vault->secrets->master, sizeof vault->secrets->master);
    return invite_of(vault, tag)
               ? unused_check(vault, tag)
               : fail(STATUS_UNKNOWN_CODE, "this code is not in the configuration");
}

enum status vault_find(struct vault *vault, struct arena *arena, struct arena *work,
                       struct span typed, struct moment moment,
                       struct vault_visit *out_visit)
{
    struct vault_visit visit = {.at = NO_STEP};
    enum status status = code_open(vault, typed);
    if (status != OK)
        return status;
    const struct invite *invite = invite_of(vault, vault->tag);
    if (!invite) {
        vault_forget(vault);
        return fail(STATUS_UNKNOWN_CODE, "this code is not in the configuration");
    }
    /* A terminal runs for weeks: what is too old goes now, not only at the next start. */
    status = vault_expire(vault, moment);
    if (status == OK)
        status = unused_check(vault, vault->tag);
    const bool is_used = status == STATUS_USED_CODE;
    if ((status == OK || is_used) && invite->role == ROLE_CANDIDATE) {
        visit.vacancy = config_load_vacancy(vault->config, invite->vacancy);
        if (!visit.vacancy && !is_used)
            status =
                fail(STATUS_UNKNOWN_CODE, "the vacancy of this code is not open here");
    }
    if (status == OK)
        status = visit_open(vault, arena, work, invite, moment, &visit);
    else if (status == STATUS_USED_CODE)
        status = vault_farewell_find(vault, arena, work, invite->role, moment, &visit);
    if (status == OK)
        *out_visit = visit;
    else
        vault_forget(vault);
    return status;
}
