/* Any bytes as a story: refused with a line, or read as lines of at most so many words. The reader
 * takes a path, so the bytes stand in a file that is only in memory. */
#include "app/story/script.c"

#include "base/must.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct script *script;
    char path[64];
    const int file = memfd_create("story", 0);
    must(file >= 0 && write(file, data, size) == (ssize_t)size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    arena_init(&arena, 256 << 20);
    if (script_read(&arena, path, &script) == OK)
        for (size_t i = 0; i < script->count; i++)
            must(script->lines[i].count > 0 &&
                 script->lines[i].count <= SCRIPT_WORDS_MAX);
    arena_done(&arena);
    close(file);
    return 0;
}
