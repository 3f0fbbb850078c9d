#include "store/sqlite_memory.h"

#include "base/arena.h"
#include "base/must.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

enum { PAGE_BYTES = 4096, HEADER_BYTES_MAX = 512 };

static sqlite3_mem_methods plain; /* SQLite's own, which ours are built on */
static struct arena pages;
static enum status guarded = OK;

static void free_wiped(void *memory)
{
    if (memory)
        wipe(memory, (size_t)plain.xSize(memory));
    plain.xFree(memory);
}

/* One that grows in place is left where it is by no promise of anybody: it is copied, and the old
 * one wiped. */
static void *grow_wiped(void *memory, int bytes)
{
    const int had = plain.xSize(memory);
    if (bytes <= had)
        return memory;
    void *new = plain.xMalloc(bytes);
    if (!new)
        return NULL;
    memcpy(new, memory, (size_t)had);
    free_wiped(memory);
    return new;
}

/* Fails only where SQLite has begun already, as in a test that opened an archive before. */
static void configure(void)
{
    int header_bytes = 0;
    guarded = arena_init_guarded(
        &pages, SQLITE_MEMORY_PAGES * (PAGE_BYTES + HEADER_BYTES_MAX), NULL);
    if (guarded != OK || sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain) != SQLITE_OK)
        return;
    sqlite3_mem_methods wiped = plain;
    wiped.xFree = free_wiped;
    wiped.xRealloc = grow_wiped;
    (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &wiped);
    (void)sqlite3_config(SQLITE_CONFIG_PCACHE_HDRSZ, &header_bytes);
    must(header_bytes > 0 && header_bytes <= HEADER_BYTES_MAX);
    const int slot_bytes = PAGE_BYTES + header_bytes;
    (void)sqlite3_config(
        SQLITE_CONFIG_PAGECACHE,
        arena_alloc(&pages, (size_t)SQLITE_MEMORY_PAGES * (size_t)slot_bytes), slot_bytes,
        SQLITE_MEMORY_PAGES);
}

enum status sqlite_memory_guard(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    must(pthread_once(&once, configure) == 0);
    return guarded;
}
