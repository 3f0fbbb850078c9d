#include "view/layout/shorten.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define DOT " \xC2\xB7 "

/* `text` up to before the last blank of its first `count` bytes; nothing where there is none. */
static struct span without_last_word(struct span text, size_t count)
{
    while (count && text.data[count - 1] != ' ')
        count--;
    while (count && text.data[count - 1] == ' ')
        count--;
    return span_cut(text, 0, count);
}

struct span shorten_text(const struct fit *fit, enum text_style style, struct span text,
                         int width_px, size_t lines_most)
{
    const struct text_lines whole = letters_wrap(fit, style, 0, text, width_px);
    if (whole.count <= lines_most)
        return text;
    const struct text_line last = whole.lines[lines_most - 1];
    struct span words = span_cut(text, 0, last.from + last.count);
    for (;;) {
        const struct span cut =
            span_format(fit->arena, "%.*s" ELLIPSIS, SPAN_ARGS(words));
        if (!words.count ||
            letters_wrap(fit, style, 0, cut, width_px).count <= lines_most)
            return cut;
        words = without_last_word(words, words.count);
    }
}

/* Where the last dot stands, or the end of the text. */
static size_t last_dot(struct span text)
{
    const size_t size = sizeof DOT - 1;
    for (size_t at = text.count; at >= size; at--)
        if (!memcmp(text.data + at - size, DOT, size))
            return at - size;
    return text.count;
}

struct span shorten_lines(const struct fit *fit, enum text_style style, struct span text,
                          int width_px)
{
    const size_t at = last_dot(text);
    if (at == text.count || letters_wrap(fit, style, 0, text, width_px).count < 2)
        return text;
    const struct span first = span_cut(text, 0, at),
                      rest = span_cut(text, at + sizeof DOT - 1, text.count);
    return span_format(fit->arena, "%.*s\n%.*s", SPAN_ARGS(first), SPAN_ARGS(rest));
}
