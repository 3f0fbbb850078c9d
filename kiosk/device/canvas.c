#include "device/canvas.h"

#include "device/painter.h"
#include "device/shot.h"
#include "view/paint/paint.h"

#include <string.h>

/* The surface with the tree on it; the caller frees it. */
static enum status painted(struct arena *arena, const struct node *root,
                           const struct surface_facts *facts, const struct focus *focus,
                           struct text *text, SDL_Surface **out_surface)
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
    painter_close(painter);
    arena_release(arena, mark);
    *out_surface = surface;
    return OK;
}

enum status canvas_shot(struct arena *arena, const struct node *root,
                        const struct surface_facts *facts, const struct focus *focus,
                        struct text *text, const char *path)
{
    SDL_Surface *surface;
    enum status status = painted(arena, root, facts, focus, text, &surface);
    if (status != OK)
        return status;
    status = shot_write(surface, path);
    SDL_FreeSurface(surface);
    return status;
}

enum status canvas_rgb(struct arena *arena, const struct node *root,
                       const struct surface_facts *facts, const struct focus *focus,
                       struct text *text, unsigned char **out_rgb)
{
    SDL_Surface *surface;
    const enum status status = painted(arena, root, facts, focus, text, &surface);
    if (status != OK)
        return status;
    unsigned char *rgb = arena_alloc(arena, 3 * (size_t)surface->w * (size_t)surface->h),
                  *at = rgb;
    for (int y = 0; y < surface->h; y++) {
        const unsigned char *row =
            (const unsigned char *)surface->pixels + (size_t)y * (size_t)surface->pitch;
        for (int x = 0; x < surface->w; x++) {
            uint32_t pixel;
            memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
            *at++ = (unsigned char)(pixel >> 16);
            *at++ = (unsigned char)(pixel >> 8);
            *at++ = (unsigned char)pixel;
        }
    }
    SDL_FreeSurface(surface);
    *out_rgb = rgb;
    return OK;
}
