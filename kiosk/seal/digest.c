#include "seal/digest.h"

#include "base/must.h"

#include <sodium.h>

_Static_assert(sizeof(crypto_generichash_state) <= DIGEST_STATE_BYTES, "state size");
_Static_assert(_Alignof(crypto_generichash_state) <= _Alignof(struct digest),
               "alignment");

static crypto_generichash_state *state_of(struct digest *digest)
{
    return (crypto_generichash_state *)(void *)digest->state;
}

void digest_begin(struct digest *digest, size_t count)
{
    digest->count = count;
    must(crypto_generichash_init(state_of(digest), NULL, 0, count) == 0);
}

void digest_step(struct digest *digest, struct span bytes)
{
    must(crypto_generichash_update(state_of(digest), (const unsigned char *)bytes.data,
                                   bytes.count) == 0);
}

void digest_end(struct digest *digest, unsigned char *out_hash)
{
    must(crypto_generichash_final(state_of(digest), out_hash, digest->count) == 0);
}
