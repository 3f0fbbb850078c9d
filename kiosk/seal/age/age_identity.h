/* age_identity: the secret key `AGE-SECRET-KEY-1…` of one who may open. Never on a kiosk.
 *
 * Keep identities in guarded memory (struct secret or a guarded arena). No message of
 * this module quotes a key. */
#ifndef SEAL_AGE_AGE_IDENTITY_H
#define SEAL_AGE_AGE_IDENTITY_H

#include "seal/age/age_recipient.h"

enum { AGE_IDENTITY_BYTES = 32, AGE_IDENTITY_MAX_COUNT = 64 };

struct age_identity {
    unsigned char secret[AGE_IDENTITY_BYTES];
    struct age_recipient recipient; /* belongs to `secret` */
};

/* age_identity_generate(out_identity):
 * A new random key and its recipient, in the guarded memory that `out_identity` points
 * to. */
void age_identity_generate(struct age_identity *out_identity);

/* age_identity_of(secret, out_identity):
 * The identity whose secret key is the 32 bytes at `secret`, with its recipient. */
void age_identity_of(const unsigned char secret[AGE_IDENTITY_BYTES],
                     struct age_identity *out_identity);

/* age_identity_write(arena, identity):
 * The text of the secret key of `identity`; `arena` should be guarded. */
struct span age_identity_write(struct arena *arena, const struct age_identity *identity);

/* age_identity_list(arena, text, out_identities, out_count):
 * Reads the `text` of an identity file into `arena` (should be guarded): one key a line;
 * empty lines and lines that begin with # are passed over, CRLF is accepted.
 * STATUS_BAD_INPUT or STATUS_UNSUPPORTED with the line number; also for no key at all and
 * for more than AGE_IDENTITY_MAX_COUNT. */
must_check enum status age_identity_list(struct arena *arena, struct span text,
                                         struct age_identity **out_identities,
                                         size_t *out_count);

#endif
