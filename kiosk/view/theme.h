/* theme: colours, measures and text steps; one table for the whole program (theme.def). */
#ifndef VIEW_THEME_H
#define VIEW_THEME_H

#include "base/span.h"
#include "view/layout/room.h"

#include <stdbool.h>
#include <stdint.h>

enum theme_name {
    THEME_LIGHT,
    THEME_DARK,
    THEME_HIGH_CONTRAST,
    THEME_LOW_GLARE,
    THEME_COUNT
};
enum text_size { STEP_SMALL, STEP_NORMAL, STEP_LARGE, STEP_EXTRA_LARGE, STEP_COUNT };

struct theme {
    const char *id; /* "light", "dark", "high-contrast", "low-glare" */
    uint32_t paper, card, ink, soft, accent, on_accent, outline, hairline, tint,
        warm; /* RRGGBB */
    double contrast_min,
        contrast_max; /* promised for text and controls on their ground */
};

/* The measures every screen shares, in millimetres. */
struct theme_measures {
    float corner_mm, outline_mm, chosen_mm, hairline_mm;
    float ring_mm, ring_distance_mm;
    float target_min_mm, gap_min_mm;
    float button_mm, button_low_mm, tool_mm, key_mm, key_low_mm, round_mm, round_low_mm;
    float text_column_mm;
};
extern const struct theme_measures theme_mm;

/* theme_get(name): the colours of a theme. */
const struct theme *theme_get(enum theme_name name);

/* theme_find(id, out_name): 1 and the name of the theme called `id`, or 0. */
int theme_find(struct span id, enum theme_name *out_name);

/* theme_step_words: what files and programs call each text step, such as "extra-large".
 * theme_step_find(word, out_step): 1 and the step that is called so, or 0. */
extern const char *const theme_step_words[STEP_COUNT];
int theme_step_find(struct span word, enum text_size *out_step);

/* theme_mix(under, over, share): the colour of `over` laid on `under` with opacity
 * `share`. */
uint32_t theme_mix(uint32_t under, uint32_t over, double share);

/* theme_contrast(a, b): contrast ratio of two RRGGBB colours, 1..21 (WCAG 2.2, relative
 * luminance). */
double theme_contrast(uint32_t a, uint32_t b);

/* Everything layout and paint need to know about the place they draw on. */
struct surface_facts {
    int width_px, height_px;
    double px_per_mm;
    enum theme_name theme;
    enum text_size step;
    bool is_right_to_left;
    bool is_touch;    /* focus ring is drawn also with touch; the pointer is not */
    struct room room; /* what the page on it has given up */
};

/* theme_px(facts, mm): `mm` in whole pixels of the surface, at least 1 for anything above
 * 0. */
int theme_px(const struct surface_facts *facts, double mm);
/* theme_step(facts): the factor of the text step: 3.8, 5.2, 6.7 or 8.75 over 5.2; by half steps of
 * a smaller one where the page gave that up. theme_tighten(facts): the page gives up one thing more
 * (room.h), letters down to the smallest step; false when nothing is left. */
double theme_step(const struct surface_facts *facts);
bool theme_tighten(struct surface_facts *facts);
/* is_theme_narrow(facts): so narrow that side margins are halved (below 360 mm).
 * is_theme_low(facts): so low that upper margins are halved and controls are less high
 * (below 240 mm). */
bool is_theme_narrow(const struct surface_facts *facts);
bool is_theme_low(const struct surface_facts *facts);

/* The smallest screen that every page fits on, at all four text steps: 10.1 inches of 1024 x 600.
 * Four rows of seven numbers of 12.7 mm, which is what a finger needs, with their words in the
 * smallest letters, and the foot, take its height to a few millimetres. */
enum { THEME_WIDTH_MIN_MM = 217, THEME_HEIGHT_MIN_MM = 125 };
/* is_theme_room_small(width_mm, height_mm): less than that, by more than a measure is exact. */
bool is_theme_room_small(double width_mm, double height_mm);
/* has_theme_letters(facts): whether every page keeps the letters of the text step in force: all
 * but the largest from 15.6 inches of 16:9 on, those from 21.5 inches on. On a smaller screen a
 * full page takes smaller ones (theme_tighten). */
bool has_theme_letters(const struct surface_facts *facts);

#endif
