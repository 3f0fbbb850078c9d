/* age_format: what writer and reader of age v1 files share: sizes and the derived keys.
 *
 *   header:  age-encryption.org/v1, one X25519 stanza per recipient, --- MAC
 *   payload: 16 bytes nonce, then chunks of 64 KiB, each with a tag
 *
 *   ephemeral x recipient -> wrap key -> file key -> MAC key, payload key
 */
#ifndef SEAL_AGE_AGE_FORMAT_H
#define SEAL_AGE_AGE_FORMAT_H

#include "base/span.h"

#include <stdbool.h>

#define AGE_FIRST_LINE "age-encryption.org/v1"
#define AGE_X25519 "X25519"
#define AGE_MAC_MARK "---"

enum {
    AGE_FILE_KEY_BYTES = 16,
    AGE_KEY_BYTES = 32, /* X25519 keys and shares, derived keys, the MAC */
    AGE_TAG_BYTES = 16,
    AGE_BODY_BYTES = AGE_FILE_KEY_BYTES + AGE_TAG_BYTES, /* of an X25519 stanza */
    AGE_NONCE_BYTES = 16,                                /* before the chunks */
    AGE_CHUNK_BYTES = 64 * 1024,                         /* of plaintext */
    AGE_SEALED_CHUNK_BYTES = AGE_CHUNK_BYTES + AGE_TAG_BYTES,
    AGE_CHUNK_NONCE_BYTES = 12,
    AGE_MAX_STANZAS = 16,            /* our limit; age has none */
    AGE_MAX_HEADER_BYTES = 4 * 1024, /* our limit; age has none */
};

/* age_format_wrap_key(share, recipient, shared, out_key):
 * The key that wraps the file key: from the ephemeral public key `share` as it is written
 * in the file, the public key `recipient`, and the X25519 result `shared` of the two. */
void age_format_wrap_key(const unsigned char share[AGE_KEY_BYTES],
                         const unsigned char recipient[AGE_KEY_BYTES],
                         const unsigned char shared[AGE_KEY_BYTES],
                         unsigned char out_key[AGE_KEY_BYTES]);

/* age_format_mac(file_key, header, out_mac):
 * The MAC of `header`, all bytes from the first of the file to the mark "---" included. */
void age_format_mac(const unsigned char file_key[AGE_FILE_KEY_BYTES], struct span header,
                    unsigned char out_mac[AGE_KEY_BYTES]);

/* age_format_payload_key(file_key, nonce, out_key): the key of the chunks after `nonce`. */
void age_format_payload_key(const unsigned char file_key[AGE_FILE_KEY_BYTES],
                            const unsigned char nonce[AGE_NONCE_BYTES],
                            unsigned char out_key[AGE_KEY_BYTES]);

/* age_format_chunk_nonce(index, is_last, out_nonce):
 * The nonce of chunk number `index` from 0: big-endian counter, then the mark of the last. */
void age_format_chunk_nonce(uint64_t index, bool is_last,
                            unsigned char out_nonce[AGE_CHUNK_NONCE_BYTES]);

#endif
