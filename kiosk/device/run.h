/* run: a stretch of text that is shaped in one go: one direction, one script, one font. A line
 * is split into runs and these are put in the order the eye meets them. */
#ifndef DEVICE_RUN_H
#define DEVICE_RUN_H

#include "base/arena.h"
#include "base/span.h"
#include "device/font.h"

struct run {
    size_t from, count; /* bytes of the text */
    int level;          /* odd: right to left */
    int family;         /* -1: no font shows it */
    const char *script; /* NULL: shared signs only */
};

struct run_list {
    struct run *runs;
    size_t count;
};

enum run_base { RUN_BASE_AUTO, RUN_BASE_LEFT, RUN_BASE_RIGHT };

/* run_split(arena, fonts, weight, cap_px, text, base, out_list):
 * The runs of `text` in logical order, built in `arena`, with families from `fonts` at `weight`
 * and `cap_px`. `base` is the direction of the paragraph; AUTO takes that of the first letter.
 * Returns 1 when the paragraph runs from right to left. */
int run_split(struct arena *arena, struct font_set *fonts, enum font_weight weight,
              int cap_px, struct span text, enum run_base base,
              struct run_list *out_list);

/* run_order(list): puts runs in visual order, left to right (Unicode rule L2). */
void run_order(struct run_list *list);

#endif
