#include "seal/code/stretch.h"

#include <sodium.h>

_Static_assert(STRETCH_SALT_BYTES == crypto_pwhash_argon2id_SALTBYTES, "salt size");

enum status stretch_key(struct span typed, const unsigned char salt[STRETCH_SALT_BYTES],
                        struct stretch_cost cost,
                        unsigned char out_key[STRETCH_KEY_BYTES])
{
    if (cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN ||
        cost.memory_bytes < crypto_pwhash_argon2id_MEMLIMIT_MIN)
        return fail(
            STATUS_BAD_INPUT, "Argon2id needs at least %u pass and %u bytes of memory",
            crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN);
    if (crypto_pwhash_argon2id(out_key, STRETCH_KEY_BYTES, typed.data ? typed.data : "",
                               typed.count, salt, cost.passes, (size_t)cost.memory_bytes,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0)
        return fail(
            STATUS_IO,
            "the system does not give %llu MiB of memory to stretch a key; close other "
            "programs and repeat",
            (unsigned long long)(cost.memory_bytes >> 20));
    return OK;
}
