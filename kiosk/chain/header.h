/* header: what stands before each sealed record, in 240 bytes that are signed (suite 1).
 *
 *   header 240 | signature 64 | the age file
 *
 * age does not say who sealed a file; the header does, and the hash of the previous header in it
 * shows what was deleted, moved, changed or played again. Fixed size, little-endian, no optional
 * fields, no personal data: it can outlive what it sealed.
 *
 *    at  bytes
 *     0      4  "HFE1"
 *     4      1  suite
 *     5      1  type
 *     6      2  flags, all 0
 *     8     16  device id
 *    24      8  epoch
 *    32      8  sequence
 *    40      8  counter, 0
 *    48      8  time
 *    56     16  record id
 *    72     32  hash of the assessment's files
 *   104     32  hash of the keyset
 *   136     32  hash of the software
 *   168      8  length of the age file
 *   176     32  hash of the age file
 *   208     32  hash of the previous header
 */
#ifndef CHAIN_HEADER_H
#define CHAIN_HEADER_H

#include "base/span.h"
#include "chain/chain.h"

enum { HEADER_BYTES = 240, HEADER_HOUR_S = 3600, HEADER_DAY_S = 24 * HEADER_HOUR_S };

/* The numbers between were never written. */
enum header_type {
    HEADER_RESULT = 1, /* the record of a finished sitting */
    HEADER_START = 4,
    HEADER_EVENT =
        6, /* a sitting that ended without a result; a clock that was set (clock_step.h) */
};

struct header {
    enum header_type type;
    unsigned char device_id[CHAIN_ID_BYTES];
    uint64_t epoch;    /* +1 at each enrolment of the device */
    uint64_t sequence; /* from 1, no gap */
    uint64_t
        time_s; /* since 1970, UTC, whole days; 0.1.0 wrote whole hours for candidates */
    unsigned char record_id[CHAIN_ID_BYTES];         /* random */
    unsigned char assessment_hash[CHAIN_HASH_BYTES]; /* of the assessment's files */
    unsigned char keyset_hash[CHAIN_HASH_BYTES];
    unsigned char software_hash[CHAIN_HASH_BYTES];
    uint64_t payload_bytes;
    unsigned char payload_hash[CHAIN_HASH_BYTES];
    unsigned char previous_hash[CHAIN_HASH_BYTES]; /* zeros at the first */
};

/* header_day(unix_ms): the time for `time_s`: `unix_ms` in seconds, floored to the day, for
 * everybody: a colleague's hour would show from the hours of those who sat before and after. A
 * clock that runs past the year 9999 stays in it. */
uint64_t header_day(int64_t unix_ms);

/* header_write(header, out_bytes):
 * The 240 bytes of `header`. A field that header_read would refuse is a bug (must). */
void header_write(const struct header *header, unsigned char out_bytes[HEADER_BYTES]);

/* header_read(bytes, out_header):
 * Takes exactly 240 `bytes` apart; what is read writes the same bytes again. STATUS_DAMAGED for
 * another size or an impossible field, STATUS_UNSUPPORTED for another suite, type or flag. It
 * proves nothing: verify first. */
must_check enum status header_read(struct span bytes, struct header *out_header);

#endif
