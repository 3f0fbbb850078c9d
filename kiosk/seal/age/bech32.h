/* bech32: keys as text that notices a wrong letter (BIP 173, checksum constant 1).
 *
 * The prefix says which case the whole text is in: "age" is lower, "AGE-SECRET-KEY-" upper. Unlike
 * BIP 173 there is no limit of 90 letters, for the length is known beforehand. */
#ifndef SEAL_AGE_BECH32_H
#define SEAL_AGE_BECH32_H

#include "base/span.h"

enum { BECH32_MAX_BYTES = 64 };

/* bech32_write(arena, prefix, bytes):
 * `prefix`, "1", the letters of `bytes` (at most BECH32_MAX_BYTES) and six letters of
 * checksum, built in `arena`, all in the case of `prefix`. */
struct span bech32_write(struct arena *arena, const char *prefix, struct span bytes);

/* bech32_read(text, prefix, out_bytes, count):
 * Reads `text` that must have exactly this `prefix` (also in case) and `count` bytes, at
 * most BECH32_MAX_BYTES. STATUS_BAD_INPUT says what is wrong and never quotes the text. */
must_check enum status bech32_read(struct span text, const char *prefix, void *out_bytes,
                                   size_t count);

#endif
