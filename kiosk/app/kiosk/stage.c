#include "app/kiosk/stage.h"

#include "app/common/console.h"

#include "view/paint/paint.h"

enum { DEVICE_MAX_BYTES = 64 * 1024 * 1024 };

enum status stage_open(struct stage *stage, int width_px, int height_px)
{
    bool is_locked;
    arena_init(&stage->arena, DEVICE_MAX_BYTES);
    enum status status = arena_init_guarded(&stage->lists, STAGE_LIST_BYTES, &is_locked);
    if (status == OK)
        status = window_open((struct window_options){.title = "Resonance",
                                                     .width_px = width_px,
                                                     .height_px = height_px},
                             &stage->window);
    if (status == OK)
        status = text_open(&stage->arena, &stage->text);
    if (status != OK)
        return status;
    stage->port = text_port_of(stage->text);
    painter_open(&stage->arena, stage->text, &stage->painter);
    return OK;
}

void stage_stand(struct stage *stage, const char *folder)
{
    struct stand stand;
    if (stand_load(folder, &stand) == OK)
        window_stand(&stage->window, &stand);
    else
        console_line(CONSOLE_ERROR,
                     "resonance-kiosk: how the screen stands does not count: %s",
                     status_last());
}

void stage_close(struct stage *stage)
{
    painter_close(stage->painter);
    text_close(stage->text);
    window_close(&stage->window);
    arena_done(&stage->lists);
    arena_done(&stage->arena);
}

bool stage_show(struct stage *stage, const struct node *root,
                const struct surface_facts *facts, const struct focus *focus)
{
    struct paint_list list;
    struct damage damage;
    SDL_Surface *surface = window_surface(&stage->window);
    if (!surface)
        return false;
    arena_reset(&stage->lists);
    paint_screen(&stage->lists, root, facts, &stage->port, focus, &list);
    painter_paint(stage->painter, surface, &list, &damage);
    window_push(&stage->window, &damage);
    return damage.count > 0;
}
