/* Any bytes as a story: refused with a line, or read as lines of at most so many words. The reader
 * takes a path, so the bytes stand in a file that is only in memory. */
#include "app/story/script.c"

#include "base/must.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int file = -1;
static char path[64];

static void begin(void)
{
    file = memfd_create("story", 0);
    must(file >= 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct script *script;
    if (file < 0)
        begin();
    must(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
    arena_init(&arena, 256 << 20);
    if (script_read(&arena, path, &script) == OK)
        for (size_t i = 0; i < script->count; i++)
            must(script->lines[i].count > 0 &&
                 script->lines[i].count <= SCRIPT_WORDS_MAX);
    arena_done(&arena);
    return 0;
}
