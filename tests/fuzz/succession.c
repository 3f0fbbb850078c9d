/* Any bytes as what a configuration says of changes of the signing key: read or refused, never a
 * crash; what is read begins each where the one before ends. */
#include "seal/next/succession.h"
#include "seal/seal.h"

#include "base/must.h"

enum { ARENA_BYTES = 8 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct succession *list;
    struct arena arena;
    size_t count;
    must(seal_start() == OK);
    arena_init(&arena, ARENA_BYTES);
    if (succession_list(&arena, input, &list, &count) == OK)
        for (size_t i = 1; i < count; i++)
            must(is_succession_key(&list[i - 1].next, &list[i].previous) &&
                 succession_from(list, count, &list[i].next) != &list[i - 1]);
    arena_done(&arena);
    return 0;
}
