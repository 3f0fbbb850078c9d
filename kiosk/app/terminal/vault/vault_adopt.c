/* A configuration is taken: whose it is, and what the desk tells with it to go. */
#include "app/common/console.h"
#include "app/terminal/trust.h"
#include "app/terminal/vault/vault_number.h"
#include "app/terminal/vault/vault_received.h"

#include <string.h>

static enum status sequence_check(struct vault *vault, const struct config *config)
{
    const int64_t sequence = config->manifest->sequence;
    int64_t last;
    const enum status status = vault_number_get(vault, "sequence", &last);
    if (status != OK)
        return status;
    if (sequence < last)
        return fail(
            STATUS_REFUSED,
            "the configuration is number %lld, but number %lld was here before; copy "
            "the newest one",
            (long long)sequence, (long long)last);
    return sequence == last ? OK : vault_number_put(vault, "sequence", sequence);
}

/* What was done is noted afterwards: when the power goes in between, all of it is done again. */
static enum status erased_obey(struct vault *vault, const struct config *config)
{
    const struct config_erased *erased = config->erased;
    int64_t done;
    enum status status = vault_number_get(vault, "erased", &done);
    if (status != OK || erased->count == 0 || done >= config->manifest->sequence)
        return status;
    status = ledger_erase(vault->ledger,
                          (const unsigned char(*)[CHAIN_ID_BYTES])erased->record_ids,
                          erased->count);
    return status == OK ? vault_number_put(vault, "erased", config->manifest->sequence)
                        : status;
}

/* First, so that less is written anew where results are erased as well. A disk that was put back
 * must not end the terminal: it goes on with all that it has, and its doctor says so, too. */
static void received_obey(struct vault *vault, const struct config *config)
{
    if (vault_received_obey(vault, config) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

enum status vault_adopt(struct vault *vault, const struct config *config)
{
    const enum status whole = vault_check_key(vault);
    if (whole != OK)
        return whole;
    if (memcmp(config->terminal->device_id, vault->device_id, sizeof vault->device_id) !=
            0 ||
        memcmp(config->terminal->device_key, vault->device_key,
               sizeof vault->device_key) != 0)
        return fail(STATUS_WRONG_KEY,
                    "the configuration is made for another terminal; make a request "
                    "here with --request and enrol it at the desk");
    /* Where a key has ended, the terminal comes here every five minutes, for as long as it
     * takes. */
    const struct arena_mark mark = arena_mark(&vault->arena);
    enum status status =
        trust_check(&vault->arena, vault->ledger, config->organization_key);
    if (status == OK)
        status = sequence_check(vault, config);
    if (status == OK)
        received_obey(vault, config);
    if (status == OK)
        status = erased_obey(vault, config);
    arena_release(&vault->arena, mark);
    if (status == OK)
        vault->config = config;
    return status;
}
