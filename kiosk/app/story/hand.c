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

static const struct key {
    const char *name;
    enum input_kind kind;
} keys[] = {
    {"Tab", INPUT_NEXT},      {"Shift-Tab", INPUT_PREVIOUS}, {"Enter", INPUT_ACTIVATE},
    {"Up", INPUT_UP},         {"Down", INPUT_DOWN},          {"Left", INPUT_LEFT},
    {"Right", INPUT_RIGHT},   {"Escape", INPUT_BACK},        {"Backspace", INPUT_ERASE},
    {"Ctrl-Enter", INPUT_ON},
};

static void press(struct story *story, const struct key *key)
{
    if (story->tells_keys)
        tell_key(key->name);
    send(story, (struct input){.kind = key->kind});
}

static void press_kind(struct story *story, enum input_kind kind)
{
    const struct key *key = keys;
    while (key->kind != kind)
        key++;
    press(story, key);
}

/* From one answer the arrows lead to another one of the same question, Tab leads to all else. */
static enum input_kind key_towards(const struct node *at, const struct node *target)
{
    if (!at || !target || at->kind != NODE_CHOICE || target->kind != NODE_CHOICE ||
        at->look != target->look)
        return INPUT_NEXT;
    const int down =
        target->box.y + target->box.height / 2 - at->box.y - at->box.height / 2;
    if (down > at->box.height / 2)
        return INPUT_DOWN;
    if (down < -at->box.height / 2)
        return INPUT_UP;
    return target->box.x > at->box.x ? INPUT_RIGHT : INPUT_LEFT;
}

static enum input_kind next_key(const struct story *story, struct span id)
{
    const struct node *root = story->terminal.root;
    return story->tells_keys ? key_towards(node_control(root, &story->terminal.focus.at),
                                           node_find(root, id))
                             : INPUT_NEXT;
}

/* The first key only shows where the focus is. */
static enum status reach(struct story *story, struct span id)
{
    if (!story->terminal.focus.is_keyed && !story->tells_keys)
        press_kind(story, INPUT_NEXT);
    for (int i = 0; i < TABS_MAX; i++) {
        if (is_in_row(story, id))
            press_kind(story, INPUT_ACTIVATE);
        if (is_span_equal(node_id_span(&story->terminal.focus.at), id)) {
            press_kind(story, INPUT_ACTIVATE);
            story_pass(story, KEY_MS);
            return OK;
        }
        press_kind(story, next_key(story, id));
    }
    return story_wrong(story, "the control %.*s cannot be reached with Tab",
                       SPAN_ARGS(id));
}

/* A long text is read page by page. */
static void go_on(struct story *story, bool is_long)
{
    const uint32_t screen = story->terminal.journey.screen_number;
    for (int i = 0; i < TABS_MAX; i++) {
        press_kind(story, INPUT_ON);
        story_pass(story, KEY_MS);
        if (!is_long || story->terminal.journey.screen_number != screen)
            return;
    }
}

/* The tree that `node` is in ends with the first key. */
static enum status reach_node(struct story *story, const struct node *node)
{
    char id[200];
    const size_t count = node->id.count < sizeof id ? node->id.count : sizeof id;
    for (size_t i = 0; i < count; i++)
        id[i] = node->id.data[i];
    return reach(story, (struct span){id, count});
}

static void touch(struct story *story, int x, int y)
{
    send(story, (struct input){.kind = INPUT_PRESS, .x = x, .y = y});
    story_pass(story, 80);
    send(story, (struct input){.kind = INPUT_RELEASE, .x = x, .y = y});
    story_pass(story, TAP_MS);
}

/* What leads on shows the rest of a long text first; it stays where it is. */
static void touch_on(struct story *story, struct node_id id, int x, int y)
{
    const uint32_t screen = story->terminal.journey.screen_number;
    for (int i = 0; i < TABS_MAX && story->terminal.journey.screen_number == screen;
         i++) {
        const struct node *node = node_find(story->terminal.root, node_id_span(&id));
        if (story->tells_touches && node)
            tell_touch(node);
        touch(story, x, y);
    }
}

enum status hand_tap(struct story *story, const struct node *node)
{
    if (story->tells_keys && node->is_way_on) {
        go_on(story, node->waits_for_end);
        return OK;
    }
    if (story->tells_keys)
        return reach_node(story, node);
    const struct box box = node->on_words.kind ? touch_words(node) : node->box;
    const int x = box.x + box.width / 2, y = box.y + box.height / 2;
    if (!node->on_words.kind && !has_box_point(node->clip, x, y)) {
        return reach_node(story, node);
    }
    if (node->waits_for_end) {
        touch_on(story, node_id_of(node->id), x, y);
        return OK;
    }
    if (story->tells_touches)
        tell_touch(node);
    touch(story, x, y);
    return OK;
}

void hand_hold(struct story *story, const struct node *node, int64_t hold_ms)
{
    const int x = node->box.x + node->box.height / 2,
              y = node->box.y + node->box.height / 2;
    send(story, (struct input){.kind = INPUT_PRESS, .x = x, .y = y});
    story_pass(story, hold_ms);
    send(story, (struct input){.kind = INPUT_RELEASE, .x = x, .y = y});
    story_pass(story, TAP_MS);
}

void hand_hold_key(struct story *story, int64_t hold_ms)
{
    send(story, (struct input){.kind = INPUT_STAFF});
    story_pass(story, hold_ms);
    send(story, (struct input){.kind = INPUT_STAFF_END});
    story_pass(story, KEY_MS);
}

enum status hand_key(struct story *story, struct span name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!is_span(name, keys[i].name))
            continue;
        press(story, &keys[i]);
        story_pass(story, KEY_MS);
        return OK;
    }
    return story_wrong(story, "there is no key %.*s", SPAN_ARGS(name));
}

void hand_type(struct story *story, struct span text)
{
    size_t at = 0, from = 0;
    uint32_t code;
    if (story->tells_keys)
        tell_letters(text);
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
