/* measure: how wide letters are. SDL_ttf shapes one run at a time with direction and script set by
 * hand; widths of words are remembered. */
#ifndef DEVICE_TEXT_MEASURE_H
#define DEVICE_TEXT_MEASURE_H

#include "base/arena.h"
#include "base/span.h"
#include "device/text/breaks.h"
#include "device/font.h"
#include "device/run.h"
#include "view/node.h"

enum { MEASURE_WIDTHS = 4096 };

/* What setting text needs, as long as the program. */
struct text {
    struct font_set fonts;
    struct breaks breaks;
    struct arena scratch; /* emptied (wiped) after each call */
    struct text_width {
        uint64_t key;
        int width_px;
    } widths[MEASURE_WIDTHS]; /* of words by hash; holds no letters */
};

struct measure_style {
    enum font_weight weight;
    int cap_px;
};

/* measure_weight(style): how bold letters of `style` are. */
enum font_weight measure_weight(enum text_style style);

/* measure_font(text, style, run): the font of `run`, made ready for its direction and script; NULL
 * when its file is missing. */
TTF_Font *measure_font(struct text *text, struct measure_style style,
                       const struct run *run);

/* measure_run(text, style, all, run): the pixels across of `run`, a run of `all`.
 * measure_width(text, style, stretch): the same of a `stretch` without line feeds. */
int measure_run(struct text *text, struct measure_style style, struct span all,
                const struct run *run);
int measure_width(struct text *text, struct measure_style style, struct span stretch);

#endif
