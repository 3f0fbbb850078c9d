/* From a typed code to the sitting it opens. */
#include "app/terminal/vault.h"

#include "app/terminal/vault_draft.h"
#include "app/terminal/vault_farewell.h"

#include <string.h>

enum status vault_knows(struct vault *vault, struct span typed)
{
    const enum status status = keeper_ask_knows(vault->port, typed);
    return is_vault_back(vault, status) ? keeper_ask_knows(vault->port, typed) : status;
}

static enum status begin_new(struct vault *vault, struct arena *arena,
                             const struct keeper_found *found, struct span vacancy,
                             struct moment moment, struct vault_visit *visit)
{
    struct sitting_start start = {
        .role = found->role,
        .vacancy = vacancy,
        .invite = found->role == ROLE_RATER ? 0 : found->invite,
        .language = vault->config->terminal->language,
        .started_unix_ms = (int64_t)header_day(moment.unix_ms) * 1000,
    };
    const enum status status = vault_check_ready(vault, moment);
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
                              struct arena *work, const struct keeper_found *found,
                              struct moment moment, struct vault_visit *visit)
{
    const struct span vacancy = visit->vacancy ? visit->vacancy->id : SPAN("");
    const enum status status = vault_draft_open(vault, arena, work, found, visit);
    return status == OK && !visit->sitting
               ? begin_new(vault, arena, found, vacancy, moment, visit)
               : status;
}

/* The person's key and ticket, for as long as they are here. */
static void person_take(struct vault *vault, const struct keeper_found *found)
{
    memcpy(vault->secrets->draft_key, found->draft_key, DRAFT_KEY_BYTES);
    memcpy(vault->secrets->pseudonym, found->pseudonym, CODE_PSEUDONYM_BYTES);
    memcpy(vault->record_id, found->session_id, sizeof vault->record_id);
    vault->has_record = found->has_session;
    memcpy(vault->ticket, found->ticket.data, found->ticket.count);
    vault->ticket_bytes = found->ticket.count;
}

static enum status found_open(struct vault *vault, struct arena *arena,
                              struct arena *work, const struct keeper_found *found,
                              struct moment moment, struct vault_visit *visit)
{
    if (found->role != ROLE_RATER) {
        visit->vacancy = config_load_vacancy(vault->config, found->role, found->vacancy);
        if (!visit->vacancy && !found->is_used)
            return fail(STATUS_UNKNOWN_CODE, "the vacancy of this code is not open here");
    }
    return found->is_used ? vault_farewell_find(vault, arena, work, found, moment, visit)
                          : visit_open(vault, arena, work, found, moment, visit);
}

static enum status find(struct vault *vault, struct arena *arena, struct arena *work,
                        struct span typed, struct moment moment,
                        struct vault_visit *out_visit)
{
    struct vault_visit visit = {.at = NO_STEP};
    struct keeper_found found;
    vault_forget(vault);
    enum status status = keeper_ask_find(vault->port, work, typed, moment, &found);
    if (status != OK)
        return status;
    person_take(vault, &found);
    status = found_open(vault, arena, work, &found, moment, &visit);
    wipe(&found, sizeof found);
    if (status == OK)
        *out_visit = visit;
    else
        vault_forget(vault);
    return status;
}

enum status vault_find(struct vault *vault, struct arena *arena, struct arena *work,
                       struct span typed, struct moment moment,
                       struct vault_visit *out_visit)
{
    const enum status status = find(vault, arena, work, typed, moment, out_visit);
    return is_vault_back(vault, status)
               ? find(vault, arena, work, typed, moment, out_visit)
               : status;
}
