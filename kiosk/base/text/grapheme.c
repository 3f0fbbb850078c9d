#include "base/text/grapheme.h"

#include "base/utf8.h"

#include <utf8proc.h>

size_t grapheme_next(struct span text, size_t at)
{
    utf8proc_int32_t state = 0;
    uint32_t code, following;
    size_t end = at;
    if (!utf8_next(text, &end, &code))
        return at;
    for (;;) {
        size_t further = end;
        if (!utf8_next(text, &further, &following) ||
            utf8proc_grapheme_break_stateful((utf8proc_int32_t)code,
                                             (utf8proc_int32_t)following, &state))
            return end;
        code = following;
        end = further;
    }
}

/* Whether flags and emoji hang together is known only from their beginning; a line feed always
 * parts letters, so nothing before the last one matters. */
static size_t sure_boundary(struct span text, size_t at)
{
    while (at > 0 && text.data[at - 1] != '\n')
        at--;
    return at;
}

size_t grapheme_near(struct span text, size_t at)
{
    if (at >= text.count)
        return text.count;
    size_t here = sure_boundary(text, at);
    for (size_t next = here; next <= at; next = grapheme_next(text, here))
        here = next;
    return here;
}

size_t grapheme_before(struct span text, size_t at)
{
    return at == 0 ? 0 : grapheme_near(text, at - 1);
}

static uint32_t code_at(struct span text, size_t at)
{
    uint32_t code = 0;
    (void)utf8_next(text, &at, &code);
    return code;
}

bool is_grapheme_blank(struct span text, size_t at)
{
    const uint32_t code = code_at(text, at);
    return code == ' ' || code == '\n' || code == 0xA0;
}

bool is_grapheme_word(struct span text, size_t at)
{
    const uint32_t code = code_at(text, at);
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return code == '\'' || code == 0x2019 ||
           (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}
