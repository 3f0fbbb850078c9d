/* entry_row: an entry as a row of a table: its columns, written and read in one order. */
#ifndef STORE_ENTRY_ROW_H
#define STORE_ENTRY_ROW_H

#include "chain/entry.h"

struct query;

/* What is called for each entry of a list: `entry` and `arrival` (its number in order of
 * arrival; 0 in a ledger) are lent for the call, which must not change the list. A status other
 * than OK ends the list and is passed on. */
typedef enum status entry_row_on_entry(void *context, const struct entry *entry,
                                       int64_t arrival);

/* ENTRY_ROW_COLUMNS: the table columns that hold an entry, in the order of the two functions
 * below; ENTRY_ROW_FACTS: all but the last, its payload; ENTRY_ROW_VALUES: their question marks;
 * ENTRY_ROW_TABLE: their declarations. */
#define ENTRY_ROW_FACTS                                                                  \
    "device_id, epoch, sequence, type, record_id, previous_hash, entry_hash, header,"    \
    " signature"
#define ENTRY_ROW_COLUMNS ENTRY_ROW_FACTS ", payload"
#define ENTRY_ROW_VALUES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
#define ENTRY_ROW_TABLE                                                                  \
    "device_id BLOB NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,"        \
    " type INTEGER NOT NULL, record_id BLOB NOT NULL, previous_hash BLOB NOT NULL,"      \
    " entry_hash BLOB NOT NULL UNIQUE, header BLOB NOT NULL, signature BLOB NOT NULL,"   \
    " payload BLOB"
_Static_assert(HEADER_RESULT == 1,
               "the statements of this folder say type = 1 for results");

/* entry_row_write(entry, query): gives all of `entry` as the next values of `query`. */
void entry_row_write(const struct entry *entry, struct query *query);

/* entry_row_read(query, column, out_entry):
 * The entry in the row of `query` whose first column is `column`; its payload is lent until the
 * next step. STATUS_DAMAGED when a field has an impossible length. */
must_check enum status entry_row_read(struct query *query, int column,
                                      struct entry *out_entry);

/* entry_row_list(query, on_entry, context):
 * Runs `query`, whose rows are ENTRY_ROW_COLUMNS and the number of arrival, and calls `on_entry`
 * with `context` for each. */
must_check enum status entry_row_list(struct query *query, entry_row_on_entry *on_entry,
                                      void *context);

#endif
