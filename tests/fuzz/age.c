/* age_unwrap, identity files and recipients on any bytes: refused or opened, never a crash. */
#include "seal/age/age_unwrap.h"
#include "seal/seal.h"

#include "base/must.h"

enum { ARENA_BYTES = 4 * 1024 * 1024, MAX_BYTES = 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const unsigned char secret[AGE_IDENTITY_BYTES] = {'f', 'u', 'z', 'z'};
    const struct span input = {(const char *)data, size};
    struct age_identity identity, *identities;
    struct age_recipient recipient;
    struct span plaintext;
    struct arena arena;
    size_t count;
    must(seal_start() == OK);
    age_identity_of(secret, &identity);
    arena_init(&arena, ARENA_BYTES);
    if (age_unwrap(&arena, &identity, 1, MAX_BYTES, input, &plaintext) == OK)
        must(plaintext.count < size);
    if (age_identity_list(&arena, input, &identities, &count) == OK)
        must(count > 0 && count <= AGE_IDENTITY_MAX_COUNT);
    if (age_recipient_read(input, &recipient) == OK)
        must(is_span_equal(age_recipient_write(&arena, &recipient), input));
    arena_done(&arena);
    return 0;
}
