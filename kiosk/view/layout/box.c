#include "view/layout/box.h"

#include "view/layout/bound.h"

struct box box_meet(struct box a, struct box b)
{
    const int x = bound_low(a.x, b.x), y = bound_low(a.y, b.y);
    return (struct box){
        .x = x,
        .y = y,
        .width = bound_low(bound_high(a.x + a.width, b.x + b.width) - x, 0),
        .height = bound_low(bound_high(a.y + a.height, b.y + b.height) - y, 0),
    };
}

struct box box_join(struct box a, struct box b)
{
    if (is_box_empty(a) || is_box_empty(b))
        return is_box_empty(a) ? b : a;
    const int x = bound_high(a.x, b.x), y = bound_high(a.y, b.y);
    return (struct box){
        .x = x,
        .y = y,
        .width = bound_low(a.x + a.width, b.x + b.width) - x,
        .height = bound_low(a.y + a.height, b.y + b.height) - y,
    };
}

struct box box_grow(struct box box, int px)
{
    return (struct box){box.x - px, box.y - px, box.width + 2 * px, box.height + 2 * px};
}

bool is_box_empty(struct box box)
{
    return box.width <= 0 || box.height <= 0;
}

bool has_box_point(struct box box, int x, int y)
{
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}
