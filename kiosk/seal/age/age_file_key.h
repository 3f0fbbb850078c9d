/* age_file_key: the key of one age v1 file, found with the secret key of who may open it. The desk
 * only; the terminal has no such code. */
#ifndef SEAL_AGE_AGE_FILE_KEY_H
#define SEAL_AGE_AGE_FILE_KEY_H

#include "seal/age/age_header.h"
#include "seal/age/age_identity.h"

/* age_file_key_find(arena, header, shared, identities, count, out_key):
 * The file key of the file with this `header`, by the first of `count` `identities` that fits one
 * of its stanzas, or one of the `shared` header (age_share.h; empty: there is none). Whichever it
 * was, the MAC of `header` is checked with it: a shared header can open its own file only.
 * `arena` is for scratch (secret_open_in); `out_key`, in guarded memory, is set on success.
 * STATUS_WRONG_KEY when none fits, STATUS_DAMAGED when a header was altered; a `shared` one that
 * is malformed is named. */
must_check enum status
age_file_key_find(struct arena *arena, const struct age_header *header,
                  struct span shared, const struct age_identity *identities, size_t count,
                  unsigned char out_key[AGE_FILE_KEY_BYTES]);

#endif
