/* edits: turns the bytes of a fuzzer into changes of a good document, so that the search begins
 * deep inside the reader. An odd first byte means that the rest is the document itself. */
#ifndef KIT_EDITS_H
#define KIT_EDITS_H

#include "base/buffer.h"

#include <string.h>

/* edits_apply(arena, good, data, size): `good` with the edits of `data` in `arena`. Each edit is
 * four bytes: where (two, as a share of the length), how many to leave out (0 to 7, then the
 * high bits say how many times to write), and what to write there instead. */
static inline struct span edits_apply(struct arena *arena, struct span good,
                                      const unsigned char *data, size_t size)
{
    if (size && (data[0] & 1))
        return (struct span){(const char *)data + 1, size - 1};
    struct span text = good;
    for (size_t i = 1; i + 4 <= size && i < 64; i += 4) {
        const size_t at =
            text.count * (size_t)(data[i] * 256 + data[i + 1]) / (256 * 256);
        const size_t left_out = data[i + 2] & 7, times = data[i + 2] >> 6;
        struct buffer buffer = buffer_init(arena, 1 << 20);
        buffer_add(&buffer, span_cut(text, 0, at));
        for (size_t j = 0; j < times; j++)
            buffer_add(&buffer, (struct span){(const char *)&data[i + 3], 1});
        buffer_add(&buffer, span_cut(text, at + left_out, text.count));
        text = buffer_span(&buffer);
    }
    return text;
}

#endif
