/* display: the screen this program stands on, as the system tells of it: where it is plugged in,
 * which one it is, how many pixels it shows and how large it says it is. Under X all of it comes
 * from the server (RandR), which knows which way up the picture stands; else from the kernel. */
#ifndef DEVICE_SCREEN_DISPLAY_H
#define DEVICE_SCREEN_DISPLAY_H

#include "base/arena.h"
#include "base/span.h"
#include "device/screen/edid.h"

#include <stdbool.h>

/* The pixels to the inch that a screen of a terminal can have (why: scale.h). */
enum { DISPLAY_CONNECTOR_BYTES = 32, DISPLAY_DPI_MIN = 50, DISPLAY_DPI_MAX = 400 };

struct display {
    char connector[DISPLAY_CONNECTOR_BYTES]; /* "HDMI-1"; "": not known */
    unsigned char name[EDID_NAME_BYTES];     /* zeros: it has none */
    int x, y, width_px, height_px;           /* the picture as it stands; 0: not known */
    int told_width_mm,
        told_height_mm; /* what it says itself, upright or not; 0: nothing */
};

/* display_look(out_display): the first screen of the X server that DISPLAY names, else the first
 * that is connected by the kernel's list. false, and nothing is set, when there is none, or it is
 * off. Takes a millisecond or two. */
bool display_look(struct display *out_display);

/* can_display_have(px_per_mm): whether a screen of a terminal can have so many. */
bool can_display_have(double px_per_mm);

/* display_read_kernel(folder, out_display): the same by the kernel's list in `folder`
 * (/sys/class/drm); its pixels are those that the screen likes best. */
bool display_read_kernel(const char *folder, struct display *out_display);

#endif
