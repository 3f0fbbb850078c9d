/* age_unwrap: opens age v1 files. Linked into the desk only, never into the kiosk. */
#ifndef SEAL_AGE_AGE_UNWRAP_H
#define SEAL_AGE_AGE_UNWRAP_H

#include "seal/age/age_identity.h"

/* age_unwrap(arena, identities, count, max_bytes, file, out_plaintext):
 * Opens `file` with the first of `count` `identities` that fits, into `out_plaintext`,
 * built in `arena` (should be guarded). Nothing is let out before the last byte is
 * checked. STATUS_TOO_LARGE when the payload has more than `max_bytes` or the header is
 * over our limits (16 stanzas, 4 KiB), STATUS_WRONG_KEY when no stanza is for one of
 * `identities`, STATUS_DAMAGED when the file is malformed, altered or cut off,
 * STATUS_UNSUPPORTED for kinds that are not read here (armor, passphrase, other
 * versions). */
must_check enum status age_unwrap(struct arena *arena,
                                  const struct age_identity *identities, size_t count,
                                  size_t max_bytes, struct span file,
                                  struct span *out_plaintext);

/* age_unwrap_shared(arena, identities, count, max_bytes, file, shared, out_plaintext):
 * The same, where the header `shared` (age_share.h; empty: there is none) may let one of
 * `identities` open `file`, too. */
must_check enum status age_unwrap_shared(struct arena *arena,
                                         const struct age_identity *identities,
                                         size_t count, size_t max_bytes, struct span file,
                                         struct span shared, struct span *out_plaintext);

#endif
