#include "seal/hkdf.h"

#include "base/must.h"

#include <sodium.h>
#include <string.h>

_Static_assert(HKDF_BLOCK_BYTES == crypto_auth_hmacsha256_BYTES, "HMAC-SHA-256 size");

static void hmac_add(crypto_auth_hmacsha256_state *state, struct span bytes)
{
    crypto_auth_hmacsha256_update(state, (const unsigned char *)bytes.data, bytes.count);
}

/* The one-shot HMAC of the library takes keys of 32 bytes only; a salt may have any
 * length. */
static void hmac_begin(crypto_auth_hmacsha256_state *state, struct span key)
{
    crypto_auth_hmacsha256_init(state, (const unsigned char *)key.data, key.count);
}

void hkdf_derive(struct span salt, struct span secret, struct span info, void *out_key,
                 size_t count)
{
    crypto_auth_hmacsha256_state state;
    unsigned char extracted[HKDF_BLOCK_BYTES], block[HKDF_BLOCK_BYTES];
    unsigned char *out = out_key;
    const struct span key = {(const char *)extracted, sizeof extracted};
    must(count <= HKDF_MAX_BYTES);
    hmac_begin(&state, salt);
    hmac_add(&state, secret);
    crypto_auth_hmacsha256_final(&state, extracted);
    for (size_t done = 0; done < count; done += sizeof block) {
        const char number = (char)(done / sizeof block + 1);
        const size_t part = count - done < sizeof block ? count - done : sizeof block;
        hmac_begin(&state, key);
        if (done)
            hmac_add(&state, (struct span){(const char *)block, sizeof block});
        hmac_add(&state, info);
        hmac_add(&state, (struct span){&number, 1});
        crypto_auth_hmacsha256_final(&state, block);
        memcpy(out + done, block, part);
    }
    sodium_memzero(&state, sizeof state);
    sodium_memzero(extracted, sizeof extracted);
    sodium_memzero(block, sizeof block);
}
