#include "author/svg.h"

#include "base/buffer.h"

enum { SVG_BYTES_MAX = 1024 * 1024 };

static void put_path(struct buffer *out, const struct picture_shape *shape)
{
    const float *points = shape->points;
    buffer_text(out, "<path d=\"");
    for (size_t i = 0; i < shape->verb_count; i++) {
        const int count = shape->verbs[i] == 'C' ? 6 : shape->verbs[i] == 'Z' ? 0 : 2;
        buffer_format(out, "%c", shape->verbs[i]);
        for (int k = 0; k < count; k++)
            buffer_format(out, " %.2f", (double)*points++);
    }
    buffer_text(out, "\"");
}

static void put_outline(struct buffer *out, const struct picture_shape *shape)
{
    const float *at = shape->numbers;
    switch (shape->kind) {
    case PICTURE_CIRCLE:
        buffer_format(out, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\"", (double)at[0],
                      (double)at[1], (double)at[2]);
        return;
    case PICTURE_RECT:
        buffer_format(out,
                      "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" "
                      "rx=\"%.2f\"",
                      (double)at[0], (double)at[1], (double)at[2], (double)at[3],
                      (double)at[4]);
        return;
    case PICTURE_PATH:
        put_path(out, shape);
        return;
    }
}

static void put_colour(struct buffer *out, const char *name, enum picture_role role,
                       const struct theme *theme)
{
    if (role == PICTURE_NONE)
        buffer_format(out, " %s=\"none\"", name);
    else
        buffer_format(out, " %s=\"#%06x\"", name, picture_colour(theme, role));
}

struct span svg_write(struct arena *arena, const struct picture *picture,
                      const struct theme *theme)
{
    struct buffer out = buffer_init(arena, SVG_BYTES_MAX);
    buffer_format(&out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.2f %.2f\">",
                  (double)picture->width, (double)picture->height);
    for (size_t i = 0; i < picture->shape_count; i++) {
        const struct picture_shape *shape = &picture->shapes[i];
        put_outline(&out, shape);
        put_colour(&out, "fill", shape->fill, theme);
        put_colour(&out, "stroke", shape->line, theme);
        buffer_format(&out, " stroke-width=\"%.2f\"/>", (double)shape->line_width);
    }
    buffer_text(&out, "</svg>");
    return buffer_span(&out);
}
