/* arena: memory that lives and dies together.
 *
 * What ends together is built in one arena, the first parameter of what builds; nothing is freed
 * alone. Ordinary ones hold what anybody may see; guarded ones hold answers and keys: locked in
 * memory, between unreadable pages, outside core dumps, wiped. kiosk/README.md says which arenas a
 * program has. An arena has a maximum given at birth; readers bound their input first, so running
 * over the maximum is a bug and ends the program (must). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/status.h"
#include "base/wipe.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first; a guarded arena has exactly one */
    size_t used_bytes;          /* over all blocks */
    size_t max_bytes;
    bool is_guarded;
};

/* arena_init(arena, max_bytes):
 * Makes `arena` an ordinary arena that takes memory as needed, up to `max_bytes`. */
void arena_init(struct arena *arena, size_t max_bytes);

/* arena_init_guarded(arena, bytes, out_is_locked):
 * Makes `arena` one region of `bytes` with an unreadable page before and behind it, left out of
 * core dumps. `out_is_locked` (may be NULL) tells whether the system also keeps it out of swap;
 * when mlock was refused, the caller decides whether that is good enough. STATUS_IO when the
 * system gives no such memory. */
must_check enum status arena_init_guarded(struct arena *arena, size_t bytes,
                                          bool *out_is_locked);

/* arena_guards(), arena_guards_count(bytes, is_locked, is_new):
 * How many bytes of guarded memory this program has now, and how many of them the system keeps out
 * of swap. Who has such memory without an arena (seal/secret.h) counts its `bytes` when it is
 * `is_new` and when it goes. */
struct arena_guards {
    size_t bytes, locked_bytes;
};
struct arena_guards arena_guards(void);
void arena_guards_count(size_t bytes, bool is_locked, bool is_new);

/* arena_done(arena):
 * Wipes (guarded arenas) and gives all memory back. NULL-safe; a zeroed arena is fine. */
void arena_done(struct arena *arena);

/* arena_reset(arena):
 * Forgets all that was built in `arena` and overwrites it with zeros; the memory stays
 * for reuse. */
void arena_reset(struct arena *arena);

/* arena_alloc(arena, bytes):
 * `bytes` zeroed bytes, aligned for any type; never NULL (over the maximum: must). */
void *arena_alloc(struct arena *arena, size_t bytes)
    __attribute__((malloc, returns_nonnull));

/* arena_array(arena, type, count), arena_new(arena, type):
 * `count` zeroed elements of `type`, or one; a product that does not fit size_t is a bug (must).
 * They are arena_alloc_array(arena, element_bytes, count) with the right type. */
#define arena_array(arena, type, count)                                                  \
    ((type *)arena_alloc_array((arena), sizeof(type), (size_t)(count)))
#define arena_new(arena, type) arena_array(arena, type, 1)
void *arena_alloc_array(struct arena *arena, size_t element_bytes, size_t count)
    __attribute__((malloc, returns_nonnull));

/* arena_room(arena):
 * How many bytes one arena_alloc can still take: for who builds what somebody else has sized. */
size_t arena_room(const struct arena *arena);

/* arena_mark(arena), arena_release(arena, mark):
 * arena_release forgets (and zeroes) what was built since `mark` was taken. Marks nest; a
 * mark is void after a release to an older one. */
struct arena_mark {
    struct arena_block *block;
    size_t block_used;
    size_t used_bytes;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

#endif
