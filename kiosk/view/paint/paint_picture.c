#include "view/paint/paint_picture.h"

#include "view/paint/picture.h"

#include <math.h>
#include <string.h>

/* Runs of dark modules in a row of the largest code there is (177 modules). */
enum { MODULE_DARK = 0x000000, MODULE_LIGHT = 0xFFFFFF, MODULE_RUNS_MAX = 89 };

/* From the canvas of a picture to the surface. */
struct fitting {
    float x, y, scale;
};

static struct box box_at(struct fitting at, const float numbers[4])
{
    const int left = (int)lrintf(at.x + numbers[0] * at.scale);
    const int top = (int)lrintf(at.y + numbers[1] * at.scale);
    return (struct box){
        .x = left,
        .y = top,
        .width = (int)lrintf(at.x + (numbers[0] + numbers[2]) * at.scale) - left,
        .height = (int)lrintf(at.y + (numbers[1] + numbers[3]) * at.scale) - top,
    };
}

static void shape_circle(struct brush *brush, struct fitting at,
                         const struct picture_shape *shape, uint32_t rgb, float stroke)
{
    brush_circle(brush, at.x + shape->numbers[0] * at.scale,
                 at.y + shape->numbers[1] * at.scale, shape->numbers[2] * at.scale, rgb,
                 stroke);
}

static void shape_rect(struct brush *brush, struct fitting at,
                       const struct picture_shape *shape, uint32_t rgb, float stroke)
{
    const struct box box = box_at(at, shape->numbers);
    const float radius = shape->numbers[4] * at.scale;
    if (stroke > 0)
        brush_outline(brush, box, radius, rgb, stroke, 0);
    else
        brush_round(brush, box, radius, rgb);
}

static void shape_path(struct brush *brush, struct fitting at,
                       const struct picture_shape *shape, uint32_t rgb, float stroke)
{
    size_t count = 0;
    for (size_t i = 0; i < shape->verb_count; i++)
        count += shape->verbs[i] == 'C' ? 6 : shape->verbs[i] == 'Z' ? 0 : 2;
    float *points = arena_array(brush->arena, float, count + 1);
    for (size_t i = 0; i < count; i++)
        points[i] = (i % 2 ? at.y : at.x) + shape->points[i] * at.scale;
    const struct span verbs = {shape->verbs, shape->verb_count};
    brush_path(brush, span_text(brush->arena, verbs), points, count, rgb, stroke);
}

static void paint_shape(struct brush *brush, struct fitting at,
                        const struct picture_shape *shape, enum picture_role role,
                        float stroke)
{
    const uint32_t rgb = picture_colour(brush->theme, role);
    switch (shape->kind) {
    case PICTURE_CIRCLE:
        shape_circle(brush, at, shape, rgb, stroke);
        return;
    case PICTURE_RECT:
        shape_rect(brush, at, shape, rgb, stroke);
        return;
    case PICTURE_PATH:
        shape_path(brush, at, shape, rgb, stroke);
        return;
    }
}

/* Dark modules side by side are one shape, so that no seam shows between them, and a row is one
 * command: thousands would not fit into the list of a screen. */
static void modules_row(struct brush *brush, struct box at, const unsigned char *row,
                        int count, int module_px)
{
    float points[8 * MODULE_RUNS_MAX];
    char verbs[5 * MODULE_RUNS_MAX + 1] = "";
    size_t runs = 0;
    const float top = (float)at.y, bottom = (float)(at.y + module_px);
    for (int x = 0, end; x < count && runs < MODULE_RUNS_MAX; x = end) {
        for (end = x + 1; end < count && row[end] == row[x]; end++)
            ;
        if (!row[x])
            continue;
        const float left = (float)(at.x + x * module_px);
        const float right = (float)(at.x + end * module_px);
        const float shape[] = {left, top, right, top, right, bottom, left, bottom};
        memcpy(points + 8 * runs, shape, sizeof shape);
        memcpy(verbs + 5 * runs, "MLLLZ", 6);
        runs++;
    }
    if (runs)
        brush_path(brush, verbs, points, 8 * runs, MODULE_DARK, 0);
}

static void paint_modules(struct brush *brush, const struct picture *picture,
                          struct box box)
{
    const int columns = (int)picture->width, rows = (int)picture->height;
    const int wide = box.width / columns, high = box.height / rows;
    const int module_px = wide < high ? wide : high;
    const struct box whole = {box.x + (box.width - columns * module_px) / 2,
                              box.y + (box.height - rows * module_px) / 2,
                              columns * module_px, rows * module_px};
    brush_rect(brush, whole, MODULE_LIGHT);
    for (int y = 0; y < rows; y++)
        modules_row(brush, (struct box){.x = whole.x, .y = whole.y + y * module_px},
                    picture->modules + (size_t)y * (size_t)columns, columns, module_px);
}

void paint_picture(struct brush *brush, const struct node *node)
{
    const struct picture *picture = node->picture;
    if (!picture || picture->width <= 0 || picture->height <= 0)
        return;
    if (picture->modules) {
        paint_modules(brush, picture, node->box);
        return;
    }
    const float width = (float)node->box.width, height = (float)node->box.height;
    const float scale = fminf(width / picture->width, height / picture->height);
    const struct fitting at = {
        .x = (float)node->box.x + (width - scale * picture->width) / 2,
        .y = (float)node->box.y + (height - scale * picture->height) / 2,
        .scale = scale,
    };
    if (picture->rgb) {
        const float whole[] = {0, 0, picture->width, picture->height};
        brush_pixels(brush, box_at(at, whole), picture->rgb, (int)picture->width,
                     (int)picture->height);
        return;
    }
    for (size_t i = 0; i < picture->shape_count; i++) {
        const struct picture_shape *shape = &picture->shapes[i];
        if (shape->fill != PICTURE_NONE)
            paint_shape(brush, at, shape, shape->fill, 0);
        if (shape->line != PICTURE_NONE && shape->line_width > 0)
            paint_shape(brush, at, shape, shape->line,
                        fmaxf(1, shape->line_width * scale));
    }
}

/* One set of rings: darkest in the middle, fading outwards until nothing is left. */
static void ring_set(struct brush *brush, float x, float y, float first, float step,
                     int count, uint32_t rgb)
{
    const float line = (float)theme_px(brush->facts, 0.5);
    for (int i = count - 1; i >= 0; i--) {
        const double near = 1.0 - (double)i / count;
        brush_circle(brush, x, y, first + (float)i * step,
                     theme_mix(brush->theme->paper, rgb, 0.06 + 0.40 * near * near),
                     line);
    }
}

/* So many that they end before the words on the left and the tools above. */
enum { RING_COUNT = 7 };

void paint_picture_rings(struct brush *brush, struct box box)
{
    const float side = (float)(box.width < 2 * box.height ? box.width : 2 * box.height);
    const float step = side * 0.025f, first = side * 0.021f;
    const bool is_right = brush->facts->is_right_to_left;
    const float edge = is_right ? (float)box.x : (float)(box.x + box.width);
    const float in = is_right ? side : -side;
    const float top =
        (float)box.y + (float)box.height * (box.width > box.height ? 0.46f : 0.18f);
    ring_set(brush, edge + in * 0.109f, top + side * 0.0625f, first, step, RING_COUNT,
             brush->theme->warm);
    ring_set(brush, edge + in * 0.203f, top, first, step, RING_COUNT,
             brush->theme->accent);
}
