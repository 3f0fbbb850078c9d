#include "convert/foreign/foreign_json.h"

#include "base/json/json.h"

static struct span text_of(const struct json *json)
{
    switch (json->kind) {
    case JSON_BOOLEAN:
        return json->number != 0 ? SPAN("true") : SPAN("");
    case JSON_NUMBER:
    case JSON_TEXT:
        return json->text;
    case JSON_NULL:
    case JSON_ARRAY:
    case JSON_OBJECT:
        return SPAN("");
    }
    return SPAN("");
}

/* A place is told down to the outermost list: what such a file holds is a list of questions. */
static struct span place_of(struct arena *arena, const struct json *child,
                            struct span above)
{
    if (span_find(above, '[') < above.count)
        return above;
    if (!child->key.data)
        return span_format(arena, "%.*s[%u]", SPAN_ARGS(above), child->index);
    return above.count
               ? span_format(arena, "%.*s.%.*s", SPAN_ARGS(above), SPAN_ARGS(child->key))
               : child->key;
}

/* As deep as the reader allows, no deeper. */
static void copy(struct arena *arena, struct foreign *parent, const struct json *json)
{
    for (const struct json *child = json->first; child; child = child->next)
        copy(arena,
             foreign_add(arena, parent, child->key.data ? child->key : SPAN(""),
                         text_of(child), place_of(arena, child, parent->place)),
             child);
}

enum status foreign_json_read(struct arena *arena, struct span file, struct span bytes,
                              struct foreign **out_root)
{
    static const struct json_limits limits = {FOREIGN_BYTES_MAX, FOREIGN_DEPTH_MAX,
                                              FOREIGN_VALUES_MAX};
    struct json_document document;
    struct json_fault fault = {0};
    const enum status status = json_read(arena, bytes, &limits, &document, &fault);
    if (status != OK)
        return fail(status, "%.*s, line %zu: %s", SPAN_ARGS(file), fault.line,
                    fault.what ? fault.what : "it is too large");
    struct foreign *root =
        foreign_add(arena, NULL, SPAN(""), text_of(document.root), SPAN(""));
    copy(arena, root, document.root);
    *out_root = root;
    return OK;
}
