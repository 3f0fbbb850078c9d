#include "app/terminal/vault.h"

#include "app/common/console.h"
#include "app/terminal/ready.h"

#include <string.h>

enum status vault_open(struct keeper_port *port, struct vault *vault)
{
    *vault = (struct vault){.port = port};
    enum status status = secret_open(sizeof(struct vault_secrets), &vault->memory);
    if (status != OK)
        return status;
    vault->secrets = vault->memory.bytes;
    status = keeper_ask_open(port, &vault->device);
    /* What ended before this one was asked for anything is no loss. */
    if (status == STATUS_NO_LEDGER && !port->is_cut)
        status = keeper_ask_open(port, &vault->device);
    if (status != OK)
        vault_close(vault);
    return status;
}

void vault_close(struct vault *vault)
{
    secret_close(&vault->memory);
    *vault = (struct vault){0};
}

enum status vault_adopt(struct vault *vault, const struct config *config)
{
    const enum status status = keeper_ask_adopt(vault->port, config);
    if (status == OK)
        vault->config = config;
    return status;
}

/* The person again, and where their sitting stands on the disk. */
static enum status person_resume(struct vault *vault)
{
    const bool has_draft = vault->row_number > 0;
    struct keeper_place place;
    const enum status status = keeper_ask_resume(
        vault->port, (struct span){(const char *)vault->ticket, vault->ticket_bytes},
        vault->has_record ? vault->record_id : NULL, &place);
    if (status != OK || !has_draft)
        return status;
    vault->row_number = place.row_count;
    memcpy(vault->row_hash, place.row_hash, sizeof vault->row_hash);
    vault->is_sealed = place.is_sealed;
    memcpy(vault->sealed_hash, place.sealed_hash, sizeof vault->sealed_hash);
    return OK;
}

static enum status come_back(struct vault *vault)
{
    enum status status = keeper_ask_open(vault->port, &vault->device);
    if (status == OK && vault->config)
        status = keeper_ask_adopt(vault->port, vault->config);
    if (status == OK && vault->ticket_bytes)
        status = person_resume(vault);
    return status;
}

/* For the journal, and whoever looks after the terminal. */
static void tell_back(enum status status)
{
    if (status == OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: the process that keeps the results "
                                    "had ended and was started again; nothing is lost");
    else
        console_line(CONSOLE_ERROR,
                     "resonance-kiosk: the process that keeps the results has ended and "
                     "does not come back: %s",
                     status_last());
}

/* The second that comes may end as the first did; one that goes on ending is no keeper. */
bool is_vault_back(struct vault *vault, enum status status)
{
    enum { TRIES = 3 };
    if (status != STATUS_NO_LEDGER)
        return false;
    for (int i = 0; i < TRIES && status == STATUS_NO_LEDGER && !vault->port->is_cut; i++)
        status = come_back(vault);
    tell_back(status);
    return status == OK;
}

enum status vault_expire(struct vault *vault, struct moment moment, bool is_whole)
{
    const enum status status = keeper_ask_expire(vault->port, moment, is_whole);
    return is_vault_back(vault, status) ? keeper_ask_expire(vault->port, moment, is_whole)
                                        : status;
}

enum status vault_count_drafts(struct vault *vault, size_t *out_count)
{
    const enum status status = keeper_ask_count(vault->port, out_count);
    return is_vault_back(vault, status) ? keeper_ask_count(vault->port, out_count)
                                        : status;
}

enum status vault_check_ready(struct vault *vault, struct moment moment)
{
    enum status status = ready_clock(moment);
    if (status == OK)
        status = ready_keys(vault->config->keyset, moment);
    if (status != OK)
        return status;
    status = keeper_ask_space(vault->port);
    return is_vault_back(vault, status) ? keeper_ask_space(vault->port) : status;
}

void vault_forget(struct vault *vault)
{
    if (vault->port && vault->ticket_bytes)
        keeper_ask_forget(vault->port);
    if (vault->secrets)
        wipe(vault->secrets, sizeof *vault->secrets);
    wipe(vault->ticket, sizeof vault->ticket);
    wipe(vault->record_id, sizeof vault->record_id);
    wipe(vault->row_hash, sizeof vault->row_hash);
    wipe(vault->sealed_hash, sizeof vault->sealed_hash);
    vault->ticket_bytes = 0;
    vault->row_number = 0;
    vault->has_left = vault->has_record = vault->is_sealed = false;
}
