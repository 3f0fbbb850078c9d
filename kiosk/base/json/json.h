/* json: strict JSON (RFC 8259) as a tree in which every value knows where it stood, so
 * that a message can say line, column and path. Larger, deeper or longer documents than
 * the limits given are refused at once, whatever they hold.
 *
 * Tolerated and told: a byte order mark, and the same key twice in one object (the last
 * one counts). Refused: everything else the standard refuses, and U+0000 in a text.
 *
 * Our own, since no library gives the place of every value, and this one keeps to guarded arenas,
 * so that answers read from a record leave no copy. */
#ifndef BASE_JSON_JSON_H
#define BASE_JSON_JSON_H

#include "base/span.h"

#include <stdbool.h>

enum json_kind {
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_NUMBER,
    JSON_TEXT,
    JSON_ARRAY,
    JSON_OBJECT,
};

struct json {
    enum json_kind kind;
    uint32_t line, column; /* of its first byte, from 1; columns in code points */
    uint32_t index;        /* in its array or object, from 0 */
    uint32_t count;        /* children */
    struct span key;       /* in an object; data is NULL elsewhere */
    struct span text;      /* a text decoded; a number as it is written */
    double number;         /* also 0 and 1 of a boolean */
    struct json *parent, *first, *next;
    struct json **sorted; /* children of an object, by key */
    struct json *next_duplicate;
    bool
        is_replaced; /* by a later member of the same key; no longer among the children */
};

struct json_limits {
    size_t bytes, depth, values;
};

struct json_document {
    const struct json *root;
    const struct json *duplicates; /* members whose key stood before, by next_duplicate */
    bool has_byte_order_mark;
};

/* Why a document is not JSON. */
struct json_fault {
    size_t line, column;
    const char *what; /* one sentence */
    const char *hint; /* how to mend it; may be "" */
};

/* json_read(arena, bytes, limits, out_document, out_fault):
 * The tree of `bytes`, built in `arena` with copies of all texts; it takes at most 3
 * times limits->bytes plus 200 bytes a value. STATUS_TOO_LARGE over limits->bytes,
 * STATUS_BAD_INPUT for all else; then `out_fault` says where and why, and `out_document`
 * is untouched. */
must_check enum status json_read(struct arena *arena, struct span bytes,
                                 const struct json_limits *limits,
                                 struct json_document *out_document,
                                 struct json_fault *out_fault);

/* json_get(object, key): the member `key`; NULL when it is missing, when it is null, or
 * when `object` is NULL or no object. */
const struct json *json_get(const struct json *object, const char *key);
/* json_find(object, key): the same for a key that is not a literal. */
const struct json *json_find(const struct json *object, struct span key);

/* json_path(arena, value): "definition.items[3].type"; "" for the root or NULL. Long keys are
 * cut. */
struct span json_path(struct arena *arena, const struct json *value);

/* json_number_text(number, out_text): the shortest decimal text that reads back as the
 * finite `number`, the same in every locale; returns its length. */
size_t json_number_text(double number, char out_text[32]);

/* json_put_text(buffer, text): appends `text` as a quoted JSON text to `buffer`, escaped no
 * more than needed, with the short escapes where there are any (RFC 8785). */
struct buffer;
void json_put_text(struct buffer *buffer, struct span text);

#endif
