/* The rows of a session go with it (ON DELETE CASCADE): erasing is one statement, so there is no
 * moment at which half of a sitting is left. */
#include "store/drafts.h"

#include "store/database.h"
#include "store/query.h"
#include "store/sqlite_memory.h"

#include <inttypes.h>

/* Layout 1 is that of 0.1.0, whose column try_count, always 0, stays; 2 has heads, 3 marks. */
static const char *const upgrades[] = {
    "ALTER TABLE session ADD COLUMN head BLOB",
    "ALTER TABLE session ADD COLUMN mark BLOB",
    NULL,
};

static const struct database_shape shape = {
    .thing = "drafts file",
    .application_id = 0x52734466, /* RsDf */
    .version = 3,
    .schema =
        "CREATE TABLE session (id BLOB PRIMARY KEY, locator BLOB NOT NULL UNIQUE, "
        "wrapped_key BLOB NOT NULL, begun_s INTEGER NOT NULL, touched_s INTEGER "
        "NOT NULL, try_count INTEGER NOT NULL, head BLOB, mark BLOB) STRICT;CREATE TABLE row "
        "(session "
        "BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE, number INTEGER "
        "NOT NULL, type INTEGER NOT NULL, sealed BLOB NOT NULL, UNIQUE (session, "
        "number)) STRICT;",
    .upgrades = upgrades,
    .cache_pages = SQLITE_MEMORY_PAGES * 3 / 8,
};

struct drafts {
    struct database *database;
    bool is_swept; /* since it was opened */
    bool is_owed;  /* something was erased, and not swept yet */
};

static enum status not_found(const struct drafts *drafts)
{
    return fail(STATUS_NOT_FOUND, "no such session in the drafts file %s",
                drafts->database->path);
}

typedef enum status opening(struct arena *arena, const char *path,
                            const struct database_shape *shape,
                            struct database **out_database);

static enum status open_by(opening *open, struct arena *arena, const char *path,
                           struct drafts **out_drafts)
{
    const enum status guarded = sqlite_memory_guard();
    if (guarded != OK)
        return guarded;
    struct drafts *drafts = arena_new(arena, struct drafts);
    const enum status status = open(arena, path, &shape, &drafts->database);
    if (status == OK)
        *out_drafts = drafts;
    return status;
}

enum status drafts_open(struct arena *arena, const char *path, struct drafts **out_drafts)
{
    return open_by(database_open, arena, path, out_drafts);
}

enum status drafts_look(struct arena *arena, const char *path, struct drafts **out_drafts)
{
    return open_by(database_look, arena, path, out_drafts);
}

void drafts_close(struct drafts *drafts)
{
    if (drafts)
        database_close(drafts->database);
}

enum status drafts_begin(struct drafts *drafts, const struct drafts_session *session)
{
    scoped_query query =
        query_of(drafts->database, "write to",
                 "INSERT INTO session VALUES (?, ?, ?, ?, ?, 0, NULL, ?)");
    query_fixed(&query, session->id, CHAIN_ID_BYTES);
    query_fixed(&query, session->locator, DRAFTS_LOCATOR_BYTES);
    query_bytes(&query, session->wrapped_key);
    query_integer(&query, session->begun_s);
    query_integer(&query, session->touched_s);
    query_maybe_bytes(&query, session->mark);
    return query_run(&query);
}

/* Marks the session as touched, which also tells whether there is one. */
static enum status touch(struct drafts *drafts, const unsigned char *id, struct span head,
                         int64_t now_s)
{
    scoped_query query =
        query_of(drafts->database, "write to",
                 "UPDATE session SET touched_s = ?, head = ? WHERE id = ?");
    query_integer(&query, now_s);
    query_maybe_bytes(&query, head);
    query_fixed(&query, id, CHAIN_ID_BYTES);
    const enum status status = query_run(&query);
    return status == OK && !query_changed_count(&query) ? not_found(drafts) : status;
}

static enum status check_number(struct drafts *drafts, const unsigned char *id,
                                uint64_t number)
{
    int64_t last;
    scoped_query query =
        query_of(drafts->database, "read",
                 "SELECT ifnull(max(number), 0) FROM row WHERE session = ?");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    const enum status status = query_number(&query, &last);
    if (status == OK && number != (uint64_t)last + 1)
        return fail(STATUS_REFUSED,
                    "write to the drafts file %s: row %" PRIu64
                    " does not follow row %" PRId64,
                    drafts->database->path, number, last);
    return status;
}

