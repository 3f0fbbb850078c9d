#include "store/desk/slipbox.h"

#include "store/archive_file.h"

/* Archives to which no terminal brought any have none of this. */
static const char place[] =
    "CREATE TABLE IF NOT EXISTS slip (slip BLOB PRIMARY KEY) STRICT, WITHOUT ROWID";

/* As on a terminal (slips.c): which pages they take depends on how many they are alone. */
static const char lift[] =
    "CREATE TEMP TABLE spread (slip BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "INSERT INTO temp.spread SELECT slip FROM main.slip;"
    "DELETE FROM main.slip";
static const char lay[] =
    "INSERT INTO main.slip SELECT slip FROM temp.spread ORDER BY slip;"
    "DROP TABLE temp.spread";

static enum status add(struct archive *archive, struct span slip, size_t *new_count)
{
    scoped_query query =
        query_of(archive->database, "write to",
                 "INSERT INTO temp.spread VALUES (?) ON CONFLICT DO NOTHING");
    query_bytes(&query, slip);
    const enum status status = query_run(&query);
    *new_count += query_changed_count(&query);
    return status;
}

enum status slipbox_put(struct archive *archive, const struct span *slips, size_t count,
                        size_t *out_new_count)
{
    size_t new_count = 0;
    enum status status = sqlite_run(archive->database, "write to", place);
    if (status == OK)
        status = sqlite_run(archive->database, "write to", lift);
    for (size_t i = 0; i < count && status == OK; i++)
        status = add(archive, slips[i], &new_count);
    if (status == OK)
        status = sqlite_run(archive->database, "write to", lay);
    if (status == OK)
        *out_new_count = new_count;
    return status;
}

void slipbox_settle(struct archive *archive)
{
    const enum status status = sqlite_cut_log(archive->database);
    (void)status;
}

enum status slipbox_each(struct archive *archive, slipbox_on_slip *on_slip, void *context)
{
    bool is_there = false;
    enum status status = archive_file_has_table(archive, "slip", &is_there);
    if (status != OK || !is_there)
        return status;
    scoped_query query =
        query_of(archive->database, "read", "SELECT slip FROM slip ORDER BY slip");
    while (status == OK && query_step(&query))
        status = on_slip(context, query_column_bytes(&query, 0));
    return status == OK ? query_end(&query) : status;
}
