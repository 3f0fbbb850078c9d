/* scorecard_json: a scorecard as a canonical JSON object inside a record. */
#ifndef SCORING_SCORECARD_JSON_H
#define SCORING_SCORECARD_JSON_H

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "scoring/scorecard.h"

/* scorecard_json_put(canonical, key, scorecard): writes it, every number rounded.
 * scorecard_json_take(take, object): reads it; on failure take->status is set and what is
 * returned is not to be used. */
void scorecard_json_put(struct canonical *canonical, const char *key,
                        const struct scorecard *scorecard);
struct scorecard *scorecard_json_take(struct canonical_take *take,
                                      const struct json *object);

#endif
