#include "view/dump.h"

#include "base/buffer.h"

enum { DUMP_MAX_BYTES = 1024 * 1024 };

static const char *const kinds[] = {
    [NODE_COLUMN] = "column",     [NODE_ROW] = "row",         [NODE_TEXT] = "text",
    [NODE_BUTTON] = "button",     [NODE_CHOICE] = "choice",   [NODE_FIELD] = "field",
    [NODE_SLIDER] = "slider",     [NODE_PICTURE] = "picture", [NODE_CHART] = "chart",
    [NODE_PROGRESS] = "progress", [NODE_GAP] = "gap",         [NODE_RULE] = "rule",
};

static void add_text(struct buffer *out, struct span text)
{
    buffer_text(out, " \"");
    for (size_t i = 0; i < text.count; i++) {
        if (text.data[i] == '\n')
            buffer_text(out, "\\n");
        else
            buffer_add(out, span_cut(text, i, 1));
    }
    buffer_text(out, "\"");
}

static void add_state(struct buffer *out, const char *word, bool is_so, int *count)
{
    if (!is_so)
        return;
    buffer_format(out, "%s%s", (*count)++ ? " " : " [", word);
}

static void add_states(struct buffer *out, const struct node *node,
                       const struct focus *focus)
{
    int count = 0;
    add_state(out, "chosen", node->is_chosen, &count);
    add_state(out, "unavailable", node->is_unavailable, &count);
    add_state(out, "taken", node->is_taken, &count);
    add_state(out, "wanted", node->is_wanted, &count);
    add_state(out, "focus", focus && is_focus_at(focus, node), &count);
    add_state(out, "stacked", node->is_stacked, &count);
    add_state(out, "more-above", node->scroll_px > 0, &count);
    add_state(out, "more-below", node->scroll_px < node->scroll_max_px, &count);
    if (count)
        buffer_text(out, "]");
}

static void add_value(struct buffer *out, const struct node *node)
{
    if (node->kind == NODE_PROGRESS || (node->kind == NODE_SLIDER && node->has_value))
        buffer_format(out, " value %.2f", (double)node->value);
    if (node->kind == NODE_SLIDER && !node->has_value)
        buffer_text(out, " no value");
}

static void add_node(struct buffer *out, const struct node *node,
                     const struct surface_facts *facts, const struct focus *focus)
{
    const double mm = 1.0 / facts->px_per_mm;
    for (int level = 0; level < node->level; level++)
        buffer_text(out, "  ");
    buffer_text(out, kinds[node->kind]);
    if (node->id.count)
        buffer_format(out, " %.*s", SPAN_ARGS(node->id));
    if (node->text.count)
        add_text(out, node->text);
    add_states(out, node, focus);
    add_value(out, node);
    buffer_format(out, " %.1f,%.1f %.1fx%.1f\n", node->box.x * mm, node->box.y * mm,
                  node->box.width * mm, node->box.height * mm);
}

struct span dump_tree(struct arena *arena, const struct node *root,
                      const struct surface_facts *facts, const struct focus *focus)
{
    struct buffer out = buffer_init(arena, DUMP_MAX_BYTES);
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node))
        add_node(&out, node, facts, focus);
    return buffer_span(&out);
}
