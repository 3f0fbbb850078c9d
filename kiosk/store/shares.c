/* A trigger erases them, so that no way of erasing a payload can forget them. */
#include "store/shares.h"

#include "store/archive_file.h"
#include "store/desk/archive_shape.h"
#include "store/database.h"

/* Archives in which nothing was ever shared have none of this. */
static const char place[] =
    "CREATE TABLE IF NOT EXISTS share (record_id BLOB NOT NULL, key BLOB NOT NULL, "
    "header BLOB NOT NULL, PRIMARY KEY (record_id, key)) STRICT, WITHOUT ROWID;"
    "CREATE TRIGGER IF NOT EXISTS " ARCHIVE_SHAPE_TRIGGER("share");

static enum status has_place(struct archive *archive, bool *out_is_there)
{
    return archive_file_has_table(archive, "share", out_is_there);
}

enum status shares_open(struct archive *archive)
{
    return sqlite_run(archive->database, "write to", place);
}

enum status shares_put(struct archive *archive,
                       const unsigned char record_id[CHAIN_ID_BYTES],
                       const unsigned char key[SHARES_KEY_BYTES], struct span header)
{
    scoped_query query = query_of(archive->database, "write to",
                                  "INSERT OR REPLACE INTO share VALUES (?, ?, ?)");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_fixed(&query, key, SHARES_KEY_BYTES);
    query_bytes(&query, header);
    return query_run(&query);
}

enum status shares_get(struct arena *arena, struct archive *archive,
                       const unsigned char record_id[CHAIN_ID_BYTES],
                       const unsigned char key[SHARES_KEY_BYTES], struct span *out_header)
{
    bool is_there = false;
    *out_header = SPAN("");
    const enum status status = has_place(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT header FROM share WHERE record_id = ? AND key = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_fixed(&query, key, SHARES_KEY_BYTES);
    if (query_step(&query))
        *out_header = span_copy(
            arena, span_cut(query_column_bytes(&query, 0), 0, SHARES_HEADER_MAX_BYTES));
    return query_end(&query);
}

enum status shares_count(struct archive *archive,
                         const unsigned char key[SHARES_KEY_BYTES], size_t *out_count)
{
    int64_t count = 0;
    bool is_there = false;
    *out_count = 0;
    enum status status = has_place(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read", "SELECT count(*) FROM share WHERE key = ?");
    query_fixed(&query, key, SHARES_KEY_BYTES);
    status = query_number(&query, &count);
    if (status == OK)
        *out_count = (size_t)count;
    return status;
}

enum status shares_remove(struct archive *archive,
                          const unsigned char key[SHARES_KEY_BYTES])
{
    bool is_there = false;
    enum status status = has_place(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    {
        scoped_query query =
            query_of(archive->database, "erase in", "DELETE FROM share WHERE key = ?");
        query_fixed(&query, key, SHARES_KEY_BYTES);
        status = query_run(&query);
    }
    return status == OK ? database_sweep(archive->database) : status;
}
