/* little: numbers as little-endian bytes and back, as all binary formats of ours have them. */
#ifndef BASE_LITTLE_H
#define BASE_LITTLE_H

#include <stddef.h>
#include <stdint.h>

/* little_write(value, count, out_bytes): the lowest `count` bytes of `value` (1 to 8). */
void little_write(uint64_t value, size_t count, unsigned char *out_bytes);
/* little_read(bytes, count): the number that `count` bytes (1 to 8) stand for. */
uint64_t little_read(const unsigned char *bytes, size_t count);

#endif
