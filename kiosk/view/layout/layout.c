#include "view/layout/layout.h"

#include "view/layout/bound.h"
#include "view/layout/fit.h"
#include "view/layout/settle.h"
#include "view/layout/share.h"

#include <math.h>

/* The measures of one node along one direction, so that rows and columns share their
 * code. */
static const struct size *size_of(const struct node *node, bool is_width)
{
    return is_width ? &node->width : &node->height;
}

static bool is_down(const struct node *node)
{
    return node->kind == NODE_COLUMN || node->is_stacked;
}

/* Growing is inherited: a container that fits its content grows when its content does. */
static bool is_growing(const struct node *node, bool is_width)
{
    const struct size *size = size_of(node, is_width);
    if (size->kind == SIZE_GROW)
        return true;
    if (!is_width && node->is_scroller && size->kind == SIZE_FIT)
        return false;
    if (size->kind != SIZE_FIT || !is_node_container(node))
        return false;
    for (const struct node *child = node->first; child; child = child->next) {
        if (is_growing(child, is_width))
            return true;
    }
    return false;
}

static double weight_of(const struct node *node, bool is_width)
{
    const struct size *size = size_of(node, is_width);
    if (!is_growing(node, is_width))
        return 0;
    return size->kind == SIZE_GROW && size->value > 0 ? (double)size->value : 1.0;
}

static int clamp(const struct fit *fit, const struct node *node, bool is_width, int px)
{
    const struct size *size = size_of(node, is_width);
    const int max = fit_max_px(fit->facts, node, is_width);
    const int min = theme_px(fit->facts, size->min_mm);
    return bound_both(px, min, max);
}

/* How high something may grow bounds what it gets of the room, never what stands in it: the row of
 * two lines of very large letters is as high as they are. */
static int clamp_high(const struct fit *fit, const struct node *node, int px)
{
    return node->height.kind == SIZE_GROW
               ? bound_low(px, theme_px(fit->facts, node->height.min_mm))
               : clamp(fit, node, false, px);
}

static int percent(const struct fit *fit, const struct node *node, bool is_width,
                   int of_px)
{
    return clamp(fit, node, is_width,
                 (int)lrint(of_px * (double)size_of(node, is_width)->value / 100.0));
}

static int gap_px(const struct fit *fit, const struct node *node)
{
    return theme_px(fit->facts, room_gap_mm(&fit->facts->room, node->gap_mm));
}

/* Of all the gaps between `count` children. */
static int gaps_px(const struct fit *fit, const struct node *node, int count)
{
    return bound_low(count - 1, 0) * gap_px(fit, node);
}

static int count_children(const struct node *node)
{
    int count = 0;
    for (const struct node *child = node->first; child; child = child->next)
        count++;
    return count;
}

/* ---- first sweep: widths up ---- */

static void container_widths(const struct fit *fit, struct node *node)
{
    int min = 0, wish = 0;
    for (const struct node *child = node->first; child; child = child->next) {
        if (node->kind == NODE_ROW) {
            min = node->can_wrap ? bound_low(min, child->min_width_px)
                                 : min + child->min_width_px;
            wish += child->fit_width_px;
        } else {
            min = bound_low(min, child->min_width_px);
            wish = bound_low(wish, child->fit_width_px);
        }
    }
    if (node->kind == NODE_ROW) {
        const int gaps = gaps_px(fit, node, count_children(node));
        min += node->can_wrap ? 0 : gaps;
        wish += gaps;
    }
    const int edges = 2 * fit_inset(fit->facts, node).x + node->gutter_px;
    node->min_width_px = min + edges;
    node->fit_width_px = wish + edges;
}

static void widths_up(const struct fit *fit, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        widths_up(fit, child);
    if (is_node_container(node))
        container_widths(fit, node);
    else
        fit_widths(fit, node);
    if (node->width.kind == SIZE_MM) {
        node->fit_width_px = theme_px(fit->facts, node->width.value);
        node->min_width_px = node->fit_width_px;
    }
    node->fit_width_px = clamp(fit, node, 1, node->fit_width_px);
    node->min_width_px = clamp(fit, node, 1, node->min_width_px);
}

