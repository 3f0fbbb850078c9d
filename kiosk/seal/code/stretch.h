/* stretch: a key from what a person can remember or type, made slow on purpose (Argon2id,
 * RFC 9106, one lane). */
#ifndef SEAL_CODE_STRETCH_H
#define SEAL_CODE_STRETCH_H

#include "base/span.h"

enum { STRETCH_KEY_BYTES = 32, STRETCH_SALT_BYTES = 16 };

/* What one try costs: `passes` over `memory_bytes` of memory. */
struct stretch_cost {
    uint64_t passes;
    uint64_t memory_bytes;
};

/* stretch_key(typed, salt, cost, out_key):
 * The key that belongs to `typed` and the public `salt` at `cost`, into guarded memory at
 * `out_key`. STATUS_BAD_INPUT when the cost is below what Argon2id allows (1 pass, 8
 * KiB), STATUS_IO when the system does not give the memory. */
must_check enum status stretch_key(struct span typed,
                                   const unsigned char salt[STRETCH_SALT_BYTES],
                                   struct stretch_cost cost,
                                   unsigned char out_key[STRETCH_KEY_BYTES]);

#endif
