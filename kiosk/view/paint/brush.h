/* brush: the few kinds of strokes a screen is made of, collected as a flat list of commands.
 * Everything is opaque and in pixels; device/painter turns the list into pixels, tests read it.
 * A command's hash covers all that decides how it looks and where. */
#ifndef VIEW_PAINT_BRUSH_H
#define VIEW_PAINT_BRUSH_H

#include "base/arena.h"
#include "view/node.h"
#include "view/text_port.h"
#include "view/theme.h"

#include <stdbool.h>

enum paint_kind {
    PAINT_RECT,   /* whole pixels, no smoothing */
    PAINT_ROUND,  /* rectangle with round corners; radius half the side: a circle */
    PAINT_PATH,   /* verbs M L C Z */
    PAINT_TEXT,   /* one line */
    PAINT_PIXELS, /* a photograph, stretched to its box */
};

struct paint_command {
    enum paint_kind kind;
    uint32_t rgb;
    struct box bounds; /* all it can touch, within its clip */
    struct box clip;
    float x, y, width, height, radius; /* RECT, ROUND; TEXT: x and baseline y */
    float stroke;      /* 0: filled; ROUND: inside the edge, PATH: along its middle */
    float dash;        /* length of dashes and of gaps; 0: solid */
    const char *verbs; /* PATH */
    const float *points;
    size_t verb_count, point_count;
    struct span text; /* TEXT */
    enum text_style style;
    int cap_px;
    bool is_right_to_left;
    const unsigned char *pixels; /* PIXELS: red, green, blue of each, lent */
    int pixels_wide, pixels_high;
    uint64_t hash;
};

struct paint_list {
    struct paint_command *commands;
    size_t count, capacity;
};

struct brush {
    struct arena *arena;
    struct paint_list *list;
    const struct surface_facts *facts;
    const struct theme *theme;
    struct box clip; /* for the commands to come */
};

/* brush_rect(brush, box, rgb): fills `box`. */
void brush_rect(struct brush *brush, struct box box, uint32_t rgb);
/* brush_round(brush, box, radius, rgb): fills `box` with corners of `radius` pixels. */
void brush_round(struct brush *brush, struct box box, float radius, uint32_t rgb);
/* brush_outline(brush, box, radius, rgb, stroke, dash): the line just inside the edge of that
 * shape, `stroke` wide, in dashes of `dash` (0: solid). */
void brush_outline(struct brush *brush, struct box box, float radius, uint32_t rgb,
                   float stroke, float dash);
/* brush_circle(brush, x, y, radius, rgb, stroke): a circle round x, y; `stroke` 0: filled, else a
 * line whose middle runs along `radius`. */
void brush_circle(struct brush *brush, float x, float y, float radius, uint32_t rgb,
                  float stroke);
/* brush_path(brush, verbs, points, point_count, rgb, stroke): a path of the 0-ended `verbs` (M L
 * C Z) with `point_count` numbers, filled (`stroke` 0) or drawn; keeps a copy of both. */
void brush_path(struct brush *brush, const char *verbs, const float *points,
                size_t point_count, uint32_t rgb, float stroke);
/* brush_pixels(brush, box, rgb, width, height): the `width` x `height` pixels `rgb`, three bytes
 * each, stretched to `box`; they are lent until the list is painted. */
void brush_pixels(struct brush *brush, struct box box, const unsigned char *rgb,
                  int width, int height);
/* brush_check(brush, x, y, size, rgb): a check mark in the square of `size` round x, y. */
void brush_check(struct brush *brush, float x, float y, float size, uint32_t rgb);

/* One line of text and how it is set. */
struct brush_text {
    struct span text;
    enum text_style style;
    int cap_px, line_height_px;
    int width_px;
    bool is_right_to_left;
};
/* brush_text(brush, line, x, baseline, rgb): `line` with its left end at x. */
void brush_text(struct brush *brush, const struct brush_text *line, int x, int baseline,
                uint32_t rgb);
/* brush_lines(brush, lines, text, style, box, align, rgb): the wrapped `lines` of `text` in
 * `box`, from its top; ALIGN_START is the leading side of the surface. */
void brush_lines(struct brush *brush, const struct text_lines *lines, struct span text,
                 enum text_style style, struct box box, enum align align, uint32_t rgb);

#endif
