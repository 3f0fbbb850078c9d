/* form: what a browser sends of a form, or after the "?" of an address, as fields of a name and a
 * value: name=value&name=value, blanks as "+", other bytes as %XX (WHATWG URL, 5.1). Own code,
 * because the reader of libmicrohttpd had errors of memory twice, and because it takes too much.
 *
 * Values are plain text: UTF-8 without control characters but line feeds. A line end of any kind
 * becomes one line feed, a tab a blank. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

enum {
    FORM_BYTES_MAX = 64 * 1024,
    FORM_FIELDS_MAX = 200,
    FORM_NAME_BYTES_MAX = 64, /* of a-z, 0-9, "-", "_" and "." */
};

struct form_field {
    struct span name, value;
};

struct form_sent {
    const struct form_field *fields; /* in the order in which they were sent */
    size_t count;
};

/* form_read(arena, bytes, out_form):
 * The fields of `bytes`, with their texts in `arena`. STATUS_TOO_LARGE over FORM_BYTES_MAX or
 * FORM_FIELDS_MAX; STATUS_BAD_INPUT for a name that no page of ours has, a broken %XX, and a value
 * that is not plain text. Then nothing of it is used. */
must_check enum status form_read(struct arena *arena, struct span bytes,
                                 struct form_sent *out_form);

/* is_form_single(form, name, out_value): the field `name` was sent exactly once; then `out_value`
 * is its value. */
bool is_form_single(const struct form_sent *form, const char *name,
                    struct span *out_value);

/* form_without(arena, form, name): the fields but those called `name`. */
struct form_sent form_without(struct arena *arena, const struct form_sent *form,
                              const char *name);

#endif