/* ---- second sweep: widths down ---- */

static int inner_width(const struct fit *fit, const struct node *node)
{
    return node->box.width - 2 * fit_inset(fit->facts, node).x - node->gutter_px;
}

static bool is_stretched_across(const struct node *parent, const struct node *child)
{
    return child->kind == NODE_RULE || child->kind == NODE_PROGRESS || parent->is_stacked;
}

static int width_across(const struct fit *fit, const struct node *parent,
                        const struct node *child, int inner)
{
    int width = child->fit_width_px;
    if (child->width.kind == SIZE_PERCENT)
        width = percent(fit, child, 1, inner);
    else if (child->width.kind != SIZE_MM &&
             (is_growing(child, 1) || is_stretched_across(parent, child)))
        width = inner;
    return bound_high(clamp(fit, child, 1, width), inner);
}

static struct share width_part(const struct fit *fit, const struct node *child, int inner)
{
    struct share part = {
        .min = child->min_width_px,
        .max = fit_max_px(fit->facts, child, 1),
        .wish = child->fit_width_px,
        .weight = weight_of(child, 1),
    };
    if (child->width.kind == SIZE_PERCENT) {
        part.wish = percent(fit, child, 1, inner);
        part.min = bound_high(part.min, part.wish);
    }
    return part;
}

/* Gives the children with `line` as their line_index their widths. */
static void widths_of_line(const struct fit *fit, struct node *node, int line, int inner)
{
    struct share *parts = arena_array(fit->arena, struct share, count_children(node));
    size_t count = 0;
    for (struct node *child = node->first; child; child = child->next) {
        if (child->line_index == line)
            parts[count++] = width_part(fit, child, inner);
    }
    (void)share_room(parts, count, inner - gaps_px(fit, node, (int)count));
    count = 0;
    for (struct node *child = node->first; child; child = child->next) {
        if (child->line_index == line)
            child->box.width = parts[count++].got;
    }
}

static bool has_room_side_by_side(const struct fit *fit, const struct node *node,
                                  int inner)
{
    int widest = 0, sum = 0;
    for (const struct node *child = node->first; child; child = child->next) {
        const int need = is_growing(child, 1) ? child->min_width_px : child->fit_width_px;
        widest = bound_low(widest, child->min_width_px);
        sum += need;
    }
    const int count = count_children(node);
    const int even = is_growing(node, 1) ? widest * count : sum;
    return bound_low(even, sum) + gaps_px(fit, node, count) <= inner;
}

static int break_lines(const struct fit *fit, struct node *node, int inner)
{
    int line = 0, used = 0;
    for (struct node *child = node->first; child; child = child->next) {
        const int need = is_growing(child, 1) ? child->min_width_px : child->fit_width_px;
        if (used && used + gap_px(fit, node) + need > inner) {
            line++;
            used = 0;
        }
        used += need + (used ? gap_px(fit, node) : 0);
        child->line_index = line;
    }
    return line;
}

static void widths_down(const struct fit *fit, struct node *node)
{
    const int inner = inner_width(fit, node);
    node->is_stacked = node->kind == NODE_ROW && node->can_wrap && node->is_group &&
                       !has_room_side_by_side(fit, node, inner);
    if (is_down(node)) {
        for (struct node *child = node->first; child; child = child->next)
            child->box.width = width_across(fit, node, child, inner);
    } else if (node->kind == NODE_ROW) {
        const int last = node->can_wrap ? break_lines(fit, node, inner) : 0;
        for (int line = 0; line <= last; line++)
            widths_of_line(fit, node, line, inner);
    }
    for (struct node *child = node->first; child; child = child->next)
        widths_down(fit, child);
}

/* ---- third sweep: wrap and heights up ---- */

static void column_heights(const struct fit *fit, struct node *node)
{
    int wish = gaps_px(fit, node, count_children(node)), min = wish;
    for (const struct node *child = node->first; child; child = child->next) {
        wish += child->fit_height_px;
        min += child->min_height_px;
    }
    node->fit_height_px = wish;
    node->min_height_px = min;
}

