/* entry: one link of the signed chain. Header, signature and payload are the sealer's bytes, kept
 * as they came; the other fields repeat what the header says, so that they can be searched. */
#ifndef CHAIN_ENTRY_H
#define CHAIN_ENTRY_H

#include "chain/header.h"

enum { ENTRY_MAX_PAYLOAD_BYTES = 32 * 1024 * 1024 };

struct entry {
    unsigned char device_id[CHAIN_ID_BYTES];
    uint64_t epoch;    /* of the device's enrolment */
    uint64_t sequence; /* from 1, no gap */
    uint32_t type;     /* of enum header_type */
    unsigned char record_id[CHAIN_ID_BYTES];
    unsigned char previous_hash[CHAIN_HASH_BYTES]; /* zeros at the first */
    unsigned char entry_hash[CHAIN_HASH_BYTES];
    unsigned char header[HEADER_BYTES];
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    struct span payload; /* the sealed record; empty: none, or it was removed */
};

/* entry_from_header(header, payload):
 * The entry of `header` and `payload`, with the bytes of the header. Signature and entry hash are
 * zeros: they are the sealer's to fill in, and who did not write `header` has verified it. */
struct entry entry_from_header(const struct header *header, struct span payload);

/* entry_check(entry):
 * STATUS_BAD_INPUT when epoch or sequence of `entry` is zero or beyond what can be stored,
 * STATUS_TOO_LARGE when its payload is over ENTRY_MAX_PAYLOAD_BYTES. */
must_check enum status entry_check(const struct entry *entry);

#endif
