/* draft: rows of a sitting in progress, sealed before the next screen shows.
 *
 * The draft key is random and lives in memory; a copy wrapped under a key that only the person's
 * code gives (see code.h) stands beside the rows. Each row is bound to its place: session, row
 * number, assessment, type and the hash of the row before go into the tag, so no row can be moved,
 * left out or played again elsewhere. The head says how many rows there are: a draft that lacks its
 * last ones is known by it. Rows of 0.1.0, which do not name the row before, still open. */
#ifndef SEAL_DRAFT_H
#define SEAL_DRAFT_H

#include "seal/seal.h"

enum {
    DRAFT_KEY_BYTES = 32,
    DRAFT_PAD_BYTES = 512,             /* plaintext grows in steps of this */
    DRAFT_ROW_MAX_BYTES = 1024 * 1024, /* of plaintext */
    DRAFT_WRAPPED_KEY_BYTES =
        1 + 24 + DRAFT_KEY_BYTES + 16, /* version, nonce, key, tag */
    DRAFT_HEAD_BYTES = 1 + 24 + 8 + CHAIN_HASH_BYTES + 16,
};

struct draft_row {
    unsigned char session_id[CHAIN_ID_BYTES];
    uint64_t number;
    unsigned char assessment_hash[CHAIN_HASH_BYTES];
    unsigned char type;
    unsigned char
        previous_hash[CHAIN_HASH_BYTES]; /* draft_hash; zeros before the first */
};

/* What a session says of its rows. */
struct draft_head {
    uint64_t row_count;
    unsigned char assessment_hash[CHAIN_HASH_BYTES];
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

/* draft_hash(sealed, out_hash): by what the next row names the one that is `sealed`. */
void draft_hash(struct span sealed, unsigned char out_hash[CHAIN_HASH_BYTES]);

/* is_draft_chained(sealed): whether the row that is `sealed` names the row before; those of
 * 0.1.0 do not, and had no head. */
bool is_draft_chained(struct span sealed);

/* draft_head_wrap(key, session_id, head, out_sealed), draft_head_unwrap(key, session_id, sealed,
 * out_head):
 * Seals and opens the `head` of the session `session_id` with its draft `key`. STATUS_DAMAGED when
 * `sealed` was altered, has another size or belongs to another session, STATUS_UNSUPPORTED for
 * another version. */
void draft_head_wrap(const unsigned char key[DRAFT_KEY_BYTES],
                     const unsigned char session_id[CHAIN_ID_BYTES],
                     const struct draft_head *head,
                     unsigned char out_sealed[DRAFT_HEAD_BYTES]);
must_check enum status draft_head_unwrap(const unsigned char key[DRAFT_KEY_BYTES],
                                         const unsigned char session_id[CHAIN_ID_BYTES],
                                         struct span sealed, struct draft_head *out_head);

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
