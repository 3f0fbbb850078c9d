/* Signatures and public keys of any bytes. Nothing can verify: the key is nobody's. */
#include "seal/minisign.h"
#include "seal/seal.h"

#include "base/must.h"

enum { ARENA_BYTES = 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct minisign_public public = {{0}, {0}}, again;
    struct span comment;
    struct arena arena;
    must(seal_start() == OK);
    arena_init(&arena, ARENA_BYTES);
    must(minisign_verify(&arena, &public, SPAN("x"), input, &comment) != OK);
    if (minisign_public_read(input, &public) == OK) {
        const struct span text = minisign_public_write(&arena, &public);
        must(minisign_public_read(text, &again) == OK);
    }
    arena_done(&arena);
    return 0;
}
