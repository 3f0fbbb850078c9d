/* text_port: all that layout must know about text. device/text implements it with real
 * fonts; tests use one where every letter is equally wide. */
#ifndef VIEW_TEXT_PORT_H
#define VIEW_TEXT_PORT_H

#include "base/arena.h"
#include "base/span.h"
#include "view/node.h"

#include <stdbool.h>

struct text_line {
    size_t from, count; /* bytes of the text, without the break itself */
    int width_px;
    bool is_right_to_left; /* the direction of the paragraph it belongs to */
};

struct text_lines {
    struct text_line *lines;
    size_t count;
    int line_height_px, ascent_px, cap_height_px;
    int width_px;   /* of the widest line */
    bool is_broken; /* a word is on more than one line, because none holds it */
    bool is_cut; /* one of usual length is, or a single letter was wider than the limit */
};

/* One line of a text, as it is set. */
struct text_place {
    struct span line; /* with the blanks at its end */
    enum text_style style;
    int cap_height_px;
    bool is_right_to_left; /* the direction of its paragraph */
};

enum { TEXT_BY_WORDS = -1 };

struct text_port {
    void *context;
    /* wrap(context, arena, style, cap_height_px, text, max_width_px, out_lines):
     * Breaks `text` into lines no wider than `max_width_px`; a word that no line holds is broken
     * within. 0: only at line feeds. TEXT_BY_WORDS: each word on its own line, of which `width_px`
     * tells how narrow a place the text bears; a very long word needs not stay whole there.
     * The `style` gives weight; `cap_height_px` the size. */
    void (*wrap)(void *context, struct arena *arena, enum text_style style,
                 int cap_height_px, struct span text, int max_width_px,
                 struct text_lines *out_lines);
    /* has_glyphs(context, text): 1 when some font has a glyph for every code point. */
    bool (*has_glyphs)(void *context, struct span text);
    /* caret_px(context, place, at): how far right of the line's left end a caret stands that is at
     * byte `at`: beside the letter before it; at the beginning, beside the first letter.
     * caret_at(context, place, x): the byte whose caret is nearest to `x`. */
    int (*caret_px)(void *context, const struct text_place *place, size_t at);
    size_t (*caret_at)(void *context, const struct text_place *place, int x);
    /* set_language(context, language): what is set from now on is in `language` (BCP 47). */
    void (*set_language)(void *context, struct span language);
};

#endif