static void row_heights(struct node *node, int gap)
{
    int wish = 0, min = 0, line = 0, high = 0, low = 0;
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->line_index != line) {
            wish += high + gap;
            min += low + gap;
            high = low = 0;
            line = child->line_index;
        }
        high = bound_low(high, child->fit_height_px);
        low = bound_low(low, child->min_height_px);
    }
    node->fit_height_px = wish + high;
    node->min_height_px = min + low;
}

/* Buttons that stand beside each other as equals are equally high, however long their words. */
static bool is_equal_button(const struct node *a, const struct node *b)
{
    const bool is_same_look =
        a->look == b->look || (a->look <= LOOK_PRIMARY && b->look <= LOOK_PRIMARY);
    return a->kind == NODE_BUTTON && b->kind == NODE_BUTTON && is_same_look &&
           a->height.kind == SIZE_FIT && b->height.kind == SIZE_FIT &&
           a->line_index == b->line_index;
}

static void even_buttons(struct node *row)
{
    for (struct node *child = row->first; child; child = child->next) {
        for (const struct node *other = row->first; other; other = other->next) {
            if (is_equal_button(child, other))
                child->fit_height_px = child->min_height_px =
                    bound_low(child->fit_height_px, other->fit_height_px);
        }
    }
}

enum { SCROLLER_MIN_MM = 30 };

static void container_height(const struct fit *fit, struct node *node)
{
    const int edges = 2 * fit_inset(fit->facts, node).y;
    if (is_down(node)) {
        column_heights(fit, node);
    } else {
        even_buttons(node);
        row_heights(node, gap_px(fit, node));
    }
    node->fit_height_px += edges;
    node->min_height_px += edges;
    node->content_height_px = node->fit_height_px;
    if (node->is_scroller)
        node->min_height_px =
            bound_high(node->min_height_px, theme_px(fit->facts, SCROLLER_MIN_MM));
}

static int given_height_px(const struct fit *fit, const struct node *node)
{
    const double mm = node->height.value;
    return theme_px(fit->facts,
                    node->kind == NODE_GAP ? room_edge_mm(&fit->facts->room, mm) : mm);
}

static void heights_up(const struct fit *fit, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        heights_up(fit, child);
    if (is_node_container(node))
        container_height(fit, node);
    else
        fit_height(fit, node);
    if (node->height.kind == SIZE_MM) {
        node->fit_height_px = given_height_px(fit, node);
        node->min_height_px = node->fit_height_px;
    }
    node->fit_height_px = clamp_high(fit, node, node->fit_height_px);
    node->min_height_px = clamp_high(fit, node, node->min_height_px);
}

/* ---- fourth sweep: place down ---- */

static void place(const struct fit *fit, struct node *node);

static int aligned(enum align align, int room, int need)
{
    const int left = bound_low(room - need, 0);
    if (align == ALIGN_START)
        return 0;
    return align == ALIGN_CENTER ? left / 2 : left;
}

static struct share height_part(const struct fit *fit, const struct node *child,
                                int inner)
{
    struct share part = {
        .min = child->min_height_px,
        .max = bound_low(fit_max_px(fit->facts, child, 0), child->min_height_px),
        .wish = child->fit_height_px,
        .weight = weight_of(child, 0),
    };
    if (child->height.kind == SIZE_PERCENT)
        part.wish = percent(fit, child, 0, inner);
    return part;
}

static void place_column(const struct fit *fit, struct node *node, struct box inner)
{
    const int count = count_children(node);
    const int gap = gap_px(fit, node);
    struct share *parts = arena_array(fit->arena, struct share, count);
    int index = 0;
    for (const struct node *child = node->first; child; child = child->next)
        parts[index++] = height_part(fit, child, inner.height);
    const int left =
        share_room(parts, (size_t)count, inner.height - gaps_px(fit, node, count));
    int y = inner.y + aligned(node->justify, left, 0);
    index = 0;
    for (struct node *child = node->first; child; child = child->next) {
        child->box.height = parts[index++].got;
        child->box.x = inner.x + aligned(node->align, inner.width, child->box.width);
        child->box.y = y;
        y += child->box.height + gap;
        place(fit, child);
    }
}

