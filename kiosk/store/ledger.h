/* ledger: the terminal's chain of sealed records, and what the terminal is (ledger.db).
 *
 *   entry 1 <- entry 2 <- entry 3        each names the hash of the one before
 *
 * Entries are only appended. What opens a record is not known here. Which access codes were used
 * stands in the same file and nowhere near the entries: marks.h. */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include "store/entry_row.h"

#include <stdbool.h>

enum { LEDGER_MAX_IDENTITY_BYTES = 64 * 1024 };

struct ledger;

/* The end of the chain; all zeros while it is empty. */
struct ledger_head {
    uint64_t epoch, sequence;
    unsigned char entry_hash[CHAIN_HASH_BYTES];
};

/* ledger_open(arena, path, out_ledger), ledger_close(ledger):
 * Opens, or makes, the file at `path`; the handle is built in `arena`, which must outlive it.
 * Fails as database_open does. ledger_close is NULL-safe. */
must_check enum status ledger_open(struct arena *arena, const char *path,
                                   struct ledger **out_ledger);
void ledger_close(struct ledger *ledger);

/* ledger_look(arena, path, out_ledger): the same, to be read only; nothing is made and no byte is
 * changed. Fails as database_look. */
must_check enum status ledger_look(struct arena *arena, const char *path,
                                   struct ledger **out_ledger);

/* ledger_check(ledger):
 * Reads the whole file. STATUS_DAMAGED when its structure is broken or an entry is missing. It
 * proves no signature. */
must_check enum status ledger_check(struct ledger *ledger);

/* ledger_head(ledger, out_head): the last entry's place and hash. */
must_check enum status ledger_head(struct ledger *ledger, struct ledger_head *out_head);

/* ledger_append(ledger, entry):
 * Adds `entry` at the end; after OK it survives a power cut. STATUS_EXISTS when its record is a
 * result that is already there, STATUS_REFUSED when it does not continue the chain: sequence
 * one more than the last, the last hash as previous hash (zeros at the first), epoch not lower.
 * After any failure nothing was added. */
must_check enum status ledger_append(struct ledger *ledger, const struct entry *entry);

/* ledger_cut_log(ledger): moves what was written into the file and cuts the log beside it to
 * nothing: it tells what was written after what. STATUS_NO_ACCESS while another program reads;
 * nothing is lost by a failure. */
must_check enum status ledger_cut_log(struct ledger *ledger);

/* ledger_list(ledger, from_sequence, on_entry, context):
 * Calls `on_entry` with `context` for the entries from `from_sequence` on, in order. */
must_check enum status ledger_list(struct ledger *ledger, uint64_t from_sequence,
                                   entry_row_on_entry *on_entry, void *context);

/* ledger_get(arena, ledger, sequence, out_entry):
 * The entry number `sequence`, its payload in `arena`; STATUS_NOT_FOUND. */
must_check enum status ledger_get(struct arena *arena, struct ledger *ledger,
                                  uint64_t sequence, struct entry *out_entry);

/* ledger_erase(ledger, record_ids, count):
 * Removes the payloads of these `count` results for ever and sweeps the file, so that no byte of
 * them is left in the file or beside it. Headers and signatures stay, so the chain is whole. One
 * that is not here, or has no payload any more, is passed over. Takes time by how many go, and by
 * how many entries there are, not by how large what stays is: see gaps_clear, and, where
 * most of them go, database_sweep, and their failures. */
must_check enum status ledger_erase(struct ledger *ledger,
                                    const unsigned char (*record_ids)[CHAIN_ID_BYTES],
                                    size_t count);

/* ledger_drop(ledger, to_sequence, kept, kept_count, out_dropped_count):
 * Removes the payloads of the entries 1 to `to_sequence`, except those at the `kept_count`
 * sorted sequences `kept`; headers and signatures stay, so the chain is whole. Where most of
 * them go, their room is given back to the disk, else to the entries that come. What a call
 * before left to sweep is swept in any case. Time and failures as ledger_erase says. After a
 * failure of the sweep the payloads are gone, and it is done next time. */
must_check enum status ledger_drop(struct ledger *ledger, uint64_t to_sequence,
                                   const uint64_t *kept, size_t kept_count,
                                   size_t *out_dropped_count);

/* ledger_record_hash(ledger, record_id, out_hash): the entry hash of the result `record_id`,
 * with or without its payload; STATUS_NOT_FOUND. */
must_check enum status ledger_record_hash(struct ledger *ledger,
                                          const unsigned char record_id[CHAIN_ID_BYTES],
                                          unsigned char out_hash[CHAIN_HASH_BYTES]);

/* ledger_put_identity(ledger, name, sealed),
 * ledger_get_identity(arena, ledger, name, out_sealed):
 * What the terminal is, as opaque pieces by `name` ("signing-key"): put replaces and leaves no
 * byte of the old piece; get builds the piece in `arena`. STATUS_TOO_LARGE over
 * LEDGER_MAX_IDENTITY_BYTES, STATUS_NOT_FOUND. */
must_check enum status ledger_put_identity(struct ledger *ledger, const char *name,
                                           struct span sealed);
must_check enum status ledger_get_identity(struct arena *arena, struct ledger *ledger,
                                           const char *name, struct span *out_sealed);

/* ledger_seal_identity(ledger, name, sealed_name, sealed): what stood there as `name` stands
 * there as `sealed_name` from now on, sealed; no byte of `name` is left in the file or beside
 * it. Fails as gaps_clear does. */
must_check enum status ledger_seal_identity(struct ledger *ledger, const char *name,
                                            const char *sealed_name, struct span sealed);

#endif
