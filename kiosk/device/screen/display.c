#include "device/screen/display.h"

#include "base/file.h"
#include "base/folder.h"

#include <stdio.h>
#include <stdlib.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

enum { EDID_MAX_BYTES = 64 * 1024, EDID_MAX_WORDS = 64, ARENA_BYTES = 1024 * 1024 };

static void take_edid(struct span bytes, struct display *display)
{
    int width_mm, height_mm;
    if (edid_name(bytes, display->name) != OK ||
        edid_size(bytes, &width_mm, &height_mm) != OK)
        return;
    display->told_width_mm = width_mm;
    display->told_height_mm = height_mm;
}

bool can_display_have(double px_per_mm)
{
    const double dpi = px_per_mm * 25.4;
    return dpi >= DISPLAY_DPI_MIN && dpi <= DISPLAY_DPI_MAX;
}

/* ---- the X server ---- */

static void take_edid_of(Display *server, RROutput output, struct display *display)
{
    unsigned char *bytes = NULL;
    unsigned long count = 0, left = 0;
    int width_bits = 0;
    Atom kind;
    if (XRRGetOutputProperty(server, output, XInternAtom(server, "EDID", False), 0,
                             EDID_MAX_WORDS, False, False, AnyPropertyType, &kind,
                             &width_bits, &count, &left, &bytes) == Success &&
        width_bits == 8)
        take_edid((struct span){(const char *)bytes, count}, display);
    if (bytes)
        XFree(bytes);
}

/* The server's own millimetres are left out: where the screen says none it makes some up, as if
 * there were 96 pixels to the inch. */
static void take_monitor(Display *server, const XRRMonitorInfo *monitor,
                         struct display *display)
{
    char *name = XGetAtomName(server, monitor->name);
    snprintf(display->connector, sizeof display->connector, "%s", name ? name : "");
    if (name)
        XFree(name);
    display->x = monitor->x;
    display->y = monitor->y;
    display->width_px = monitor->width;
    display->height_px = monitor->height;
    if (monitor->noutput > 0)
        take_edid_of(server, monitor->outputs[0], display);
}

/* A screen that is pulled out between two questions is no reason to end. */
static int on_error(Display *server, XErrorEvent *error)
{
    (void)server;
    (void)error;
    return 0;
}

static bool look_at_server(Display *server, struct display *out_display)
{
    int event, error, count = 0;
    if (!XRRQueryExtension(server, &event, &error))
        return false;
    XRRMonitorInfo *monitors =
        XRRGetMonitors(server, DefaultRootWindow(server), True, &count);
    const bool is_there = monitors && count > 0 && monitors->width > 0;
    if (is_there) {
        *out_display = (struct display){0};
        take_monitor(server, monitors, out_display);
    }
    if (monitors)
        XRRFreeMonitors(monitors);
    return is_there;
}

/* ---- the kernel ---- */

/* The X server says HDMI-1 where the kernel says card0-HDMI-A-1: a screen keeps its name. */
static void take_connector(struct span name, struct display *display)
{
    const size_t dash = span_find(name, '-');
    const struct span rest = span_cut(name, dash + 1, name.count);
    const bool is_hdmi = has_span_prefix(rest, "HDMI-A-");
    const struct span tail = span_cut(rest, is_hdmi ? 7 : 0, rest.count);
    snprintf(display->connector, sizeof display->connector, "%s%.*s",
             is_hdmi ? "HDMI-" : "", SPAN_ARGS(tail));
}

/* The first line is what the screen likes best: "1920x1080". */
static void take_mode(struct span modes, struct display *display)
{
    struct span mode;
    int64_t width, height;
    if (!span_next(&modes, '\n', &mode))
        return;
    const size_t x = span_find(mode, 'x');
    if (span_to_integer(span_cut(mode, 0, x), &width) &&
        span_to_integer(span_cut(mode, x + 1, mode.count), &height) && width > 0 &&
        height > 0 && width < INT16_MAX && height < INT16_MAX) {
        display->width_px = (int)width;
        display->height_px = (int)height;
    }
}

static bool take_connected(struct arena *arena, const char *folder, struct span name,
                           struct display *out_display)
{
    const char *path = file_path(arena, folder, span_text(arena, name));
    struct span status, modes, edid;
    if (file_read(arena, file_path(arena, path, "status"), 64, &status) != OK ||
        !is_span(span_trim(status), "connected"))
        return false;
    *out_display = (struct display){0};
    take_connector(name, out_display);
    if (file_read(arena, file_path(arena, path, "modes"), EDID_MAX_BYTES, &modes) == OK)
        take_mode(modes, out_display);
    if (file_read(arena, file_path(arena, path, "edid"), EDID_MAX_BYTES, &edid) == OK)
        take_edid(edid, out_display);
    return true;
}

bool display_read_kernel(const char *folder, struct display *out_display)
{
    struct arena arena;
    struct span *names;
    size_t count;
    bool is_there = false;
    arena_init(&arena, ARENA_BYTES);
    if (folder_list(&arena, folder, "", &names, &count) == OK)
        for (size_t i = 0; i < count && !is_there; i++)
            is_there = has_span_prefix(names[i], "card") &&
                       take_connected(&arena, folder, names[i], out_display);
    arena_done(&arena);
    return is_there;
}

bool display_look(struct display *out_display)
{
    Display *server = getenv("DISPLAY") ? XOpenDisplay(NULL) : NULL;
    if (!server)
        return display_read_kernel("/sys/class/drm", out_display);
    int (*const before)(Display *, XErrorEvent *) = XSetErrorHandler(on_error);
    const bool is_there = look_at_server(server, out_display);
    XCloseDisplay(server);
    XSetErrorHandler(before);
    return is_there;
}
