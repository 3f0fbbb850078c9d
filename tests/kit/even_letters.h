/* even_letters: a text_port where every letter is as wide as half a capital is high, and lines
 * break at blanks. With it a layout can be worked out by hand. */
#ifndef KIT_EVEN_LETTERS_H
#define KIT_EVEN_LETTERS_H

#include "base/utf8.h"
#include "view/text_port.h"

static inline int even_width(struct span text, int cap_px)
{
    return (int)utf8_count(text) * cap_px / 2;
}

static inline void even_add(struct text_lines *lines, struct span text, size_t from,
                            size_t to, int max_px)
{
    while (to > from && text.data[to - 1] == ' ')
        to--;
    const int width = even_width(span_cut(text, from, to - from), lines->cap_height_px);
    lines->lines[lines->count++] = (struct text_line){from, to - from, width, 0};
    lines->width_px = width > lines->width_px ? width : lines->width_px;
    lines->is_cut |= max_px > 0 && width > max_px;
    lines->is_broken = lines->is_cut;
}

static inline void even_wrap(void *context, struct arena *arena, enum text_style style,
                             int cap_px, struct span text, int max_px,
                             struct text_lines *out_lines)
{
    struct text_lines lines = {.lines =
                                   arena_array(arena, struct text_line, text.count + 1),
                               .line_height_px = 2 * cap_px,
                               .ascent_px = 3 * cap_px / 2,
                               .cap_height_px = cap_px};
    size_t from = 0, word = 0;
    (void)context;
    (void)style;
    max_px = max_px == TEXT_BY_WORDS ? 1 : max_px;
    for (size_t at = 0; at < text.count; at++) {
        const bool is_feed = text.data[at] == '\n';
        if (text.data[at] == ' ')
            word = at + 1;
        const int width = even_width(span_cut(text, from, at + 1 - from), cap_px);
        const bool is_letter = ((unsigned char)text.data[at] & 0xC0) != 0x80;
        if (max_px > 1 && width > max_px && word == from && at > from && is_letter &&
            !is_feed && text.data[at] != ' ') {
            even_add(&lines, text, from, at, max_px);
            lines.is_cut = true;
            from = word = at;
            continue;
        }
        if (is_feed ||
            (max_px > 0 && width > max_px && word > from && text.data[at] != ' ')) {
            even_add(&lines, text, from, is_feed ? at : word, max_px);
            from = word = is_feed ? at + 1 : word;
        }
    }
    even_add(&lines, text, from, text.count, max_px);
    *out_lines = lines;
}

static inline bool even_has_glyphs(void *context, struct span text)
{
    (void)context;
    return text.count < 1 << 20;
}

static inline int even_caret_px(void *context, const struct text_place *place, size_t at)
{
    (void)context;
    const int width = even_width(span_cut(place->line, 0, at), place->cap_height_px);
    return place->is_right_to_left ? even_width(place->line, place->cap_height_px) - width
                                   : width;
}

static inline size_t even_caret_at(void *context, const struct text_place *place, int x)
{
    size_t best = 0, at = 0;
    uint32_t code;
    int nearest = 1 << 30;
    do {
        const int px = even_caret_px(context, place, at);
        const int away = px < x ? x - px : px - x;
        if (away < nearest) {
            nearest = away;
            best = at;
        }
    } while (utf8_next(place->line, &at, &code));
    return best;
}

static const struct text_port even_letters = {.wrap = even_wrap,
                                              .has_glyphs = even_has_glyphs,
                                              .caret_px = even_caret_px,
                                              .caret_at = even_caret_at};

#endif
