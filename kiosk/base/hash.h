/* hash: a quick 64-bit hash for caches and comparisons (FNV-1a; Fowler, Noll & Vo 1991). For what
 * somebody could want to forge there is seal_hash. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(0xCBF29CE484222325)

/* hash_mix(hash, bytes, count): `hash` (HASH_START to begin with) continued over `count`
 * `bytes`. */
uint64_t hash_mix(uint64_t hash, const void *bytes, size_t count);

#endif
