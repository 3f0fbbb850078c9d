#include "author/json_edit.h"

#include "base/buffer.h"

enum {
    EDIT_BYTES_MAX = 4 * 1024 * 1024,
    EDIT_DEPTH_MAX = 64,
    EDIT_VALUES_MAX = 250000,
    WRITTEN_BYTES_MAX = 4 * EDIT_BYTES_MAX /* blanks for the layout are added */
};

static struct edit *new_value(struct arena *arena, enum json_kind kind, struct span text)
{
    struct edit *value = arena_new(arena, struct edit);
    *value = (struct edit){.kind = kind, .text = text};
    return value;
}

/* As deep as the reader allows, no deeper. */
static struct edit *copy_of(struct arena *arena, const struct json *json)
{
    const struct span word = json->number != 0 ? SPAN("true") : SPAN("false");
    struct edit *value =
        new_value(arena, json->kind, json->kind == JSON_BOOLEAN ? word : json->text);
    struct edit **end = &value->first;
    value->key = json->key;
    for (const struct json *child = json->first; child; child = child->next) {
        *end = copy_of(arena, child);
        end = &(*end)->next;
    }
    return value;
}

enum status json_edit_read(struct arena *arena, struct span name, struct span bytes,
                           struct edit **out_root)
{
    static const struct json_limits limits = {EDIT_BYTES_MAX, EDIT_DEPTH_MAX,
                                              EDIT_VALUES_MAX};
    struct json_document document;
    struct json_fault fault = {0};
    const enum status status = json_read(arena, bytes, &limits, &document, &fault);
    if (status != OK)
        return fail(status, "%.*s, line %zu: %s", SPAN_ARGS(name), fault.line,
                    fault.what ? fault.what : "it is too large");
    *out_root = copy_of(arena, document.root);
    return OK;
}

static void put_blanks(struct buffer *out, size_t depth)
{
    buffer_text(out, "\n");
    for (size_t i = 0; i < depth; i++)
        buffer_text(out, "  ");
}

static void put(struct buffer *out, const struct edit *value, size_t depth);

static void put_children(struct buffer *out, const struct edit *value, size_t depth)
{
    const bool has_keys = value->kind == JSON_OBJECT;
    if (!value->first) {
        buffer_text(out, has_keys ? "{}" : "[]");
        return;
    }
    buffer_text(out, has_keys ? "{" : "[");
    for (const struct edit *child = value->first; child; child = child->next) {
        put_blanks(out, depth + 1);
        if (has_keys) {
            json_put_text(out, child->key);
            buffer_text(out, ": ");
        }
        put(out, child, depth + 1);
        buffer_text(out, child->next ? "," : "");
    }
    put_blanks(out, depth);
    buffer_text(out, has_keys ? "}" : "]");
}

static void put(struct buffer *out, const struct edit *value, size_t depth)
{
    switch (value->kind) {
    case JSON_NULL:
        buffer_text(out, "null");
        return;
    case JSON_BOOLEAN:
    case JSON_NUMBER:
        buffer_add(out, value->text);
        return;
    case JSON_TEXT:
        json_put_text(out, value->text);
        return;
    case JSON_ARRAY:
    case JSON_OBJECT:
        put_children(out, value, depth);
        return;
    }
}

struct span json_edit_write(struct arena *arena, const struct edit *root)
{
    struct buffer out = buffer_init(arena, WRITTEN_BYTES_MAX);
    put(&out, root, 0);
    buffer_text(&out, "\n");
    return buffer_span(&out);
}

/* The place that points to the member, or to the end. */
static struct edit **place_of(struct edit *object, struct span key)
{
    struct edit **place = &object->first;
    while (*place && !is_span_equal((*place)->key, key))
        place = &(*place)->next;
    return place;
}

static bool is_object(const struct edit *value)
{
    return value && value->kind == JSON_OBJECT;
}

struct edit *json_edit_get(struct edit *object, const char *key)
{
    return is_object(object) ? *place_of(object, span_of(key)) : NULL;
}

struct span json_edit_text_of(struct edit *object, const char *key)
{
    const struct edit *value = json_edit_get(object, key);
    return value && value->kind == JSON_TEXT ? value->text : SPAN("");
}

struct edit *json_edit_object(struct arena *arena)
{
    return new_value(arena, JSON_OBJECT, SPAN(""));
}

struct edit *json_edit_text(struct arena *arena, struct span text)
{
    return new_value(arena, JSON_TEXT, text);
}

void json_edit_set(struct edit *object, struct span key, struct edit *value)
{
    if (!is_object(object))
        return;
    struct edit **place = place_of(object, key);
    value->key = key;
    value->next = *place ? (*place)->next : NULL;
    *place = value;
}

void json_edit_drop(struct edit *object, struct span key)
{
    if (!is_object(object))
        return;
    struct edit **place = place_of(object, key);
    if (*place)
        *place = (*place)->next;
}

void json_edit_insert(struct edit *list, size_t index, struct edit *value)
{
    struct edit **place = &list->first;
    for (size_t i = 0; *place && i < index; i++)
        place = &(*place)->next;
    value->next = *place;
    *place = value;
}

void json_edit_take(struct edit *list, const struct edit *value)
{
    struct edit **place = &list->first;
    while (*place && *place != value)
        place = &(*place)->next;
    if (*place)
        *place = value->next;
}
