/* panel_json: what the papers of an interview have in common when they are written and read. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_JSON_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_JSON_H

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

/* panel_json_sealed(c, key, bytes): sealed bytes as hex. panel_json_take_sealed(take, object, key):
 * and back. */
void panel_json_sealed(struct canonical *c, const char *key, struct span bytes);
struct span panel_json_take_sealed(struct canonical_take *take, const struct json *object,
                                   const char *key);

#endif
