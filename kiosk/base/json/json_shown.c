#include "base/json/json_shown.h"

#include "base/buffer.h"
#include "base/text/shown_text.h"

enum {
    ESCAPE_BYTES = 12,
    BEYOND = 0x10000
}; /* two surrogates; from there on they are two */

static bool is_line_end(const struct shown_text_piece *piece)
{
    return !piece->is_byte && piece->hidden == '\n';
}

/* Outside texts stands no control character but the line end of what is laid out. */
static void add_escape(struct buffer *out, const struct shown_text_piece *piece)
{
    const uint32_t code = piece->is_byte ? 0xfffd : piece->hidden;
    if (is_line_end(piece))
        buffer_text(out, "\n");
    else if (code < BEYOND)
        buffer_format(out, "\\u%04x", (unsigned)code);
    else
        buffer_format(out, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (code >> 10)),
                      (unsigned)(0xdc00 + (code & 0x3ff)));
}

/* How many bytes it takes when all that is hidden is written out; that of `document` when nothing
 * is. */
static size_t shown_bytes(struct span document)
{
    size_t bytes = 0;
    struct shown_text_piece piece;
    while (shown_text_next(&document, &piece))
        bytes += piece.plain.count + (!piece.has_hidden     ? 0
                                      : is_line_end(&piece) ? 1
                                                            : ESCAPE_BYTES);
    return bytes;
}

struct span json_shown(struct arena *arena, struct span document)
{
    const size_t bytes = shown_bytes(document);
    if (bytes == document.count)
        return document;
    struct buffer out = {.data = arena_alloc(arena, bytes + 1),
                         .capacity = bytes + 1,
                         .max_bytes = bytes + 1};
    struct shown_text_piece piece;
    while (shown_text_next(&document, &piece)) {
        buffer_add(&out, piece.plain);
        if (piece.has_hidden)
            add_escape(&out, &piece);
    }
    return buffer_span(&out);
}
