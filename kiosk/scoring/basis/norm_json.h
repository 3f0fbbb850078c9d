/* norm_json: a norm as an object inside another canonical document. */
#ifndef SCORING_BASIS_NORM_JSON_H
#define SCORING_BASIS_NORM_JSON_H

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "scoring/basis/norm.h"

/* norm_json_put(canonical, key, norm), norm_json_take(take, object): writes `norm` as the object
 * `key`, and reads it back; what does not fit is told to `take`. */
void norm_json_put(struct canonical *canonical, const char *key, const struct norm *norm);
struct norm *norm_json_take(struct canonical_take *take, const struct json *object);

#endif
