#include "store/terminal/slips.h"

#include "base/must.h"
#include "store/database.h"
#include "store/query.h"
#include "store/terminal/ledger_file.h"

/* Terminals that never ask have none of this. */
static const char place[] =
    "CREATE TABLE IF NOT EXISTS slip (slip BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS slip_sent (slip BLOB PRIMARY KEY, sequence INTEGER NOT NULL) "
    "STRICT, WITHOUT ROWID";

/* All are lifted into memory (temp_store), changed there, and laid into the emptied pages
 * (secure_delete) from the first to the last: which pages they take depends on how many they are,
 * and on nothing else. One that was added where it belongs would take a page of its own behind its
 * long bytes, and leave it free at a place that tells when it came. */
static const char lift[] =
    "CREATE TEMP TABLE spread (slip BLOB PRIMARY KEY, sequence INTEGER) STRICT, WITHOUT "
    "ROWID;"
    "INSERT INTO temp.spread SELECT slip, NULL FROM main.slip;"
    "INSERT INTO temp.spread SELECT slip, sequence FROM main.slip_sent;"
    "DELETE FROM main.slip; DELETE FROM main.slip_sent";
static const char lay[] =
    "INSERT INTO main.slip SELECT slip FROM temp.spread WHERE sequence IS NULL ORDER BY "
    "slip;"
    "INSERT INTO main.slip_sent SELECT slip, sequence FROM temp.spread WHERE sequence IS NOT "
    "NULL ORDER BY slip;"
    "DROP TABLE temp.spread";

static enum status has_place(struct ledger *ledger, bool *out_is_there)
{
    scoped_query query = query_of(
        ledger->database, "read",
        "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'slip'");
    return query_has_row(&query, out_is_there);
}

static enum status count_of(struct ledger *ledger, const char *statement,
                            int64_t *out_count)
{
    scoped_query query = query_of(ledger->database, "read", statement);
    return query_number(&query, out_count);
}

/* Changes the lifted ones by `query`. */
static enum status change(struct ledger *ledger, struct query *query)
{
    const enum status status = query_run(query);
    return status == OK ? sqlite_run(ledger->database, "write to", lay) : status;
}

static enum status room_check(struct ledger *ledger)
{
    int64_t count = 0;
    const enum status status = count_of(
        ledger, "SELECT (SELECT count(*) FROM slip) + (SELECT count(*) FROM slip_sent)",
        &count);
    return status == OK && count >= SLIPS_MAX
               ? fail(STATUS_NO_SPACE, "%s holds %d slips for the audit already",
                      ledger->database->path, SLIPS_MAX)
               : status;
}

static enum status put(struct ledger *ledger, struct span slip)
{
    enum status status = sqlite_run(ledger->database, "write to", place);
    if (status == OK)
        status = room_check(ledger);
    if (status == OK)
        status = sqlite_run(ledger->database, "write to", lift);
    if (status != OK)
        return status;
    scoped_query query =
        query_of(ledger->database, "write to",
                 "INSERT INTO temp.spread VALUES (?, NULL) ON CONFLICT DO NOTHING");
    query_bytes(&query, slip);
    return change(ledger, &query);
}

enum status slips_put(struct ledger *ledger, struct span slip)
{
    must(slip.count && slip.count <= SLIPS_BYTES_MAX);
    const enum status status = sqlite_begin(ledger->database);
    return status == OK ? sqlite_end(ledger->database, put(ledger, slip)) : status;
}

static enum status release(struct ledger *ledger, uint64_t sequence)
{
    int64_t waiting = 0;
    enum status status = count_of(ledger, "SELECT count(*) FROM slip", &waiting);
    if (status != OK || waiting < SLIPS_LEAST)
        return status;
    status = sqlite_run(ledger->database, "write to", lift);
    if (status != OK)
        return status;
    scoped_query query =
        query_of(ledger->database, "write to",
                 "UPDATE temp.spread SET sequence = ? WHERE sequence IS NULL");
    query_integer(&query, (int64_t)sequence);
    return change(ledger, &query);
}

enum status slips_release(struct ledger *ledger, uint64_t sequence)
{
    bool is_there = false;
    enum status status = has_place(ledger, &is_there);
    if (status == OK && is_there)
        status = sqlite_begin(ledger->database);
    return status == OK && is_there
               ? sqlite_end(ledger->database, release(ledger, sequence))
               : status;
}

enum status slips_list(struct arena *arena, struct ledger *ledger,
                       struct span **out_slips, size_t *out_count)
{
    bool is_there = false;
    int64_t most = 0;
    size_t count = 0;
    enum status status = has_place(ledger, &is_there);
    if (status == OK && is_there)
        status = count_of(ledger, "SELECT count(*) FROM slip_sent", &most);
    if (status != OK)
        return status;
    struct span *slips = arena_array(arena, struct span, (size_t)most + 1);
    if (is_there) {
        scoped_query query = query_of(ledger->database, "read",
                                      "SELECT slip FROM slip_sent ORDER BY slip");
        while (count < (size_t)most && query_step(&query))
            slips[count++] = span_copy(arena, query_column_bytes(&query, 0));
        status = query_end(&query);
    }
    *out_slips = slips;
    *out_count = count;
    return status;
}

/* An entry that was written later came with a bundle that was, and so had them. */
static enum status drop(struct ledger *ledger, uint64_t received)
{
    const enum status status = sqlite_run(ledger->database, "erase in", lift);
    if (status != OK)
        return status;
    scoped_query query = query_of(ledger->database, "erase in",
                                  "DELETE FROM temp.spread WHERE sequence < ?");
    query_integer(&query, (int64_t)received);
    return change(ledger, &query);
}

enum status slips_drop(struct ledger *ledger, uint64_t received)
{
    bool is_there = false;
    enum status status = has_place(ledger, &is_there);
    if (status == OK && is_there)
        status = sqlite_begin(ledger->database);
    return status == OK && is_there ? sqlite_end(ledger->database, drop(ledger, received))
                                    : status;
}
