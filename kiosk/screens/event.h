/* event: what the controls of the screens can mean. */
#ifndef SCREENS_EVENT_H
#define SCREENS_EVENT_H

#include "view/event.h"

enum event_kind {
#define EVENT(name) EVENT_##name,
#include "screens/event.def"
#undef EVENT
    EVENT_COUNT,
};

/* event_of(kind), event_with(kind, a, b): an event in a word. */
static inline struct event event_with(enum event_kind kind, int32_t a, int32_t b)
{
    return (struct event){.kind = (int32_t)kind, .a = a, .b = b};
}
static inline struct event event_of(enum event_kind kind)
{
    return event_with(kind, 0, 0);
}

#endif
