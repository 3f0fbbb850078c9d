/* signed_paper: the bytes of a paper that somebody signs and some may read: a signature of
 * Ed25519, and an age file. The signature is over a label of its purpose, what it belongs to,
 * and the sealed bytes. */
#ifndef APP_DESK_OFFICE_INTERVIEW_SIGNED_PAPER_H
#define APP_DESK_OFFICE_INTERVIEW_SIGNED_PAPER_H

#include "app/desk/office/keys.h"

struct signed_paper {
    const char *label; /* at most SEAL_PERSONAL_MAX_BYTES, such as "hf-change-v1" */
    const unsigned char *owner; /* CHAIN_HASH_BYTES: what it belongs to */
};

/* signed_paper_secret(keys, out_secret): the signing key of the person whose `keys` are open,
 * into guarded memory; STATUS_REFUSED when they sign nothing. signed_paper_make(arena, kind,
 * keys, recipients, count, plain, out_body): `plain`, sealed to `recipients` and signed by the
 * person whose `keys` are open; `arena` is guarded. signed_paper_open(arena, keys, max_bytes,
 * body, out_plain): what is in `body`; fails as age_unwrap. signed_paper_check(kind, verify_key,
 * body): STATUS_FORGED unless the owner of `verify_key` signed it. signed_paper_hash(kind, body,
 * out_hash): of all of `body`, for the log. */
must_check enum status signed_paper_secret(const struct keys *keys,
                                           unsigned char out_secret[SIGN_SECRET_BYTES]);
must_check enum status
signed_paper_make(struct arena *arena, const struct signed_paper *kind,
                  const struct keys *keys, const struct age_recipient *recipients,
                  size_t count, struct span plain, struct span *out_body);
must_check enum status signed_paper_open(struct arena *arena, const struct keys *keys,
                                         size_t max_bytes, struct span body,
                                         struct span *out_plain);
must_check enum status
signed_paper_check(const struct signed_paper *kind,
                   const unsigned char verify_key[CHAIN_PUBLIC_KEY_BYTES],
                   struct span body);
void signed_paper_hash(const struct signed_paper *kind, struct span body,
                       unsigned char out_hash[CHAIN_HASH_BYTES]);

#endif
