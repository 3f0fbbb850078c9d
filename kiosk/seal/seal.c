#include "seal/seal.h"

#include "base/must.h"

#include <sodium.h>
#include <string.h>

_Static_assert(CHAIN_HASH_BYTES == crypto_generichash_blake2b_BYTES, "hash size");
_Static_assert(SEAL_PERSONAL_MAX_BYTES == crypto_generichash_blake2b_PERSONALBYTES,
               "personal size");

enum status seal_start(void)
{
    if (sodium_init() < 0)
        return fail(STATUS_IO,
                    "the system gives no randomness, so nothing can be sealed; start "
                    "the machine again");
    return OK;
}

bool can_seal_lock(void)
{
    unsigned char probe[64];
    if (sodium_mlock(probe, sizeof probe) != 0)
        return false;
    sodium_munlock(probe, sizeof probe);
    return true;
}

void seal_random(void *out_bytes, size_t count)
{
    randombytes_buf(out_bytes, count);
}

void seal_hash(const char *personal, struct span bytes,
               unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char padded[SEAL_PERSONAL_MAX_BYTES] = {0};
    const struct span text = span_of(personal);
    must(text.count <= sizeof padded);
    if (text.count)
        memcpy(padded, text.data, text.count);
    must(crypto_generichash_blake2b_salt_personal(
             out_hash, CHAIN_HASH_BYTES, (const unsigned char *)bytes.data, bytes.count,
             NULL, 0, NULL, padded) == 0);
}

bool is_seal_equal(const void *a, const void *b, size_t count)
{
    return sodium_memcmp(a, b, count) == 0;
}
