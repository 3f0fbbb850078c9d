#include "seal/pbkdf2.h"

#include <sodium.h>
#include <string.h>

_Static_assert(PBKDF2_BYTES == crypto_auth_hmacsha512_BYTES, "HMAC-SHA-512 size");

static void hmac(struct span passphrase, struct span first, struct span second,
                 unsigned char out_hash[PBKDF2_BYTES])
{
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, (const unsigned char *)passphrase.data,
                                passphrase.count);
    crypto_auth_hmacsha512_update(&state, (const unsigned char *)first.data, first.count);
    crypto_auth_hmacsha512_update(&state, (const unsigned char *)second.data,
                                  second.count);
    crypto_auth_hmacsha512_final(&state, out_hash);
    sodium_memzero(&state, sizeof state);
}

void pbkdf2_derive(struct span passphrase, struct span salt, unsigned rounds,
                   unsigned char out_hash[PBKDF2_BYTES])
{
    unsigned char block[PBKDF2_BYTES];
    const struct span last = {(const char *)block, sizeof block};
    hmac(passphrase, salt, SPAN("\0\0\0\1"), block);
    memcpy(out_hash, block, sizeof block);
    for (unsigned round = 1; round < rounds; round++) {
        hmac(passphrase, last, SPAN(""), block);
        for (size_t i = 0; i < sizeof block; i++)
            out_hash[i] ^= block[i];
    }
    sodium_memzero(block, sizeof block);
}
