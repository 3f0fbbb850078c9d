#include "seal/code/pin.h"

#include <sodium.h>
#include <string.h>

_Static_assert((int)PIN_HASH_BYTES == (int)crypto_pwhash_STRBYTES, "text of a hash");

static bool is_run(struct span typed)
{
    bool is_same = true, is_up = true, is_down = true;
    for (size_t i = 1; i < typed.count; i++) {
        const int step = typed.data[i] - typed.data[i - 1];
        is_same = is_same && step == 0;
        is_up = is_up && step == 1;
        is_down = is_down && step == -1;
    }
    return is_same || is_up || is_down;
}

bool is_pin(struct span typed)
{
    for (size_t i = 0; i < typed.count; i++)
        if (typed.data[i] < '0' || typed.data[i] > '9')
            return false;
    return typed.count >= PIN_DIGITS_LEAST && typed.count <= PIN_DIGITS_MOST &&
           !is_run(typed);
}

enum status pin_hash(struct span typed, struct stretch_cost cost,
                     char out_hash[PIN_HASH_BYTES])
{
    return crypto_pwhash_str_alg(out_hash, typed.data, typed.count, cost.passes,
                                 (size_t)cost.memory_bytes,
                                 crypto_pwhash_ALG_ARGON2ID13) == 0
               ? OK
               : fail(STATUS_IO, "the system gives no memory for the hash of the PIN");
}

bool is_pin_hash(struct span text)
{
    return has_span_prefix(text, crypto_pwhash_STRPREFIX) &&
           text.count < PIN_HASH_BYTES && !memchr(text.data, 0, text.count);
}

bool is_pin_of(struct span hash, struct span typed)
{
    char text[PIN_HASH_BYTES] = {0};
    if (!is_pin_hash(hash))
        return false;
    memcpy(text, hash.data, hash.count);
    return crypto_pwhash_str_verify(text, typed.data, typed.count) == 0;
}