static enum status add_row(struct drafts *drafts, const unsigned char *id,
                           const struct drafts_row *row)
{
    scoped_query query = query_of(drafts->database, "write to",
                                  "INSERT INTO row (session, number, type, sealed) "
                                  "VALUES (?, ?, ?, ?)");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)row->number);
    query_integer(&query, row->type);
    query_bytes(&query, row->sealed);
    return query_run(&query);
}

enum status drafts_put(struct drafts *drafts, const unsigned char id[CHAIN_ID_BYTES],
                       const struct drafts_row *row, int64_t now_s)
{
    enum status status = sqlite_begin(drafts->database);
    if (status != OK)
        return status;
    status = touch(drafts, id, row->head, now_s);
    if (status == OK)
        status = check_number(drafts, id, row->number);
    if (status == OK)
        status = add_row(drafts, id, row);
    return sqlite_end(drafts->database, status);
}

/* What was erased is not gone before that; a sweep that fails is made up for by the next. */
static enum status sweep(struct drafts *drafts)
{
    drafts->is_owed = true;
    const enum status status = database_sweep(drafts->database);
    if (status == OK) {
        drafts->is_owed = false;
        drafts->is_swept = true;
    }
    return status;
}

enum status drafts_sweep(struct drafts *drafts)
{
    return drafts->is_swept && !drafts->is_owed ? OK : sweep(drafts);
}

static enum status rows_erase(struct drafts *drafts, const unsigned char *id)
{
    scoped_query query =
        query_of(drafts->database, "erase in", "DELETE FROM row WHERE session = ?");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    return query_run(&query);
}

enum status drafts_replace(struct drafts *drafts, const unsigned char id[CHAIN_ID_BYTES],
                           const struct drafts_row *row, int64_t now_s)
{
    enum status status = sqlite_begin(drafts->database);
    if (status != OK)
        return status;
    status = touch(drafts, id, row->head, now_s);
    if (status == OK)
        status = rows_erase(drafts, id);
    if (status == OK)
        status = add_row(drafts, id, row);
    status = sqlite_end(drafts->database, status);
    return status == OK ? sweep(drafts) : status;
}

#define SESSION_COLUMNS "id, locator, wrapped_key, begun_s, touched_s, head, mark"

static struct drafts_session session_here(struct query *query)
{
    struct drafts_session session = {
        .wrapped_key = query_column_bytes(query, 2),
        .begun_s = query_column_integer(query, 3),
        .touched_s = query_column_integer(query, 4),
        .head = query_column_bytes(query, 5),
        .mark = query_column_bytes(query, 6),
    };
    query_column_fixed(query, 0, sizeof session.id, session.id);
    query_column_fixed(query, 1, sizeof session.locator, session.locator);
    return session;
}

enum status drafts_find(struct arena *arena, struct drafts *drafts,
                        const unsigned char locator[DRAFTS_LOCATOR_BYTES],
                        struct drafts_session *out_session)
{
    scoped_query query =
        query_of(drafts->database, "read",
                 "SELECT " SESSION_COLUMNS " FROM session WHERE locator = ?");
    query_fixed(&query, locator, DRAFTS_LOCATOR_BYTES);
    if (!query_step(&query))
        return query_end(&query) == OK ? not_found(drafts) : query_end(&query);
    struct drafts_session session = session_here(&query);
    if (query_end(&query) != OK)
        return query_end(&query);
    session.wrapped_key = span_copy(arena, session.wrapped_key);
    session.head = span_copy(arena, session.head);
    session.mark = span_copy(arena, session.mark);
    *out_session = session;
    return OK;
}

/* What `locator` leads to, unless that is the session `id`, gets one that nobody has. */
static enum status locator_free(struct drafts *drafts, const unsigned char *id,
                                const unsigned char *locator)
{
    scoped_query query = query_of(drafts->database, "write to",
                                  "UPDATE session SET locator = randomblob(16) WHERE "
                                  "locator = ? AND id <> ?");
    query_fixed(&query, locator, DRAFTS_LOCATOR_BYTES);
    query_fixed(&query, id, CHAIN_ID_BYTES);
    return query_run(&query);
}

