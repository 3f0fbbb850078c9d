#include "device/canvas.h"

#include "device/painter.h"
#include "device/shot.h"
#include "view/paint/paint.h"

enum status canvas_shot(struct arena *arena, const struct node *root,
                        const struct surface_facts *facts, const struct focus *focus,
                        struct text *text, const char *path)
{
    struct text_port port = text_port_of(text);
    struct paint_list list;
    struct painter *painter;
    struct damage damage;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(
        0, facts->width_px, facts->height_px, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!surface)
        return fail(STATUS_IO, "no memory for a picture of %d x %d pixels",
                    facts->width_px, facts->height_px);
    const struct arena_mark mark = arena_mark(arena);
    painter_open(arena, text, &painter);
    paint_screen(arena, root, facts, &port, focus, &list);
    painter_paint(painter, surface, &list, &damage);
    const enum status status = shot_write(surface, path);
    painter_close(painter);
    arena_release(arena, mark);
    SDL_FreeSurface(surface);
    return status;
}
