#include "seal/sign.h"

#include "base/must.h"

#include <sodium.h>

_Static_assert(CHAIN_PUBLIC_KEY_BYTES == crypto_sign_PUBLICKEYBYTES, "public key size");
_Static_assert(SIGN_SECRET_BYTES == crypto_sign_SECRETKEYBYTES, "secret key size");
_Static_assert(CHAIN_SIGNATURE_BYTES == crypto_sign_BYTES, "signature size");

void sign_generate(unsigned char out_secret[SIGN_SECRET_BYTES],
                   unsigned char out_public[CHAIN_PUBLIC_KEY_BYTES])
{
    must(crypto_sign_keypair(out_public, out_secret) == 0);
}

void sign_of_seed(const unsigned char seed[SIGN_SEED_BYTES],
                  unsigned char out_secret[SIGN_SECRET_BYTES])
{
    unsigned char public[CHAIN_PUBLIC_KEY_BYTES];
    must(crypto_sign_ed25519_seed_keypair(public, out_secret, seed) == 0);
}

void sign_public_of(const unsigned char secret[SIGN_SECRET_BYTES],
                    unsigned char out_public[CHAIN_PUBLIC_KEY_BYTES])
{
    unsigned char again[SIGN_SECRET_BYTES];
    must(crypto_sign_seed_keypair(out_public, again, secret) == 0);
    sodium_memzero(again, sizeof again);
}

bool is_sign_whole(const unsigned char secret[SIGN_SECRET_BYTES])
{
    unsigned char kept[CHAIN_PUBLIC_KEY_BYTES], made[CHAIN_PUBLIC_KEY_BYTES];
    must(crypto_sign_ed25519_sk_to_pk(kept, secret) == 0);
    sign_public_of(secret, made);
    return sodium_memcmp(kept, made, sizeof kept) == 0;
}

void sign_bytes(const unsigned char secret[SIGN_SECRET_BYTES], struct span bytes,
                unsigned char out_signature[CHAIN_SIGNATURE_BYTES])
{
    must(crypto_sign_detached(out_signature, NULL, (const unsigned char *)bytes.data,
                              bytes.count, secret) == 0);
}

enum status sign_verify(const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
                        struct span bytes,
                        const unsigned char signature[CHAIN_SIGNATURE_BYTES])
{
    if (crypto_sign_verify_detached(signature, (const unsigned char *)bytes.data,
                                    bytes.count, public) != 0)
        return fail(STATUS_FORGED, "the signature does not fit the data and the key");
    return OK;
}
