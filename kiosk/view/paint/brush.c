#include "view/paint/brush.h"

#include "base/hash.h"
#include "view/layout/box.h"

#include <math.h>
#include <string.h>

static uint64_t hash_of(const struct paint_command *c)
{
    const int32_t whole[] = {(int32_t)c->kind,  (int32_t)c->rgb, c->clip.x,
                             c->clip.y,         c->clip.width,   c->clip.height,
                             (int32_t)c->style, c->cap_px,       c->is_right_to_left};
    const float parts[] = {c->x,      c->y,      c->width, c->height,
                           c->radius, c->stroke, c->dash};
    uint64_t hash = hash_mix(HASH_START, whole, sizeof whole);
    hash = hash_mix(hash, parts, sizeof parts);
    hash = hash_mix(hash, c->verbs, c->verb_count);
    hash = hash_mix(hash, c->points, c->point_count * sizeof *c->points);
    hash = hash_mix(hash, c->pixels, 3 * (size_t)c->pixels_wide * (size_t)c->pixels_high);
    return hash_mix(hash, c->text.data, c->text.count);
}

static void add(struct brush *brush, struct paint_command command, struct box bounds)
{
    struct paint_list *list = brush->list;
    command.clip = brush->clip;
    command.bounds = box_meet(bounds, brush->clip);
    if (!command.bounds.width || !command.bounds.height)
        return;
    if (list->count == list->capacity) {
        const size_t capacity = list->capacity ? 2 * list->capacity : 128;
        struct paint_command *more =
            arena_array(brush->arena, struct paint_command, capacity);
        if (list->count)
            memcpy(more, list->commands, list->count * sizeof *more);
        list->commands = more;
        list->capacity = capacity;
    }
    command.hash = hash_of(&command);
    list->commands[list->count++] = command;
}

static struct box box_around(float left, float top, float right, float bottom)
{
    const int x = (int)floorf(left) - 1, y = (int)floorf(top) - 1;
    return (struct box){x, y, (int)ceilf(right) + 1 - x, (int)ceilf(bottom) + 1 - y};
}

void brush_rect(struct brush *brush, struct box box, uint32_t rgb)
{
    add(brush,
        (struct paint_command){
            .kind = PAINT_RECT,
            .rgb = rgb,
            .x = (float)box.x,
            .y = (float)box.y,
            .width = (float)box.width,
            .height = (float)box.height,
        },
        box);
}

static struct paint_command round_command(struct box box, float radius, uint32_t rgb)
{
    const int side = box.width < box.height ? box.width : box.height;
    const float most = (float)side / 2.0f;
    return (struct paint_command){
        .kind = PAINT_ROUND,
        .rgb = rgb,
        .x = (float)box.x,
        .y = (float)box.y,
        .width = (float)box.width,
        .height = (float)box.height,
        .radius = radius < most ? radius : most,
    };
}

void brush_round(struct brush *brush, struct box box, float radius, uint32_t rgb)
{
    add(brush, round_command(box, radius, rgb), box);
}

void brush_outline(struct brush *brush, struct box box, float radius, uint32_t rgb,
                   float stroke, float dash)
{
    struct paint_command command = round_command(box, radius, rgb);
    command.stroke = stroke;
    command.dash = dash;
    add(brush, command, box);
}

void brush_circle(struct brush *brush, float x, float y, float radius, uint32_t rgb,
                  float stroke)
{
    const float outer = radius + stroke / 2;
    add(brush,
        (struct paint_command){
            .kind = PAINT_ROUND,
            .rgb = rgb,
            .x = x - outer,
            .y = y - outer,
            .width = 2 * outer,
            .height = 2 * outer,
            .radius = outer,
            .stroke = stroke,
        },
        box_around(x - outer, y - outer, x + outer, y + outer));
}

void brush_path(struct brush *brush, const char *verbs, const float *points,
                size_t point_count, uint32_t rgb, float stroke)
{
    if (point_count < 2)
        return;
    float *kept = arena_array(brush->arena, float, point_count);
    memcpy(kept, points, point_count * sizeof *kept);
    const struct span kept_verbs = span_copy(brush->arena, span_of(verbs));
    float left = points[0], right = left, top = points[1], bottom = top;
    for (size_t i = 0; i + 1 < point_count; i += 2) {
        left = fminf(left, points[i]);
        right = fmaxf(right, points[i]);
        top = fminf(top, points[i + 1]);
        bottom = fmaxf(bottom, points[i + 1]);
    }
    add(brush,
        (struct paint_command){
            .kind = PAINT_PATH,
            .rgb = rgb,
            .stroke = stroke,
            .verbs = kept_verbs.data,
            .verb_count = kept_verbs.count,
            .points = kept,
            .point_count = point_count,
        },
        box_around(left - stroke, top - stroke, right + stroke, bottom + stroke));
}

void brush_pixels(struct brush *brush, struct box box, const unsigned char *rgb,
                  int width, int height)
{
    add(brush,
        (struct paint_command){
            .kind = PAINT_PIXELS,
            .x = (float)box.x,
            .y = (float)box.y,
            .width = (float)box.width,
            .height = (float)box.height,
            .pixels = rgb,
            .pixels_wide = width,
            .pixels_high = height,
        },
        box);
}

void brush_check(struct brush *brush, float x, float y, float size, uint32_t rgb)
{
    const float points[] = {x - 0.34f * size, y + 0.02f * size, x - 0.10f * size,
                            y + 0.26f * size, x + 0.36f * size, y - 0.25f * size};
    brush_path(brush, "MLL", points, 6, rgb, 0.15f * size);
}

void brush_text(struct brush *brush, const struct brush_text *line, int x, int baseline,
                uint32_t rgb)
{
    if (!line->text.count)
        return;
    add(brush,
        (struct paint_command){
            .kind = PAINT_TEXT,
            .rgb = rgb,
            .x = (float)x,
            .y = (float)baseline,
            .text = line->text,
            .style = line->style,
            .cap_px = line->cap_px,
            .is_right_to_left = line->is_right_to_left,
        },
        (struct box){
            .x = x - line->cap_px,
            .y = baseline - 2 * line->cap_px,
            .width = line->width_px + 2 * line->cap_px,
            .height = 3 * line->cap_px,
        });
}

/* Where a line begins: centred, or at the leading or trailing side of the surface. */
static int line_x(const struct brush *brush, const struct text_line *line, struct box box,
                  enum align align)
{
    const bool is_at_right =
        (align == ALIGN_END) != (brush->facts->is_right_to_left != 0);
    if (align == ALIGN_CENTER)
        return box.x + (box.width - line->width_px) / 2;
    return is_at_right ? box.x + box.width - line->width_px : box.x;
}

void brush_lines(struct brush *brush, const struct text_lines *lines, struct span text,
                 enum text_style style, struct box box, enum align align, uint32_t rgb)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        const struct brush_text set = {
            .text = span_cut(text, line->from, line->count),
            .style = style,
            .cap_px = lines->cap_height_px,
            .line_height_px = lines->line_height_px,
            .width_px = line->width_px,
            .is_right_to_left = line->is_right_to_left,
        };
        brush_text(brush, &set, line_x(brush, line, box, align),
                   box.y + (int)i * lines->line_height_px + lines->ascent_px, rgb);
    }
}
