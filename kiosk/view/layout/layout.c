#include "view/layout/layout.h"

#include "view/layout/bound.h"
#include "view/layout/box.h"
#include "view/layout/field.h"
#include "view/layout/fit.h"
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

static int percent(const struct fit *fit, const struct node *node, bool is_width,
                   int of_px)
{
    return clamp(fit, node, is_width,
                 (int)lrint(of_px * (double)size_of(node, is_width)->value / 100.0));
}

static int gap_px(const struct fit *fit, const struct node *node)
{
    return theme_px(fit->facts, node->gap_mm);
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

static void heights_up(const struct fit *fit, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        heights_up(fit, child);
    if (is_node_container(node))
        container_height(fit, node);
    else
        fit_height(fit, node);
    if (node->height.kind == SIZE_MM) {
        node->fit_height_px = theme_px(fit->facts, node->height.value);
        node->min_height_px = node->fit_height_px;
    }
    node->fit_height_px = clamp(fit, node, 0, node->fit_height_px);
    node->min_height_px = clamp(fit, node, 0, node->min_height_px);
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
        .max = fit_max_px(fit->facts, child, 0),
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

/* ---- last: scroll, mirror, clip ---- */

static bool is_inside(const struct node *node, const struct node *above)
{
    while (node && node != above)
        node = node->parent;
    return node != NULL;
}

/* What of `wanted` must be seen: all of it, or the line of the caret in a field that is higher
 * than its scroller. */
static struct box wanted_box(const struct fit *fit, const struct node *scroller,
                             const struct node *wanted, int room)
{
    struct box box = wanted->box;
    if (wanted->kind != NODE_FIELD || wanted->is_scroller ||
        box.height + 2 * room <= scroller->box.height)
        return box;
    box.height = wanted->lines->line_height_px;
    box.y += fit_inset(fit->facts, wanted).y +
             (int)field_line(wanted, wanted->caret) * box.height;
    return box;
}

/* How far `scroller` must be scrolled so that `wanted`, placed as if unscrolled, is seen
 * with some room around it. */
static int offset_to_see(const struct fit *fit, const struct node *scroller,
                         const struct node *wanted, int offset)
{
    const int room = theme_px(fit->facts, 6);
    const struct box box = wanted_box(fit, scroller, wanted, room);
    const int top = box.y - scroller->box.y - room;
    const int bottom = box.y + box.height - scroller->box.y + room;
    return bound_high(bound_low(offset, bottom - scroller->box.height), top);
}

struct finish {
    const struct fit *fit;
    struct scrolls *scrolls;
    const struct node *wanted; /* what asked to be followed */
    const struct node *typed;  /* the field, when its caret moved */
};

/* A field that scrolls shows the line of its caret, whole, when that has moved. */
static int offset_to_write(const struct finish *run, const struct node *field, int offset)
{
    const int height = field->lines->line_height_px;
    const int top = (int)field_line(field, field->caret) * height;
    const int room = field->box.height - 2 * fit_inset(run->fit->facts, field).y;
    if (field != run->typed)
        return offset;
    return bound_high(bound_low(offset, top + height - room), top);
}

static void settle_scroll(const struct finish *run, struct node *scroller)
{
    struct scrolls *scrolls = run->scrolls;
    const int over = scroller->content_height_px - scroller->box.height;
    int offset = scroll_get(scrolls, scroller->id);
    scroller->scroll_max_px = bound_low(over, 0);
    if (scroller->kind == NODE_FIELD)
        offset = offset_to_write(run, scroller, offset);
    else if (run->wanted != scroller && is_inside(run->wanted, scroller))
        offset = offset_to_see(run->fit, scroller, run->wanted, offset);
    if (run->typed != scroller && is_inside(run->typed, scroller))
        offset = offset_to_see(run->fit, scroller, run->typed, offset);
    scroller->scroll_px = bound_both(offset, 0, scroller->scroll_max_px);
    if (scroller->scroll_px || scroll_get(scrolls, scroller->id))
        scroll_put(scrolls, scroller->id, scroller->scroll_px);
}

/* How what is inside a node moves away from where it was placed. */
struct shift {
    int x, y;
    bool keeps_sides; /* moves by x instead of being mirrored */
};

static void mirror(const struct surface_facts *facts, struct node *node,
                   struct shift shift)
{
    node->is_mirrored = facts->is_right_to_left && !shift.keeps_sides;
    if (node->is_mirrored)
        node->box.x = facts->width_px - node->box.x - node->box.width;
    else
        node->box.x += shift.x;
}

static void finish(const struct finish *run, struct node *node, struct box clip,
                   struct shift shift)
{
    const struct surface_facts *facts = run->fit->facts;
    if (node->is_scroller)
        settle_scroll(run, node);
    const int placed_x = node->box.x;
    node->box.y += shift.y;
    mirror(facts, node, shift);
    node->clip = box_meet(clip, node->box);
    const struct box inside = node->is_scroller ? node->clip : clip;
    const struct shift child_shift = {
        .x = node->box.x - placed_x,
        .y = shift.y - (node->is_scroller ? node->scroll_px : 0),
        .keeps_sides = shift.keeps_sides || node->keeps_sides,
    };
    for (struct node *child = node->first; child; child = child->next)
        finish(run, child, inside, child_shift);
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

/* The field of the screen when its caret is not where it was at the last layout. */
static const struct node *typed_field(const struct node *root, struct scrolls *scrolls)
{
    const struct node *field = node_next(root, NULL);
    while (field && field->kind != NODE_FIELD)
        field = node_next(root, field);
    if (!field || field->caret == scrolls->caret)
        return NULL;
    scrolls->caret = field->caret;
    return field;
}

void layout_run(struct arena *arena, struct node *root, const struct surface_facts *facts,
                const struct text_port *port, struct scrolls *scrolls)
{
    struct fit *fit = arena_new(arena, struct fit); /* fields keep it */
    *fit = (struct fit){.arena = arena, .facts = facts, .port = port};
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node))
        node->gutter_px = 0;
    sweep(fit, root);
    if (add_gutters(fit, root))
        sweep(fit, root);
    const struct finish run = {
        .fit = fit,
        .scrolls = scrolls,
        .wanted = node_find(root, node_id_span(&scrolls->follow)),
        .typed = typed_field(root, scrolls),
    };
    finish(&run, root, root->box, (struct shift){0});
    scrolls->follow = (struct node_id){0};
}
