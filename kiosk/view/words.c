#include "view/words.h"

#include "base/buffer.h"
#include "base/words.h"
#include "view/chart.h"

#include <math.h>

enum { WORDS_MAX_BYTES = 256 * 1024 };

/* What parts two things to the eye. */
static const char dot[] = " · ";

/* A sentence that goes on with its role loses its full stop; other marks are pause enough. */
static void add_pause(struct buffer *out)
{
    if (!out->count)
        return;
    const char last = out->data[out->count - 1];
    if (last == '.')
        out->count--;
    buffer_text(out, last == '\n' ? "" : last == '?' ? " " : ", ");
}

static void add_part(struct buffer *out, struct span part)
{
    if (!part.count)
        return;
    add_pause(out);
    for (size_t at = 0; at < part.count; at++) {
        const bool is_dot = has_span_prefix(span_cut(part, at, part.count), dot);
        buffer_add(out, is_dot ? SPAN(", ") : span_cut(part, at, 1));
        at += is_dot ? sizeof dot - 2 : 0;
    }
}

static void add_words(struct buffer *out, const char *words)
{
    add_part(out, span_of(words));
}

/* A field is named by `said`; its text is the content. */
static struct span name_of(const struct node *node)
{
    return node->said.count || node->kind == NODE_FIELD ? node->said : node->text;
}

/* "3 of 5" among the choices of the group. Choices that exclude each other in two columns stand
 * in groups of their own, so each column counts for itself. */
static void add_place(struct buffer *out, const struct node *node)
{
    const struct node *group = node_group(node);
    int place = 0, count = 0;
    if (!group)
        return;
    for (const struct node *other = node_next(group, NULL); other;
         other = node_next(group, other)) {
        if (other->kind != NODE_CHOICE || node_group(other) != group)
            continue;
        count++;
        if (other == node)
            place = count;
    }
    add_pause(out);
    buffer_format(out, W("%d of %d"), place, count);
}

static void add_choice(struct buffer *out, const struct node *node)
{
    add_words(out, node->is_box ? W("tick box") : W("option"));
    add_words(out, node->is_chosen ? W("chosen") : W("not chosen"));
    if (node->is_unavailable)
        add_words(out, W("not available"));
    add_place(out, node);
}

static struct span number(struct buffer *out, float value)
{
    return words_number(out->arena, (double)value, WORDS_AS_MANY_AS_NEEDED);
}

static void add_slider(struct buffer *out, const struct node *node)
{
    add_words(out, W("slider"));
    add_pause(out);
    const struct span low = number(out, node->low), high = number(out, node->high);
    if (node->has_value && node->text.count)
        buffer_add(out, node->text);
    else if (node->has_value)
        buffer_format(out, W("%.*s, from %.*s to %.*s"),
                      SPAN_ARGS(number(out, node->value)), SPAN_ARGS(low),
                      SPAN_ARGS(high));
    else
        buffer_format(out, W("no answer yet, from %.*s to %.*s"), SPAN_ARGS(low),
                      SPAN_ARGS(high));
}

static void add_field(struct buffer *out, const struct node *node)
{
    add_words(out, W("text field"));
    if (node->text.count)
        add_part(out, node->text);
    else
        add_words(out, W("empty"));
}

static void add_text(struct buffer *out, const struct node *node)
{
    if (node->heading_level)
        add_words(out, W("heading"));
}

static void add_button(struct buffer *out, const struct node *node)
{
    add_words(out, node->look == LOOK_KEY ? W("key") : W("button"));
    if (node->is_chosen)
        add_words(out, W("on"));
    if (node->is_unavailable)
        add_words(out, W("not available"));
}

static void add_progress(struct buffer *out, const struct node *node)
{
    add_pause(out);
    buffer_format(out, W("%d per cent done"), (int)lrintf(node->value * 100));
}

static void add_chart(struct buffer *out, const struct node *node)
{
    if (node->chart)
        add_part(out, chart_words(out->arena, node->chart));
}

/* What follows the name, kind by kind; without a function the name is all. */
static void (*const kinds[])(struct buffer *out, const struct node *node) = {
    [NODE_TEXT] = add_text,         [NODE_BUTTON] = add_button,
    [NODE_CHOICE] = add_choice,     [NODE_FIELD] = add_field,
    [NODE_SLIDER] = add_slider,     [NODE_CHART] = add_chart,
    [NODE_PROGRESS] = add_progress, [NODE_RULE] = NULL,
};

struct span words_node(struct arena *arena, const struct node *node)
{
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    if (!node || node->is_decoration)
        return buffer_span(&out);
    add_part(&out, name_of(node));
    if (kinds[node->kind])
        kinds[node->kind](&out, node);
    add_part(&out, node->hint);
    return buffer_span(&out);
}
