#include "view/node.h"

#include <math.h>
#include <string.h>

struct node *node_new(struct arena *arena, struct node *parent, enum node_kind kind,
                      struct span id)
{
    struct node *node = arena_new(arena, struct node);
    node->kind = kind;
    node->id = id;
    node->parent = parent;
    if (!parent)
        return node;
    node->level = parent->level + 1;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

struct node *node_column(struct arena *arena, struct node *parent, struct span id,
                         float gap_mm)
{
    struct node *node = node_new(arena, parent, NODE_COLUMN, id);
    node->gap_mm = gap_mm;
    return node;
}

struct node *node_row(struct arena *arena, struct node *parent, struct span id,
                      float gap_mm)
{
    struct node *node = node_new(arena, parent, NODE_ROW, id);
    node->gap_mm = gap_mm;
    return node;
}

struct node *node_text(struct arena *arena, struct node *parent, struct span id,
                       enum text_style style, struct span text)
{
    struct node *node = node_new(arena, parent, NODE_TEXT, id);
    node->style = style;
    node->text = text;
    return node;
}

struct node *node_button(struct arena *arena, struct node *parent, struct span id,
                         enum node_look look, struct span text, struct event on_activate)
{
    struct node *node = node_new(arena, parent, NODE_BUTTON, id);
    node->look = look;
    node->text = text;
    node->on_activate = on_activate;
    return node;
}

struct node *node_choice(struct arena *arena, struct node *parent, struct span id,
                         enum node_look look, struct span text, bool is_chosen,
                         struct event on_activate)
{
    struct node *node = node_button(arena, parent, id, look, text, on_activate);
    node->kind = NODE_CHOICE;
    node->is_chosen = is_chosen;
    return node;
}

struct node *node_gap(struct arena *arena, struct node *parent, float mm)
{
    struct node *node = node_new(arena, parent, NODE_GAP, SPAN(""));
    const struct size size = mm > 0 ? (struct size){.kind = SIZE_MM, .value = mm}
                                    : (struct size){.kind = SIZE_GROW, .value = 1};
    if (parent && parent->kind == NODE_ROW)
        node->width = size;
    else
        node->height = size;
    node->is_decoration = true;
    return node;
}

struct node *node_next(const struct node *root, const struct node *node)
{
    if (!node)
        return (struct node *)(uintptr_t)root;
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static bool is_same(const struct node *a, const struct node *b)
{
    return a->kind == b->kind && is_span_equal(a->id, b->id) &&
           is_span_equal(a->text, b->text) && a->is_chosen == b->is_chosen &&
           a->is_unavailable == b->is_unavailable && a->has_value == b->has_value &&
           (!a->has_value || fabsf(a->value - b->value) <= 0) && a->caret == b->caret &&
           a->anchor == b->anchor && a->scroll_px == b->scroll_px;
}

bool is_node_tree_same(const struct node *a, const struct node *b)
{
    const struct node *one = node_next(a, NULL), *other = node_next(b, NULL);
    while (one && other && is_same(one, other)) {
        one = node_next(a, one);
        other = node_next(b, other);
    }
    return !one && !other;
}

struct node *node_find(const struct node *root, struct span id)
{
    if (!root || !id.count)
        return NULL;
    for (struct node *node = node_next(root, NULL); node; node = node_next(root, node)) {
        if (is_span_equal(node->id, id))
            return node;
    }
    return NULL;
}

bool is_node_control(const struct node *node)
{
    return node->on_activate.kind != 0 || node->on_type.kind != 0;
}

const struct node *node_control(const struct node *root, const struct node_id *id)
{
    const struct node *node = node_find(root, node_id_span(id));
    return node && is_node_control(node) ? node : NULL;
}

bool is_node_container(const struct node *node)
{
    return node->kind == NODE_COLUMN || node->kind == NODE_ROW;
}

const struct node *node_group(const struct node *node)
{
    const struct node *above = node->parent;
    while (above && !above->is_group)
        above = above->parent;
    return above;
}

struct node *node_scroller(const struct node *node)
{
    struct node *above = node->parent;
    while (above && !above->is_scroller)
        above = above->parent;
    return above;
}

static bool is_in_head(const struct node *node, const struct node *scroller)
{
    while (node->parent != scroller)
        node = node->parent;
    return node == scroller->head;
}

struct box node_window(const struct node *node)
{
    const struct node *scroller = node_scroller(node);
    struct box box = scroller->clip;
    if (!scroller->head || is_in_head(node, scroller))
        return box;
    const int below = scroller->box.y + scroller->head->box.height;
    const int cut = below > box.y ? below - box.y : 0;
    box.y += cut;
    box.height = box.height > cut ? box.height - cut : 0;
    return box;
}

struct node_id node_id_of(struct span id)
{
    struct node_id copy = {.count = id.count < NODE_ID_BYTES ? id.count : NODE_ID_BYTES};
    if (copy.count)
        memcpy(copy.bytes, id.data, copy.count);
    return copy;
}

struct span node_id_span(const struct node_id *id)
{
    return (struct span){.data = id->bytes, .count = id->count};
}

bool is_node_id(const struct node_id *copy, struct span id)
{
    const struct node_id other = node_id_of(id);
    return copy->count && is_span_equal(node_id_span(copy), node_id_span(&other));
}
