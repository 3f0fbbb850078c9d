#include "app/terminal/keeper/keeper_append.h"

#include "app/terminal/keeper/keeper_marks.h"
#include "chain/clock_step.h"

#include <string.h>

void keeper_append_facts(const struct config *config,
                         const unsigned char device_id[CHAIN_ID_BYTES],
                         struct header *header)
{
    memcpy(header->device_id, device_id, sizeof header->device_id);
    header->epoch = (uint64_t)config->terminal->epoch;
    memcpy(header->assessment_hash, config->assessment_hash,
           sizeof header->assessment_hash);
    memcpy(header->keyset_hash, config->keyset_hash, sizeof header->keyset_hash);
}

/* As the desk will: nobody gets a receipt for what it would not take. The desk knows the key of the
 * configuration. */
static enum status verify(const struct keeper *keeper, const struct entry *entry)
{
    struct header header;
    enum status status = envelope_verify(keeper->config->terminal->device_key,
                                         entry->header, entry->signature);
    if (status == OK)
        status = header_read((struct span){(const char *)entry->header, HEADER_BYTES},
                             &header);
    if (status == OK && entry->payload.count)
        status = envelope_check(&header, entry->payload);
    return status == OK
               ? OK
               : fail(STATUS_DAMAGED,
                      "%s/ledger.db: what this terminal has just sealed does not "
                      "verify; nothing was written",
                      keeper->folders.data);
}

/* Fills in what the chain decides, covers `payload` and signs. */
static enum status entry_make(struct keeper *keeper, struct header *header,
                              struct span payload, struct entry *out_entry)
{
    struct ledger_head head;
    const enum status status = ledger_head(keeper->ledger, &head);
    if (status != OK)
        return status;
    keeper_append_facts(keeper->config, keeper->device_id, header);
    header->sequence = head.sequence + 1;
    memcpy(header->previous_hash, head.entry_hash, sizeof header->previous_hash);
    envelope_cover(payload, header);
    *out_entry = entry_from_header(header, payload);
    envelope_hash(out_entry->header, out_entry->entry_hash);
    envelope_sign(keeper->secrets->signing_key, out_entry->header, out_entry->signature);
    return verify(keeper, out_entry);
}

static enum status entry_append(struct keeper *keeper, struct header *header,
                                struct span payload,
                                unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct entry entry;
    enum status status = entry_make(keeper, header, payload, &entry);
    if (status == OK)
        status = ledger_append(keeper->ledger, &entry);
    if (status == OK)
        memcpy(out_hash, entry.entry_hash, CHAIN_HASH_BYTES);
    return status;
}

/* One result for a code, whatever whoever shows the screens asks for. That it is sealed already is
 * no failure: the power, or this process, may have gone before its code was marked. */
static enum status result_append(struct keeper *keeper, struct header *header,
                                 struct span payload,
                                 unsigned char out_hash[CHAIN_HASH_BYTES])
{
    bool is_used = false;
    enum status status = ledger_record_hash(keeper->ledger, keeper->session_id, out_hash);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = keeper_marks_find(keeper, keeper->tag, &is_used);
    if (status == OK && is_used)
        status = fail(STATUS_USED_CODE, "this code was used here before");
    return status == OK ? entry_append(keeper, header, payload, out_hash) : status;
}

enum status keeper_append(struct keeper *keeper, enum header_type type,
                          struct moment moment,
                          const unsigned char software[CHAIN_HASH_BYTES],
                          struct span payload, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct header header = {.type = type, .time_s = header_day(moment.unix_ms)};
    memcpy(header.software_hash, software, sizeof header.software_hash);
    if (!keeper->has_session || (type == HEADER_RESULT) != (payload.count > 0))
        return fail(STATUS_REFUSED, "nothing of this kind can be sealed now");
    memcpy(header.record_id, keeper->session_id, sizeof header.record_id);
    if (type !=
        HEADER_RESULT) /* a sitting begins with what the desk has to be told again */
        return entry_append(keeper, &header,
                            type == HEADER_START ? keeper->config->anchor : SPAN(""),
                            out_hash);
    const enum status status = result_append(keeper, &header, payload, out_hash);
    if (status != OK)
        return status;
    /* The result is safe. What cannot be marked now is so before its draft goes. */
    const enum status marked = keeper_marks_keep(keeper);
    (void)marked;
    return OK;
}

enum status keeper_append_clock(struct keeper *keeper, int64_t unix_s, int64_t step_s)
{
    struct header header = {.type = HEADER_EVENT, .time_s = header_day(unix_s * 1000)};
    unsigned char hash[CHAIN_HASH_BYTES];
    if (!keeper->config)
        return OK;
    const struct arena_mark mark = arena_mark(&keeper->arena);
    seal_random(header.record_id, sizeof header.record_id);
    const enum status status =
        entry_append(keeper, &header, clock_step_write(&keeper->arena, step_s), hash);
    arena_release(&keeper->arena, mark);
    return status;
}
