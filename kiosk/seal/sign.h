/* sign: Ed25519 key pairs, signatures over bytes. What is signed begins with a label of
 * its purpose (see envelope.h, minisign.h), so that no signature can serve for another
 * purpose. */
#ifndef SEAL_SIGN_H
#define SEAL_SIGN_H

#include "base/span.h"
#include "chain/chain.h"

#include <stdbool.h>

enum { SIGN_SECRET_BYTES = 64 };

/* sign_generate(out_secret, out_public):
 * A new random key pair; `out_secret` must lie in guarded memory. */
void sign_generate(unsigned char out_secret[SIGN_SECRET_BYTES],
                   unsigned char out_public[CHAIN_PUBLIC_KEY_BYTES]);

/* sign_of_seed(seed, out_secret): the key pair that the SIGN_SEED_BYTES of `seed` give; a secret
 * begins with its seed. */
enum { SIGN_SEED_BYTES = 32 };
void sign_of_seed(const unsigned char seed[SIGN_SEED_BYTES],
                  unsigned char out_secret[SIGN_SECRET_BYTES]);

/* sign_public_of(secret, out_public): the public key that belongs to `secret`, computed from its
 * seed. is_sign_whole(secret): the public half that is kept beside the seed is the one that belongs
 * to it; with another one, what `secret` signs nobody can verify. */
void sign_public_of(const unsigned char secret[SIGN_SECRET_BYTES],
                    unsigned char out_public[CHAIN_PUBLIC_KEY_BYTES]);
bool is_sign_whole(const unsigned char secret[SIGN_SECRET_BYTES]);

/* sign_bytes(secret, bytes, out_signature): signs `bytes` with `secret`. */
void sign_bytes(const unsigned char secret[SIGN_SECRET_BYTES], struct span bytes,
                unsigned char out_signature[CHAIN_SIGNATURE_BYTES]);

/* sign_verify(public, bytes, signature):
 * STATUS_FORGED unless `signature` was made over exactly `bytes` by the owner of the key
 * `public`. Keys and signatures of low order or in a second spelling are refused, too. */
must_check enum status sign_verify(const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
                                   struct span bytes,
                                   const unsigned char signature[CHAIN_SIGNATURE_BYTES]);

#endif
