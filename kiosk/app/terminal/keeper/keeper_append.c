#include "app/terminal/keeper/keeper_append.h"

#include "app/common/software.h"

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
    software_hash(header->software_hash);
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

enum status keeper_append(struct keeper *keeper, enum header_type type,
                          struct moment moment, struct span payload,
                          unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct header header = {.type = type, .time_s = header_day(moment.unix_ms)};
    struct entry entry;
    struct span used_tag = {0};
    if (!keeper->has_session || (type == HEADER_RESULT) != (payload.count > 0))
        return fail(STATUS_REFUSED, "nothing of this kind can be sealed now");
    memcpy(header.record_id, keeper->session_id, sizeof header.record_id);
    if (type == HEADER_RESULT)
        used_tag = (struct span){(const char *)keeper->tag, sizeof keeper->tag};
    enum status status = entry_make(keeper, &header, payload, &entry);
    if (status == OK)
        status = ledger_append(keeper->ledger, &entry, used_tag);
    if (status == OK)
        memcpy(out_hash, entry.entry_hash, CHAIN_HASH_BYTES);
    return status;
}
