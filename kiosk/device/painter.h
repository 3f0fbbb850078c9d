/* painter: executes a list of strokes on a 32-bit surface, only where it differs from what the
 * surface shows already. */
#ifndef DEVICE_PAINTER_H
#define DEVICE_PAINTER_H

#include "device/raster.h"
#include "device/text.h"
#include "view/paint/damage.h"

#include <stdbool.h>

struct painter {
    struct text *text; /* lent */
    struct raster raster;
    struct arena work;     /* outlines, one command at a time */
    struct arena marks[2]; /* of the list on the surface and of the next */
    int marks_index;
    struct damage_mark *shown;
    size_t shown_count;
    bool is_fresh; /* nothing of ours is on the surface yet */
};

/* painter_open(arena, text, out_painter): a painter that draws letters with `text`, which it
 * keeps. */
void painter_open(struct arena *arena, struct text *text, struct painter **out_painter);
/* painter_close(painter): gives its memory back. NULL-safe. */
void painter_close(struct painter *painter);

/* painter_forget(painter): the surface is new or was lost; the next painting is whole. */
void painter_forget(struct painter *painter);

/* painter_paint(painter, surface, list, out_damage): brings `surface` from the list painted
 * before to `list`, and tells in `out_damage` which boxes changed (within the surface). */
void painter_paint(struct painter *painter, SDL_Surface *surface,
                   const struct paint_list *list, struct damage *out_damage);

#endif
