#include "report/page/page_escape.h"

#include "base/utf8.h"

/* HTML's own control characters, surrogates and noncharacters; line feed and tab are fine. */
static bool is_html(uint32_t code)
{
    if (code < ' ')
        return code == '\n' || code == '\t';
    if (code >= 0x7f && code < 0xa0)
        return false;
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

void page_escape(struct buffer *out, struct span text)
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
