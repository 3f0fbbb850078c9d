/* event: what a control means when it is activated. Values, no callbacks: view/ carries
 * them from the node to the screens without knowing what they say (screens/event.def
 * does). */
#ifndef VIEW_EVENT_H
#define VIEW_EVENT_H

#include "base/span.h"

struct event {
    int32_t kind;     /* 0: nothing happens */
    int32_t a, b;     /* index, value: as the kind says */
    struct span text; /* typed text, for fields; lent until the event is handled */
    bool is_again;    /* the same control was used just before, as in a double tap */
};

#endif
