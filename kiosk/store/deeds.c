#include "store/deeds.h"

#include "store/archive_file.h"
#include "store/database.h"

#include <string.h>

/* Archives of before have no such table until the first deed. */
static const char table[] =
    "CREATE TABLE IF NOT EXISTS deed (number INTEGER PRIMARY KEY, time_s INTEGER NOT NULL, "
    "who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL, previous BLOB NOT NULL, hash "
    "BLOB NOT NULL, signature BLOB) STRICT";

static enum status has_table(struct archive *archive, bool *out_is_there)
{
    return archive_file_has_table(archive, "deed", out_is_there);
}

static enum status last_read(struct archive *archive, struct deeds_head *head)
{
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT number, hash FROM deed ORDER BY number DESC LIMIT 1");
    if (query_step(&query)) {
        head->number = query_column_integer(&query, 0);
        query_column_fixed(&query, 1, sizeof head->hash, head->hash);
    }
    return query_end(&query);
}

static enum status row_add(struct archive *archive, const struct deed *deed)
{
    scoped_query query = query_of(archive->database, "write to",
                                  "INSERT INTO deed VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query_integer(&query, deed->number);
    query_integer(&query, deed->time_s);
    query_text(&query, deed->who);
    query_text(&query, deed->what);
    query_text(&query, deed->about);
    query_fixed(&query, deed->previous, sizeof deed->previous);
    query_fixed(&query, deed->hash, sizeof deed->hash);
    query_maybe_bytes(&query, deed->signature);
    return query_run(&query);
}

static enum status append(struct archive *archive, deeds_fill *fill, void *context)
{
    struct deeds_head last = {0};
    enum status status = sqlite_run(archive->database, "write to", table);
    if (status == OK)
        status = last_read(archive, &last);
    struct deed deed = {.number = last.number + 1};
    memcpy(deed.previous, last.hash, sizeof deed.previous);
    if (status == OK)
        status = fill(context, &deed);
    return status == OK ? row_add(archive, &deed) : status;
}

enum status deeds_append(struct archive *archive, deeds_fill *fill, void *context)
{
    const enum status status = sqlite_begin(archive->database);
    return status == OK ? sqlite_end(archive->database, append(archive, fill, context))
                        : status;
}

static void row_read(struct query *query, struct deed *out_deed)
{
    *out_deed = (struct deed){.number = query_column_integer(query, 0),
                              .time_s = query_column_integer(query, 1),
                              .who = query_column_bytes(query, 2),
                              .what = query_column_bytes(query, 3),
                              .about = query_column_bytes(query, 4),
                              .signature = query_column_bytes(query, 7)};
    query_column_fixed(query, 5, sizeof out_deed->previous, out_deed->previous);
    query_column_fixed(query, 6, sizeof out_deed->hash, out_deed->hash);
}

enum status deeds_list(struct archive *archive, deeds_on_deed *on_deed, void *context)
{
    bool is_there = false;
    enum status status = has_table(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read", "SELECT * FROM deed ORDER BY number");
    while (status == OK && query_step(&query)) {
        struct deed deed;
        row_read(&query, &deed);
        status = query.status == OK ? on_deed(context, &deed) : query.status;
    }
    return status == OK ? query_end(&query) : status;
}

enum status deeds_hash(struct archive *archive, int64_t number,
                       unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char hash[CHAIN_HASH_BYTES] = {0};
    bool is_there = false;
    const enum status status = has_table(archive, &is_there);
    if (status != OK)
        return status;
    if (is_there) {
        scoped_query query =
            query_of(archive->database, "read", "SELECT hash FROM deed WHERE number = ?");
        query_integer(&query, number);
        if (query_step(&query))
            query_column_fixed(&query, 0, sizeof hash, hash);
        if (query_end(&query) != OK)
            return query_end(&query);
    }
    memcpy(out_hash, hash, sizeof hash);
    return OK;
}

enum status deeds_head(struct archive *archive, struct deeds_head *out_head)
{
    struct deeds_head head = {0};
    bool is_there = false;
    enum status status = has_table(archive, &is_there);
    if (status == OK && is_there)
        status = last_read(archive, &head);
    if (status == OK)
        *out_head = head;
    return status;
}
