/* json_read: small JSON documents of ours, read key by key, strictly.
 *
 * One reader carries the first failure along ("sticky"): after it, every call gives a
 * harmless empty value, so that a document is read in straight lines and its status is
 * checked once. Sentences name document and key, never a value. Only *_read.c files
 * include this. */
#ifndef MODEL_JSON_READ_H
#define MODEL_JSON_READ_H

#include "base/span.h"

#include <jansson.h>

struct json_reader {
    struct arena *arena;  /* texts are copied here */
    const char *document; /* name for messages: "keyset.json" */
    enum status status;
};

/* json_root(reader, bytes):
 * The object that all of `bytes` holds (UTF-8, no duplicate keys, nothing behind it), or
 * NULL with reader->status STATUS_BAD_INPUT naming line and column. json_decref it. */
json_t *json_root(struct json_reader *reader, struct span bytes);
static inline void json_root_done(json_t **root)
{
    json_decref(*root);
}
#define scoped_json __attribute__((cleanup(json_root_done))) json_t

/* json_field(reader, object, key): the value of `key` in `object`, whatever it is;
 * missing is a failure. */
json_t *json_field(struct json_reader *reader, json_t *object, const char *key);

/* json_text, json_whole, json_decimal, json_flag, json_list, json_map(reader, object,
 * key): The value of `key` as text (copied), whole number, number (an integer or our
 * decimal string; null is NAN), true or false, array, object. */
struct span json_text(struct json_reader *reader, json_t *object, const char *key);
int64_t json_whole(struct json_reader *reader, json_t *object, const char *key);
double json_decimal(struct json_reader *reader, json_t *object, const char *key);
int json_flag(struct json_reader *reader, json_t *object, const char *key);
json_t *json_list(struct json_reader *reader, json_t *object, const char *key);
json_t *json_map(struct json_reader *reader, json_t *object, const char *key);

/* json_bytes(reader, object, key, out_bytes, count): exactly `count` bytes written as
 * lower-case hex; `out_bytes` is zeroed on failure. */
void json_bytes(struct json_reader *reader, json_t *object, const char *key,
                void *out_bytes, size_t count);

/* json_number_of(reader, value, what): a number as in json_decimal, for elements of
 * arrays. */
double json_number_of(struct json_reader *reader, json_t *value, const char *what);

/* json_wrong(reader, what): sets STATUS_BAD_INPUT with "DOCUMENT: what"; for checks of
 * one's own. */
void json_wrong(struct json_reader *reader, const char *what);

#endif
