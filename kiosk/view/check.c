#include "view/check.h"

#include "base/buffer.h"
#include "view/layout/box.h"
#include "view/layout/fit.h"
#include "view/paint/ink.h"
#include "view/words.h"

enum { CHECK_MAX_BYTES = 32 * 1024 };

struct check {
    struct arena *arena;
    const struct node *root;
    const struct surface_facts *facts;
    struct buffer sentences;
};

static struct buffer *line_begin(struct check *check)
{
    if (check->sentences.count)
        buffer_text(&check->sentences, "\n");
    return &check->sentences;
}

/* found(check, format, ...): adds a sentence. */
#define found(check, ...) buffer_format(line_begin(check), __VA_ARGS__)

static struct node *next_node(const struct check *check, const struct node *node)
{
    return node_next(check->root, node);
}

/* ---- places ---- */

static bool is_whole(const struct node *node)
{
    return node->clip.width == node->box.width && node->clip.height == node->box.height;
}

static void check_place(struct check *check, const struct node *node)
{
    const struct box page = {0, 0, check->facts->width_px, check->facts->height_px};
    const struct box seen = box_meet(node->box, page);
    if (is_box_empty(node->box) || node_scroller(node))
        return;
    if (seen.width != node->box.width || seen.height != node->box.height)
        found(check, "%.*s reaches outside the screen", SPAN_ARGS(node->id));
}

/* In a scroller a node may be cut above and below, never at the sides. */
static void check_sides(struct check *check, const struct node *node)
{
    const struct node *scroller = node_scroller(node);
    if (!scroller || is_box_empty(node->box))
        return;
    if (node->box.x < scroller->box.x ||
        node->box.x + node->box.width > scroller->box.x + scroller->box.width)
        found(check, "%.*s is cut at the side by %.*s", SPAN_ARGS(node->id),
              SPAN_ARGS(scroller->id));
}

static void check_target(struct check *check, const struct node *node)
{
    const double least = (double)theme_mm.target_min_mm * check->facts->px_per_mm - 1.0;
    if (node->box.width < least || node->box.height < least)
        found(check, "%.*s is %.1f x %.1f mm: a target is at least 12.7 x 12.7 mm",
              SPAN_ARGS(node->id), node->box.width / check->facts->px_per_mm,
              node->box.height / check->facts->px_per_mm);
}

static int stretch_between(int a, int a_length, int b, int b_length)
{
    return b >= a + a_length   ? b - a - a_length
           : a >= b + b_length ? a - b - b_length
                               : -1;
}

/* The gap between two controls: the wider one of across and down; -1 when they overlap. */
static int gap_between(struct box a, struct box b)
{
    const int across = stretch_between(a.x, a.width, b.x, b.width);
    const int down = stretch_between(a.y, a.height, b.y, b.height);
    return across > down ? across : down;
}

static void check_gaps(struct check *check, const struct node *node)
{
    const double least = (double)theme_mm.gap_min_mm * check->facts->px_per_mm - 1.0;
    for (const struct node *other = next_node(check, node); other;
         other = next_node(check, other)) {
        if (!is_node_control(other) || is_box_empty(node->clip) ||
            is_box_empty(other->clip))
            continue;
        const int gap = gap_between(node->clip, other->clip);
        const bool is_one_cut = !is_whole(node) || !is_whole(other);
        if (gap < 0)
            found(check, "%.*s and %.*s overlap", SPAN_ARGS(node->id),
                  SPAN_ARGS(other->id));
        else if (gap < least && !is_one_cut)
            found(check, "%.*s and %.*s are %.2f mm apart: at least 2.54 mm",
                  SPAN_ARGS(node->id), SPAN_ARGS(other->id),
                  gap / check->facts->px_per_mm);
    }
}

/* ---- text ---- */

static void check_text(struct check *check, const struct node *node)
{
    if (!node->lines || !node->text.count)
        return;
    const struct inset inset = fit_inset(check->facts, node);
    const int height = (int)node->lines->count * node->lines->line_height_px;
    int widest = 0;
    for (size_t i = 0; i < node->lines->count; i++) {
        const int width = node->lines->lines[i].width_px;
        widest = width > widest ? width : widest;
    }
    const int room = node->box.width - (node->kind == NODE_TEXT ? 0 : inset.x);
    if (node->lines->is_cut || widest > room)
        found(check, "the text of %.*s is wider than its place", SPAN_ARGS(node->id));
    if (height > node->box.height && !node->is_scroller)
        found(check, "the text of %.*s is higher than its place", SPAN_ARGS(node->id));
}

/* ---- colours ---- */

static void check_pair(struct check *check, const struct node *node, const char *what,
                       uint32_t over, uint32_t under)
{
    const struct theme *theme = theme_get(check->facts->theme);
    const double ratio = theme_contrast(over, under);
    if (ratio < theme->contrast_min || ratio > theme->contrast_max + 0.01)
        found(check, "%s of %.*s has a contrast of %.2f:1; %s promises %.1f to %.1f",
              what, SPAN_ARGS(node->id), ratio, theme->id, theme->contrast_min,
              theme->contrast_max);
}

static void check_colours(struct check *check, const struct node *node)
{
    const struct ink ink = ink_of(theme_get(check->facts->theme), node);
    if (node->is_unavailable || is_node_container(node))
        return;
    if (node->text.count)
        check_pair(check, node, "the text", ink.text, ink.fill);
    if (is_node_control(node) && ink.has_outline)
        check_pair(check, node, "the edge", ink.outline, ink.ground);
}

/* ---- names ---- */

static void check_id(struct check *check, const struct node *node)
{
    if (!node->id.count) {
        if (is_node_control(node))
            found(check, "a control with the text \"%.*s\" has no id",
                  SPAN_ARGS(node->text));
        return;
    }
    if (node_find(check->root, node->id) != node)
        found(check, "the id %.*s is used twice", SPAN_ARGS(node->id));
}

static void check_words(struct check *check, const struct node *node)
{
    const bool is_named = node->said.count || node->text.count || node->chart;
    if (!is_named || node->is_decoration || !words_node(check->arena, node).count)
        found(check, "%.*s has nothing to say", SPAN_ARGS(node->id));
}

/* ---- focus ---- */

static void check_focus(struct check *check, const struct focus *focus)
{
    size_t controls = 0, focused = 0;
    for (const struct node *node = next_node(check, NULL); node;
         node = next_node(check, node)) {
        if (!is_node_control(node))
            continue;
        controls++;
        if (!is_focus_at(focus, node))
            continue;
        focused++;
        if (is_box_empty(node->clip) && !node_scroller(node))
            found(check, "%.*s has the focus and cannot be seen", SPAN_ARGS(node->id));
    }
    if (controls && focused != 1 && (focused || !check->root->begins_unfocused))
        found(check, "%zu controls have the focus: exactly one must", focused);
}

static void check_control(struct check *check, const struct node *node)
{
    check_target(check, node);
    check_gaps(check, node);
    check_words(check, node);
}

struct span check_view(struct arena *arena, const struct node *root,
                       const struct surface_facts *facts, const struct focus *focus)
{
    struct check check = {
        .arena = arena,
        .root = root,
        .facts = facts,
        .sentences = buffer_init(arena, CHECK_MAX_BYTES),
    };
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        check_place(&check, node);
        check_sides(&check, node);
        check_text(&check, node);
        check_colours(&check, node);
        check_id(&check, node);
        if (is_node_control(node))
            check_control(&check, node);
    }
    check_focus(&check, focus);
    return buffer_span(&check.sentences);
}
