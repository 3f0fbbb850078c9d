/* archive_put inserts first and asks why only when nothing was inserted: one statement is one
 * step, so two desks may import at once, and the usual case costs one look.
 *
 * A payload can be missing for two reasons: the terminal dropped it before the bundle was made
 * (an older bundle may still bring it), or it was erased here (nothing may bring it back). The
 * column is_erased tells them apart: 0, or the day, or ARCHIVE_DAY_UNKNOWN, which is all that 0.1.0
 * wrote. */
#include "store/archive.h"

#include "base/clock.h"
#include "store/archive_file.h"
#include "store/desk/archive_shape.h"
#include "store/database.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_S = 24 * 3600 };

/* Archives of 0.1.0 have a table "note" as well, in which nothing was ever written. */
static const struct database_shape shape = {
    .thing = "archive",
    .application_id = 0x52734172, /* RsAr */
    .version = 1,
    .is_readable = true,
    .schema =
        "CREATE TABLE terminal (id BLOB NOT NULL, epoch INTEGER NOT NULL, label TEXT NOT NULL,"
        " public_key BLOB NOT NULL, PRIMARY KEY (id, epoch)) STRICT;"
        "CREATE TABLE entry (" ENTRY_ROW_TABLE
        ", arrival INTEGER PRIMARY KEY AUTOINCREMENT,"
        " is_erased INTEGER NOT NULL DEFAULT 0, UNIQUE (device_id, epoch, sequence)) STRICT;"
        "CREATE UNIQUE INDEX entry_result ON entry (record_id) WHERE type = 1;",
};

enum status archive_open(struct arena *arena, const char *path,
                         struct archive **out_archive)
{
    struct archive *archive = arena_new(arena, struct archive);
    enum status status = database_open(arena, path, &shape, &archive->database);
    if (status != OK)
        return status;
    status = archive_shape_check(archive->database);
    if (status == OK)
        *out_archive = archive;
    else
        database_close(archive->database);
    return status;
}

void archive_close(struct archive *archive)
{
    if (archive)
        database_close(archive->database);
}

const char *archive_refusal(const struct archive *archive)
{
    return archive->database->refusal;
}

bool is_archive_copy(const struct archive *archive)
{
    return archive_refusal(archive) &&
           archive->database->refusal_status != STATUS_NO_SPACE;
}

enum status archive_check(struct archive *archive)
{
    return database_check(archive->database);
}

/* Of what came into use later: each opening looks for what the file calls erased (ended_unsigned),
 * and each list of people for how many have no payload (archive_version), a few among thousands. An
 * archive without these is read from end to end. */
static const char few_indexes[] =
    "CREATE INDEX IF NOT EXISTS entry_erased ON entry (record_id) WHERE type = 1 AND "
    "is_erased;"
    "CREATE INDEX IF NOT EXISTS entry_bare ON entry (record_id) WHERE type = 1 AND "
    "payload IS NULL";

enum status archive_begin(struct archive *archive)
{
    enum status status = sqlite_begin(archive->database);
    if (status != OK)
        return status;
    status = sqlite_run(archive->database, "write to", few_indexes);
    return status == OK ? OK : sqlite_end(archive->database, status);
}

enum status archive_end(struct archive *archive, enum status status)
{
    return sqlite_end(archive->database, status);
}

void archive_certify_ended(struct archive *archive, const struct archive_ended *ended,
                           size_t count)
{
    archive->ended = ended;
    archive->ended_count = count;
}

static int by_id(const void *key, const void *member)
{
    const struct archive_ended *ended = member;
    return memcmp(key, ended->record_id, CHAIN_ID_BYTES);
}

const struct archive_ended *
archive_find_ended(const struct archive *archive,
                   const unsigned char record_id[CHAIN_ID_BYTES])
{
    return archive->ended_count ? bsearch(record_id, archive->ended, archive->ended_count,
                                          sizeof *archive->ended, by_id)
                                : NULL;
}

int64_t archive_day(int64_t unix_s)
{
    const int64_t day = unix_s - unix_s % DAY_S;
    return day > 0 ? day : ARCHIVE_DAY_UNKNOWN;
}

static enum status add_entry(struct archive *archive, const struct entry *entry,
                             bool *out_is_added)
{
    scoped_query query =
        query_of(archive->database, "write to",
                 "INSERT INTO entry (" ENTRY_ROW_COLUMNS ") VALUES (" ENTRY_ROW_VALUES
                 ") ON CONFLICT DO NOTHING");
    entry_row_write(entry, &query);
    const enum status status = query_run(&query);
    if (status == OK)
        *out_is_added = query_changed_count(&query) == 1;
    return status;
}

