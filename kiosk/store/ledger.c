/* The sequence is the rowid, so "no gap, no double" is a property of the table, and the head is
 * its last row: there is no second place that could say otherwise after a crash. */
#include "store/ledger.h"

#include "base/must.h"
#include "store/database.h"
#include "store/terminal/gaps.h"
#include "store/terminal/ledger_file.h"
#include "store/query.h"
#include "store/sqlite_memory.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

enum { ANEW_BELOW_BYTES = 16 * 1024 * 1024 };

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

typedef enum status opening(struct arena *arena, const char *path,
                            const struct database_shape *shape,
                            struct database **out_database);

static enum status open_by(opening *open, struct arena *arena, const char *path,
                           struct ledger **out_ledger)
{
    const enum status guarded = sqlite_memory_guard();
    if (guarded != OK)
        return guarded;
    struct ledger *ledger = arena_new(arena, struct ledger);
    const enum status status = open(arena, path, &shape, &ledger->database);
    if (status == OK)
        *out_ledger = ledger;
    return status;
}

enum status ledger_open(struct arena *arena, const char *path, struct ledger **out_ledger)
{
    return open_by(database_open, arena, path, out_ledger);
}

enum status ledger_look(struct arena *arena, const char *path, struct ledger **out_ledger)
{
    return open_by(database_look, arena, path, out_ledger);
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

/* What was erased has left its traces: noted with the erasing, so that a power cut before the
 * sweep does not leave them there. The file holds thousands of results. It is written anew when
 * most of them went, which takes less than erasing them took and gives their room back; else
 * only the places where they stood are, and what is sealed next takes their room. */
#define UNSWEPT "unswept"               /* the file is to be written anew */
#define UNSWEPT_PLACES "unswept-places" /* the gaps in it are to be cleared */

static enum status unswept_note(struct ledger *ledger, bool is_most)
{
    scoped_query query = query_of(
        ledger->database, "erase in",
        is_most ? "INSERT OR IGNORE INTO identity VALUES ('" UNSWEPT "', x'')"
                : "INSERT OR IGNORE INTO identity VALUES ('" UNSWEPT_PLACES "', x'')");
    return query_run(&query);
}

static enum status unswept_count(struct ledger *ledger, const char *name,
                                 int64_t *out_count)
{
    scoped_query query = query_of(ledger->database, "read",
                                  "SELECT count(*) FROM identity WHERE name = ?");
    query_text(&query, span_of(name));
    return query_number(&query, out_count);
}

static enum status unswept_sweep(struct ledger *ledger)
{
    int64_t anew, places;
    enum status status = unswept_count(ledger, UNSWEPT, &anew);
    if (status == OK)
        status = unswept_count(ledger, UNSWEPT_PLACES, &places);
    if (status != OK || (!anew && !places))
        return status;
    status = anew ? database_sweep(ledger->database) : gaps_clear(ledger->database);
    if (status != OK)
        return status;
    scoped_query query = query_of(ledger->database, "erase in",
                                  "DELETE FROM identity WHERE name IN ('" UNSWEPT
                                  "', '" UNSWEPT_PLACES "')");
    return query_run(&query);
}

static enum status payload_count(struct ledger *ledger, uint64_t to_sequence,
                                 size_t *out_count)
{
    int64_t count;
    scoped_query query = query_of(
        ledger->database, "read",
        "SELECT count(*) FROM entry WHERE payload IS NOT NULL AND sequence <= ?");
    query_integer(&query, place(to_sequence));
    const enum status status = query_number(&query, &count);
    if (status == OK)
        *out_count = (size_t)count;
    return status;
}

/* A small file is quickly written anew in any case, and takes no more room than it needs. */
static bool is_most(const struct ledger *ledger, size_t going_count, size_t staying_count)
{
    struct stat about;
    return going_count > staying_count || stat(ledger->database->path, &about) != 0 ||
           about.st_size < ANEW_BELOW_BYTES;
}

static enum status all_erase(struct ledger *ledger,
                             const unsigned char (*record_ids)[CHAIN_ID_BYTES],
                             size_t count)
{
    size_t erased_count = 0, staying_count = 0;
    enum status status = OK;
    for (size_t i = 0; i < count && status == OK; i++)
        status = erase_one(ledger, record_ids[i], &erased_count);
    if (status != OK || !erased_count)
        return status;
    status = payload_count(ledger, UINT64_MAX, &staying_count);
    return status == OK
               ? unswept_note(ledger, is_most(ledger, erased_count, staying_count))
               : status;
}

enum status ledger_erase(struct ledger *ledger,
                         const unsigned char (*record_ids)[CHAIN_ID_BYTES], size_t count)
{
    enum status status = sqlite_begin(ledger->database);
    if (status == OK)
        status = sqlite_end(ledger->database, all_erase(ledger, record_ids, count));
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
    return status == OK ? range_drop(ledger, from, to_sequence, dropped_count) : status;
}

/* What is kept may be gone already: then a few less go than was thought. */
static enum status is_most_dropped(struct ledger *ledger, uint64_t to_sequence,
                                   size_t kept_count, bool *out_is_most)
{
    size_t all_count = 0, to_count = 0;
    enum status status = payload_count(ledger, UINT64_MAX, &all_count);
    if (status == OK)
        status = payload_count(ledger, to_sequence, &to_count);
    const size_t going_count = to_count > kept_count ? to_count - kept_count : 0;
    if (status == OK)
        *out_is_most = is_most(ledger, going_count, all_count - going_count);
    return status;
}

static enum status zeros_set(struct ledger *ledger, bool is_on)
{
    return sqlite_run(ledger->database, "write to",
                      is_on ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF");
}

static enum status all_drop(struct ledger *ledger, uint64_t to_sequence,
                            const uint64_t *kept, size_t kept_count, bool is_anew,
                            size_t *dropped_count)
{
    enum status status = sqlite_begin(ledger->database);
    if (status != OK)
        return status;
    status = ranges_drop(ledger, to_sequence, kept, kept_count, dropped_count);
    if (status == OK && *dropped_count)
        status = unswept_note(ledger, is_anew);
    return sqlite_end(ledger->database, status);
}

/* Writing zeros over a gigabyte that the sweep gives back to the disk would be in vain. */
enum status ledger_drop(struct ledger *ledger, uint64_t to_sequence, const uint64_t *kept,
                        size_t kept_count, size_t *out_dropped_count)
{
    size_t dropped_count = 0;
    bool is_anew = false;
    enum status status = is_most_dropped(ledger, to_sequence, kept_count, &is_anew);
    if (status == OK)
        status = zeros_set(ledger, !is_anew);
    if (status == OK)
        status = all_drop(ledger, to_sequence, kept, kept_count, is_anew, &dropped_count);
    const enum status set = zeros_set(ledger, true);
    if (status == OK)
        status = set == OK ? unswept_sweep(ledger) : set;
    if (status == OK)
        *out_dropped_count = dropped_count;
    return status;
}

/* A piece is replaced where it stands, and secure_delete leaves none of the old one; the file,
 * which holds thousands of results, is not written anew for that. */
static enum status piece_put(struct ledger *ledger, const char *name, struct span sealed)
{
    if (sealed.count > LEDGER_MAX_IDENTITY_BYTES)
        return fail(STATUS_TOO_LARGE,
                    "write to the ledger %s: %s is larger than %d bytes",
                    ledger->database->path, name, LEDGER_MAX_IDENTITY_BYTES);
    scoped_query query =
        query_of(ledger->database, "write to",
                 "INSERT INTO identity VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
                 "SET sealed = excluded.sealed");
    query_text(&query, span_of(name));
    query_bytes(&query, sealed);
    return query_run(&query);
}

enum status ledger_put_identity(struct ledger *ledger, const char *name,
                                struct span sealed)
{
    const enum status status = piece_put(ledger, name, sealed);
    return status == OK ? sqlite_cut_log(ledger->database) : status;
}

static enum status piece_remove(struct ledger *ledger, const char *name)
{
    scoped_query query =
        query_of(ledger->database, "erase in", "DELETE FROM identity WHERE name = ?");
    query_text(&query, span_of(name));
    return query_run(&query);
}

enum status ledger_seal_identity(struct ledger *ledger, const char *name,
                                 const char *sealed_name, struct span sealed)
{
    enum status status = sqlite_begin(ledger->database);
    if (status != OK)
        return status;
    status = piece_put(ledger, sealed_name, sealed);
    if (status == OK)
        status = piece_remove(ledger, name);
    if (status == OK)
        status = unswept_note(ledger, false);
    status = sqlite_end(ledger->database, status);
    return status == OK ? unswept_sweep(ledger) : status;
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
