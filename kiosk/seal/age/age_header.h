/* age_header: the text at the front of an age v1 file, read strictly.
 *
 * It is parsed before anything is authenticated, so it has limits of ours: 16 stanzas and
 * 4 KiB. Stanzas of unknown kinds are parsed as strictly and passed over. */
#ifndef SEAL_AGE_AGE_HEADER_H
#define SEAL_AGE_AGE_HEADER_H

#include "seal/age/age_format.h"

struct age_stanza {
    unsigned char share[AGE_KEY_BYTES]; /* the writer's ephemeral public key */
    unsigned char body[AGE_BODY_BYTES]; /* the wrapped file key */
};

struct age_header {
    struct age_stanza stanzas[AGE_MAX_STANZAS]; /* of the kind X25519 */
    size_t stanza_count;
    size_t recipient_count; /* stanzas of every kind */
    unsigned char mac[AGE_KEY_BYTES];
    struct span covered; /* by the MAC; lent from the file */
    struct span payload; /* nonce and chunks; lent from the file */
};

/* age_header_read(file, out_header):
 * Takes the header of `file` apart. STATUS_DAMAGED when it is malformed or cut off,
 * STATUS_UNSUPPORTED for armored files, passphrases (scrypt) and other versions,
 * STATUS_TOO_LARGE over the limits. */
must_check enum status age_header_read(struct span file, struct age_header *out_header);

#endif
