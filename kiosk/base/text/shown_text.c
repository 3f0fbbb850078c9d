#include "base/text/shown_text.h"

#include "base/utf8.h"

#include <utf8proc.h>

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
