#include "seal/secret.h"

#include <sodium.h>

enum status secret_open(size_t count, struct secret *out_secret)
{
    void *bytes = sodium_malloc(count);
    if (!bytes)
        return fail(STATUS_IO, "the system does not give %zu bytes of guarded memory",
                    count);
    sodium_memzero(bytes, count);
    *out_secret = (struct secret){bytes, count};
    return OK;
}

void secret_close(struct secret *secret)
{
    if (!secret)
        return;
    sodium_free(secret->bytes);
    *secret = (struct secret){0};
}

struct span secret_span(const struct secret *secret)
{
    return (struct span){secret->bytes, secret->count};
}
