#include "store/query.h"

#include "base/must.h"

#include <sqlite3.h>
#include <string.h>

struct query query_of(struct database *database, const char *doing, const char *sql)
{
    struct query query = {.database = database, .doing = doing};
    if (sqlite3_prepare_v2(database->handle, sql, -1, &query.statement, NULL) !=
        SQLITE_OK)
        query.status = sqlite_failed(database, doing);
    return query;
}

static void note(struct query *query, int code)
{
    if (code != SQLITE_OK)
        query->status = sqlite_failed(query->database, query->doing);
}

void query_integer(struct query *query, int64_t value)
{
    if (query->status == OK)
        note(query, sqlite3_bind_int64(query->statement, ++query->value_count, value));
}

void query_bytes(struct query *query, struct span bytes)
{
    if (query->status == OK)
        note(query, sqlite3_bind_blob64(query->statement, ++query->value_count,
                                        bytes.data ? bytes.data : "", bytes.count,
                                        SQLITE_STATIC));
}

void query_fixed(struct query *query, const unsigned char *bytes, size_t count)
{
    query_bytes(query, (struct span){(const char *)bytes, count});
}

void query_maybe_bytes(struct query *query, struct span bytes)
{
    if (bytes.count)
        query_bytes(query, bytes);
    else if (query->status == OK)
        note(query, sqlite3_bind_null(query->statement, ++query->value_count));
}

void query_text(struct query *query, struct span text)
{
    if (query->status == OK)
        note(query, sqlite3_bind_text64(query->statement, ++query->value_count,
                                        text.data ? text.data : "", text.count,
                                        SQLITE_STATIC, SQLITE_UTF8));
}

bool query_step(struct query *query)
{
    if (query->status != OK)
        return false;
    const int code = sqlite3_step(query->statement);
    if (code == SQLITE_ROW)
        return true;
    note(query, code == SQLITE_DONE ? SQLITE_OK : code);
    return false;
}

int64_t query_column_integer(struct query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

struct span query_column_bytes(struct query *query, int column)
{
    const char *data = sqlite3_column_blob(query->statement, column);
    const int count = sqlite3_column_bytes(query->statement, column);
    return (struct span){data ? data : "", (size_t)count};
}

void query_column_fixed(struct query *query, int column, size_t bytes,
                        unsigned char *out_bytes)
{
    const struct span blob = query_column_bytes(query, column);
    if (blob.count == bytes)
        memcpy(out_bytes, blob.data, bytes);
    else
        query->status =
            fail(STATUS_DAMAGED, "%s the %s %s: a value in it has a wrong length",
                 query->doing, query->database->shape->thing, query->database->path);
}

enum status query_number(struct query *query, int64_t *out_number)
{
    if (query_step(query))
        *out_number = query_column_integer(query, 0);
    return query_end(query);
}

enum status query_end(struct query *query)
{
    return query->status;
}

enum status query_run(struct query *query)
{
    must(!query_step(query));
    return query_end(query);
}

size_t query_changed_count(const struct query *query)
{
    return (size_t)sqlite3_changes(query->database->handle);
}

void query_done(struct query *query)
{
    sqlite3_finalize(query->statement);
}

enum status query_has_row(struct query *query, bool *out_is_there)
{
    const bool is_there = query_step(query);
    const enum status status = query_end(query);
    if (status == OK)
        *out_is_there = is_there;
    return status;
}
