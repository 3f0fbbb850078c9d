/* Pictures of a questionnaire, from foreign bytes to pixels: read, planned and drawn. */
#include "device/raster.h"
#include "view/paint/paint_picture.h"
#include "view/paint/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void draw_pixels(const struct paint_command *command)
{
    static uint32_t shown[320 * 180];
    SDL_Surface surface = {.w = 320, .h = 180, .pitch = 320 * 4, .pixels = shown};
    raster_pixels(&surface, command->bounds, command);
}

static void draw(struct arena *arena, const struct picture *picture)
{
    const struct surface_facts facts = {
        .width_px = 320, .height_px = 180, .px_per_mm = 1};
    const struct node node = {.picture = picture, .box = {0, 0, 320, 180}};
    struct paint_list list = {0};
    struct brush brush = {.arena = arena,
                          .list = &list,
                          .facts = &facts,
                          .theme = theme_get(THEME_LIGHT),
                          .clip = {0, 0, 320, 180}};
    paint_picture(&brush, &node);
    for (size_t i = 0; i < list.count; i++)
        if (list.commands[i].kind != PAINT_PIXELS)
            (void)outline_of(arena, &list.commands[i]);
    if (picture->rgb)
        draw_pixels(&list.commands[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct picture picture;
    const struct picture_limits limits = {
        .bytes = 4096, .shapes = 50, .verbs = 50, .pixels_wide = 40, .pixels_high = 30};
    arena_init(&arena, 256 * 1024 * 1024);
    if (picture_read(&arena, "fuzz", (struct span){(const char *)data, size}, limits,
                     &picture) == OK)
        draw(&arena, &picture);
    arena_done(&arena);
    return 0;
}
