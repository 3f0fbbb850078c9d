#include "view/move.h"

#include <limits.h>
#include <stdlib.h>

const struct node *move_next(const struct node *root, const struct node *from)
{
    const struct node *first = NULL;
    bool is_past = from == NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (is_node_control(node)) {
            if (is_past)
                return node;
            first = first ? first : node;
        }
        is_past = is_past || node == from;
    }
    return first;
}

const struct node *move_previous(const struct node *root, const struct node *from)
{
    const struct node *before = NULL, *last = NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (!is_node_control(node))
            continue;
        if (node == from)
            before = last;
        last = node;
    }
    return before ? before : last;
}

/* ---- the nearest one that way ---- */

struct way {
    int x, y; /* one of them -1 or 1 */
};

static struct way way_of(enum input_kind kind)
{
    return (struct way){
        .x = (kind == INPUT_RIGHT) - (kind == INPUT_LEFT),
        .y = (kind == INPUT_DOWN) - (kind == INPUT_UP),
    };
}

/* The distance between two stretches of a line; 0 when they overlap. */
static int distance(int a, int a_length, int b, int b_length)
{
    if (b >= a + a_length)
        return b - a - a_length;
    return a >= b + b_length ? a - b - b_length : 0;
}

static int middle_distance(int a, int a_length, int b, int b_length)
{
    return abs(2 * b + b_length - 2 * a - a_length) / 2;
}

/* How far `b` is from `a` that way; INT_MAX when it is not that way at all: to the left and right
 * only what stands in the same line is, however far. Upright, what lies straight ahead is near, and
 * what is off to the side counts double; its middle decides between equals. */
static int cost(struct box a, struct box b, struct way way)
{
    const int ahead = way.x ? way.x * (2 * b.x + b.width - 2 * a.x - a.width)
                            : way.y * (2 * b.y + b.height - 2 * a.y - a.height);
    const int along = way.x ? distance(a.x, a.width, b.x, b.width)
                            : distance(a.y, a.height, b.y, b.height);
    const int aside = way.x ? distance(a.y, a.height, b.y, b.height)
                            : distance(a.x, a.width, b.x, b.width);
    const int offset = way.x ? middle_distance(a.y, a.height, b.y, b.height)
                             : middle_distance(a.x, a.width, b.x, b.width);
    const bool is_beside = aside > 0 && (along == 0 || way.x);
    return ahead <= 0 || is_beside ? INT_MAX : along + 2 * aside + offset / 8;
}

static const struct node *nearest(const struct node *within, const struct node *from,
                                  struct way way)
{
    const struct node *best = NULL;
    int best_cost = INT_MAX;
    for (const struct node *node = node_next(within, NULL); node;
         node = node_next(within, node)) {
        if (!is_node_control(node) || node == from)
            continue;
        const int this_cost = cost(from->box, node->box, way);
        if (this_cost < best_cost) {
            best_cost = this_cost;
            best = node;
        }
    }
    return best;
}

static const struct node *along_way(const struct node *root, const struct node *from,
                                    struct way way)
{
    const struct node *group = node_group(from), *scroller = node_scroller(from);
    const struct node *found = group ? nearest(group, from, way) : NULL;
    if (!found && scroller) /* what it hides is nearer than what stands beside it */
        found = nearest(scroller, from, way);
    return found ? found : nearest(root, from, way);
}

/* A key that leads to the next answer beside this one would lead away from all of them at the last
 * one; what stands above and below is still a key away. */
static bool leaves_answers(const struct node *from, const struct node *target)
{
    return from->kind == NODE_CHOICE && target->kind != NODE_CHOICE;
}

const struct node *move_towards(const struct node *root, const struct node *from,
                                enum input_kind kind)
{
    const struct way way = way_of(kind);
    const struct node *found =
        from && (way.x || way.y) ? along_way(root, from, way) : NULL;
    if (found)
        return found;
    const bool is_backward =
        kind == INPUT_PREVIOUS || kind == INPUT_UP || kind == INPUT_LEFT;
    const struct node *target =
        is_backward ? move_previous(root, from) : move_next(root, from);
    return from && way.x && leaves_answers(from, target) ? from : target;
}

const struct node *move_past_keys(const struct node *root, const struct node *from,
                                  enum input_kind kind)
{
    const struct node *const first = move_towards(root, from, kind);
    const struct node *target = first;
    while (target && target->look == LOOK_KEY) {
        target = move_towards(root, target, kind);
        if (target == first)
            return first;
    }
    return target;
}

/* ---- what is passed unread ---- */

static bool is_within(const struct node *node, const struct node *above)
{
    while (node && node != above)
        node = node->parent;
    return node != NULL;
}

/* Reading order of two nodes: 1 when `a` comes before `b`. */
static bool is_before(const struct node *root, const struct node *a, const struct node *b)
{
    for (const struct node *node = node_next(root, a); node;
         node = node_next(root, node)) {
        if (node == b)
            return true;
    }
    return false;
}

static bool is_ahead(const struct node *root, const struct node *a, const struct node *b,
                     bool is_forward)
{
    return is_forward ? is_before(root, a, b) : is_before(root, b, a);
}

/* Does the way from `from` to `target`, or round the end of the page, lead through or over
 * `scroller`? */
static bool is_on_the_way(const struct node *root, const struct node *from,
                          const struct node *target, const struct node *scroller,
                          bool is_forward)
{
    if (!from || (target && is_within(target, scroller)))
        return false;
    const bool is_round = !is_ahead(root, from, target, is_forward);
    return is_within(from, scroller) ||
           (is_ahead(root, from, scroller, is_forward) &&
            (is_round || is_ahead(root, scroller, target, is_forward)));
}

const struct node *move_unread(const struct node *root, const struct node *from,
                               const struct node *target, bool is_forward)
{
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        const bool is_more =
            is_forward ? node->scroll_px < node->scroll_max_px : node->scroll_px > 0;
        if (is_node_container(node) && node->is_scroller && is_more &&
            is_on_the_way(root, from, target, node, is_forward))
            return node;
    }
    return NULL;
}
