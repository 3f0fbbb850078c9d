/* query: one statement on a database, from its values to its rows.
 *
 *   scoped_query query = query_of(database, "read", "SELECT sealed FROM row WHERE session = ?");
 *   query_bytes(&query, session);
 *   while (query_step(&query))
 *       use(query_column_bytes(&query, 0));
 *   return query_end(&query);
 *
 * Values are given in the order of the question marks. The first failure is kept in the
 * query and makes all later calls do nothing, so it is looked at once, at the end. */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include "store/sqlite.h"

struct sqlite3_stmt;

struct query {
    struct database *database;
    struct sqlite3_stmt *statement;
    const char *doing;
    int value_count;
    enum status status;
};

/* query_of(database, doing, sql):
 * Prepares `sql` on `database`. `doing` is the verb for sentences ("read", "write"). Both
 * texts are literals of ours and are kept. */
struct query query_of(struct database *database, const char *doing, const char *sql);

/* query_integer(query, value), query_bytes(query, bytes), query_fixed(query, bytes, count),
 * query_maybe_bytes(query, bytes), query_text(query, text):
 * Give the next value; the memory of `bytes` and `text` is lent until the last step.
 * query_maybe_bytes gives NULL for empty `bytes`. */
void query_integer(struct query *query, int64_t value);
void query_bytes(struct query *query, struct span bytes);
void query_fixed(struct query *query, const unsigned char *bytes, size_t count);
void query_maybe_bytes(struct query *query, struct span bytes);
void query_text(struct query *query, struct span text);

/* query_step(query):
 * Runs to the next row; false when there is none, at the end or after a failure. */
bool query_step(struct query *query);

/* query_column_integer(query, column), query_column_bytes(query, column):
 * The value in `column`, from 0, of this row. Bytes are lent until the next step; NULL is the
 * empty span. */
int64_t query_column_integer(struct query *query, int column);
struct span query_column_bytes(struct query *query, int column);

/* query_column_fixed(query, column, bytes, out_bytes):
 * Copies the blob in `column` to `out_bytes`; one that is not exactly `bytes` long sets
 * STATUS_DAMAGED and copies nothing. */
void query_column_fixed(struct query *query, int column, size_t bytes,
                        unsigned char *out_bytes);

/* query_number(query, out_number):
 * Runs to the one row of `query`, whose only column is a number. */
must_check enum status query_number(struct query *query, int64_t *out_number);

/* query_has_row(query, out_is_there): runs `query`, of which only matters whether it has a row. */
must_check enum status query_has_row(struct query *query, bool *out_is_there);

/* query_end(query), query_run(query):
 * How it went, once no more rows are wanted. Statements that give no rows are run by query_run,
 * which is query_step and query_end. */
must_check enum status query_end(struct query *query);
must_check enum status query_run(struct query *query);

/* query_changed_count(query): how many rows the statement that was run added or changed. */
size_t query_changed_count(const struct query *query);

/* query_done(query): gives the statement back; by scoped cleanup. */
void query_done(struct query *query);
#define scoped_query __attribute__((cleanup(query_done))) struct query

#endif
