#include "app/common/public_words.h"

#include "seal/seal.h"

#include <string.h>

void public_words_bytes(struct span text, unsigned char out_bytes[FINGERPRINT_BYTES])
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("public key", text, hash);
    memcpy(out_bytes, hash, FINGERPRINT_BYTES);
}

struct span public_words(struct arena *arena, struct span text)
{
    unsigned char bytes[FINGERPRINT_BYTES];
    public_words_bytes(text, bytes);
    return fingerprint_words(arena, bytes);
}
