/* stand: how the screen of this terminal stands: by how many quarters its picture is turned, and
 * where on the glass a finger is that the screen reports elsewhere. The picture is turned here, not
 * by the X server, so that fingers and mouse follow by the same rule, and millimetres stay right.
 * Kept in a small file beside what was measured of the screen (measured.h). */
#ifndef DEVICE_SCREEN_STAND_H
#define DEVICE_SCREEN_STAND_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

enum { STAND_TURNS = 4, STAND_CORNERS = 4, STAND_BYTES_MAX = 1024, STAND_ONE = 1000000 };

/* A place on the glass as it was built, not as it stands: 0..1 of its width and height. */
struct stand_place {
    double x, y;
};

struct stand {
    int turn; /* quarters, clockwise, as whoever stands before it sees the picture */
    /* a finger that is told at x, y is at x*touch[0]+y*touch[1]+touch[2] and
     * x*touch[3]+y*touch[4]+touch[5]; millionths */
    int touch[6];
};

/* stand_usual(): not turned, fingers where they are told. */
struct stand stand_usual(void);

/* stand_read(arena, bytes, out_stand), stand_write(arena, stand): the file's `bytes` and back,
 * canonical JSON. STATUS_DAMAGED. stand_load(folder, out_stand), stand_save(folder, stand): from
 * and to the file stand.json of `folder`, which is made; one that is not there is as usual. Fail as
 * measured_load and measured_save. */
must_check enum status stand_read(struct arena *arena, struct span bytes,
                                  struct stand *out_stand);
struct span stand_write(struct arena *arena, const struct stand *stand);
must_check enum status stand_load(const char *folder, struct stand *out_stand);
must_check enum status stand_save(const char *folder, const struct stand *stand);

/* is_stand_upright(stand): width and height of the picture are those of the glass the other way
 * round. */
bool is_stand_upright(const struct stand *stand);
/* stand_glass(stand, width_px, height_px, x, y), stand_picture(stand, width_px, height_px, x, y):
 * where the pixel at `x`, `y` of the picture lies on glass of `width_px` to `height_px`, and
 * back. */
void stand_glass(const struct stand *stand, int width_px, int height_px, int *x, int *y);
void stand_picture(const struct stand *stand, int width_px, int height_px, int *x,
                   int *y);
/* stand_finger(stand, told): where a finger is that is told there. */
struct stand_place stand_finger(const struct stand *stand, struct stand_place told);

/* is_stand_learned(stand, told, meant): sets the touch of `stand` by four corners that a finger
 * meant and those that were told for it; false, and nothing is set, when they do not tell it: some
 * were not the corner that was meant, or lie too close to each other. */
bool is_stand_learned(struct stand *stand, const struct stand_place told[STAND_CORNERS],
                      const struct stand_place meant[STAND_CORNERS]);

#endif
