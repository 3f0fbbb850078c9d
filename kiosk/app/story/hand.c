#include "app/story/hand.h"

#include "app/story/tell.h"
#include "base/utf8.h"
#include "view/layout/box.h"
#include "view/words.h"

enum { TAP_MS = 350, KEY_MS = 450, LETTER_MS = 30, TABS_MAX = 400 };

static void send(struct story *story, struct input input)
{
    input.moment = story->now;
    terminal_input(&story->terminal, &input);
}

static bool is_named(struct story *story, const struct node *node, struct span name)
{
    if (!is_node_control(node) && !node->on_words.kind)
        return false;
    if (is_span_equal(node->text, name) || is_span_equal(node->said, name) ||
        is_span_equal(node->id, name))
        return true;
    const struct arena_mark mark = arena_mark(&story->arena);
    const bool is_said = is_span_equal(words_node(&story->arena, node), name);
    arena_release(&story->arena, mark);
    return is_said;
}

enum status hand_named(struct story *story, struct span name, struct node **out_node)
{
    struct node *found = NULL;
    for (struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node)) {
        if (!is_named(story, node, name))
            continue;
        if (found)
            return story_wrong(story, "two controls are called \"%.*s\"",
                               SPAN_ARGS(name));
        found = node;
    }
    if (!found)
        return story_wrong(story, "no control is called \"%.*s\" on screen %s",
                           SPAN_ARGS(name), screen_name(story->terminal.journey.screen));
    *out_node = found;
    return OK;
}

struct node *hand_meaning(const struct story *story, int kind, int a, int b)
{
    for (struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node))
        if (node->on_activate.kind == kind && (a < 0 || node->on_activate.a == a) &&
            (b < 0 || node->on_activate.b == b))
            return node;
    return NULL;
}

/* Whether the ring stands round the row of keys that the control is in. */
static bool is_in_row(struct story *story, struct span id)
{
    const struct node *place = focus_place(&story->terminal.focus, story->terminal.root);
    return place && is_node_container(place) && node_find(place, id);
}

/* The first key only shows where the focus is. */
static enum status reach(struct story *story, struct span id)
{
    if (!story->terminal.focus.is_keyed)
        send(story, (struct input){.kind = INPUT_NEXT});
    for (int i = 0; i < TABS_MAX; i++) {
        if (is_in_row(story, id))
            send(story, (struct input){.kind = INPUT_ACTIVATE});
        if (is_span_equal(node_id_span(&story->terminal.focus.at), id)) {
            send(story, (struct input){.kind = INPUT_ACTIVATE});
            story_pass(story, KEY_MS);
            return OK;
        }
        send(story, (struct input){.kind = INPUT_NEXT});
    }
    return story_wrong(story, "the control %.*s cannot be reached with Tab",
                       SPAN_ARGS(id));
}

enum status hand_tap(struct story *story, const struct node *node)
{
    const struct box box = node->on_words.kind ? touch_words(node) : node->box;
    const int x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (!node->on_words.kind && !has_box_point(node->clip, x, y)) {
        char id[200];
        const size_t count = node->id.count < sizeof id ? node->id.count : sizeof id;
        for (size_t i = 0; i < count; i++)
            id[i] = node->id.data[i]; /* the tree it is in ends with the first key */
        return reach(story, (struct span){id, count});
    }
    if (story->tells_touches)
        tell_touch(node);
    send(story, (struct input){.kind = INPUT_PRESS, .x = x, .y = y});
    story_pass(story, 80);
    send(story, (struct input){.kind = INPUT_RELEASE, .x = x, .y = y});
    story_pass(story, TAP_MS);
    return OK;
}

enum status hand_key(struct story *story, struct span name)
{
    static const struct {
        const char *name;
        enum input_kind kind;
    } keys[] = {
        {"Tab", INPUT_NEXT},    {"Shift-Tab", INPUT_PREVIOUS}, {"Enter", INPUT_ACTIVATE},
        {"Up", INPUT_UP},       {"Down", INPUT_DOWN},          {"Left", INPUT_LEFT},
        {"Right", INPUT_RIGHT}, {"Escape", INPUT_BACK},        {"Backspace", INPUT_ERASE},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!is_span(name, keys[i].name))
            continue;
        send(story, (struct input){.kind = keys[i].kind});
        story_pass(story, KEY_MS);
        return OK;
    }
    return story_wrong(story, "there is no key %.*s", SPAN_ARGS(name));
}

void hand_type(struct story *story, struct span text)
{
    size_t at = 0, from = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code)) {
        send(story,
             (struct input){.kind = INPUT_TYPE, .text = span_cut(text, from, at - from)});
        story_pass(story, LETTER_MS);
        from = at;
    }
}

void hand_erase(struct story *story, int count)
{
    for (int i = 0; i < count; i++) {
        send(story, (struct input){.kind = INPUT_ERASE});
        story_pass(story, LETTER_MS);
    }
}
