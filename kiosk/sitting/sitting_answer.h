/* sitting_answer: one answer as canonical JSON, by ids and values, never by index. Draft rows
 * and records hold the same objects:
 *
 *   {"changes":0,"id":"values:b07","kind":"best-worst","order":["care_2", ... as shown],
 *    "spent_ms":8200,"state":"given","value":{"best":"care_2","worst":"lead_1"}} */
#ifndef SITTING_SITTING_ANSWER_H
#define SITTING_SITTING_ANSWER_H

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "sitting/sitting.h"

/* sitting_answer_put(canonical, key, sitting, step, answer): writes `answer` as the one of
 * `step` of `sitting`. */
void sitting_answer_put(struct canonical *canonical, const char *key,
                        const struct sitting *sitting, size_t step,
                        const struct answer *answer);

/* sitting_answer_value_put(canonical, sitting, step, answer): its parts "state" and "value" alone,
 * into the object that is open: what was answered, and nothing of how. */
void sitting_answer_value_put(struct canonical *canonical, const struct sitting *sitting,
                              size_t step, const struct answer *answer);

/* sitting_answer_take(take, object, sitting, out_step, out_answer):
 * The reverse; texts are copied to take->arena. take->status when the step is not one of
 * `sitting`, the order shown is not its order, or a value is not one of the item's. */
void sitting_answer_take(struct canonical_take *take, const struct json *object,
                         const struct sitting *sitting, size_t *out_step,
                         struct answer *out_answer);

#endif
