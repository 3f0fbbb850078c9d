/* A trigger erases them, so that no way of erasing a payload can forget them. */
#include "store/desk/papers.h"

#include "base/must.h"
#include "store/archive_file.h"
#include "store/desk/archive_shape.h"

enum { PAPERS_MOST = 20000 };

/* Archives in which nobody ever wrote anything beside a result have none of this. */
static const char place[] =
    "CREATE TABLE IF NOT EXISTS paper (record_id BLOB NOT NULL, kind TEXT NOT NULL, "
    "name TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, "
    "PRIMARY KEY (record_id, kind, name, version)) STRICT, WITHOUT ROWID;"
    "CREATE TRIGGER IF NOT EXISTS " ARCHIVE_SHAPE_TRIGGER("paper");

static enum status has_place(struct archive *archive, bool *out_is_there)
{
    return archive_file_has_table(archive, "paper", out_is_there);
}

enum status papers_open(struct archive *archive)
{
    return sqlite_run(archive->database, "write to", place);
}

static void which_put(struct query *query, const struct paper *which)
{
    query_fixed(query, which->record_id, CHAIN_ID_BYTES);
    query_text(query, which->kind);
    query_text(query, which->name);
    query_integer(query, which->version);
}

static enum status put(struct archive *archive, const struct paper *paper,
                       const char *statement)
{
    must(paper->body.count <= PAPERS_BYTES_MAX);
    scoped_query query = query_of(archive->database, "write to", statement);
    which_put(&query, paper);
    query_bytes(&query, paper->body);
    return query_run(&query);
}

enum status papers_put(struct archive *archive, const struct paper *paper)
{
    return put(archive, paper, "INSERT INTO paper VALUES (?, ?, ?, ?, ?)");
}

enum status papers_replace(struct archive *archive, const struct paper *paper)
{
    return put(archive, paper, "INSERT OR REPLACE INTO paper VALUES (?, ?, ?, ?, ?)");
}

enum status papers_get(struct arena *arena, struct archive *archive,
                       const struct paper *which, struct span *out_body)
{
    bool is_there = false;
    *out_body = SPAN("");
    const enum status status = has_place(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT body FROM paper WHERE record_id = ? AND kind = ? "
                 "AND name = ? AND version = ?");
    which_put(&query, which);
    if (query_step(&query))
        *out_body = span_copy(
            arena, span_cut(query_column_bytes(&query, 0), 0, PAPERS_BYTES_MAX));
    return query_end(&query);
}

static enum status count_of(struct archive *archive, struct span kind, size_t *out_count)
{
    int64_t count = 0;
    scoped_query query =
        query_of(archive->database, "read", "SELECT count(*) FROM paper WHERE kind = ?");
    query_text(&query, kind);
    const enum status status = query_number(&query, &count);
    *out_count = count < PAPERS_MOST ? (size_t)count : PAPERS_MOST;
    return status;
}

enum status papers_list(struct arena *arena, struct archive *archive, struct span kind,
                        struct paper **out_papers, size_t *out_count)
{
    bool is_there = false;
    size_t count = 0, most = 0;
    enum status status = has_place(archive, &is_there);
    if (status == OK && is_there)
        status = count_of(archive, kind, &most);
    if (status != OK)
        return status;
    struct paper *papers = arena_array(arena, struct paper, most);
    if (is_there) {
        scoped_query query = query_of(archive->database, "read",
                                      "SELECT record_id, name, version FROM paper "
                                      "WHERE kind = ? ORDER BY version, name");
        query_text(&query, kind);
        for (; count < most && query_step(&query); count++) {
            struct paper *paper = &papers[count];
            query_column_fixed(&query, 0, CHAIN_ID_BYTES, paper->record_id);
            paper->kind = kind;
            paper->name = span_copy(arena, query_column_bytes(&query, 1));
            paper->version = query_column_integer(&query, 2);
        }
        status = query_end(&query);
    }
    *out_papers = papers;
    *out_count = count;
    return status;
}

enum status papers_last(struct archive *archive, struct span kind, int64_t *out_version)
{
    bool is_there = false;
    *out_version = 0;
    const enum status status = has_place(archive, &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT coalesce(max(version), 0) FROM paper WHERE kind = ?");
    query_text(&query, kind);
    return query_number(&query, out_version);
}

enum status papers_remove(struct archive *archive, const struct paper *which)
{
    scoped_query query =
        query_of(archive->database, "erase in",
                 "DELETE FROM paper WHERE record_id = ? AND kind = ? AND name = ? AND "
                 "version = ?");
    which_put(&query, which);
    return query_run(&query);
}
