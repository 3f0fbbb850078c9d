/* share: how room along one direction is shared among neighbours. One rule for the widths
 * of a row and the heights of a column. */
#ifndef VIEW_LAYOUT_SHARE_H
#define VIEW_LAYOUT_SHARE_H

#include <stdbool.h>
#include <stddef.h>

struct share {
    int min, max;    /* never less, never more (min wins) */
    int wish;        /* what it takes when there is room; not for growers */
    double weight;   /* above 0: grows with what is left */
    int got;         /* the result */
    bool is_settled; /* share_room's own */
};

/* share_room(parts, count, room):
 * Sets `got` of the `count` parts so that they fill `room` where someone grows. Parts
 * without weight get their wish; growers share the rest by weight within their min and
 * max. When the wishes do not fit, those above their min give way in proportion; below
 * the sum of all min the parts overflow `room`. Returns what is left over (negative:
 * overflow). */
int share_room(struct share *parts, size_t count, int room);

#endif
