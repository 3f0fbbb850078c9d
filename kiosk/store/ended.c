/* What is restricted lies in a table of its own, which files of before do not have until the first:
 * for every other reader, an earlier version of the program too, it is a result that was erased. */
#include "store/ended.h"

#include "store/archive_file.h"
#include "store/database.h"

#include <string.h>

static const char table[] =
    "CREATE TABLE IF NOT EXISTS restricted (record_id BLOB PRIMARY "
    "KEY, payload BLOB NOT NULL) STRICT";

/* Of what came into use later, too. */
static const char hash_table[] =
    "CREATE TABLE IF NOT EXISTS restricted_hash (record_id BLOB PRIMARY KEY, content BLOB "
    "NOT NULL, payload BLOB NOT NULL) STRICT";

static enum status has_row(struct archive *archive, const char *sql,
                           const unsigned char record_id[CHAIN_ID_BYTES], bool *is_there)
{
    scoped_query query = query_of(archive->database, "read", sql);
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    *is_there = *is_there || query_step(&query);
    return query_end(&query);
}

static enum status has_table(struct archive *archive, bool *out_is_there)
{
    return archive_file_has_table(archive, "restricted", out_is_there);
}

static const char of_entry[] =
    "SELECT 1 FROM entry WHERE type = 1 AND record_id = ? AND payload IS NOT NULL";
static const char of_wrapped[] = "SELECT 1 FROM restricted WHERE record_id = ?";

enum status ended_is_there(struct archive *archive,
                           const unsigned char record_id[CHAIN_ID_BYTES],
                           bool *out_is_there)
{
    bool has_wrapped = false, is_there = false;
    enum status status = has_row(archive, of_entry, record_id, &is_there);
    if (status == OK)
        status = has_table(archive, &has_wrapped);
    if (status == OK && has_wrapped)
        status = has_row(archive, of_wrapped, record_id, &is_there);
    if (status == OK)
        *out_is_there = is_there;
    return status;
}

/* What is restricted stands in its table, where it belongs. */
static enum status is_returned(struct archive *archive, const struct archive_ended *ended,
                               bool has_wrapped, bool *out_is_there)
{
    *out_is_there = false;
    enum status status = has_row(archive, of_entry, ended->record_id, out_is_there);
    if (status == OK && has_wrapped && ended->is_erased)
        status = has_row(archive, of_wrapped, ended->record_id, out_is_there);
    return status;
}

enum status ended_returned(struct arena *arena, struct archive *archive,
                           unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                           size_t *out_count)
{
    size_t count = 0;
    bool has_wrapped = false, is_there = false;
    unsigned char(*ids)[CHAIN_ID_BYTES] =
        arena_alloc(arena, (archive->ended_count + 1) * sizeof *ids);
    enum status status = has_table(archive, &has_wrapped);
    for (size_t i = 0; i < archive->ended_count && status == OK; i++) {
        status = is_returned(archive, &archive->ended[i], has_wrapped, &is_there);
        if (is_there)
            memcpy(ids[count++], archive->ended[i].record_id, sizeof *ids);
    }
    *out_record_ids = ids;
    *out_count = count;
    return status;
}

/* Whether a payload is there stands before it, so that it need not be read. */
static struct query unsigned_query(struct archive *archive, bool is_thorough)
{
    return query_of(archive->database, "read",
                    is_thorough
                        ? "SELECT record_id FROM entry WHERE type = 1 AND is_erased"
                        : "SELECT record_id FROM entry WHERE type = 1 AND payload "
                          "IS NULL AND is_erased");
}

enum status ended_unsigned(struct arena *arena, struct archive *archive, bool is_thorough,
                           unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                           size_t *out_count)
{
    unsigned char(*ids)[CHAIN_ID_BYTES] = NULL, id[CHAIN_ID_BYTES];
    size_t count = 0, room = 0;
    scoped_query query = unsigned_query(archive, is_thorough);
    while (query_step(&query)) {
        query_column_fixed(&query, 0, sizeof id, id);
        if (archive_find_ended(archive, id))
            continue;
        if (count == room) {
            unsigned char(*more)[CHAIN_ID_BYTES] =
                arena_alloc(arena, (room = 2 * room + 16) * sizeof *ids);
            if (count)
                memcpy(more, ids, count * sizeof *ids);
            ids = more;
        }
        memcpy(ids[count++], id, sizeof id);
    }
    *out_record_ids = ids;
    *out_count = count;
    return query_end(&query);
}

static enum status row_remove(struct archive *archive, const char *sql,
                              const unsigned char record_id[CHAIN_ID_BYTES])
{
    scoped_query query = query_of(archive->database, "erase in", sql);
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    return query_run(&query);
}

static enum status wrapped_remove(struct archive *archive,
                                  const unsigned char record_id[CHAIN_ID_BYTES])
{
    bool has_hashes = false;
    enum status status =
        row_remove(archive, "DELETE FROM restricted WHERE record_id = ?", record_id);
    if (status == OK)
        status = archive_file_has_table(archive, "restricted_hash", &has_hashes);
    return status == OK && has_hashes
               ? row_remove(archive, "DELETE FROM restricted_hash WHERE record_id = ?",
                            record_id)
               : status;
}

