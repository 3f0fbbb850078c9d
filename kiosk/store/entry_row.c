#include "store/entry_row.h"

#include "store/query.h"

void entry_row_write(const struct entry *entry, struct query *query)
{
    query_fixed(query, entry->device_id, sizeof entry->device_id);
    query_integer(query, (int64_t)entry->epoch);
    query_integer(query, (int64_t)entry->sequence);
    query_integer(query, entry->type);
    query_fixed(query, entry->record_id, sizeof entry->record_id);
    query_fixed(query, entry->previous_hash, sizeof entry->previous_hash);
    query_fixed(query, entry->entry_hash, sizeof entry->entry_hash);
    query_fixed(query, entry->header, sizeof entry->header);
    query_fixed(query, entry->signature, sizeof entry->signature);
    query_maybe_bytes(query, entry->payload);
}

enum status entry_row_read(struct query *query, int column, struct entry *out_entry)
{
    struct entry entry = {
        .epoch = (uint64_t)query_column_integer(query, column + 1),
        .sequence = (uint64_t)query_column_integer(query, column + 2),
        .type = (uint32_t)query_column_integer(query, column + 3),
        .payload = query_column_bytes(query, column + 9),
    };
    query_column_fixed(query, column, sizeof entry.device_id, entry.device_id);
    query_column_fixed(query, column + 4, sizeof entry.record_id, entry.record_id);
    query_column_fixed(query, column + 5, sizeof entry.previous_hash,
                       entry.previous_hash);
    query_column_fixed(query, column + 6, sizeof entry.entry_hash, entry.entry_hash);
    query_column_fixed(query, column + 7, sizeof entry.header, entry.header);
    query_column_fixed(query, column + 8, sizeof entry.signature, entry.signature);
    const enum status status = query_end(query);
    if (status == OK && entry.payload.count > ENTRY_MAX_PAYLOAD_BYTES)
        return fail(STATUS_DAMAGED, "read the %s %s: an entry is too large",
                    query->database->shape->thing, query->database->path);
    if (status == OK)
        *out_entry = entry;
    return status;
}

enum status entry_row_list(struct query *query, entry_row_on_entry *on_entry,
                           void *context)
{
    enum { ARRIVAL_COLUMN = 10 };
    enum status status = OK;
    while (status == OK && query_step(query)) {
        struct entry entry;
        const int64_t arrival = query_column_integer(query, ARRIVAL_COLUMN);
        status = entry_row_read(query, 0, &entry);
        if (status == OK)
            status = on_entry(context, &entry, arrival);
    }
    return status == OK ? query_end(query) : status;
}
