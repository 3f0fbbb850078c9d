/* scale: where the millimetres of the screen come from. One rule for the whole program; in this
 * order:
 *
 *   1. the width that the command line names;
 *   2. a bank card that was held against this very screen (measured.h);
 *   3. the width that the signed configuration names;
 *   4. what the screen says of itself (EDID), when that can be true;
 *   5. a guess from the number of pixels, which is said wherever the scale is.
 *
 * A screen's own word can be true when - both edges give DISPLAY_DPI_MIN to DISPLAY_DPI_MAX
 * pixels to the inch. Below 50 a screen that is
 *   touched from where one stands before it would be over 44 inches; 1600 x 900 mm, which some
 *   screens say at any size, is 30 at 1920 pixels. Above 400 are telephones.
 * - both edges give the same within SCALE_SKEW_MAX: pixels are square. A size in whole
 * centimetres
 *   is up to 6 % askew on the smallest screens; a picture that is stretched from 16:10 to 16:9
 *   is 11.
 * - it is not the shape in place of the size: 16 x 9, 160 x 90, 1600 x 900 and the like, which
 * are
 *   known of many screens.
 * It counts whichever way up the picture stands: the longer edge belongs to the longer one. */
#ifndef DEVICE_SCREEN_SCALE_H
#define DEVICE_SCREEN_SCALE_H

#include "device/screen/measured.h"

#define SCALE_SKEW_MAX 0.08

enum scale_source {
    SCALE_COMMAND,
    SCALE_CARD,
    SCALE_CONFIG,
    SCALE_DISPLAY,
    SCALE_GUESS,
};

/* What people and files say of the width of the picture; 0, NULL: nothing. */
struct scale_told {
    double command_mm;
    const struct measured *measured;
    double config_mm;
};

struct scale {
    double px_per_mm;
    double width_mm, height_mm; /* of the picture as it stands */
    enum scale_source source;
    char day[MEASURED_DAY_BYTES]; /* SCALE_CARD: when the card was held there */
    bool is_display_wrong; /* SCALE_GUESS: the screen names a size that cannot be true */
};

/* scale_find(display, told): the scale of `display`, whose pixels must be known, by what is
 * `told` and the rule above. */
struct scale scale_find(const struct display *display, const struct scale_told *told);

/* is_scale_small(scale): less than the smallest screen that all pages fit on (theme.h). */
bool is_scale_small(const struct scale *scale);

/* scale_words(arena, display, scale): size and source for the journal and --doctor: "344 x 193 mm,
 * measured with a card on 2026-11-30". */
struct span scale_words(struct arena *arena, const struct display *display,
                        const struct scale *scale);

#endif
