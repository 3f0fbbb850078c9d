/* sitting_start: how a sitting began, as a canonical JSON object: the first draft row, and a
 * part of every record. */
#ifndef SITTING_SITTING_START_H
#define SITTING_SITTING_START_H

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "sitting/sitting.h"

/* sitting_start_put(canonical, key, start), sitting_start_take(take, object, out_start):
 * write and read it; on failure only take->status is set. */
void sitting_start_put(struct canonical *canonical, const char *key,
                       const struct sitting_start *start);
void sitting_start_take(struct canonical_take *take, const struct json *object,
                        struct sitting_start *out_start);

#endif