/* Reads the hash that stands at the place of `entry` in its chain; zeros when none does. */
static enum status hash_at_place(struct archive *archive, const struct entry *entry,
                                 unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char hash[CHAIN_HASH_BYTES] = {0};
    scoped_query query = query_of(archive->database, "read",
                                  "SELECT entry_hash FROM entry WHERE device_id = ? "
                                  "AND epoch = ? AND sequence = ?");
    query_fixed(&query, entry->device_id, sizeof entry->device_id);
    query_integer(&query, (int64_t)entry->epoch);
    query_integer(&query, (int64_t)entry->sequence);
    if (query_step(&query))
        query_column_fixed(&query, 0, sizeof hash, hash);
    const enum status status = query_end(&query);
    if (status == OK)
        memcpy(out_hash, hash, sizeof hash);
    return status;
}

/* What stands there and is another one has rotted: the entry that comes was verified. */
static enum status add_payload(struct archive *archive, const struct entry *entry)
{
    scoped_query query = query_of(archive->database, "write to",
                                  "UPDATE entry SET payload = ?1 WHERE entry_hash = ?2 "
                                  "AND payload IS NOT ?1 AND NOT is_erased");
    query_bytes(&query, entry->payload);
    query_fixed(&query, entry->entry_hash, sizeof entry->entry_hash);
    const enum status status = query_run(&query);
    if (status == OK && !query_changed_count(&query))
        return fail(STATUS_EXISTS, "entry %" PRIu64 " is already in the archive",
                    entry->sequence);
    return status;
}

static enum status has_entry(struct archive *archive, const struct entry *entry,
                             bool *out_is_there)
{
    scoped_query query =
        query_of(archive->database, "read", "SELECT 1 FROM entry WHERE entry_hash = ?");
    query_fixed(&query, entry->entry_hash, sizeof entry->entry_hash);
    *out_is_there = query_step(&query);
    return query_end(&query);
}

/* Finds out why nothing was added. One of another branch is filed elsewhere than its header
 * says. */
static enum status explain(struct archive *archive, const struct entry *entry)
{
    static const unsigned char none[CHAIN_HASH_BYTES];
    unsigned char hash[CHAIN_HASH_BYTES];
    bool is_there = false;
    enum status status = has_entry(archive, entry, &is_there);
    if (status == OK && is_there)
        memcpy(hash, entry->entry_hash, sizeof hash);
    else if (status == OK)
        status = hash_at_place(archive, entry, hash);
    if (status != OK)
        return status;
    if (memcmp(hash, none, sizeof none) == 0)
        return fail(STATUS_FORGED,
                    "entry %" PRIu64 " brings a record that came before under another "
                    "entry; keep the file and tell whoever runs the "
                    "terminal",
                    entry->sequence);
    if (memcmp(hash, entry->entry_hash, sizeof hash) != 0)
        return fail(STATUS_FORGED,
                    "entry %" PRIu64 " differs from the one that came before for its "
                    "place: the chain of this terminal has forked, as when its disk was "
                    "put back or two machines have its key; keep both files, enrol it "
                    "anew, then import again: both branches come home",
                    entry->sequence);
    if (entry->payload.count)
        return add_payload(archive, entry);
    return fail(STATUS_EXISTS, "entry %" PRIu64 " is already in the archive",
                entry->sequence);
}

/* The column tells terminals to erase theirs, too. */
static enum status mark_ended(struct archive *archive, const struct archive_ended *ended)
{
    scoped_query query =
        query_of(archive->database, "write to",
                 "UPDATE entry SET is_erased = ? WHERE type = 1 AND record_id = ?");
    query_integer(&query, archive_day(ended->day_s));
    query_fixed(&query, ended->record_id, sizeof ended->record_id);
    return query_run(&query);
}

enum status archive_put(struct archive *archive, const struct entry *entry)
{
    const struct archive_ended *ended =
        entry->type == HEADER_RESULT ? archive_find_ended(archive, entry->record_id)
                                     : NULL;
    struct entry kept = *entry;
    bool is_added = false;
    enum status status = entry_check(entry);
    if (ended && ended->is_erased)
        kept.payload = SPAN("");
    if (status == OK)
        status = add_entry(archive, &kept, &is_added);
    if (status == OK && is_added && ended && ended->is_erased)
        status = mark_ended(archive, ended);
    return status != OK || is_added ? status : explain(archive, &kept);
}

