#include "view/layout/shorten.h"

#define ELLIPSIS "\xE2\x80\xA6"

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
