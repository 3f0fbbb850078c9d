/* basis_json: a basis as a canonical JSON object inside another document: a vacancy, a
 * record. */
#ifndef SCORING_BASIS_BASIS_JSON_H
#define SCORING_BASIS_BASIS_JSON_H

#include "scoring/basis/basis.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

/* basis_json_put(canonical, key, basis): writes it. basis_json_take(take, object): reads it;
 * on failure take->status is set and what is returned is not to be used. */
void basis_json_put(struct canonical *canonical, const char *key,
                    const struct basis *basis);
struct basis *basis_json_take(struct canonical_take *take, const struct json *object);

#endif
