/* A configuration is taken: whose it is, and what the desk tells with it to go. */
#include "app/common/console.h"
#include "app/terminal/offer.h"
#include "app/terminal/trust.h"
#include "app/terminal/keeper/keeper_number.h"
#include "app/terminal/keeper/keeper_received.h"
#include "app/terminal/staff/keeper_staff.h"

#include "base/must.h"

#include <string.h>

static enum status sequence_check(struct keeper *keeper, const struct config *config,
                                  bool *out_is_new)
{
    const int64_t sequence = config->manifest->sequence;
    int64_t last;
    const enum status status = keeper_number_get(keeper, "sequence", &last);
    if (status != OK)
        return status;
    *out_is_new = sequence > last;
    return sequence >= last
               ? OK
               : fail(
                     STATUS_REFUSED,
                     "the configuration is number %lld, but number %lld was here before; "
                     "copy the newest one",
                     (long long)sequence, (long long)last);
}

static enum status sequence_keep(struct keeper *keeper, const struct config *config)
{
    bool is_new;
    const enum status status = sequence_check(keeper, config, &is_new);
    return status == OK && is_new
               ? keeper_number_put(keeper, "sequence", config->manifest->sequence)
               : status;
}

/* What was done is noted afterwards: when the power goes in between, all of it is done again. */
static enum status erased_obey(struct keeper *keeper, const struct config *config)
{
    const struct config_erased *erased = config->erased;
    int64_t done;
    enum status status = keeper_number_get(keeper, "erased", &done);
    if (status != OK || erased->count == 0 || done >= config->manifest->sequence)
        return status;
    status = ledger_erase(keeper->ledger,
                          (const unsigned char(*)[CHAIN_ID_BYTES])erased->record_ids,
                          erased->count);
    return status == OK ? keeper_number_put(keeper, "erased", config->manifest->sequence)
                        : status;
}

/* First, so that less is written anew where results are erased as well. A disk that was put back
 * must not end the terminal: it goes on with all that it has, and its doctor says so, too. */
