#include "base/hash.h"

uint64_t hash_mix(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *data = bytes;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ data[i]) * UINT64_C(0x100000001B3);
    return hash;
}