static enum status all_remove(struct archive *archive,
                              const unsigned char (*record_ids)[CHAIN_ID_BYTES],
                              size_t count, int64_t now_unix_s)
{
    bool has_wrapped = false, is_there;
    enum status status = has_table(archive, &has_wrapped);
    for (size_t i = 0; i < count && status == OK; i++) {
        status = archive_file_remove(archive, record_ids[i], archive_day(now_unix_s),
                                     &is_there);
        if (status == OK && has_wrapped)
            status = wrapped_remove(archive, record_ids[i]);
    }
    return status;
}

enum status ended_erase(struct archive *archive,
                        const unsigned char (*record_ids)[CHAIN_ID_BYTES], size_t count,
                        int64_t now_unix_s)
{
    enum status status = sqlite_begin(archive->database);
    if (status == OK)
        status = sqlite_end(archive->database,
                            all_remove(archive, record_ids, count, now_unix_s));
    return status == OK ? database_sweep(archive->database) : status;
}

enum status ended_content(struct arena *arena, struct archive *archive,
                          const unsigned char record_id[CHAIN_ID_BYTES],
                          struct span *out_payload)
{
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT payload FROM entry WHERE type = 1 AND record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    *out_payload =
        query_step(&query) ? span_copy(arena, query_column_bytes(&query, 0)) : SPAN("");
    return query_end(&query);
}

static enum status hashes_put(struct archive *archive,
                              const unsigned char record_id[CHAIN_ID_BYTES],
                              const struct ended_wrapped *wrapped)
{
    const enum status status = sqlite_run(archive->database, "write to", hash_table);
    if (status != OK)
        return status;
    scoped_query query =
        query_of(archive->database, "write to",
                 "INSERT OR REPLACE INTO restricted_hash VALUES (?, ?, ?)");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_fixed(&query, wrapped->content_hash, sizeof wrapped->content_hash);
    query_fixed(&query, wrapped->payload_hash, sizeof wrapped->payload_hash);
    return query_run(&query);
}

static enum status payload_put(struct archive *archive,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               struct span payload)
{
    const enum status status = sqlite_run(archive->database, "write to", table);
    if (status != OK)
        return status;
    scoped_query query = query_of(archive->database, "write to",
                                  "INSERT OR REPLACE INTO restricted VALUES (?, ?)");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_bytes(&query, payload);
    return query_run(&query);
}

static enum status wrapped_put(struct archive *archive,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               const struct ended_wrapped *wrapped, int64_t now_unix_s)
{
    bool is_there;
    enum status status = payload_put(archive, record_id, wrapped->payload);
    if (status == OK)
        status = hashes_put(archive, record_id, wrapped);
    if (status == OK) /* with it go all papers */
        status =
            archive_file_remove(archive, record_id, archive_day(now_unix_s), &is_there);
    for (size_t i = 0; status == OK && i < wrapped->paper_count; i++)
        status = papers_put(archive, &wrapped->papers[i]);
    return status;
}

enum status ended_restrict(struct archive *archive,
                           const unsigned char record_id[CHAIN_ID_BYTES],
                           const struct ended_wrapped *wrapped, int64_t now_unix_s)
{
    enum status status = sqlite_begin(archive->database);
    if (status == OK)
        status = sqlite_end(archive->database,
                            wrapped_put(archive, record_id, wrapped, now_unix_s));
    return status == OK ? database_sweep(archive->database) : status;
}

static enum status hashes_read(struct archive *archive,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               struct ended_wrapped *wrapped)
{
    bool has_hashes = false;
    const enum status status =
        archive_file_has_table(archive, "restricted_hash", &has_hashes);
    if (status != OK || !has_hashes)
        return status;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT content, payload FROM restricted_hash WHERE record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    if (query_step(&query)) {
        query_column_fixed(&query, 0, sizeof wrapped->content_hash,
                           wrapped->content_hash);
        query_column_fixed(&query, 1, sizeof wrapped->payload_hash,
                           wrapped->payload_hash);
    }
    return query_end(&query);
}

enum status ended_restricted(struct arena *arena, struct archive *archive,
                             const unsigned char record_id[CHAIN_ID_BYTES],
                             struct ended_wrapped *out_wrapped)
{
    bool is_there = false;
    const enum status status = has_table(archive, &is_there);
    *out_wrapped = (struct ended_wrapped){.payload = SPAN("")};
    if (status != OK || !is_there)
        return status;
    scoped_query query = query_of(archive->database, "read",
                                  "SELECT payload FROM restricted WHERE record_id = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    if (query_step(&query))
        out_wrapped->payload = span_copy(arena, query_column_bytes(&query, 0));
    return query_end(&query) == OK ? hashes_read(archive, record_id, out_wrapped)
                                   : query_end(&query);
}