enum status archive_hash(struct archive *archive,
                         const unsigned char device_id[CHAIN_ID_BYTES], uint64_t epoch,
                         uint64_t sequence, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct entry place = {.epoch = epoch, .sequence = sequence};
    memcpy(place.device_id, device_id, sizeof place.device_id);
    return hash_at_place(archive, &place, out_hash);
}

enum status archive_put_fork(struct archive *archive, const struct entry *entry,
                             uint64_t epoch)
{
    struct entry filed = *entry;
    filed.epoch = epoch;
    return archive_put(archive, &filed);
}

enum status archive_fork(struct archive *archive,
                         const unsigned char device_id[CHAIN_ID_BYTES],
                         uint64_t *out_sequence)
{
    int64_t sequence;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT ifnull(min(sequence), 0) FROM (SELECT sequence FROM entry WHERE "
                 "device_id = ? GROUP BY sequence HAVING count(*) > 1)");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    const enum status status = query_number(&query, &sequence);
    if (status == OK)
        *out_sequence = (uint64_t)sequence;
    return status;
}

enum status archive_results_from(struct arena *arena, struct archive *archive,
                                 const unsigned char device_id[CHAIN_ID_BYTES],
                                 uint64_t sequence,
                                 unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                                 size_t *out_count)
{
    size_t count = 0;
    unsigned char(*ids)[CHAIN_ID_BYTES] =
        arena_alloc(arena, ARCHIVE_RESULTS_MAX * sizeof *ids);
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT record_id FROM entry WHERE type = 1 AND device_id = ? AND "
                 "sequence >= ? ORDER BY sequence, epoch");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)sequence);
    while (count < ARCHIVE_RESULTS_MAX && query_step(&query))
        query_column_fixed(&query, 0, CHAIN_ID_BYTES, ids[count++]);
    *out_record_ids = ids;
    *out_count = count;
    return query_end(&query);
}

static enum status no_record(const struct archive *archive)
{
    return fail(STATUS_NOT_FOUND, "there is no such record in the archive %s",
                archive->database->path);
}

enum status archive_get(struct arena *arena, struct archive *archive,
                        const unsigned char record_id[CHAIN_ID_BYTES],
                        struct entry *out_entry)
{
    scoped_query query = query_of(archive->database, "read",
                                  "SELECT " ENTRY_ROW_COLUMNS
                                  " FROM entry WHERE type = 1 AND record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    if (query_step(&query)) {
        struct entry entry;
        const enum status status = entry_row_read(&query, 0, &entry);
        if (status != OK)
            return status;
        entry.payload = archive_find_ended(archive, entry.record_id)
                            ? SPAN("")
                            : span_copy(arena, entry.payload);
        *out_entry = entry;
        return OK;
    }
    return query_end(&query) == OK ? no_record(archive) : query_end(&query);
}

enum status archive_count(struct archive *archive, size_t *out_count)
{
    int64_t count;
    scoped_query query =
        query_of(archive->database, "read", "SELECT count(*) FROM entry WHERE type = 1");
    const enum status status = query_number(&query, &count);
    if (status == OK)
        *out_count = (size_t)count;
    return status;
}

static bool is_of_form(const unsigned char bytes[HEADER_BYTES],
                       const unsigned char assessment_hash[CHAIN_HASH_BYTES])
{
    struct header header;
    return header_read((struct span){(const char *)bytes, HEADER_BYTES}, &header) == OK &&
           memcmp(header.assessment_hash, assessment_hash, CHAIN_HASH_BYTES) == 0;
}

enum status archive_has_form(struct archive *archive,
                             const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                             bool *out_is_there)
{
    bool is_there = false;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT header FROM entry WHERE type = 1 AND payload IS NOT NULL");
    while (!is_there && query_step(&query)) {
        unsigned char bytes[HEADER_BYTES] = {0};
        query_column_fixed(&query, 0, sizeof bytes, bytes);
        is_there = is_of_form(bytes, assessment_hash);
    }
    const enum status status = query_end(&query);
    if (status == OK)
        *out_is_there = is_there;
    return status;
}

struct listing {
    struct archive *archive;
    entry_row_on_entry *on_entry;
    void *context;
};

static enum status on_listed(void *context, const struct entry *entry, int64_t arrival)
{
    const struct listing *listing = context;
    struct entry given = *entry;
    if (archive_find_ended(listing->archive, entry->record_id))
        given.payload = SPAN("");
    return listing->on_entry(listing->context, &given, arrival);
}

