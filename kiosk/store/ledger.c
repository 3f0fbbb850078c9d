/* The sequence is the rowid, so "no gap, no double" is a property of the table, and the head is
 * its last row: there is no second place that could say otherwise after a crash. */
#include "store/ledger.h"

#include "base/must.h"
#include "store/database.h"
#include "store/terminal/ledger_file.h"
#include "store/query.h"
#include "store/sqlite_memory.h"

#include <inttypes.h>
#include <string.h>

/* Layout 1 kept the tags of used codes as they stand in the configuration: marks.h. */
static const char *const upgrades[] = {
    "CREATE TABLE mark (mark BLOB PRIMARY KEY) STRICT, WITHOUT ROWID; INSERT INTO mark SELECT "
    "tag FROM used; DROP TABLE used; INSERT INTO identity VALUES ('" LEDGER_BARE_MARKS
    "', x'')",
    NULL,
};

static const struct database_shape shape = {
    .thing = "ledger",
    .application_id = 0x52734C65, /* RsLe */
    .version = 2,
    .schema =
        "CREATE TABLE entry (" ENTRY_ROW_TABLE ", PRIMARY KEY (sequence)) STRICT;CREATE "
        "UNIQUE INDEX entry_result ON entry "
        "(record_id) WHERE type = 1;CREATE TABLE "
        "mark (mark BLOB PRIMARY KEY) STRICT, WITHOUT "
        "ROWID;CREATE TABLE identity (name TEXT "
        "PRIMARY KEY, sealed BLOB NOT NULL) STRICT;",
    .upgrades = upgrades,
    .cache_pages = SQLITE_MEMORY_PAGES * 3 / 8,
};

enum status ledger_open(struct arena *arena, const char *path, struct ledger **out_ledger)
{
    const enum status guarded = sqlite_memory_guard();
    if (guarded != OK)
        return guarded;
    struct ledger *ledger = arena_new(arena, struct ledger);
    const enum status status = database_open(arena, path, &shape, &ledger->database);
    if (status == OK)
        *out_ledger = ledger;
    return status;
}

void ledger_close(struct ledger *ledger)
{
    if (ledger)
        database_close(ledger->database);
}

enum status ledger_check(struct ledger *ledger)
{
    int64_t missing_count;
    enum status status = database_check(ledger->database);
    if (status != OK)
        return status;
    scoped_query query =
        query_of(ledger->database, "check",
                 "SELECT ifnull(max(sequence), 0) - count(*) FROM entry");
    status = query_number(&query, &missing_count);
    if (status == OK && missing_count)
        return fail(STATUS_DAMAGED,
                    "check the ledger %s: %" PRId64 " entries are missing",
                    ledger->database->path, missing_count);
    return status;
}

enum status ledger_head(struct ledger *ledger, struct ledger_head *out_head)
{
    struct ledger_head head = {0};
    scoped_query query = query_of(ledger->database, "read",
                                  "SELECT epoch, sequence, entry_hash FROM entry ORDER "
                                  "BY sequence DESC LIMIT 1");
    if (query_step(&query)) {
        head.epoch = (uint64_t)query_column_integer(&query, 0);
        head.sequence = (uint64_t)query_column_integer(&query, 1);
        query_column_fixed(&query, 2, sizeof head.entry_hash, head.entry_hash);
    }
    const enum status status = query_end(&query);
    if (status == OK)
        *out_head = head;
    return status;
}

