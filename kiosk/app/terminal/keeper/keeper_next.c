/* Whose a configuration is, and the key that the known one gave way to. */
#include "app/terminal/keeper/keeper_number.h"
#include "app/terminal/offer.h"
#include "app/terminal/trust.h"

#include <string.h>

enum status keeper_check_device(const struct keeper *keeper, const struct config *config)
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

struct trust_offer keeper_offer_of(const struct config *config)
{
    return (struct trust_offer){.organization_key = config->organization_key,
                                .successions = config->successions};
}

static bool is_waiting(struct keeper *keeper, const struct config *config,
                       struct span words)
{
    const struct trust_offer offer = keeper_offer_of(config);
    return keeper_check_device(keeper, config) == OK &&
           trust_look(&keeper->arena, keeper->ledger, &offer) == STATUS_UNCONFIRMED &&
           (!words.count || trust_said(words, config->organization_key) == OK);
}

bool is_keeper_next(struct keeper *keeper, struct arena *arena, struct span words,
                    struct trust_offer *out_offer)
{
    struct offer offers[OFFERS_MAX];
    struct arena *tried = &keeper->configs[keeper->tried];
    const struct arena_mark mark = arena_mark(&keeper->arena);
    const size_t count = offer_find(&keeper->arena, keeper->folders.config,
                                    keeper->folders.incoming, offers);
    struct config *found = NULL;
    keeper->offered = (struct trust_offer){0}; /* it stood where they are read */
    for (size_t i = 0; i < count && !found; i++) {
        struct config *config;
        arena_reset(tried);
        if (config_load_signed(tried, offers[i].folder, &config) == OK &&
            is_waiting(keeper, config, words))
            found = config;
    }
    arena_release(&keeper->arena, mark); /* which `arena` may be */
    if (found)
        *out_offer = (struct trust_offer){
            .organization_key = span_copy(arena, found->organization_key),
            .successions = span_copy(arena, found->successions)};
    arena_reset(tried);
    return found;
}

/* First the numbers: when the power goes in between, the configuration that is in use gives them
 * again. */
enum status keeper_next_keep(struct keeper *keeper, const struct trust_offer *offer)
{
    static const char *const numbers[] = {KEEPER_NUMBER_SEQUENCE, KEEPER_NUMBER_ERASED};
    enum status status = OK;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && status == OK; i++) {
        int64_t number = 0;
        status = keeper_number_get(keeper, numbers[i], &number);
        if (status == OK && number)
            status = keeper_number_put(keeper, numbers[i], 0);
    }
    return status == OK ? trust_keep(&keeper->arena, keeper->ledger, offer) : status;
}
