#include "store/terminal/marks.h"

#include "base/must.h"
#include "store/database.h"
#include "store/terminal/ledger_file.h"
#include "store/query.h"

enum { KEY_ARENA_BYTES = 8 * 1024 * 1024 };

/* Within a page SQLite puts a new cell before those that were there, so a page tells in which order
 * they came. In pages that are emptied (secure_delete) and filled from the first mark to the last,
 * the order is that of the marks. The copy lies in memory (temp_store). */
static const char lay_out[] =
    "CREATE TEMP TABLE spread (mark BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "INSERT INTO temp.spread SELECT mark FROM main.mark;"
    "DELETE FROM main.mark;"
    "INSERT INTO main.mark SELECT mark FROM temp.spread ORDER BY mark;"
    "DROP TABLE temp.spread";

static enum status add(struct ledger *ledger, struct span mark, size_t *out_added_count)
{
    scoped_query query = query_of(ledger->database, "write to",
                                  "INSERT INTO mark VALUES (?) ON CONFLICT DO NOTHING");
    query_bytes(&query, mark);
    const enum status status = query_run(&query);
    *out_added_count = query_changed_count(&query);
    return status;
}

static enum status put(struct ledger *ledger, struct span mark)
{
    size_t added_count = 0;
    const enum status status = add(ledger, mark, &added_count);
    if (status != OK)
        return status;
    return added_count ? sqlite_run(ledger->database, "write to", lay_out)
                       : fail(STATUS_USED_CODE,
                              "this access code has already been used on this terminal");
}

enum status marks_put(struct ledger *ledger, struct span mark)
{
    must(mark.count && mark.count <= MARKS_MAX_BYTES);
    const enum status status = sqlite_begin(ledger->database);
    return status == OK ? sqlite_end(ledger->database, put(ledger, mark)) : status;
}

enum status marks_has(struct ledger *ledger, struct span mark, bool *out_is_there)
{
    scoped_query query =
        query_of(ledger->database, "read", "SELECT 1 FROM mark WHERE mark = ?");
    query_bytes(&query, mark);
    return query_has_row(&query, out_is_there);
}

static enum status are_bare(struct ledger *ledger, bool *out_are_bare)
{
    scoped_query query =
        query_of(ledger->database, "read",
                 "SELECT 1 FROM identity WHERE name = '" LEDGER_BARE_MARKS "'");
    return query_has_row(&query, out_are_bare);
}

struct keyed {
    struct span mark;
    const struct keyed *next;
};

static enum status all_key(struct ledger *ledger, struct arena *arena,
                           marks_on_mark *on_mark, void *context,
                           const struct keyed **out_first)
{
    const struct keyed *first = NULL;
    scoped_query query = query_of(ledger->database, "read", "SELECT mark FROM mark");
    while (query_step(&query)) {
        struct keyed *keyed = arena_new(arena, struct keyed);
        *keyed =
            (struct keyed){on_mark(context, arena, query_column_bytes(&query, 0)), first};
        first = keyed;
    }
    *out_first = first;
    return query_end(&query);
}

static enum status replace(struct ledger *ledger, const struct keyed *first)
{
    enum status status = sqlite_run(ledger->database, "write to", "DELETE FROM mark");
    for (const struct keyed *keyed = first; keyed && status == OK; keyed = keyed->next) {
        size_t added_count;
        status = add(ledger, keyed->mark, &added_count);
    }
    if (status == OK)
        status = sqlite_run(ledger->database, "write to", lay_out);
    return status == OK
               ? sqlite_run(ledger->database, "write to",
                            "DELETE FROM identity WHERE name = '" LEDGER_BARE_MARKS "'")
               : status;
}

static enum status key_in(struct ledger *ledger, struct arena *arena,
                          marks_on_mark *on_mark, void *context)
{
    const struct keyed *first = NULL;
    enum status status = sqlite_begin(ledger->database);
    if (status != OK)
        return status;
    status = all_key(ledger, arena, on_mark, context, &first);
    if (status == OK)
        status = replace(ledger, first);
    return sqlite_end(ledger->database, status);
}

enum status marks_key(struct ledger *ledger, marks_on_mark *on_mark, void *context)
{
    struct arena arena;
    bool are = false;
    enum status status = are_bare(ledger, &are);
    if (status != OK || !are)
        return status;
    arena_init(&arena, KEY_ARENA_BYTES);
    status = key_in(ledger, &arena, on_mark, context);
    arena_done(&arena);
    return status == OK ? database_sweep(ledger->database) : status;
}
