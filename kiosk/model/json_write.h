/* json_write: canonical JSON: sorted keys, no blanks, integers or decimal strings; the
 * same value always gives the same bytes. Only *_write.c files include this. */
#ifndef MODEL_JSON_WRITE_H
#define MODEL_JSON_WRITE_H

#include "base/span.h"

#include <jansson.h>

/* json_canonical(arena, root): the canonical bytes of `root`, which is released. */
struct span json_canonical(struct arena *arena, json_t *root);
/* json_pretty(arena, root): the same value with line breaks, for files people read; a
 * line feed at the end. `root` is released. */
struct span json_pretty(struct arena *arena, json_t *root);
/* json_span(text): a string value. json_hex(bytes, count): bytes as lower-case hex. */
json_t *json_span(struct span text);
json_t *json_hex(const void *bytes, size_t count);

#endif
