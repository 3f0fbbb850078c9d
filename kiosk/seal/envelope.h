/* envelope: makes the header of a record (chain/header.h) its seal: the next header names it by
 * its hash, the device signs that hash, and the hash of the payload is in it. */
#ifndef SEAL_ENVELOPE_H
#define SEAL_ENVELOPE_H

#include "chain/header.h"
#include "seal/seal.h"
#include "seal/sign.h"

enum { ENVELOPE_RECEIPT_BYTES = 16 + 3 + 1 }; /* symbols, hyphens, ending 0 */

/* envelope_hash(bytes, out_hash): the entry hash of the header `bytes`, which is BLAKE2b-256
 * personalised "hf-entry-v1". */
void envelope_hash(const unsigned char bytes[HEADER_BYTES],
                   unsigned char out_hash[CHAIN_HASH_BYTES]);

/* envelope_sign(secret, bytes, out_signature):
 * Signs the header `bytes` with the device key `secret`. */
void envelope_sign(const unsigned char secret[SIGN_SECRET_BYTES],
                   const unsigned char bytes[HEADER_BYTES],
                   unsigned char out_signature[CHAIN_SIGNATURE_BYTES]);

/* envelope_verify(public, bytes, signature):
 * STATUS_FORGED unless the device with the key `public` signed the header `bytes`. */
must_check enum status
envelope_verify(const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
                const unsigned char bytes[HEADER_BYTES],
                const unsigned char signature[CHAIN_SIGNATURE_BYTES]);

/* envelope_cover(payload, header):
 * Sets length and hash of the age file `payload` in `header`. */
void envelope_cover(struct span payload, struct header *header);

/* envelope_check(header, payload):
 * STATUS_DAMAGED unless `payload` has the length and the hash that `header` says. */
must_check enum status envelope_check(const struct header *header, struct span payload);

/* envelope_receipt(hash, out_text):
 * The receipt for the person, from the first 80 bits of the entry `hash`: 16 symbols in
 * groups of four, "7ZK2-…", 0-ended in `out_text`. */
void envelope_receipt(const unsigned char hash[CHAIN_HASH_BYTES],
                      char out_text[ENVELOPE_RECEIPT_BYTES]);

#endif
