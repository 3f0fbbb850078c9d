/* hkdf: many keys from one secret (RFC 5869: HKDF with HMAC-SHA-256). */
#ifndef SEAL_HKDF_H
#define SEAL_HKDF_H

#include "base/span.h"

enum { HKDF_BLOCK_BYTES = 32, HKDF_MAX_BYTES = 255 * HKDF_BLOCK_BYTES };

/* hkdf_derive(salt, secret, info, out_key, count):
 * Fills `count` bytes (at most HKDF_MAX_BYTES) at `out_key` with the key that belongs to
 * the input `secret`, the public `salt` (may be empty) and the purpose `info`. */
void hkdf_derive(struct span salt, struct span secret, struct span info, void *out_key,
                 size_t count);

#endif
