/* draft: rows of a sitting in progress, sealed before the next screen shows.
 *
 * The draft key is random and lives in memory; a copy wrapped under a key that only the person's
 * code gives (see code.h) stands beside the rows. Each row is bound to its place: session, row
 * number, assessment and type go into the tag, so no row can be moved or played again elsewhere. */
#ifndef SEAL_DRAFT_H
#define SEAL_DRAFT_H

#include "seal/seal.h"

enum {
    DRAFT_KEY_BYTES = 32,
    DRAFT_PAD_BYTES = 512,             /* plaintext grows in steps of this */
    DRAFT_ROW_MAX_BYTES = 1024 * 1024, /* of plaintext */
    DRAFT_WRAPPED_KEY_BYTES =
        1 + 24 + DRAFT_KEY_BYTES + 16, /* version, nonce, key, tag */
};

struct draft_row {
    unsigned char session_id[CHAIN_ID_BYTES];
    uint64_t number;
    unsigned char assessment_hash[CHAIN_HASH_BYTES];
    unsigned char type;
};

/* draft_wrap(arena, key, row, plaintext, out_sealed):
 * Seals `plaintext` with the draft `key` for the place `row`, into `arena`.
 * STATUS_TOO_LARGE over DRAFT_ROW_MAX_BYTES. */
must_check enum status draft_wrap(struct arena *arena,
                                  const unsigned char key[DRAFT_KEY_BYTES],
                                  const struct draft_row *row, struct span plaintext,
                                  struct span *out_sealed);

/* draft_unwrap(arena, key, row, sealed, out_plaintext):
 * Opens `sealed` with the draft `key` into `arena` (should be guarded). STATUS_DAMAGED
 * when it was altered, cut off, sealed with another key or for another place than `row`,
 * STATUS_UNSUPPORTED for another version. */
must_check enum status draft_unwrap(struct arena *arena,
                                    const unsigned char key[DRAFT_KEY_BYTES],
                                    const struct draft_row *row, struct span sealed,
                                    struct span *out_plaintext);

/* draft_key_wrap(wrapping_key, session_id, key, out_wrapped):
 * Wraps the draft `key` of the session `session_id` with `wrapping_key`. */
void draft_key_wrap(const unsigned char wrapping_key[DRAFT_KEY_BYTES],
                    const unsigned char session_id[CHAIN_ID_BYTES],
                    const unsigned char key[DRAFT_KEY_BYTES],
                    unsigned char out_wrapped[DRAFT_WRAPPED_KEY_BYTES]);

/* draft_key_unwrap(wrapping_key, session_id, wrapped, out_key):
 * The draft key again, into guarded memory at `out_key`. STATUS_WRONG_KEY when `wrapped`
 * was altered or wrapped with another key or for another session, STATUS_UNSUPPORTED for
 * another version. */
must_check enum status
draft_key_unwrap(const unsigned char wrapping_key[DRAFT_KEY_BYTES],
                 const unsigned char session_id[CHAIN_ID_BYTES],
                 const unsigned char wrapped[DRAFT_WRAPPED_KEY_BYTES],
                 unsigned char out_key[DRAFT_KEY_BYTES]);

#endif
