/* minisign: signatures beside a file, readable by Debian's `minisign`. For documents and
 * configuration.
 *
 * The signature says who signed these bytes; only the trusted comment can say what they
 * are (product, kind, version, number), so the caller checks it. Only the prehashed kind
 * `ED` is written and read. */
#ifndef SEAL_MINISIGN_H
#define SEAL_MINISIGN_H

#include "seal/sign.h"

enum {
    MINISIGN_NUMBER_BYTES = 8,
    MINISIGN_MAX_BYTES = 16 * 1024,    /* of a signature or public key text */
    MINISIGN_COMMENT_MAX_BYTES = 8000, /* of a trusted comment when writing */
};

struct minisign_public {
    unsigned char number[MINISIGN_NUMBER_BYTES]; /* random; only an identifier */
    unsigned char key[CHAIN_PUBLIC_KEY_BYTES];
};

struct minisign_key { /* in guarded memory only */
    unsigned char number[MINISIGN_NUMBER_BYTES];
    unsigned char secret[SIGN_SECRET_BYTES];
};

/* minisign_generate(out_key): a new key with a random number, into guarded memory. */
void minisign_generate(struct minisign_key *out_key);

/* minisign_public_of(key, out_public): the public half of `key`. */
void minisign_public_of(const struct minisign_key *key,
                        struct minisign_public *out_public);

/* minisign_public_write(arena, public): the two lines of a public key file for `public`. */
struct span minisign_public_write(struct arena *arena,
                                  const struct minisign_public *public);

/* minisign_public_read(text, out_public):
 * Reads the two lines of a public key file. STATUS_BAD_INPUT says what is wrong with
 * `text`. */
must_check enum status minisign_public_read(struct span text,
                                            struct minisign_public *out_public);

/* minisign_sign(arena, key, trusted_comment, bytes, out_text):
 * The four lines of a signature of `key` over `bytes` and the `trusted_comment`, in
 * `arena`. STATUS_BAD_INPUT when the comment is over 8,000 bytes, not UTF-8 or has
 * control characters other than TAB. */
must_check enum status minisign_sign(struct arena *arena, const struct minisign_key *key,
                                     struct span trusted_comment, struct span bytes,
                                     struct span *out_text);

/* minisign_verify(arena, public, bytes, text, out_trusted_comment):
 * Checks the signature `text` of the owner of `public` over `bytes`; the trusted comment
 * is copied into `arena`. STATUS_FORGED when a signature does not fit, STATUS_WRONG_KEY
 * when another key signed, STATUS_UNSUPPORTED for the legacy kind, STATUS_DAMAGED when
 * `text` is malformed, STATUS_TOO_LARGE over 16 KiB. */
must_check enum status minisign_verify(struct arena *arena,
                                       const struct minisign_public *public,
                                       struct span bytes, struct span text,
                                       struct span *out_trusted_comment);

#endif
