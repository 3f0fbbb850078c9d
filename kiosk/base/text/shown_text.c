#include "base/text/shown_text.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum {
    REPLACEMENT = 0xfffd,
    WRITTEN_OUT_BYTES = 10
}; /* what utf8_next gives for a byte that is no UTF-8 */

/* Blanks, controls and format characters are not seen; nor are fillers, which Unicode calls
 * letters and asks to leave out. */
static bool is_seen(uint32_t code)
{
    const utf8proc_category_t category = utf8proc_category((int32_t)code);
    return category < UTF8PROC_CATEGORY_ZS &&
           !utf8proc_get_property((int32_t)code)->ignorable;
}

static bool is_hidden_order(uint32_t code)
{
    static const uint32_t taken[] = {0xAD /* soft hyphen */, 0x200C,
                                     0x200D /* joiners */};
    const utf8proc_category_t category = utf8proc_category((int32_t)code);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (code == taken[i])
            return false;
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

enum status shown_text_check(const char *what, struct span text)
{
    size_t at = 0, seen = 0;
    uint32_t code;
    if (utf8_wrong(text) < text.count)
        return fail(STATUS_BAD_INPUT, "the %s is not UTF-8", what);
    while (utf8_next(text, &at, &code)) {
        if (code == '\n' || code == '\r')
            return fail(STATUS_BAD_INPUT,
                        "the %s holds a line break; write it as one line", what);
        if (is_hidden_order(code))
            return fail(STATUS_BAD_INPUT,
                        "the %s has the character U+%04X, which nobody sees; take it out",
                        what, (unsigned)code);
        seen += is_seen(code);
    }
    return seen ? OK : fail(STATUS_BAD_INPUT, "the %s is empty", what);
}

bool shown_text_next(struct span *rest, struct shown_text_piece *out_piece)
{
    struct shown_text_piece piece = {0};
    size_t at = 0, from = 0;
    uint32_t code;
    if (!rest->count)
        return false;
    while (from = at, !piece.has_hidden && utf8_next(*rest, &at, &code)) {
        piece.is_byte = code == REPLACEMENT && at - from == 1;
        piece.has_hidden = piece.is_byte || is_hidden_order(code);
        piece.hidden = piece.is_byte ? (unsigned char)rest->data[from] : code;
        piece.plain = span_cut(*rest, 0, piece.has_hidden ? from : at);
    }
    *rest = span_cut(*rest, at, rest->count);
    *out_piece = piece;
    return true;
}

bool is_shown_text_control(const struct shown_text_piece *piece)
{
    return piece->is_byte ||
           utf8proc_category((int32_t)piece->hidden) != UTF8PROC_CATEGORY_CF;
}

struct span shown_text_line(struct arena *arena, struct span text)
{
    struct shown_text_piece piece;
    struct span rest = text;
    if (!shown_text_next(&rest, &piece) || !piece.has_hidden)
        return text;
    struct buffer line = buffer_init(arena, WRITTEN_OUT_BYTES * text.count);
    for (rest = text; shown_text_next(&rest, &piece);) {
        buffer_add(&line, piece.plain);
        if (piece.has_hidden)
            buffer_format(&line, piece.is_byte ? "<byte %02X>" : "<U+%04X>",
                          (unsigned)piece.hidden);
    }
    return buffer_span(&line);
}
