#include "seal/secret.h"

#include "base/wipe.h"

#include <sodium.h>

/* An arena may be meant for what comes next, to the byte: it keeps as much. */
enum { ROOM_BYTES = 1024 * 1024 };

enum status secret_open(size_t count, struct secret *out_secret)
{
    void *bytes = sodium_malloc(count);
    if (!bytes)
        return fail(STATUS_IO, "the system does not give %zu bytes of guarded memory",
                    count);
    sodium_memzero(bytes, count);
    /* sodium_malloc does not say whether it could: asked again, the same lock is no second one */
    const bool is_locked = sodium_mlock(bytes, count) == 0;
    arena_guards_count(count, is_locked, true);
    *out_secret = (struct secret){bytes, count, is_locked, false};
    return OK;
}

enum status secret_open_in(struct arena *arena, size_t count, struct secret *out_secret)
{
    if (!arena->is_guarded || arena->max_bytes - arena->used_bytes < count + ROOM_BYTES)
        return secret_open(count, out_secret);
    *out_secret = (struct secret){
        .bytes = arena_alloc(arena, count), .count = count, .is_lent = true};
    return OK;
}

void secret_close(struct secret *secret)
{
    if (!secret)
        return;
    if (secret->is_lent) {
        wipe(secret->bytes, secret->count);
        *secret = (struct secret){0};
        return;
    }
    if (secret->bytes)
        arena_guards_count(secret->count, secret->is_locked, false);
    sodium_free(secret->bytes);
    *secret = (struct secret){0};
}

struct span secret_span(const struct secret *secret)
{
    return (struct span){secret->bytes, secret->count};
}
