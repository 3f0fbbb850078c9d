#include "app/common/slip_signature.h"

#include "seal/seal.h"

#include <string.h>

static const char label[] = "rs-slips-v1";

/* The device, and the hash of each. */
static struct span said_of(struct arena *arena,
                           const unsigned char device_id[CHAIN_ID_BYTES],
                           const struct bundle_slips *slips)
{
    const size_t front = sizeof label - 1 + CHAIN_ID_BYTES;
    const size_t count = front + slips->count * CHAIN_HASH_BYTES;
    unsigned char *bytes = arena_alloc(arena, count);
    memcpy(bytes, label, sizeof label - 1);
    memcpy(bytes + sizeof label - 1, device_id, CHAIN_ID_BYTES);
    for (size_t i = 0; i < slips->count; i++)
        seal_hash(label, slips->list[i], bytes + front + i * CHAIN_HASH_BYTES);
    return (struct span){(const char *)bytes, count};
}

void slip_signature_make(struct arena *arena,
                         const unsigned char secret[SIGN_SECRET_BYTES],
                         const unsigned char device_id[CHAIN_ID_BYTES],
                         struct bundle_slips *slips)
{
    sign_bytes(secret, said_of(arena, device_id, slips), slips->signature);
}

enum status slip_signature_check(struct arena *arena,
                                 const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
                                 const unsigned char device_id[CHAIN_ID_BYTES],
                                 const struct bundle_slips *slips)
{
    return sign_verify(public, said_of(arena, device_id, slips), slips->signature);
}