enum status archive_list(struct archive *archive, entry_row_on_entry *on_entry,
                         void *context)
{
    struct listing listing = {archive, on_entry, context};
    scoped_query query = archive_file_results(archive);
    return entry_row_list(&query, on_listed, &listing);
}

static enum status on_chained(void *context, const struct entry *entry, int64_t arrival)
{
    const struct listing *listing = context;
    struct entry given;
    scoped_query query =
        query_of(listing->archive->database, "read",
                 "SELECT " ENTRY_ROW_COLUMNS " FROM entry WHERE arrival = ?");
    (void)entry;
    query_integer(&query, arrival);
    if (!query_step(&query))
        return query_end(&query) == OK
                   ? fail(STATUS_DAMAGED, "read the archive: an entry went meanwhile")
                   : query_end(&query);
    const enum status status = entry_row_read(&query, 0, &given);
    return status == OK ? listing->on_entry(listing->context, &given, arrival) : status;
}

/* Entries are sorted without their payloads, and those are read one by one afterwards: what is
 * sorted lies in memory, and the payloads of a large archive are a gigabyte. */
enum status archive_list_chain(struct archive *archive,
                               const unsigned char device_id[CHAIN_ID_BYTES],
                               bool has_payloads, entry_row_on_entry *on_entry,
                               void *context)
{
    struct listing listing = {archive, on_entry, context};
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT " ENTRY_ROW_FACTS ", NULL, arrival FROM entry WHERE "
                 "device_id = ? ORDER BY sequence, epoch");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    return has_payloads ? entry_row_list(&query, on_chained, &listing)
                        : entry_row_list(&query, on_entry, context);
}

enum status archive_erase(struct archive *archive,
                          const unsigned char record_id[CHAIN_ID_BYTES],
                          int64_t now_unix_s)
{
    bool is_there = false;
    const enum status status =
        archive_file_remove(archive, record_id, archive_day(now_unix_s), &is_there);
    if (status == OK && !is_there)
        return no_record(archive);
    return status == OK ? database_sweep(archive->database) : status;
}

enum status archive_erased_day(struct archive *archive,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               int64_t *out_unix_s)
{
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT is_erased FROM entry WHERE type = 1 AND record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    if (query_step(&query)) {
        const struct archive_ended *ended = archive_find_ended(archive, record_id);
        const int64_t day_s = query_column_integer(&query, 0);
        *out_unix_s = day_s || !ended ? day_s : archive_day(ended->day_s);
        return OK;
    }
    return query_end(&query) == OK ? no_record(archive) : query_end(&query);
}

struct span archive_day_words(struct arena *arena, int64_t unix_s)
{
    if (unix_s == ARCHIVE_DAY_UNKNOWN)
        return SPAN("");
    return span_format(arena, " on %.*s", SPAN_ARGS(clock_date(arena, unix_s * 1000)));
}

#define ERASED_ROWS                                                                      \
    "FROM (SELECT record_id FROM entry WHERE type = 1 AND is_erased AND device_id = ? "  \
    "ORDER BY arrival DESC LIMIT ?)"

static enum status erased_count(struct archive *archive,
                                const unsigned char device_id[CHAIN_ID_BYTES],
                                size_t most, size_t *out_count)
{
    scoped_query query =
        query_of(archive->database, "read", "SELECT count(*) " ERASED_ROWS);
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)most);
    if (query_step(&query))
        *out_count = (size_t)query_column_integer(&query, 0);
    return query_end(&query);
}

enum status archive_erased(struct arena *arena, struct archive *archive,
                           const unsigned char device_id[CHAIN_ID_BYTES], size_t most,
                           unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                           size_t *out_count)
{
    size_t count = 0, room = 0;
    enum status status = erased_count(archive, device_id, most, &room);
    if (status != OK)
        return status;
    unsigned char(*ids)[CHAIN_ID_BYTES] = arena_alloc(arena, (room + 1) * sizeof *ids);
    scoped_query query = query_of(archive->database, "read",
                                  "SELECT record_id " ERASED_ROWS " ORDER BY record_id");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)room);
    while (count < room && query_step(&query))
        query_column_fixed(&query, 0, CHAIN_ID_BYTES, ids[count++]);
    status = query_end(&query);
    if (status == OK) {
        *out_record_ids = ids;
        *out_count = count;
    }
    return status;
}
