/* measured: the screens that were measured with a bank card, in a small file of the data folder.
 * A screen is known again by its connector, by what its EDID names it, and by its number of
 * pixels, whichever way up the picture stands: another screen at the same socket, or the same one
 * with another number of pixels, is not the one that was measured. */
#ifndef DEVICE_SCREEN_MEASURED_H
#define DEVICE_SCREEN_MEASURED_H

#include "device/screen/display.h"

enum { MEASURED_MAX = 16, MEASURED_BYTES_MAX = 8 * 1024, MEASURED_DAY_BYTES = 11 };

struct measured_screen {
    char connector[DISPLAY_CONNECTOR_BYTES];
    unsigned char name[EDID_NAME_BYTES];
    int width_px, height_px, width_um; /* the picture as it stood */
    char day[MEASURED_DAY_BYTES];      /* "2026-11-30" */
};

struct measured {
    struct measured_screen screens[MEASURED_MAX]; /* the newest first */
    size_t count;
};

/* measured_read(arena, bytes, out_measured), measured_write(arena, measured): the file's `bytes`
 * and back, canonical JSON. STATUS_DAMAGED with the key that does not fit. */
must_check enum status measured_read(struct arena *arena, struct span bytes,
                                     struct measured *out_measured);
struct span measured_write(struct arena *arena, const struct measured *measured);

/* measured_load(folder, out_measured), measured_save(folder, measured): from and to the file
 * screens.json of the data folder `folder`, which is made. A file that is not there has no
 * screens. STATUS_DAMAGED, STATUS_TOO_LARGE, STATUS_NO_ACCESS, STATUS_NO_SPACE, STATUS_IO. */
must_check enum status measured_load(const char *folder, struct measured *out_measured);
must_check enum status measured_save(const char *folder, const struct measured *measured);

/* measured_put(measured, display, width_um, day): `display` is `width_um` micrometres wide, seen on
 * `day`, in place of what was known of it. The oldest goes when there are too many. */
void measured_put(struct measured *measured, const struct display *display, int width_um,
                  struct span day);
/* measured_find(measured, display): what is known of `display`, or NULL. */
const struct measured_screen *measured_find(const struct measured *measured,
                                            const struct display *display);
/* measured_px_per_mm(screen): pixels to the millimetre. */
double measured_px_per_mm(const struct measured_screen *screen);

#endif
