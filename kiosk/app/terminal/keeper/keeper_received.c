#include "app/terminal/keeper/keeper_received.h"

#include "app/terminal/keeper/keeper_number.h"
#include "store/terminal/slips.h"

#include <inttypes.h>
#include <string.h>

#define HIGHEST "received"   /* the highest entry that was ever received */
#define FROM "received-from" /* the first one that is still to be exported */

enum { ENTRY_BYTES = ENTRY_MAX_PAYLOAD_BYTES + 4096 };

static enum status entry_is(struct keeper *keeper, const struct config_received *received,
                            bool *out_is)
{
    struct arena arena;
    struct entry entry;
    arena_init(&arena, ENTRY_BYTES);
    const enum status status =
        ledger_get(&arena, keeper->ledger, received->sequence, &entry);
    arena_done(&arena);
    if (status != OK && status != STATUS_NOT_FOUND)
        return status;
    *out_is = status == OK && memcmp(entry.entry_hash, received->entry_hash,
                                     sizeof entry.entry_hash) == 0;
    return OK;
}

static enum status less_refuse(const struct config_received *received, int64_t highest)
{
    return fail(
        STATUS_REFUSED,
        "the desk has received entries up to %" PRIu64 ", says the configuration, "
        "and an earlier one said up to %" PRId64 ": the desk's folder was put back "
        "to an older copy, or two machines have the key of this terminal. Nothing is "
        "dropped here; export with --all, and import every bundle that there is",
        received->sequence, highest);
}

enum status keeper_received_check(struct keeper *keeper, const struct config *config)
{
    const struct config_received *received = config->received;
    int64_t highest;
    bool is_here = false;
    if (!received->sequence)
        return OK;
    if (memcmp(received->device_id, keeper->device_id, sizeof keeper->device_id) != 0)
        return fail(STATUS_WRONG_KEY,
                    "what the desk has received is said of another terminal "
                    "(received.json); nothing is dropped here; enrol this one again");
    enum status status = entry_is(keeper, received, &is_here);
    if (status == OK && !is_here)
        return fail(STATUS_REFUSED,
                    "the desk has received entry %" PRIu64
                    ", says the configuration, and "
                    "this terminal has not written it: its disk was put back to an older "
                    "copy. Nothing is dropped here; export, import, then enrol it again",
                    received->sequence);
    if (status == OK)
        status = keeper_number_get(keeper, HIGHEST, &highest);
    if (status == OK && received->sequence < (uint64_t)highest)
        status = less_refuse(received, highest);
    return status;
}

static uint64_t from_of(const struct config_received *received)
{
    return received->missing_count ? received->missing[0] : received->sequence + 1;
}

static enum status number_keep(struct keeper *keeper, const char *name, uint64_t number)
{
    int64_t kept;
    const enum status status = keeper_number_get(keeper, name, &kept);
    return status == OK && kept != (int64_t)number
               ? keeper_number_put(keeper, name, (int64_t)number)
               : status;
}

/* Noted before anything is dropped: an export that begins later than it could loses nothing, for
 * the desk has what is before. */
static enum status note(struct keeper *keeper, const struct config_received *received)
{
    const enum status status = number_keep(keeper, HIGHEST, received->sequence);
    return status == OK ? number_keep(keeper, FROM, from_of(received)) : status;
}

enum status keeper_received_obey(struct keeper *keeper, const struct config *config)
{
    const struct config_received *received = config->received;
    size_t dropped_count;
    enum status status = keeper_received_check(keeper, config);
    if (status == OK && received->sequence)
        status = note(keeper, received);
    if (status == OK)
        status = ledger_drop(keeper->ledger, received->sequence, received->missing,
                             received->missing_count, &dropped_count);
    return status == OK ? slips_drop(keeper->ledger, received->sequence) : status;
}

enum status keeper_received_from(struct keeper *keeper, uint64_t *out_sequence)
{
    int64_t from;
    const enum status status = keeper_number_get(keeper, FROM, &from);
    if (status == OK)
        *out_sequence = from > 0 ? (uint64_t)from : 1;
    return status;
}
