/* buffer: bytes that grow in an arena, with a maximum given at birth. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/span.h"

#include <stdbool.h>

struct buffer {
    struct arena *arena;
    char *data;
    size_t count, capacity, max_bytes;
    bool is_full; /* something did not fit and was left out: check once at the end */
};

/* buffer_init(arena, max_bytes): an empty buffer in `arena` that never exceeds `max_bytes`. */
struct buffer buffer_init(struct arena *arena, size_t max_bytes);
/* buffer_add(buffer, span), buffer_text(buffer, text), buffer_format(buffer, format, ...):
 * Append; what would go over the maximum is left out whole and sets is_full. */
void buffer_add(struct buffer *buffer, struct span span);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* buffer_span(buffer): what is in it, lent until the next append. */
struct span buffer_span(const struct buffer *buffer);

/* buffer_fill(arena, max_bytes, text, word_of, context): `text` with each {name} in it replaced by
 * word_of(arena, context, name), whose data is NULL for a name that stays as it is; at most
 * `max_bytes` in `arena`. */
typedef struct span buffer_word(struct arena *arena, const void *context,
                                struct span name);
struct span buffer_fill(struct arena *arena, size_t max_bytes, struct span text,
                        buffer_word *word_of, const void *context);

#endif
