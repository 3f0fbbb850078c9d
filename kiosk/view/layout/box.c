#include "view/layout/box.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

struct box box_meet(struct box a, struct box b)
{
    const int x = most(a.x, b.x), y = most(a.y, b.y);
    return (struct box){
        .x = x,
        .y = y,
        .width = most(0, least(a.x + a.width, b.x + b.width) - x),
        .height = most(0, least(a.y + a.height, b.y + b.height) - y),
    };
}

struct box box_join(struct box a, struct box b)
{
    if (is_box_empty(a) || is_box_empty(b))
        return is_box_empty(a) ? b : a;
    const int x = least(a.x, b.x), y = least(a.y, b.y);
    return (struct box){
        .x = x,
        .y = y,
        .width = most(a.x + a.width, b.x + b.width) - x,
        .height = most(a.y + a.height, b.y + b.height) - y,
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
