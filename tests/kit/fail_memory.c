/* fail_memory: loaded before a program (LD_PRELOAD), lets the FAIL_AT-th request for memory
 * fail, and with FAIL_EVER all after it; with FAIL_COUNT it tells at the end how many there
 * were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void *(*real_malloc)(size_t), *(*real_calloc)(size_t, size_t),
    *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);
static char first[65536]; /* what the loader asks for before the real ones are known */
static size_t first_used;
static long asked, fails_at;

static void *from_first(size_t bytes)
{
    void *memory = first + first_used;
    first_used += (bytes + 15) & ~(size_t)15;
    return memory;
}

static int is_ready(void)
{
    static int is_looking;
    if (real_malloc || is_looking)
        return real_malloc != NULL;
    is_looking = 1;
    real_calloc = dlsym(RTLD_NEXT, "calloc");
    real_realloc = dlsym(RTLD_NEXT, "realloc");
    real_free = dlsym(RTLD_NEXT, "free");
    const char *at = getenv("FAIL_AT");
    fails_at = at ? atol(at) : -1;
    real_malloc = dlsym(RTLD_NEXT, "malloc");
    return 1;
}

static int fails(void)
{
    const long now = __atomic_add_fetch(&asked, 1, __ATOMIC_SEQ_CST);
    const int does =
        now == fails_at || (fails_at > 0 && now > fails_at && getenv("FAIL_EVER"));
    if (does)
        errno = ENOMEM;
    return does;
}

void *malloc(size_t bytes)
{
    if (!is_ready())
        return from_first(bytes);
    return fails() ? NULL : real_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    if (!is_ready())
        return from_first(count * bytes);
    return fails() ? NULL : real_calloc(count, bytes);
}

void *realloc(void *memory, size_t bytes)
{
    if (!is_ready())
        return from_first(bytes);
    return fails() ? NULL : real_realloc(memory, bytes);
}

void free(void *memory)
{
    if ((char *)memory >= first && (char *)memory < first + sizeof first)
        return;
    if (is_ready())
        real_free(memory);
}

__attribute__((destructor)) static void tell(void)
{
    if (getenv("FAIL_COUNT"))
        fprintf(stderr, "allocations %ld\n", asked);
}
