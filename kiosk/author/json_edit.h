/* json_edit: a JSON document as a tree that can be changed and written again. Members keep their
 * order and numbers their spelling, so what was not changed stays as its author wrote it: a
 * document in the layout of `jq .` keeps all its bytes.
 *
 * Our own, since base/json reads only, and canonical writing would sort the keys away from the
 * order in which an author reads them. */
#ifndef AUTHOR_JSON_EDIT_H
#define AUTHOR_JSON_EDIT_H

#include "base/json/json.h"

struct edit {
    enum json_kind kind;
    struct span key;  /* in an object */
    struct span text; /* a text decoded; a number as it is written; "true" or "false" */
    struct edit *first, *next;
};

/* json_edit_read(arena, name, bytes, out_root): the tree of `bytes`, the file called `name`.
 * STATUS_BAD_INPUT with the place when it is not JSON. json_edit_write(arena, root): its text,
 * indented by 2 blanks, with a line feed at the end. */
must_check enum status json_edit_read(struct arena *arena, struct span name,
                                      struct span bytes, struct edit **out_root);
struct span json_edit_write(struct arena *arena, const struct edit *root);

/* json_edit_get(object, key): the member, or NULL; also when `object` is NULL.
 * json_edit_text_of(object, key): its text, empty when there is none. */
struct edit *json_edit_get(struct edit *object, const char *key);
struct span json_edit_text_of(struct edit *object, const char *key);

/* json_edit_object(arena), json_edit_text(arena, text): new values. */
struct edit *json_edit_object(struct arena *arena);
struct edit *json_edit_text(struct arena *arena, struct span text);

/* Harmless when `object` is NULL or no object: json_edit_set(object, key, value): makes `value`
 * the member `key`, in the place of the one that was there, else as the last.
 * json_edit_drop(object, key): takes it away; harmless when it is not there.
 * json_edit_insert(list, index, value): puts `value` before the one that is number `index` from
 * 0, or last. json_edit_take(list, value): takes this element away. */
void json_edit_set(struct edit *object, struct span key, struct edit *value);
void json_edit_drop(struct edit *object, struct span key);
void json_edit_insert(struct edit *list, size_t index, struct edit *value);
void json_edit_take(struct edit *list, const struct edit *value);

#endif