static enum status has_record(struct ledger *ledger, const unsigned char *record_id,
                              bool *out_is_there)
{
    scoped_query query = query_of(ledger->database, "read",
                                  "SELECT 1 FROM entry WHERE type = 1 AND record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    return query_has_row(&query, out_is_there);
}

enum status ledger_record_hash(struct ledger *ledger,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               unsigned char out_hash[CHAIN_HASH_BYTES])
{
    scoped_query query =
        query_of(ledger->database, "read",
                 "SELECT entry_hash FROM entry WHERE type = 1 AND record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    if (query_step(&query)) {
        query_column_fixed(&query, 0, CHAIN_HASH_BYTES, out_hash);
        return query_end(&query);
    }
    return query_end(&query) == OK
               ? fail(STATUS_NOT_FOUND, "there is no such result in the ledger %s",
                      ledger->database->path)
               : query_end(&query);
}

enum status ledger_cut_log(struct ledger *ledger)
{
    return sqlite_cut_log(ledger->database);
}

static enum status check_follows(struct ledger *ledger, const struct entry *entry)
{
    struct ledger_head head;
    const enum status status = ledger_head(ledger, &head);
    if (status != OK)
        return status;
    if (entry->sequence != head.sequence + 1 || entry->epoch < head.epoch ||
        memcmp(entry->previous_hash, head.entry_hash, sizeof head.entry_hash) != 0)
        return fail(STATUS_REFUSED,
                    "append to the ledger %s: entry %" PRIu64
                    " does not continue entry %" PRIu64,
                    ledger->database->path, entry->sequence, head.sequence);
    return OK;
}

static enum status check_is_new(struct ledger *ledger, const struct entry *entry)
{
    bool is_there = false;
    if (entry->type != HEADER_RESULT)
        return OK;
    const enum status status = has_record(ledger, entry->record_id, &is_there);
    if (status == OK && is_there)
        return fail(STATUS_EXISTS,
                    "append to the ledger %s: this record is already there",
                    ledger->database->path);
    return status;
}

static enum status add(struct ledger *ledger, const struct entry *entry)
{
    scoped_query query = query_of(ledger->database, "append to",
                                  "INSERT INTO entry (" ENTRY_ROW_COLUMNS
                                  ") VALUES (" ENTRY_ROW_VALUES ")");
    entry_row_write(entry, &query);
    return query_run(&query);
}

/* A record that is there already is told first: it is what a repeated finish looks like. */
static enum status append(struct ledger *ledger, const struct entry *entry)
{
    enum status status = check_is_new(ledger, entry);
    if (status == OK)
        status = check_follows(ledger, entry);
    if (status == OK)
        status = add(ledger, entry);
    return status;
}

enum status ledger_append(struct ledger *ledger, const struct entry *entry)
{
    enum status status = entry_check(entry);
    if (status == OK)
        status = sqlite_begin(ledger->database);
    if (status != OK)
        return status;
    return sqlite_end(ledger->database, append(ledger, entry));
}

static int64_t place(uint64_t sequence)
{
    return sequence > INT64_MAX ? INT64_MAX : (int64_t)sequence;
}

enum status ledger_list(struct ledger *ledger, uint64_t from_sequence,
                        entry_row_on_entry *on_entry, void *context)
{
    scoped_query query = query_of(ledger->database, "read",
                                  "SELECT " ENTRY_ROW_COLUMNS
                                  ", 0 FROM entry WHERE sequence >= ? ORDER BY sequence");
    query_integer(&query, place(from_sequence));
    return entry_row_list(&query, on_entry, context);
}

enum status ledger_get(struct arena *arena, struct ledger *ledger, uint64_t sequence,
                       struct entry *out_entry)
{
    struct entry entry;
    scoped_query query =
        query_of(ledger->database, "read",
                 "SELECT " ENTRY_ROW_COLUMNS " FROM entry WHERE sequence = ?");
    query_integer(&query, place(sequence));
    if (query_step(&query)) {
        const enum status status = entry_row_read(&query, 0, &entry);
        if (status != OK)
            return status;
        entry.payload = span_copy(arena, entry.payload);
        *out_entry = entry;
        return OK;
    }
    if (query_end(&query) != OK)
        return query_end(&query);
    return fail(STATUS_NOT_FOUND, "there is no entry %" PRIu64 " in the ledger %s",
                sequence, ledger->database->path);
}

static enum status erase_one(struct ledger *ledger,
                             const unsigned char record_id[CHAIN_ID_BYTES],
                             size_t *erased_count)
{
    scoped_query query = query_of(ledger->database, "erase in",
                                  "UPDATE entry SET payload = NULL WHERE type = 1 AND "
                                  "record_id = ? AND payload IS NOT NULL");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    const enum status status = query_run(&query);
    *erased_count += query_changed_count(&query);
    return status;
}

/* What was erased has left its traces: noted with the erasing, so that a power cut before the sweep
 * does not leave them there. */
static enum status unswept_note(struct ledger *ledger)
{
    scoped_query query =
        query_of(ledger->database, "erase in",
                 "INSERT OR IGNORE INTO identity VALUES ('unswept', x'')");
    return query_run(&query);
}

/* The file is written anew only when something was erased: it holds thousands of results. */
static enum status unswept_sweep(struct ledger *ledger)
{
    int64_t count;
    enum status status;
    {
        scoped_query query =
            query_of(ledger->database, "read",
                     "SELECT count(*) FROM identity WHERE name = 'unswept'");
        status = query_number(&query, &count);
    }
    if (status != OK || !count)
        return status;
    status = database_sweep(ledger->database);
    if (status != OK)
        return status;
    scoped_query query = query_of(ledger->database, "erase in",
                                  "DELETE FROM identity WHERE name = 'unswept'");
    return query_run(&query);
}

enum status ledger_erase(struct ledger *ledger,
                         const unsigned char (*record_ids)[CHAIN_ID_BYTES], size_t count)
{
    size_t erased_count = 0;
    enum status status = sqlite_begin(ledger->database);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count && status == OK; i++)
        status = erase_one(ledger, record_ids[i], &erased_count);
    if (status == OK && erased_count)
        status = unswept_note(ledger);
    status = sqlite_end(ledger->database, status);
    return status == OK ? unswept_sweep(ledger) : status;
}

