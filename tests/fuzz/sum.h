/* sum: CRC-32 as PNG and ZIP have it, which a search cannot guess. */
#ifndef FUZZ_SUM_H
#define FUZZ_SUM_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t sum_of(const unsigned char *bytes, size_t count)
{
    uint32_t sum = 0xffffffff;
    for (size_t i = 0; i < count; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

#endif
