#include "device/screen/measured.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

#include <string.h>

enum { VERSION = 1, PX_MIN = 200, PX_MAX = 16384, UM_MIN = 50000, UM_MAX = 10000000 };
enum { ARENA_BYTES = 4 * 1024 * 1024 };
static const char file_name[] = "screens.json";

/* ---- the file ---- */

static void text_copy(char *to, size_t room, struct span text)
{
    const size_t count = text.count < room ? text.count : room - 1;
    memcpy(to, text.data, count);
    to[count] = 0;
}

static void screen_take(struct canonical_take *take, const struct json *object,
                        struct measured_screen *screen)
{
    int64_t day_ms;
    const struct span connector = canonical_take_text(take, object, "connector");
    const struct span day = canonical_take_text(take, object, "day");
    if (connector.count >= sizeof screen->connector)
        canonical_take_wrong(take, "a connector is longer than 31 bytes");
    if (day.count >= sizeof screen->day || !is_clock_date(day, &day_ms))
        canonical_take_wrong(take, "a day is none");
    canonical_take_hex(take, object, "name", screen->name, sizeof screen->name);
    screen->width_px =
        (int)canonical_take_whole(take, object, "width_px", PX_MIN, PX_MAX);
    screen->height_px =
        (int)canonical_take_whole(take, object, "height_px", PX_MIN, PX_MAX);
    screen->width_um =
        (int)canonical_take_whole(take, object, "width_um", UM_MIN, UM_MAX);
    if (take->status == OK && !can_display_have(measured_px_per_mm(screen)))
        canonical_take_wrong(take, "no screen can have these millimetres");
    if (take->status != OK)
        return;
    text_copy(screen->connector, sizeof screen->connector, connector);
    text_copy(screen->day, sizeof screen->day, day);
}

static enum status root_take(struct canonical_take *take, struct arena *scratch,
                             struct span bytes, struct measured *measured)
{
    const struct json *root = canonical_take_root(take, scratch, bytes);
    const struct json *list = canonical_take_list(take, root, "screens", MEASURED_MAX);
    (void)canonical_take_whole(take, root, "version", VERSION, VERSION);
    for (const struct json *each = list ? list->first : NULL; each; each = each->next)
        screen_take(take, each, &measured->screens[measured->count++]);
    return take->status;
}

enum status measured_read(struct arena *arena, struct span bytes,
                          struct measured *out_measured)
{
    struct measured measured = {.count = 0};
    struct arena scratch;
    struct canonical_take take = {
        .arena = arena, .document = file_name, .bad = STATUS_DAMAGED};
    canonical_take_scratch(&scratch);
    if (root_take(&take, &scratch, bytes, &measured) == OK)
        canonical_take_same(&take, bytes, measured_write(arena, &measured));
    arena_done(&scratch);
    if (take.status == OK)
        *out_measured = measured;
    return take.status;
}

struct span measured_write(struct arena *arena, const struct measured *measured)
{
    struct canonical out = canonical_begin(arena);
    canonical_object(&out, NULL);
    canonical_list(&out, "screens");
    for (size_t i = 0; i < measured->count; i++) {
        const struct measured_screen *screen = &measured->screens[i];
        canonical_object(&out, NULL);
        canonical_text(&out, "connector", span_of(screen->connector));
        canonical_text(&out, "day", span_of(screen->day));
        canonical_whole(&out, "height_px", screen->height_px);
        canonical_hex(&out, "name", screen->name, sizeof screen->name);
        canonical_whole(&out, "width_px", screen->width_px);
        canonical_whole(&out, "width_um", screen->width_um);
        canonical_end(&out);
    }
    canonical_end(&out);
    canonical_whole(&out, "version", VERSION);
    canonical_end(&out);
    return canonical_bytes(&out);
}

enum status measured_load(const char *folder, struct measured *out_measured)
{
    struct arena arena;
    struct span bytes;
    arena_init(&arena, ARENA_BYTES);
    const char *path = file_path(&arena, folder, file_name);
    enum status status = file_read(&arena, path, MEASURED_BYTES_MAX, &bytes);
    if (status == OK)
        status = measured_read(&arena, bytes, out_measured);
    else if (status == STATUS_NOT_FOUND) {
        *out_measured = (struct measured){.count = 0};
        status = OK;
    }
    arena_done(&arena);
    return status;
}

enum status measured_save(const char *folder, const struct measured *measured)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    enum status status = folder_make(folder);
    /* No secret, and whoever measured may be somebody else than who reads it. */
    if (status == OK)
        status = file_write(file_path(&arena, folder, file_name),
                            measured_write(&arena, measured), 0644);
    arena_done(&arena);
    return status;
}

/* ---- the screens ---- */

static bool is_same(const struct measured_screen *screen, const struct display *display)
{
    const bool is_upright =
        screen->width_px == display->width_px && screen->height_px == display->height_px;
    const bool is_turned =
        screen->width_px == display->height_px && screen->height_px == display->width_px;
    return (is_upright || is_turned) &&
           strcmp(screen->connector, display->connector) == 0 &&
           memcmp(screen->name, display->name, sizeof screen->name) == 0;
}

const struct measured_screen *measured_find(const struct measured *measured,
                                            const struct display *display)
{
    for (size_t i = 0; i < measured->count; i++)
        if (is_same(&measured->screens[i], display))
            return &measured->screens[i];
    return NULL;
}

void measured_put(struct measured *measured, const struct display *display, int width_um,
                  struct span day)
{
    struct measured_screen screen = {.width_px = display->width_px,
                                     .height_px = display->height_px,
                                     .width_um = width_um};
    const struct measured_screen *known = measured_find(measured, display);
    const size_t before = known ? (size_t)(known - measured->screens)
                          : measured->count < MEASURED_MAX ? measured->count++
                                                           : MEASURED_MAX - 1;
    memcpy(screen.connector, display->connector, sizeof screen.connector);
    memcpy(screen.name, display->name, sizeof screen.name);
    text_copy(screen.day, sizeof screen.day, day);
    memmove(measured->screens + 1, measured->screens, before * sizeof screen);
    measured->screens[0] = screen;
}

double measured_px_per_mm(const struct measured_screen *screen)
{
    return screen->width_px * 1000.0 / screen->width_um;
}
