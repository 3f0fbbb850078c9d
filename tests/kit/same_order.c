/* Loaded before a program (LD_PRELOAD): eight bytes that it draws, such as the seed of the order in
 * which a sitting asks, are always the same; keys and codes are longer and drawn as ever. For
 * tests that compare pages whose order is drawn. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

typedef void draw(void *bytes, size_t count);

void randombytes_buf(void *bytes, size_t count)
{
    static draw *system_draw;
    if (!system_draw)
        *(void **)&system_draw = dlsym(RTLD_NEXT, "randombytes_buf");
    if (count == 8)
        memset(bytes, 0x2b, count);
    else
        system_draw(bytes, count);
}
