/* damage: what must be painted again. The whole screen is described each time; this one dull
 * comparison of hashes decides what that costs. */
#ifndef VIEW_PAINT_DAMAGE_H
#define VIEW_PAINT_DAMAGE_H

#include "view/paint/brush.h"

enum { DAMAGE_BOXES = 8 };

struct damage {
    struct box boxes[DAMAGE_BOXES]; /* do not touch each other */
    size_t count;
};

/* What is remembered of a command that was painted. */
struct damage_mark {
    uint64_t hash;
    struct box bounds;
};

/* damage_marks(arena, list): the marks of the commands in `list`, as many as it has. */
struct damage_mark *damage_marks(struct arena *arena, const struct paint_list *list);

/* damage_find(arena, before, before_count, after, after_count, out_damage):
 * The places where the screens `before` and `after` differ: the bounds of every command that is
 * in one of them only. `arena` is used for the comparison. */
void damage_find(struct arena *arena, const struct damage_mark *before,
                 size_t before_count, const struct damage_mark *after, size_t after_count,
                 struct damage *out_damage);

/* damage_add(damage, box): adds `box`, joining boxes that touch. */
void damage_add(struct damage *damage, struct box box);

#endif
