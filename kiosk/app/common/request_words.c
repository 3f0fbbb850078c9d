#include "app/common/request_words.h"

#include "seal/fingerprint.h"
#include "seal/seal.h"

static void hash_of(struct arena *arena, const struct config_request *request,
                    unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("request", config_request_write(arena, request), out_hash);
}

struct span request_words(struct arena *arena, const struct config_request *request)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    hash_of(arena, request, hash);
    return fingerprint_words(arena, hash);
}

enum status request_words_check(struct arena *arena, const struct config_request *request,
                                struct span typed)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    hash_of(arena, request, hash);
    return fingerprint_check(typed, hash);
}