static bool is_stretched_down(const struct node *child)
{
    return is_growing(child, 0) || child->height.kind == SIZE_PERCENT ||
           (child->kind == NODE_CHOICE && child->height.kind == SIZE_FIT &&
            (child->look == LOOK_CARD || child->look == LOOK_PLAIN));
}

struct line {
    int height, width, child_count;
};

static struct line line_of(const struct fit *fit, const struct node *node, int index)
{
    struct line line = {0};
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->line_index != index)
            continue;
        line.height = bound_low(line.height, child->fit_height_px);
        line.width += child->box.width;
        line.child_count++;
    }
    line.width += gaps_px(fit, node, line.child_count);
    return line;
}

static int height_in_line(const struct fit *fit, const struct node *child,
                          int line_height)
{
    if (child->height.kind == SIZE_PERCENT)
        return percent(fit, child, 0, line_height);
    if (is_stretched_down(child))
        return clamp(fit, child, 0, line_height);
    return bound_high(child->fit_height_px, bound_low(line_height, child->min_height_px));
}

static void place_row(const struct fit *fit, struct node *node, struct box inner)
{
    const int gap = gap_px(fit, node);
    int y = inner.y, at = -1, x = inner.x;
    struct line line = {0};
    for (struct node *child = node->first; child; child = child->next) {
        if (child->line_index != at) {
            y += at >= 0 ? line.height + gap : 0;
            at = child->line_index;
            line = line_of(fit, node, at);
            line.height = node->last->line_index == 0 ? inner.height : line.height;
            x = inner.x + aligned(node->justify, inner.width, line.width);
        }
        child->box.height = height_in_line(fit, child, line.height);
        child->box.x = x;
        child->box.y = y + aligned(node->align, line.height, child->box.height);
        x += child->box.width + gap;
        place(fit, child);
    }
}

static void place(const struct fit *fit, struct node *node)
{
    const struct inset inset = fit_inset(fit->facts, node);
    const int content = node->is_scroller ? node->content_height_px : 0;
    const struct box inner = {
        .x = node->box.x + inset.x,
        .y = node->box.y + inset.y,
        .width = inner_width(fit, node),
        .height = bound_low(node->box.height, content) - 2 * inset.y,
    };
    if (is_down(node))
        place_column(fit, node, inner);
    else if (node->kind == NODE_ROW)
        place_row(fit, node, inner);
}

static void sweep(const struct fit *fit, struct node *root)
{
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        node->is_stacked = false, node->line_index = 0;
    widths_up(fit, root);
    root->box =
        (struct box){.width = fit->facts->width_px, .height = fit->facts->height_px};
    widths_down(fit, root);
    heights_up(fit, root);
    place(fit, root);
}

/* Scrollers that turned out too small get their gutter; 1 when that changed something. */
static int add_gutters(const struct fit *fit, struct node *root)
{
    bool is_changed = false;
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node)) {
        if (!node->is_scroller || node->gutter_px ||
            node->content_height_px <= node->box.height)
            continue;
        node->gutter_px = theme_px(fit->facts, theme_mm.target_min_mm * 1.25);
        is_changed = true;
    }
    return is_changed;
}

static struct fit *fit_new(struct arena *arena, const struct surface_facts *facts,
                           const struct text_port *port)
{
    struct fit *fit = arena_new(arena, struct fit); /* fields keep it */
    *fit = (struct fit){.arena = arena, .facts = facts, .port = port};
    return fit;
}

void layout_measure(struct arena *arena, struct node *root,
                    const struct surface_facts *facts, const struct text_port *port)
{
    const struct fit *fit = fit_new(arena, facts, port);
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        node->gutter_px = 0;
    sweep(fit, root);
    if (add_gutters(fit, root))
        sweep(fit, root);
}

void layout_run(struct arena *arena, struct node *root, const struct surface_facts *facts,
                const struct text_port *port, struct scrolls *scrolls)
{
    layout_measure(arena, root, facts, port);
    settle_run(root, facts, scrolls);
}
