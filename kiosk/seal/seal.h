/* seal: what all of this folder needs: the library started, true randomness, one hash.
 *
 * The only cryptography is libsodium's; this folder composes it into the formats of the
 * project and knows nothing of questionnaires, databases or screens. A fault inside the
 * library is a bug and ends the program (must): nothing is ever "sealed anyway". */
#ifndef SEAL_SEAL_H
#define SEAL_SEAL_H

#include "base/span.h"
#include "chain/chain.h"

#include <stdbool.h>

enum { SEAL_PERSONAL_MAX_BYTES = 16 };

/* seal_start():
 * Makes the library ready; once, before anything else of this folder, and harmless when
 * called again. STATUS_IO when the system gives no source of randomness. */
must_check enum status seal_start(void);

/* can_seal_lock():
 * Whether the system keeps small secrets out of swap (mlock works). A terminal refuses to run
 * without it; a desk warns. */
bool can_seal_lock(void);

/* seal_random(out_bytes, count):
 * Fills `count` bytes at `out_bytes` from the system's source of randomness. Cannot fail. */
void seal_random(void *out_bytes, size_t count);

/* seal_hash(personal, bytes, out_hash):
 * BLAKE2b-256 of `bytes` into `out_hash`. `personal` is a text of at most 16 bytes that
 * keeps hashes of different purposes apart; NULL gives the plain hash. */
void seal_hash(const char *personal, struct span bytes,
               unsigned char out_hash[CHAIN_HASH_BYTES]);

/* is_seal_equal(a, b, count):
 * Whether `count` bytes at `a` and `b` are the same, in a time that does not depend on them. */
bool is_seal_equal(const void *a, const void *b, size_t count);

#endif
