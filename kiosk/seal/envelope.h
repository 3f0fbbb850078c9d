/* envelope: the signed, chained header around each sealed record (suite 1).
 *
 *   240 bytes header | 64 bytes signature | the age file
 *
 * age does not say who sealed a file; the header does, and the hash of the previous
 * header in it shows what was deleted, moved, changed or played again. Fixed size,
 * little-endian, no optional fields, no personal data: it can outlive what it sealed. */
#ifndef SEAL_ENVELOPE_H
#define SEAL_ENVELOPE_H

#include "seal/seal.h"
#include "seal/sign.h"

enum {
    ENVELOPE_BYTES = 240,
    ENVELOPE_SIGNED_BYTES = ENVELOPE_BYTES + SIGN_SIGNATURE_BYTES,
    ENVELOPE_ID_BYTES = 16,
    ENVELOPE_HOUR_S = 3600,
    ENVELOPE_RECEIPT_BYTES = 16 + 3 + 1, /* symbols, hyphens, ending 0 */
};

enum envelope_type {
    ENVELOPE_RESULT = 1,
    ENVELOPE_ERASURE = 2,
    ENVELOPE_KEYSET = 3,
    ENVELOPE_START = 4,
    ENVELOPE_CHECKPOINT = 5,
    ENVELOPE_EVENT = 6,
};

enum envelope_flag {
    ENVELOPE_CLOCK_TRUSTED = 1,
    ENVELOPE_HAS_COUNTER = 2, /* the TPM counter is there */
    ENVELOPE_PARTIAL = 4,     /* the sitting was not finished */
};

struct envelope {
    enum envelope_type type;
    uint16_t flags; /* of enum envelope_flag */
    unsigned char device_id[ENVELOPE_ID_BYTES];
    uint64_t epoch;                             /* +1 at each enrolment of the device */
    uint64_t sequence;                          /* from 1, no gap */
    uint64_t counter;                           /* of the TPM; 0 if none */
    uint64_t time_s;                            /* since 1970, UTC, whole hours */
    unsigned char record_id[ENVELOPE_ID_BYTES]; /* random */
    unsigned char form_hash[SEAL_HASH_BYTES];
    unsigned char keyset_hash[SEAL_HASH_BYTES];
    unsigned char software_hash[SEAL_HASH_BYTES];
    uint64_t payload_bytes;
    unsigned char payload_hash[SEAL_HASH_BYTES];
    unsigned char previous_hash[SEAL_HASH_BYTES]; /* zeros at the first */
};

/* envelope_hour(unix_ms): the time for `time_s`: `unix_ms` in seconds, floored to the
 * hour. */
uint64_t envelope_hour(int64_t unix_ms);

/* envelope_write(envelope, out_bytes):
 * The 240 bytes of `envelope`. A field that envelope_read would refuse is a bug (must). */
void envelope_write(const struct envelope *envelope,
                    unsigned char out_bytes[ENVELOPE_BYTES]);

/* envelope_read(bytes, out_envelope):
 * Takes exactly 240 `bytes` apart; what is read writes the same bytes again.
 * STATUS_DAMAGED for another size or an impossible field, STATUS_UNSUPPORTED for another
 * suite, type or flag. It proves nothing: verify first. */
must_check enum status envelope_read(struct span bytes, struct envelope *out_envelope);

/* envelope_hash(bytes, out_hash): the entry hash of the header `bytes`: BLAKE2b-256,
 * personalised "hf-entry-v1". */
void envelope_hash(const unsigned char bytes[ENVELOPE_BYTES],
                   unsigned char out_hash[SEAL_HASH_BYTES]);

/* envelope_sign(secret, bytes, out_signature):
 * Signs the header `bytes` with the device key `secret`. */
void envelope_sign(const unsigned char secret[SIGN_SECRET_BYTES],
                   const unsigned char bytes[ENVELOPE_BYTES],
                   unsigned char out_signature[SIGN_SIGNATURE_BYTES]);

/* envelope_verify(public, bytes, signature):
 * STATUS_FORGED unless the device with the key `public` signed the header `bytes`. */
must_check enum status
envelope_verify(const unsigned char public[SIGN_PUBLIC_BYTES],
                const unsigned char bytes[ENVELOPE_BYTES],
                const unsigned char signature[SIGN_SIGNATURE_BYTES]);

/* envelope_cover(payload, envelope):
 * Sets length and hash of the age file `payload` in `envelope`. */
void envelope_cover(struct span payload, struct envelope *envelope);

/* envelope_check(envelope, payload):
 * STATUS_DAMAGED unless `payload` has the length and the hash that `envelope` says. */
must_check enum status envelope_check(const struct envelope *envelope,
                                      struct span payload);

/* envelope_receipt(hash, out_text):
 * The receipt for the person, from the first 80 bits of the entry `hash`: 16 symbols in
 * groups of four, "7ZK2-…", 0-ended in `out_text`. */
void envelope_receipt(const unsigned char hash[SEAL_HASH_BYTES],
                      char out_text[ENVELOPE_RECEIPT_BYTES]);

#endif
