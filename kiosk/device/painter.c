#include "device/painter.h"

#include "view/layout/box.h"

#include <math.h>

enum { WORK_MAX_BYTES = 32 * 1024 * 1024, MARKS_MAX_BYTES = 8 * 1024 * 1024 };

void painter_open(struct arena *arena, struct text *text, struct painter **out_painter)
{
    struct painter *painter = arena_new(arena, struct painter);
    painter->text = text;
    painter->is_fresh = true;
    arena_init(&painter->work, WORK_MAX_BYTES);
    (void)arena_alloc(&painter->work, 1);
    for (int i = 0; i < 2; i++)
        arena_init(&painter->marks[i], MARKS_MAX_BYTES);
    *out_painter = painter;
}

void painter_close(struct painter *painter)
{
    if (!painter)
        return;
    arena_done(&painter->work);
    for (int i = 0; i < 2; i++)
        arena_done(&painter->marks[i]);
}

void painter_forget(struct painter *painter)
{
    painter->is_fresh = true;
}

static void draw_shape(struct painter *painter, SDL_Surface *surface,
                       const struct paint_command *command, struct box clip)
{
    const struct arena_mark mark = arena_mark(&painter->work);
    const struct outline outline = outline_of(&painter->work, command);
    raster_fill(&painter->raster, surface, clip, &outline, command->rgb);
    arena_release(&painter->work, mark);
}

static void draw_text(struct painter *painter, SDL_Surface *surface,
                      const struct paint_command *command, struct box clip)
{
    const SDL_Rect rect = {clip.x, clip.y, clip.width, clip.height};
    const struct text_drawing drawing = {
        .line = command->text,
        .style = command->style,
        .cap_px = command->cap_px,
        .is_right_to_left = command->is_right_to_left,
        .x = (int)lrintf(command->x),
        .baseline = (int)lrintf(command->y),
        .rgb = command->rgb,
    };
    SDL_SetClipRect(surface, &rect);
    text_draw(painter->text, surface, &drawing);
    SDL_SetClipRect(surface, NULL);
}

static void draw(struct painter *painter, SDL_Surface *surface,
                 const struct paint_command *command, struct box clip)
{
    switch (command->kind) {
    case PAINT_RECT:
        raster_rect(surface, clip, command->rgb);
        return;
    case PAINT_ROUND:
    case PAINT_PATH:
        draw_shape(painter, surface, command, clip);
        return;
    case PAINT_TEXT:
        draw_text(painter, surface, command, clip);
        return;
    case PAINT_PIXELS:
        raster_pixels(surface, clip, command);
        return;
    }
}

static void draw_box(struct painter *painter, SDL_Surface *surface,
                     const struct paint_list *list, struct box box)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct box clip = box_meet(list->commands[i].bounds, box);
        if (!is_box_empty(clip))
            draw(painter, surface, &list->commands[i], clip);
    }
}

/* The marks of `list` take the place of those before; what differs goes to `out_damage`. */
static void remember(struct painter *painter, const struct paint_list *list,
                     struct damage *out_damage)
{
    struct arena *arena = &painter->marks[!painter->marks_index];
    arena_reset(arena);
    struct damage_mark *marks = damage_marks(arena, list);
    const struct arena_mark work = arena_mark(&painter->work);
    damage_find(&painter->work, painter->shown, painter->shown_count, marks, list->count,
                out_damage);
    arena_release(&painter->work, work);
    painter->shown = marks;
    painter->shown_count = list->count;
    painter->marks_index = !painter->marks_index;
}

void painter_paint(struct painter *painter, SDL_Surface *surface,
                   const struct paint_list *list, struct damage *out_damage)
{
    const struct box whole = {0, 0, surface->w, surface->h};
    struct damage found, damage = {0};
    remember(painter, list, &found);
    if (painter->is_fresh)
        damage_add(&damage, whole);
    for (size_t i = 0; i < found.count && !painter->is_fresh; i++)
        damage_add(&damage, box_meet(found.boxes[i], whole));
    painter->is_fresh = false;
    for (size_t i = 0; i < damage.count; i++)
        draw_box(painter, surface, list, damage.boxes[i]);
    *out_damage = damage;
}