static enum status range_drop(struct ledger *ledger, uint64_t from, uint64_t to,
                              size_t *dropped_count)
{
    if (from > to)
        return OK;
    scoped_query query =
        query_of(ledger->database, "erase in",
                 "UPDATE entry SET payload = NULL WHERE sequence BETWEEN "
                 "? AND ? AND payload IS NOT NULL");
    query_integer(&query, place(from));
    query_integer(&query, place(to));
    const enum status status = query_run(&query);
    *dropped_count += query_changed_count(&query);
    return status;
}

static enum status ranges_drop(struct ledger *ledger, uint64_t to_sequence,
                               const uint64_t *kept, size_t kept_count,
                               size_t *dropped_count)
{
    uint64_t from = 1;
    enum status status = OK;
    for (size_t i = 0; i < kept_count && kept[i] <= to_sequence && status == OK; i++) {
        status = range_drop(ledger, from, kept[i] - 1, dropped_count);
        from = kept[i] + 1;
    }
    if (status == OK)
        status = range_drop(ledger, from, to_sequence, dropped_count);
    return status == OK && *dropped_count ? unswept_note(ledger) : status;
}

/* Writing zeros over a gigabyte that the sweep gives back to the disk would be in vain. */
static enum status zeros_set(struct ledger *ledger, bool is_on)
{
    return sqlite_run(ledger->database, "write to",
                      is_on ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF");
}

enum status ledger_drop(struct ledger *ledger, uint64_t to_sequence, const uint64_t *kept,
                        size_t kept_count, size_t *out_dropped_count)
{
    size_t dropped_count = 0;
    enum status status = zeros_set(ledger, false);
    if (status == OK)
        status = sqlite_begin(ledger->database);
    if (status == OK)
        status = sqlite_end(ledger->database, ranges_drop(ledger, to_sequence, kept,
                                                          kept_count, &dropped_count));
    const enum status set = zeros_set(ledger, true);
    if (status == OK)
        status = set == OK ? unswept_sweep(ledger) : set;
    if (status == OK)
        *out_dropped_count = dropped_count;
    return status;
}

/* A piece is replaced where it stands, and secure_delete leaves none of the old one; the file,
 * which holds thousands of results, is not written anew for that. */
enum status ledger_put_identity(struct ledger *ledger, const char *name,
                                struct span sealed)
{
    enum status status;
    if (sealed.count > LEDGER_MAX_IDENTITY_BYTES)
        return fail(STATUS_TOO_LARGE,
                    "write to the ledger %s: %s is larger than %d bytes",
                    ledger->database->path, name, LEDGER_MAX_IDENTITY_BYTES);
    {
        scoped_query query =
            query_of(ledger->database, "write to",
                     "INSERT INTO identity VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
                     "SET sealed = excluded.sealed");
        query_text(&query, span_of(name));
        query_bytes(&query, sealed);
        status = query_run(&query);
    }
    return status == OK ? sqlite_cut_log(ledger->database) : status;
}

enum status ledger_get_identity(struct arena *arena, struct ledger *ledger,
                                const char *name, struct span *out_sealed)
{
    scoped_query query =
        query_of(ledger->database, "read", "SELECT sealed FROM identity WHERE name = ?");
    query_text(&query, span_of(name));
    if (query_step(&query)) {
        *out_sealed = span_copy(arena, query_column_bytes(&query, 0));
        return OK;
    }
    if (query_end(&query) != OK)
        return query_end(&query);
    return fail(STATUS_NOT_FOUND, "there is no %s in the ledger %s", name,
                ledger->database->path);
}
