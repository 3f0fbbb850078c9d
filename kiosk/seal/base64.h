/* base64: reads and writes one spelling only: standard alphabet, unused bits zero, nothing passed
 * over. age writes it without padding, minisign with. */
#ifndef SEAL_BASE64_H
#define SEAL_BASE64_H

#include "base/span.h"

#include <stdbool.h>

enum base64_padding { BASE64_BARE, BASE64_PADDED };
enum { BASE64_MAX_BYTES = 96 };

/* base64_write(arena, bytes, padding):
 * The text of `bytes`, at most BASE64_MAX_BYTES of them, with or without `=` as `padding` says. */
struct span base64_write(struct arena *arena, struct span bytes,
                         enum base64_padding padding);

/* base64_read(text, padding, out_bytes, count):
 * Whether `text` is the canonical text of exactly `count` bytes (at most BASE64_MAX_BYTES) with
 * this `padding`; then they are in `out_bytes`, which is untouched otherwise. */
bool base64_read(struct span text, enum base64_padding padding, void *out_bytes,
                 size_t count);

#endif
