/* labels: names as numbers 0, 1, ... in the order of first appearance. */
#ifndef APP_STUDY_LABELS_H
#define APP_STUDY_LABELS_H

#include "base/span.h"

struct labels {
    struct arena *arena;
    struct span *names;
    size_t count;
    /* what follows is the module's own */
    size_t capacity, slot_count, *slots;
};

/* labels_init(arena): no labels yet; they grow in `arena`. */
struct labels labels_init(struct arena *arena);
/* labels_index(labels, name): the number of `name`, a new one when it was not there;
 * keeps `name`. */
size_t labels_index(struct labels *labels, struct span name);
/* labels_find(labels, name): the number of `name`, or labels->count when it is not there. */
size_t labels_find(const struct labels *labels, struct span name);

#endif
