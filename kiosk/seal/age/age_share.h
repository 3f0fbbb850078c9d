/* age_share: one more recipient for a sealed file, whose bytes stay as they are.
 *
 * The file key is wrapped anew in a header of its own, which is kept beside the file. With that
 * header in the place of its own the file is a whole age v1 file again, which Debian's `age` opens
 * with the new key. Who can share can open: the desk only. */
#ifndef SEAL_AGE_AGE_SHARE_H
#define SEAL_AGE_AGE_SHARE_H

#include "seal/age/age_identity.h"

/* age_share(arena, identities, count, file, shared, recipient, out_header):
 * The header that lets `recipient` open `file`, in `arena`. `identities` open it, themselves by its
 * own header or by that in `shared` (empty: there is none). Fails as age_unwrap does before it
 * opens the payload, and with STATUS_BAD_INPUT for a `recipient` that is no true public key. */
must_check enum status age_share(struct arena *arena,
                                 const struct age_identity *identities, size_t count,
                                 struct span file, struct span shared,
                                 const struct age_recipient *recipient,
                                 struct span *out_header);

/* age_share_whole(arena, file, shared, out_whole): `file` with the header `shared` in the place of
 * its own. STATUS_DAMAGED when one of them has no whole header. */
must_check enum status age_share_whole(struct arena *arena, struct span file,
                                       struct span shared, struct span *out_whole);

#endif
