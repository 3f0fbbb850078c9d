/* Blocks are a list, newest first:
 *
 *   blocks -> [header | used .... | free ....] -> [header | used ........] -> NULL
 *
 * An ordinary block is at least 64 KiB, so small trees cost one malloc. A release keeps the oldest
 * block and frees the ones above the mark, so that the arena of an event reaches a steady size and
 * stays there. A build that says ARENA_BLOCK_BYTES=0 gives each allocation a block of exactly its
 * size: then a sanitizer sees what is read or written beyond it. */
#include "base/arena.h"

#include "base/must.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef ARENA_BLOCK_BYTES
#define ARENA_BLOCK_BYTES (64 * 1024)
#endif

enum { BLOCK_BYTES = ARENA_BLOCK_BYTES, ALIGNMENT = 16 };

struct arena_block {
    struct arena_block *older;
    size_t capacity;
    size_t used;
    size_t mapped_bytes; /* guarded arenas: whole mapping with both guard pages */
    bool is_locked;
    _Alignas(16) unsigned char bytes[];
};

static _Atomic size_t guarded_bytes, locked_bytes; /* workers have arenas of their own */

struct arena_guards arena_guards(void)
{
    return (struct arena_guards){.bytes = guarded_bytes, .locked_bytes = locked_bytes};
}

void arena_guards_count(size_t bytes, bool is_locked, bool is_new)
{
    guarded_bytes += is_new ? bytes : -bytes;
    if (is_locked)
        locked_bytes += is_new ? bytes : -bytes;
}

void arena_init(struct arena *arena, size_t max_bytes)
{
    *arena = (struct arena){.max_bytes = max_bytes};
}

enum status arena_init_guarded(struct arena *arena, size_t bytes, bool *out_is_locked)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    const size_t pages = (bytes + sizeof(struct arena_block) + page - 1) / page;
    const size_t inner = pages * page;
    unsigned char *whole =
        mmap(NULL, inner + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (whole == MAP_FAILED)
        return fail(STATUS_IO, "the system does not give %zu bytes of guarded memory",
                    bytes);
    if (mprotect(whole + page, inner, PROT_READ | PROT_WRITE) != 0 ||
        madvise(whole + page, inner, MADV_DONTDUMP) != 0) {
        munmap(whole, inner + 2 * page);
        return fail(STATUS_IO, "guarded memory of %zu bytes cannot be protected", bytes);
    }
    const bool is_locked = mlock2(whole + page, inner, MLOCK_ONFAULT) == 0;
    if (out_is_locked)
        *out_is_locked = is_locked;
    arena_guards_count(inner, is_locked, true);
    struct arena_block *block = (struct arena_block *)(void *)(whole + page);
    block->is_locked = is_locked;
    block->capacity = inner - sizeof *block;
    block->mapped_bytes = inner + 2 * page;
    *arena =
        (struct arena){.blocks = block, .max_bytes = block->capacity, .is_guarded = true};
    return OK;
}

static void block_free(struct arena_block *block)
{
    const size_t mapped = block->mapped_bytes;
    wipe(block->bytes, block->used);
    if (mapped) {
        const size_t page = (size_t)sysconf(_SC_PAGESIZE);
        arena_guards_count(mapped - 2 * page, block->is_locked, false);
        munmap((unsigned char *)block - page, mapped);
    } else {
        free(block);
    }
}

void arena_done(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->blocks) {
        struct arena_block *older = arena->blocks->older;
        block_free(arena->blocks);
        arena->blocks = older;
    }
    *arena = (struct arena){0};
}

void arena_reset(struct arena *arena)
{
    struct arena_block *oldest = arena->blocks;
    while (oldest && oldest->older)
        oldest = oldest->older;
    arena_release(arena, (struct arena_mark){.block = oldest});
}

static struct arena_block *block_new(struct arena *arena, size_t bytes)
{
    const size_t capacity = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    must(!arena->is_guarded);
    struct arena_block *block = calloc(1, sizeof *block + capacity);
    must_memory(block);
    block->capacity = capacity;
    block->older = arena->blocks;
    arena->blocks = block;
    return block;
}

/* Whether the next `bytes` fit behind what it holds. A block of exactly one allocation takes no
 * second one, which would not be aligned, after a release either. */
static bool has_room(const struct arena *arena, size_t bytes)
{
    const struct arena_block *block = arena->blocks;
    const bool is_of_one = BLOCK_BYTES == 0 && !arena->is_guarded;
    return block && block->capacity - block->used >= bytes &&
           !(is_of_one && block->used > 0);
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
    must(bytes <= SIZE_MAX - ALIGNMENT);
    const size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    const size_t taken = BLOCK_BYTES > 0 || arena->is_guarded ? rounded : bytes;
    must(rounded <= arena->max_bytes && arena->used_bytes <= arena->max_bytes - rounded);
    struct arena_block *block =
        has_room(arena, taken) ? arena->blocks : block_new(arena, taken);
    void *memory = block->bytes + block->used;
    block->used += taken;
    arena->used_bytes += rounded;
    return memory;
}

void *arena_alloc_array(struct arena *arena, size_t element_bytes, size_t count)
{
    size_t bytes;
    must(!__builtin_mul_overflow(element_bytes, count, &bytes));
    return arena_alloc(arena, bytes);
}

size_t arena_room(const struct arena *arena)
{
    const size_t left = arena->max_bytes - arena->used_bytes;
    return left / ALIGNMENT * ALIGNMENT;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){
        .block = arena->blocks,
        .block_used = arena->blocks ? arena->blocks->used : 0,
        .used_bytes = arena->used_bytes,
    };
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
    while (arena->blocks && arena->blocks != mark.block) {
        struct arena_block *older = arena->blocks->older;
        block_free(arena->blocks);
        arena->blocks = older;
    }
    if (arena->blocks) {
        must(arena->blocks->used >= mark.block_used);
        wipe(arena->blocks->bytes + mark.block_used,
             arena->blocks->used - mark.block_used);
        arena->blocks->used = mark.block_used;
    }
    arena->used_bytes = mark.used_bytes;
}