static enum status locator_give(struct drafts *drafts, const unsigned char *id,
                                const unsigned char *locator)
{
    scoped_query query = query_of(drafts->database, "write to",
                                  "UPDATE session SET locator = ? WHERE id = ?");
    query_fixed(&query, locator, DRAFTS_LOCATOR_BYTES);
    query_fixed(&query, id, CHAIN_ID_BYTES);
    const enum status status = query_run(&query);
    return status == OK && !query_changed_count(&query) ? not_found(drafts) : status;
}

enum status drafts_locate(struct drafts *drafts, const unsigned char id[CHAIN_ID_BYTES],
                          const unsigned char locator[DRAFTS_LOCATOR_BYTES])
{
    enum status status = sqlite_begin(drafts->database);
    if (status != OK)
        return status;
    status = locator_free(drafts, id, locator);
    if (status == OK)
        status = locator_give(drafts, id, locator);
    return sqlite_end(drafts->database, status);
}

enum status drafts_list(struct drafts *drafts, drafts_on_session *on_session,
                        void *context)
{
    enum status status = OK;
    scoped_query query =
        query_of(drafts->database, "read",
                 "SELECT " SESSION_COLUMNS " FROM session ORDER BY begun_s, id");
    while (status == OK && query_step(&query)) {
        const struct drafts_session session = session_here(&query);
        status =
            query_end(&query) == OK ? on_session(context, &session) : query_end(&query);
    }
    return status == OK ? query_end(&query) : status;
}

static enum status check_session(struct drafts *drafts, const unsigned char *id)
{
    scoped_query query =
        query_of(drafts->database, "read", "SELECT 1 FROM session WHERE id = ?");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    const bool is_there = query_step(&query);
    return query_end(&query) == OK && !is_there ? not_found(drafts) : query_end(&query);
}

/* In the order in which they were written, from the table itself: an index that was damaged would
 * leave rows out. */
enum status drafts_list_rows(struct drafts *drafts,
                             const unsigned char id[CHAIN_ID_BYTES],
                             drafts_on_row *on_row, void *context)
{
    uint64_t wanted = 1;
    enum status status = check_session(drafts, id);
    if (status != OK)
        return status;
    scoped_query query = query_of(
        drafts->database, "read",
        "SELECT number, type, sealed FROM row NOT INDEXED WHERE session = ? ORDER BY rowid");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    while (status == OK && query_step(&query)) {
        const struct drafts_row row = {
            .number = (uint64_t)query_column_integer(&query, 0),
            .type = (uint32_t)query_column_integer(&query, 1),
            .sealed = query_column_bytes(&query, 2),
        };
        if (row.number != wanted++)
            status =
                fail(STATUS_DAMAGED,
                     "read the drafts file %s: a row before row %" PRIu64 " is missing",
                     drafts->database->path, row.number);
        if (status == OK)
            status = on_row(context, &row);
    }
    return status == OK ? query_end(&query) : status;
}

enum status drafts_erase(struct drafts *drafts, const unsigned char id[CHAIN_ID_BYTES])
{
    enum status status;
    {
        scoped_query query =
            query_of(drafts->database, "erase in", "DELETE FROM session WHERE id = ?");
        query_fixed(&query, id, CHAIN_ID_BYTES);
        status = query_run(&query);
    }
    return status == OK ? sweep(drafts) : status;
}

enum status drafts_retouch(struct drafts *drafts, int64_t from_s, int64_t to_s,
                           int64_t now_s)
{
    scoped_query query =
        query_of(drafts->database, "write to",
                 "UPDATE session SET touched_s = ?, begun_s = min(begun_s, ?) WHERE "
                 "touched_s < ? OR touched_s > ? OR touched_s < begun_s");
    query_integer(&query, now_s);
    query_integer(&query, now_s);
    query_integer(&query, from_s);
    query_integer(&query, to_s);
    return query_run(&query);
}

enum status drafts_expire(struct drafts *drafts, int64_t before_s,
                          size_t *out_erased_count)
{
    size_t erased_count;
    enum status status;
    {
        scoped_query query = query_of(drafts->database, "erase in",
                                      "DELETE FROM session WHERE touched_s < ?");
        query_integer(&query, before_s);
        status = query_run(&query);
        erased_count = query_changed_count(&query);
    }
    if (status == OK && (erased_count || drafts->is_owed))
        status = sweep(drafts);
    if (status == OK)
        *out_erased_count = erased_count;
    return status;
}
