#include "app/common/request_words.h"

#include "seal/fingerprint.h"
#include "seal/seal.h"

struct span request_words(struct arena *arena, const struct config_request *request)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("request", config_request_write(arena, request), hash);
    return fingerprint_words(arena, hash);
}
