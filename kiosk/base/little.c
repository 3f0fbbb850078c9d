#include "base/little.h"

void little_write(uint64_t value, size_t count, unsigned char *out_bytes)
{
    for (size_t i = 0; i < count; i++, value >>= 8)
        out_bytes[i] = (unsigned char)(value & 255);
}

uint64_t little_read(const unsigned char *bytes, size_t count)
{
    uint64_t value = 0;
    while (count--)
        value = value << 8 | bytes[count];
    return value;
}
