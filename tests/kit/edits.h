/* edits: turns the bytes of a fuzzer into changes of a good document, so that the search begins
 * deep inside the reader. An odd first byte means that the rest is the document itself; an opening
 * brace is odd and belongs to it, so that a document as it is can be where a search begins. */
#ifndef KIT_EDITS_H
#define KIT_EDITS_H

#include "base/span.h"

#include <string.h>

enum { EDITS_MAX = 16, EDIT_BYTES = 4, EDIT_WRITTEN_MAX = 3 };

/* edits_apply(arena, good, data, size): `good` with the edits of `data` in `arena`. Each edit is
 * four bytes: where (two, as a share of the length), how many to leave out (0 to 7, then the
 * high bits say how many times to write), and what to write there instead. The document ends
 * where its memory ends, so that reading further is seen. */
static inline struct span edits_apply(struct arena *arena, struct span good,
                                      const unsigned char *data, size_t size)
{
    if (size && (data[0] & 1))
        return span_cut((struct span){(const char *)data, size}, data[0] != '{', size);
    char *text = arena_alloc(arena, good.count + EDITS_MAX * EDIT_WRITTEN_MAX);
    size_t count = good.count;
    memcpy(text, good.data, count);
    for (size_t i = 1; i + EDIT_BYTES <= size && i <= EDITS_MAX * EDIT_BYTES;
         i += EDIT_BYTES) {
        const size_t at = count * (size_t)(data[i] * 256 + data[i + 1]) / (256 * 256);
        const size_t rest = count - at, times = data[i + 2] >> 6;
        const size_t left_out = (data[i + 2] & 7u) < rest ? data[i + 2] & 7u : rest;
        memmove(text + at + times, text + at + left_out, rest - left_out);
        memset(text + at, data[i + 3], times);
        count += times - left_out;
    }
    return (struct span){memcpy(arena_alloc(arena, count), text, count), count};
}

#endif
