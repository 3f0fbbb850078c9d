/* staff_label: what somebody's key is called when nobody said. */
#ifndef APP_DESK_OFFICE_STAFF_STAFF_LABEL_H
#define APP_DESK_OFFICE_STAFF_STAFF_LABEL_H

#include "base/arena.h"
#include "base/span.h"

/* The label of the first key, where no name says another. */
#define STAFF_LABEL_FIRST "recruiter"

/* staff_label_of(arena, name): "anna" for "Anna Berg": the first word of `name` in small letters,
 * where it is made of a to z alone and may be a label; else STAFF_LABEL_FIRST. */
struct span staff_label_of(struct arena *arena, struct span name);

#endif
