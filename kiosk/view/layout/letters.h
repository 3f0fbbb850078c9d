/* letters: how high the letters of each style are, and how wide a text is that is set in them. */
#ifndef VIEW_LAYOUT_LETTERS_H
#define VIEW_LAYOUT_LETTERS_H

#include "view/text_port.h"
#include "view/theme.h"

/* What every question needs: where to build, on what surface, with which letters. */
struct fit {
    struct arena *arena;
    const struct surface_facts *facts;
    const struct text_port *port;
};

/* letters_cap_px(facts, style): the capital height of `style` at the text step of `facts`. */
int letters_cap_px(const struct surface_facts *facts, enum text_style style);
/* letters_of_body(style): the capital height of `style` by that of the body. */
double letters_of_body(enum text_style style);
/* letters_wrap(fit, style, scale, text, width_px): the lines of `text` in letters of `style`, made
 * `scale` times as high when that is above 0, in `width_px`; 0: one line. */
struct text_lines letters_wrap(const struct fit *fit, enum text_style style, float scale,
                               struct span text, int width_px);
/* letters_line_px(fit, style, text): the width of `text` in one line. */
int letters_line_px(const struct fit *fit, enum text_style style, struct span text);

#endif
