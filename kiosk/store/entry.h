/* entry: one link of the signed chain as it is stored. Header, signature and payload are the
 * sealer's bytes, kept as they came; the other fields repeat what the header says, so that they
 * can be searched. Whoever fills an entry has read and verified its header. */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H

#include "base/span.h"

struct query;

enum {
    ENTRY_ID_BYTES = 16,
    ENTRY_HASH_BYTES = 32,
    ENTRY_HEADER_BYTES = 240,
    ENTRY_SIGNATURE_BYTES = 64,
    ENTRY_MAX_PAYLOAD_BYTES = 32 * 1024 * 1024,
};

enum { ENTRY_RESULT = 1 }; /* the type whose record id may be there only once */

struct entry {
    unsigned char device_id[ENTRY_ID_BYTES];
    uint64_t epoch;    /* of the device's enrolment */
    uint64_t sequence; /* from 1, no gap */
    uint32_t type;
    unsigned char record_id[ENTRY_ID_BYTES];
    unsigned char previous_hash[ENTRY_HASH_BYTES]; /* zeros at the first */
    unsigned char entry_hash[ENTRY_HASH_BYTES];
    unsigned char header[ENTRY_HEADER_BYTES];
    unsigned char signature[ENTRY_SIGNATURE_BYTES];
    struct span payload; /* the sealed record; empty: none, or it was removed */
};

/* What is called for each entry of a list: `entry` and `arrival` (its number in order of
 * arrival; 0 in a ledger) are lent for the call, which must not change the list. A status other
 * than OK ends the list and is passed on. */
typedef enum status entry_on_entry(void *context, const struct entry *entry,
                                   int64_t arrival);

/* ENTRY_COLUMNS: the table columns that hold an entry, in the order of the two functions below;
 * ENTRY_VALUES: their question marks; ENTRY_TABLE: their declarations. */
#define ENTRY_COLUMNS                                                                    \
    "device_id, epoch, sequence, type, record_id, previous_hash, entry_hash, header,"    \
    " signature, payload"
#define ENTRY_VALUES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
#define ENTRY_TABLE                                                                      \
    "device_id BLOB NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,"        \
    " type INTEGER NOT NULL, record_id BLOB NOT NULL, previous_hash BLOB NOT NULL,"      \
    " entry_hash BLOB NOT NULL UNIQUE, header BLOB NOT NULL, signature BLOB NOT NULL,"   \
    " payload BLOB"

/* entry_write(entry, query): gives all of `entry` as the next values of `query`. */
void entry_write(const struct entry *entry, struct query *query);

/* entry_read(query, column, out_entry):
 * The entry in the row of `query` whose first column is `column`; its payload is lent until the
 * next step. STATUS_DAMAGED when a field has an impossible length. */
must_check enum status entry_read(struct query *query, int column,
                                  struct entry *out_entry);

/* entry_list(query, on_entry, context):
 * Runs `query`, whose rows are ENTRY_COLUMNS and the number of arrival, and calls `on_entry`
 * with `context` for each. */
must_check enum status entry_list(struct query *query, entry_on_entry *on_entry,
                                  void *context);

/* entry_check(entry):
 * STATUS_BAD_INPUT when epoch or sequence of `entry` is zero or beyond what can be stored,
 * STATUS_TOO_LARGE when its payload is over ENTRY_MAX_PAYLOAD_BYTES. */
must_check enum status entry_check(const struct entry *entry);

#endif
