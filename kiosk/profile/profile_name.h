/* profile_name: what the dimensions and drivers of a scorecard are called. */
#ifndef PROFILE_PROFILE_NAME_H
#define PROFILE_PROFILE_NAME_H

#include "scoring/basis/basis.h"

/* profile_name_find(part, id): the dimension `id` of `part`, or NULL; `part` may be NULL. */
const struct dimension *profile_name_find(const struct part *part, struct span id);

/* profile_name(part, language, id): how the dimension `id` of `part` is called in `language`; the
 * id itself when it is not found. `part` may be NULL. */
struct span profile_name(const struct part *part, struct span language, struct span id);

#endif
