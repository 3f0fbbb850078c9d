/* pbkdf2: a slow hash of a passphrase as boot loaders want it (RFC 8018: PBKDF2 with HMAC-SHA-512).
 * Our own, since libsodium has its parts only; where we choose, there is stretch. */
#ifndef SEAL_PBKDF2_H
#define SEAL_PBKDF2_H

#include "base/span.h"

enum { PBKDF2_BYTES = 64 };

/* pbkdf2_derive(passphrase, salt, rounds, out_hash): the first block for the `passphrase`, with
 * `salt` and at least one of `rounds`. */
void pbkdf2_derive(struct span passphrase, struct span salt, unsigned rounds,
                   unsigned char out_hash[PBKDF2_BYTES]);

#endif
