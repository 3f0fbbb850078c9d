/* theme: colours, measures and text steps; one table for the whole program (theme.def). */
#ifndef VIEW_THEME_H
#define VIEW_THEME_H

#include <stdint.h>

enum theme_name { THEME_LIGHT, THEME_DARK, THEME_HIGH_CONTRAST, THEME_LOW_GLARE, THEME_COUNT };
enum text_step { STEP_SMALL, STEP_NORMAL, STEP_LARGE, STEP_EXTRA_LARGE, STEP_COUNT };

struct theme {
    const char *id; /* "light", "dark", "high-contrast", "low-glare" */
    uint32_t paper, card, ink, soft, accent, on_accent, outline, hairline, tint, warm; /* RRGGBB */
    double contrast_min; /* promised for text and controls against what they stand on */
};

/* theme_get(name): the colours of a theme. */
const struct theme *theme_get(enum theme_name name);

/* theme_contrast(a, b): contrast ratio of two RRGGBB colours, 1..21 (WCAG 2.2, relative
 * luminance). */
double theme_contrast(uint32_t a, uint32_t b);

/* Everything layout and paint need to know about the place they draw on. */
struct surface_facts {
    int width_px, height_px;
    double px_per_mm;
    enum theme_name theme;
    enum text_step step;
    int is_right_to_left;
    int is_touch; /* focus ring is drawn also with touch; the pointer is not */
};

#endif
