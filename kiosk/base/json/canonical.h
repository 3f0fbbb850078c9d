/* canonical: our own JSON documents, written so that the same value always gives the same
 * bytes: sorted keys, no blanks, integers or decimal strings, null for what is not known.
 *
 *   canonical_begin -> canonical_object(c, NULL) -> values ... canonical_end -> canonical_bytes
 *
 * Drafts and records hold answers, so the text grows in the caller's arena and nowhere
 * else. Each function takes the key in an object, or NULL for an element of a list and
 * for the root. Keys in the wrong order, and ends that do not fit, are bugs (must). */
#ifndef BASE_JSON_CANONICAL_H
#define BASE_JSON_CANONICAL_H

#include "base/buffer.h"

#include <stdbool.h>

enum {
    CANONICAL_DEPTH_MAX = 12,
    CANONICAL_DECIMALS = 6,
    CANONICAL_BYTES_MAX = 4 * 1024 * 1024,
};

struct canonical {
    struct buffer buffer;
    struct canonical_level {
        bool is_list, has_value;
        struct span key; /* the last one */
    } levels[CANONICAL_DEPTH_MAX];
    size_t depth;
};

/* canonical_begin(arena): an empty document that grows in `arena`.
 * canonical_bytes(canonical): the finished document; more than CANONICAL_BYTES_MAX is a bug,
 * for what goes in was bounded when it was read. */
struct canonical canonical_begin(struct arena *arena);
struct span canonical_bytes(const struct canonical *canonical);

/* canonical_object(canonical, key), canonical_list(canonical, key), canonical_end(canonical):
 * Begin an object or a list, and end the innermost. `key` is lent until then. */
void canonical_object(struct canonical *canonical, const char *key);
void canonical_list(struct canonical *canonical, const char *key);
void canonical_end(struct canonical *canonical);

/* One value each:
 * canonical_text(canonical, key, text): a text.
 * canonical_texts(canonical, key, texts, count): a list of `count` `texts`.
 * canonical_whole(canonical, key, value): an integer.
 * canonical_flag(canonical, key, is_true): true or false.
 * canonical_null(canonical, key): null.
 * canonical_hex(canonical, key, bytes, count): `count` `bytes` as lower-case hex. */
void canonical_text(struct canonical *canonical, const char *key, struct span text);
void canonical_texts(struct canonical *canonical, const char *key,
                     const struct span *texts, size_t count);
void canonical_whole(struct canonical *canonical, const char *key, int64_t value);
void canonical_flag(struct canonical *canonical, const char *key, bool is_true);
void canonical_null(struct canonical *canonical, const char *key);
void canonical_hex(struct canonical *canonical, const char *key, const void *bytes,
                   size_t count);

/* canonical_seed(canonical, key, seed): the 64 bits of `seed` as 16 hex digits, highest first. */
void canonical_seed(struct canonical *canonical, const char *key, uint64_t seed);

/* canonical_exact(canonical, key, value), canonical_rounded(canonical, key, value): a number as a
 * decimal string, exact for what goes into a calculation, rounded to CANONICAL_DECIMALS for what
 * came out of one. A `value` that is not finite becomes null. */
void canonical_exact(struct canonical *canonical, const char *key, double value);
void canonical_rounded(struct canonical *canonical, const char *key, double value);

#endif
