#include "report/page/html/page_escape.h"

#include "base/text/shown_text.h"
#include "base/utf8.h"

/* Noncharacters are none of HTML either. */
static bool is_html(uint32_t code)
{
    return (code & 0xfffe) != 0xfffe && (code < 0xfdd0 || code > 0xfdef);
}

static const char *name_of(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_seen(struct buffer *out, struct span text)
{
    size_t at = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code)) {
        char bytes[4];
        const char *name = name_of(code);
        if (name)
            buffer_text(out, name);
        else
            buffer_add(out, (struct span){
                                bytes, utf8_put(is_html(code) ? code : 0xfffd, bytes)});
    }
}

/* Line feed and tab stay; what only turns or hides the words around it goes. */
void page_escape(struct buffer *out, struct span text)
{
    struct shown_text_piece piece;
    while (shown_text_next(&text, &piece)) {
        add_seen(out, piece.plain);
        if (!piece.has_hidden || !is_shown_text_control(&piece))
            continue;
        if (!piece.is_byte && (piece.hidden == '\n' || piece.hidden == '\t'))
            buffer_text(out, piece.hidden == '\n' ? "\n" : "\t");
        else
            buffer_text(out, "\xef\xbf\xbd");
    }
}
