/* bundle: sealed records on a stick, one file (HFB1), all numbers little-endian:
 *
 *   "HFB1" | version 4 | device id 16 | epoch 8 | from 8 | to 8 | count 8 | head hash 32
 *   count times:  header 240 | signature 64 | payload length 4 | payload
 *   with version 2:  "HFBS" | slips 4 | length of each 4 | the slips | signature 64
 *   "HFBE" | count 8 | length of the file 8
 *
 * The layout proves nothing and needs no check sum: each header has hash and signature, and
 * whoever imports verifies them. Slips are what people said of themselves for the audit, sealed to
 * the auditors, in no order (store: slips.h); a bundle without any is of version 1. A payload
 * of length 0 was removed before, or never was. An entry that the ledger has lost stands as zeros,
 * so that the others come home at their places. */
#ifndef FLEET_BUNDLE_H
#define FLEET_BUNDLE_H

#include "store/ledger.h"

/* What goes with a bundle besides: all equally long. The signature is its reader's to check. */
struct bundle_slips {
    const struct span *list;
    size_t count;
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
};

/* What the front of a bundle says: whose entries, from which to which place of the chain, and
 * the hash of the last one. */
struct bundle {
    unsigned char device_id[CHAIN_ID_BYTES];
    uint64_t epoch; /* of the last entry */
    uint64_t from_sequence, to_sequence;
    unsigned char head_hash[CHAIN_HASH_BYTES];
    /* Of bundle_write only: the medium itself gave it back. Where the system does not let go of
     * what it remembers of a file, it answers for the medium. */
    bool is_read_back;
    uint32_t slip_count, slip_bytes; /* how many slips, and how long each is */
    uint64_t slips_at;               /* where in the file the first one begins */
};

struct bundle_entry {
    uint64_t sequence; /* its place by counting; the header must say the same */
    unsigned char header[HEADER_BYTES];
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    struct span payload;
};

struct bundle_limits {
    uint64_t max_bytes; /* of the file */
    uint64_t max_count; /* of entries */
    uint32_t max_payload_bytes;
};

/* bundle_write(ledger, from_sequence, path, slips, out_bundle):
 * Writes the entries of `ledger` from `from_sequence` to its end, and `slips` (NULL: none), as a
 * bundle to `path`: beside it, synced, renamed, and then read back and compared with what was
 * given, for sticks lie. `out_bundle` says what was written. STATUS_DAMAGED when the slips are not
 * equally long, STATUS_NOT_FOUND when there is no such entry, STATUS_IO
 * when it does not read back (the file is removed), and what file_write gives. */
must_check enum status bundle_write(struct ledger *ledger, uint64_t from_sequence,
                                    const char *path, const struct bundle_slips *slips,
                                    struct bundle *out_bundle);

/* bundle_slips(arena, path, bundle, out_slips): the slips of the file at `path`, whose front
 * bundle_read has given as `bundle`; none for version 1. STATUS_DAMAGED when the file is another
 * one now. */
must_check enum status bundle_slips(struct arena *arena, const char *path,
                                    const struct bundle *bundle,
                                    struct bundle_slips *out_slips);

/* bundle_read(path, limits, on_entry, context, out_bundle):
 * Reads the bundle at `path` within `limits` and calls `on_entry` with `context` for each entry
 * in order, with the front of the bundle; both are lent for the call. Entries before a fault
 * have been given by then. A status other than OK from `on_entry` ends the reading and is
 * passed on. STATUS_BAD_INPUT when it is no bundle, STATUS_UNSUPPORTED for another version,
 * STATUS_TOO_LARGE over `limits`, STATUS_DAMAGED when it is cut short, says what cannot be or
 * goes on after its end. */
typedef enum status bundle_on_entry(void *context, const struct bundle *bundle,
                                    const struct bundle_entry *entry);
must_check enum status bundle_read(const char *path, const struct bundle_limits *limits,
                                   bundle_on_entry *on_entry, void *context,
                                   struct bundle *out_bundle);

#endif
