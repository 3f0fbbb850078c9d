#include "app/terminal/slip/keeper_slip.h"

#include "app/common/slip_signature.h"
#include "seal/age/age_wrap.h"
#include "store/terminal/slips.h"

enum { BUNDLE_ARENA_BYTES = SLIPS_MAX * (SLIPS_BYTES_MAX + 128) };

_Static_assert((int)SLIP_SEALED_MOST <= (int)SLIPS_BYTES_MAX, "a slip");

static enum status person_check(struct keeper *keeper, struct span sealed)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    if (!keeper->config->groups || !keeper->has_session || keeper->has_slip ||
        sealed.count != age_wrap_bytes(GROUPS_AUDITORS_MAX, SLIP_BYTES))
        return fail(STATUS_REFUSED, "no slip for the audit is taken now");
    const enum status status =
        ledger_record_hash(keeper->ledger, keeper->session_id, hash);
    return status == STATUS_NOT_FOUND
               ? fail(STATUS_REFUSED, "a slip for the audit comes after the result")
               : status;
}

enum status keeper_slip_put(struct keeper *keeper, struct span sealed)
{
    enum status status = person_check(keeper, sealed);
    if (status == OK)
        status = slips_put(keeper->ledger, sealed);
    if (status != OK)
        return status;
    keeper->has_slip = true;
    /* Where another program reads the ledger, or the disk is full, the next one cuts it. */
    const enum status cut = ledger_cut_log(keeper->ledger);
    (void)cut;
    return OK;
}

static enum status gather(struct arena *arena, struct keeper *keeper,
                          struct bundle_slips *slips)
{
    struct ledger_head head;
    struct span *list = NULL;
    enum status status = ledger_head(keeper->ledger, &head);
    if (status == OK)
        status = slips_release(keeper->ledger, head.sequence);
    if (status == OK)
        status = slips_list(arena, keeper->ledger, &list, &slips->count);
    if (status != OK || !slips->count)
        return status;
    slips->list = list;
    slip_signature_make(arena, keeper->secrets->signing_key, keeper->device_id, slips);
    return OK;
}

enum status keeper_slip_bundle(struct keeper *keeper, uint64_t from_sequence,
                               const char *path, struct bundle *out_bundle)
{
    struct arena arena;
    struct bundle_slips slips = {0};
    arena_init(&arena, BUNDLE_ARENA_BYTES);
    enum status status = keeper->is_away ? OK : gather(&arena, keeper, &slips);
    if (status == OK)
        status = bundle_write(keeper->ledger, from_sequence, path, &slips, out_bundle);
    arena_done(&arena);
    return status;
}
