#include "store/notes.h"

#include "base/must.h"
#include "store/archive_file.h"
#include "store/database.h"

enum status notes_put(struct archive *archive,
                      const unsigned char record_id[CHAIN_ID_BYTES], struct span name,
                      struct span sealed)
{
    must(name.count && name.count <= ARCHIVE_MAX_NAME_BYTES);
    if (sealed.count > ARCHIVE_MAX_NOTE_BYTES)
        return fail(STATUS_TOO_LARGE,
                    "write to the archive %s: a note of more than %d bytes",
                    archive->database->path, ARCHIVE_MAX_NOTE_BYTES);
    scoped_query query =
        query_of(archive->database, "write to",
                 "INSERT INTO note VALUES (?, ?, ?) ON CONFLICT (record_id, name) DO "
                 "UPDATE SET sealed = excluded.sealed");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_text(&query, name);
    query_bytes(&query, sealed);
    return query_run(&query);
}

enum status notes_get(struct arena *arena, struct archive *archive,
                      const unsigned char record_id[CHAIN_ID_BYTES], struct span name,
                      struct span *out_sealed)
{
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT sealed FROM note WHERE record_id = ? AND name = ?");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    query_text(&query, name);
    if (query_step(&query)) {
        *out_sealed = span_copy(arena, query_column_bytes(&query, 0));
        return OK;
    }
    if (query_end(&query) != OK)
        return query_end(&query);
    return fail(STATUS_NOT_FOUND,
                "there is no note %.*s of this record in the archive %s", SPAN_ARGS(name),
                archive->database->path);
}

enum status notes_list(struct archive *archive,
                       const unsigned char record_id[CHAIN_ID_BYTES],
                       notes_on_note *on_note, void *context)
{
    enum status status = OK;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT name, sealed FROM note WHERE record_id = ? ORDER BY name");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    while (status == OK && query_step(&query))
        status = on_note(context, query_column_bytes(&query, 0),
                         query_column_bytes(&query, 1));
    return status == OK ? query_end(&query) : status;
}

enum status notes_erase(struct archive *archive,
                        const unsigned char record_id[CHAIN_ID_BYTES], struct span name)
{
    enum status status;
    {
        scoped_query query =
            query_of(archive->database, "erase in",
                     "DELETE FROM note WHERE record_id = ? AND name = ?");
        query_fixed(&query, record_id, CHAIN_ID_BYTES);
        query_text(&query, name);
        status = query_run(&query);
    }
    return status == OK ? database_sweep(archive->database) : status;
}
