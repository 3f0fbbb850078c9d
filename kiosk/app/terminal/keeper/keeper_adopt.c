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
    const enum status status = keeper_number_get(keeper, KEEPER_NUMBER_SEQUENCE, &last);
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
    return status == OK && is_new ? keeper_number_put(keeper, KEEPER_NUMBER_SEQUENCE,
                                                      config->manifest->sequence)
                                  : status;
}

/* What was done is noted afterwards: when the power goes in between, all of it is done again. */
static enum status erased_obey(struct keeper *keeper, const struct config *config)
{
    const struct config_erased *erased = config->erased;
    int64_t done;
    enum status status = keeper_number_get(keeper, KEEPER_NUMBER_ERASED, &done);
    if (status != OK || erased->count == 0 || done >= config->manifest->sequence)
        return status;
    status = ledger_erase(keeper->ledger,
                          (const unsigned char(*)[CHAIN_ID_BYTES])erased->record_ids,
                          erased->count);
    return status == OK ? keeper_number_put(keeper, KEEPER_NUMBER_ERASED,
                                            config->manifest->sequence)
                        : status;
}

/* First, so that less is written anew where results are erased as well. A disk that was put back
 * must not end the terminal: it goes on with all that it has, and its doctor says so, too. */
static void received_obey(struct keeper *keeper, const struct config *config)
{
    if (keeper_received_obey(keeper, config) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

/* Whoever stands at the screen says yes to a first organization; a next key takes the PIN
 * (keeper_staff.h) or its words, told before. */
static enum status owner_adopt(struct keeper *keeper, const struct config *config)
{
    const struct trust_offer offer = keeper_offer_of(config);
    bool is_new;
    const enum status status =
        trust_check(&keeper->arena, keeper->ledger, &offer, &is_new);
    return status == OK && is_new ? keeper_next_keep(keeper, &offer) : status;
}

enum status keeper_adopt(struct keeper *keeper, const struct config *config)
{
    /* Where a key has ended, the terminal comes here every five minutes, for as long as it
     * takes. */
    const struct arena_mark mark = arena_mark(&keeper->arena);
    enum status status = keeper_check_device(keeper, config);
    if (status == OK)
        status = owner_adopt(keeper, config);
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
    const struct trust_offer offer = keeper_offer_of(config);
    bool is_new;
    enum status status = keeper_check_device(keeper, config);
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
    keeper->offered = (struct trust_offer){0};
    arena_reset(arena);
    enum status status =
        named_load(keeper, arena, sequence, assessment_hash, keyset_hash, &config, &slot);
    if (status == OK)
        status = keeper_adopt(keeper, config);
    if (status == STATUS_UNCONFIRMED && config)
        keeper->offered = keeper_offer_of(config);
    if (status == OK) {
        keeper->tried = !keeper->tried;
        keeper->slot = slot;
    }
    return status;
}

/* The words of a next key count at once, so that no configuration of the key before, whatever its
 * number, goes before. */
enum status keeper_expect(struct keeper *keeper)
{
    const struct span typed = span_of(keeper->folders.words);
    const struct arena_mark mark = arena_mark(&keeper->arena);
    struct trust_offer next;
    bool is_known = false;
    const bool is_next = is_keeper_next(keeper, &keeper->arena, typed, &next);
    enum status status = trust_known(&keeper->arena, keeper->ledger, &is_known);
    if (status == OK && is_known && is_next)
        status = keeper_next_keep(keeper, &next);
    else if (status == OK)
        status = trust_expect(&keeper->arena, keeper->ledger, typed);
    arena_release(&keeper->arena, mark);
    return status;
}

enum status keeper_trust(struct keeper *keeper)
{
    if (!keeper->offered.organization_key.count)
        return fail(STATUS_REFUSED, "no organization waits for a yes");
    return keeper_next_keep(keeper, &keeper->offered);
}
