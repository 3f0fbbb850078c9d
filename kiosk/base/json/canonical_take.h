/* canonical_take: reads our own JSON documents key by key, strictly.
 *
 * The first failure sticks: after it every call gives a harmless empty value, so a document
 * is read in straight lines and its status is checked once. Sentences name the document and
 * the key, never a value. That a document is canonical, with no key too many and no number
 * written otherwise, is seen by writing it again: canonical_take_same. */
#ifndef BASE_JSON_CANONICAL_TAKE_H
#define BASE_JSON_CANONICAL_TAKE_H

#include "base/json/json.h"

#include <stdbool.h>

/* An escape or an exponent may be 4 times longer when it is written again. */
enum { CANONICAL_TAKE_BYTES_MAX = 1024 * 1024 };

struct canonical_take {
    struct arena *arena;  /* texts are copied here */
    const char *document; /* name for sentences: "record" */
    enum status bad; /* STATUS_DAMAGED or STATUS_BAD_INPUT, for whatever does not fit */
    enum status status;
};

/* canonical_take_root(take, scratch, bytes):
 * The object that all of `bytes` is, at most CANONICAL_TAKE_BYTES_MAX of them; the tree lies in
 * `scratch`. NULL and a sentence otherwise. */
const struct json *canonical_take_root(struct canonical_take *take, struct arena *scratch,
                                       struct span bytes);
/* canonical_take_scratch(scratch): makes `scratch` an arena large enough for any tree of
 * canonical_take_root. End it with arena_done. */
void canonical_take_scratch(struct arena *scratch);

/* canonical_take_field(take, object, key): the value of `key`; NULL when it is null; missing
 * is a failure. */
const struct json *canonical_take_field(struct canonical_take *take,
                                        const struct json *object, const char *key);
/* The value of `key` in `object`, which must be of that kind:
 * canonical_take_text(take, object, key), canonical_take_text_or_null(take, object, key): a copy
 * of the text; the latter gives a span without data for null.
 * canonical_take_whole(take, object, key, low, high): a whole number in `low`..`high`.
 * canonical_take_flag(take, object, key): true or false.
 * canonical_take_number(take, object, key): a decimal string below 1e15, or null for NAN.
 * canonical_take_object(take, object, key): an object; NULL on failure. */
struct span canonical_take_text(struct canonical_take *take, const struct json *object,
                                const char *key);
struct span canonical_take_text_or_null(struct canonical_take *take,
                                        const struct json *object, const char *key);
int64_t canonical_take_whole(struct canonical_take *take, const struct json *object,
                             const char *key, int64_t low, int64_t high);
bool canonical_take_flag(struct canonical_take *take, const struct json *object,
                         const char *key);
double canonical_take_number(struct canonical_take *take, const struct json *object,
                             const char *key);
const struct json *canonical_take_object(struct canonical_take *take,
                                         const struct json *object, const char *key);
/* canonical_take_list(take, object, key, most): the list `key` with at most `most` elements;
 * walk its first and next. NULL on failure. */
const struct json *canonical_take_list(struct canonical_take *take,
                                       const struct json *object, const char *key,
                                       size_t most);
/* canonical_take_texts(take, object, key, most, out_texts): the texts of the list `key`, copied,
 * and how many; `out_texts` has room for `most`. */
size_t canonical_take_texts(struct canonical_take *take, const struct json *object,
                            const char *key, size_t most, struct span *out_texts);
/* canonical_take_number_of(take, value): an element of a list as a number. */
double canonical_take_number_of(struct canonical_take *take, const struct json *value);
/* has_canonical_take_key(object, key): whether `object` has the member `key`, for the few that
 * older documents lack. */
bool has_canonical_take_key(const struct json *object, const char *key);
/* canonical_take_hex(take, object, key, out_bytes, count): exactly `count` bytes written as
 * lower-case hex; zeros on failure. */
void canonical_take_hex(struct canonical_take *take, const struct json *object,
                        const char *key, void *out_bytes, size_t count);
/* canonical_take_seed(take, object, key): 64 bits written as 16 hex digits. */
uint64_t canonical_take_seed(struct canonical_take *take, const struct json *object,
                             const char *key);
/* canonical_take_word(take, object, key, words, count): the index of the text `key` among
 * `count` `words`. */
int canonical_take_word(struct canonical_take *take, const struct json *object,
                        const char *key, const char *const *words, size_t count);

/* canonical_take_wrong(take, what): the document is bad, because `what`. */
void canonical_take_wrong(struct canonical_take *take, const char *what);
/* canonical_take_same(take, bytes, again): a failure unless the document written `again` has
 * the very `bytes` that were read. */
void canonical_take_same(struct canonical_take *take, struct span bytes,
                         struct span again);

#endif
