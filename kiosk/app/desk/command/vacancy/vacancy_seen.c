#include "app/desk/command/vacancy/vacancy_seen.h"

#include "seal/seal.h"

struct span vacancy_seen_digest(struct arena *arena, const struct vacancy *vacancy)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("vacancy", vacancy_write(arena, vacancy), hash);
    return span_hex(arena, hash, sizeof hash);
}

enum status vacancy_seen_check(const struct operation *operation,
                               const struct vacancy *vacancy)
{
    const char *seen = options_text(&operation->values, "digest");
    return !seen || is_span(vacancy_seen_digest(operation->arena, vacancy), seen)
               ? OK
               : fail(STATUS_EXISTS,
                      "somebody has changed this vacancy meanwhile; look at "
                      "it as it is now, and send this again");
}