static void received_obey(struct keeper *keeper, const struct config *config)
{
    if (keeper_received_obey(keeper, config) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

static enum status device_check(const struct keeper *keeper, const struct config *config)
{
    const enum status whole = keeper_check_key(keeper);
    if (whole != OK)
        return whole;
    if (memcmp(config->terminal->device_id, keeper->device_id,
               sizeof keeper->device_id) != 0 ||
        memcmp(config->terminal->device_key, keeper->device_key,
               sizeof keeper->device_key) != 0)
        return fail(STATUS_WRONG_KEY,
                    "the configuration is made for another terminal; make a request "
                    "here with --request and enrol it at the desk");
    return OK;
}

static struct trust_offer offer_of(const struct config *config)
{
    return (struct trust_offer){.organization_key = config->organization_key,
                                .successions = config->successions};
}

enum status keeper_adopt(struct keeper *keeper, const struct config *config)
{
    const struct trust_offer offer = offer_of(config);
    /* Where a key has ended, the terminal comes here every five minutes, for as long as it
     * takes. */
    const struct arena_mark mark = arena_mark(&keeper->arena);
    enum status status = device_check(keeper, config);
    if (status == OK)
        status = trust_check(&keeper->arena, keeper->ledger, &offer);
    if (status == OK)
        status = sequence_keep(keeper, config);
    if (status == OK)
        status = keeper_staff_adopt(keeper, config->terminal->staff_pin);
    if (status == OK)
        received_obey(keeper, config);
    if (status == OK)
        status = erased_obey(keeper, config);
    arena_release(&keeper->arena, mark);
    if (status == OK)
        keeper->config = config;
    return status;
}

enum status keeper_adopt_check(struct keeper *keeper, const struct config *config)
{
    const struct arena_mark mark = arena_mark(&keeper->arena);
    const struct trust_offer offer = offer_of(config);
    bool is_new;
    enum status status = device_check(keeper, config);
    if (status == OK && keeper->folders.words)
        status = trust_said(span_of(keeper->folders.words), config->organization_key);
    if (status == OK)
        status = trust_look(&keeper->arena, keeper->ledger, &offer);
    if (status == STATUS_UNCONFIRMED && keeper->folders.words)
        status = OK; /* they were told just now */
    if (status == OK)
        status = sequence_check(keeper, config, &is_new);
    arena_release(&keeper->arena, mark);
    return status;
}

/* What is signed of the configuration in `folder`, when it is the one that is named. */
static enum status folder_load(const char *folder, struct arena *arena, int64_t sequence,
                               const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                               const unsigned char keyset_hash[CHAIN_HASH_BYTES],
                               struct config **out_config)
{
    struct config *config;
    const enum status status = config_load_signed(arena, folder, &config);
    if (status != OK)
        return status;
    if (config->manifest->sequence != sequence ||
        memcmp(config->assessment_hash, assessment_hash, CHAIN_HASH_BYTES) != 0 ||
        memcmp(config->keyset_hash, keyset_hash, CHAIN_HASH_BYTES) != 0)
        return fail(STATUS_REFUSED,
                    "%s was changed while it was read; the terminal reads it again",
                    folder);
    *out_config = config;
    return OK;
}

/* Whoever shows the screens read one of them. */
static enum status named_load(struct keeper *keeper, struct arena *arena,
                              int64_t sequence,
                              const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                              const unsigned char keyset_hash[CHAIN_HASH_BYTES],
                              struct config **out_config, int *out_slot)
{
    struct offer offers[OFFERS_MAX];
    enum status status = OK;
    const struct arena_mark mark = arena_mark(&keeper->arena);
    const size_t count = offer_find(&keeper->arena, keeper->folders.config,
                                    keeper->folders.incoming, offers);
    must(count > 0);
    for (size_t i = 0; i < count; i++) {
        arena_reset(arena);
        status = folder_load(offers[i].folder, arena, sequence, assessment_hash,
                             keyset_hash, out_config);
        if (status == OK)
            *out_slot = offers[i].slot;
        if (status == OK || offers[i].sequence == sequence)
            break;
    }
    arena_release(&keeper->arena, mark);
    return status;
}

enum status keeper_adopt_folder(struct keeper *keeper, int64_t sequence,
                                const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                                const unsigned char keyset_hash[CHAIN_HASH_BYTES])
{
    struct arena *arena = &keeper->configs[keeper->tried];
    struct config *config = NULL;
    int slot = -1;
    keeper->offered_key = SPAN("");
    arena_reset(arena);
    enum status status =
        named_load(keeper, arena, sequence, assessment_hash, keyset_hash, &config, &slot);
    if (status == OK)
        status = keeper_adopt(keeper, config);
    if (status == STATUS_UNCONFIRMED && config)
        keeper->offered_key = config->organization_key;
    if (status == OK) {
        keeper->tried = !keeper->tried;
        keeper->slot = slot;
    }
    return status;
}

/* One of the configurations that lie ready is signed by a key that the known one gave way to, or is
 * the first that comes, and
 * the words that were told are its own. */
static bool is_next_told(struct keeper *keeper, struct span typed)
{
    struct offer offers[OFFERS_MAX];
    struct arena *arena = &keeper->configs[keeper->tried];
    bool is_told = false;
    const size_t count = offer_find(&keeper->arena, keeper->folders.config,
                                    keeper->folders.incoming, offers);
    for (size_t i = 0; i < count && !is_told; i++) {
        struct config *config;
        arena_reset(arena);
        if (config_load_signed(arena, offers[i].folder, &config) != OK)
            continue;
        const struct trust_offer offer = offer_of(config);
        is_told =
            trust_look(&keeper->arena, keeper->ledger, &offer) == STATUS_UNCONFIRMED &&
            trust_said(typed, config->organization_key) == OK;
    }
    return is_told;
}

enum status keeper_expect(struct keeper *keeper)
{
    const struct span typed = span_of(keeper->folders.words);
    const struct arena_mark mark = arena_mark(&keeper->arena);
    const enum status status =
        trust_expect(&keeper->arena, keeper->ledger, typed, is_next_told(keeper, typed));
    arena_release(&keeper->arena, mark);
    return status;
}

enum status keeper_trust(struct keeper *keeper)
{
    if (!keeper->offered_key.count)
        return fail(STATUS_REFUSED, "no organization waits for a yes");
    return trust_keep(&keeper->arena, keeper->ledger, keeper->offered_key);
}
