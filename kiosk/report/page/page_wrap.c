#include "report/page/page_wrap.h"

#include "base/text/shown_text.h"
#include "base/utf8.h"

int page_wrap(struct span *rest, size_t width, struct span *out_line)
{
    size_t at = 0, blank = 0, columns = 0;
    uint32_t code;
    if (!rest->data)
        return 0;
    while (columns <= width) {
        const size_t before = at;
        if (!utf8_next(*rest, &at, &code)) {
            *out_line = *rest;
            *rest = (struct span){0};
            return 1;
        }
        if (code == '\n') {
            *out_line = span_cut(*rest, 0, before);
            *rest = span_cut(*rest, at, rest->count);
            return 1;
        }
        if (code == ' ')
            blank = before;
        columns++;
    }
    const size_t end = blank ? blank : utf8_before(*rest, at);
    *out_line = span_cut(*rest, 0, end);
    *rest = span_cut(*rest, blank ? end + 1 : end, rest->count);
    return 1;
}

void page_wrap_put(struct buffer *out, struct span line)
{
    struct shown_text_piece piece;
    while (shown_text_next(&line, &piece)) {
        buffer_add(out, piece.plain);
        if (piece.has_hidden && is_shown_text_control(&piece))
            buffer_text(out, " ");
    }
}
