#include "chain/entry.h"

#include <string.h>

struct entry entry_from_header(const struct header *header, struct span payload)
{
    struct entry entry = {
        .epoch = header->epoch,
        .sequence = header->sequence,
        .type = (uint32_t)header->type,
        .payload = payload,
    };
    memcpy(entry.device_id, header->device_id, sizeof entry.device_id);
    memcpy(entry.record_id, header->record_id, sizeof entry.record_id);
    memcpy(entry.previous_hash, header->previous_hash, sizeof entry.previous_hash);
    header_write(header, entry.header);
    return entry;
}

enum status entry_check(const struct entry *entry)
{
    if (entry->epoch - 1 >= INT64_MAX || entry->sequence - 1 >= INT64_MAX)
        return fail(STATUS_BAD_INPUT, "an entry has an impossible place in its chain");
    if (entry->payload.count > ENTRY_MAX_PAYLOAD_BYTES)
        return fail(STATUS_TOO_LARGE, "an entry has more than %d bytes",
                    ENTRY_MAX_PAYLOAD_BYTES);
    return OK;
}
