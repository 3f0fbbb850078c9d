/* text: letters measured (measure.h), broken into lines (wrap.h) and drawn, for every script.
 * fribidi gives the levels, breaks.h the places where a line may end. Its text_port is what
 * layout works with. */
#ifndef DEVICE_TEXT_H
#define DEVICE_TEXT_H

#include "base/arena.h"
#include "device/text/measure.h"
#include "view/text_port.h"

#include <stdbool.h>

/* text_open(arena, out_text): finds the first font; `out_text` is built in `arena`, which is kept
 * and grows whenever a letter needs another font: nobody may release it to an older mark. Fails as
 * font_set_open does. */
must_check enum status text_open(struct arena *arena, struct text **out_text);
/* text_close(text): closes the fonts. NULL-safe. */
void text_close(struct text *text);

/* text_port_of(text): the port that layout and painting measure with; keeps `text`. */
struct text_port text_port_of(struct text *text);

/* One line as it is to be drawn. */
struct text_drawing {
    struct span line;
    enum text_style style;
    int cap_px;
    bool is_right_to_left; /* direction of its paragraph */
    int x, baseline;       /* pixels: left end, and where letters stand */
    uint32_t rgb;
};

/* text_draw(text, surface, drawing): draws `drawing` onto the 32-bit `surface`, within the
 * surface's clip rectangle. */
void text_draw(struct text *text, SDL_Surface *surface,
               const struct text_drawing *drawing);

#endif
