/* digest: hashes what is too large to be in memory at once, piece by piece (BLAKE2b). */
#ifndef SEAL_DIGEST_H
#define SEAL_DIGEST_H

#include "base/span.h"

enum { DIGEST_MAX_BYTES = 64, DIGEST_STATE_BYTES = 384 };

struct digest {
    _Alignas(64) unsigned char state[DIGEST_STATE_BYTES];
    size_t count; /* bytes of the hash */
};

/* digest_begin(digest, count): starts a hash of `count` bytes (16 to 64), without key. */
void digest_begin(struct digest *digest, size_t count);
/* digest_step(digest, bytes): adds `bytes`. */
void digest_step(struct digest *digest, struct span bytes);
/* digest_end(digest, out_hash): writes the hash of all added bytes; `digest` is used up. */
void digest_end(struct digest *digest, unsigned char *out_hash);

#endif
