/* screen: the table of screens. Each is two functions in a file of its own: view describes it
 * on a page, step answers an event that means something only there. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "base/clock.h"
#include "screens/effect.h"
#include "screens/screen_name.h"

struct event;
struct journey;
struct screen_page;

struct screen {
    void (*view)(struct screen_page *page);
    struct effect (*step)(struct journey *journey, const struct event *event,
                          struct moment moment);
};

/* screen_get(kind): the row of `kind`. */
const struct screen *screen_get(enum screen_kind kind);

/* MODULE_view(page), MODULE_step(journey, event, moment): of every screen. */
#define SCREEN(KIND, name, module)                                                       \
    void module##_view(struct screen_page *page);                                        \
    struct effect module##_step(struct journey *journey, const struct event *event,      \
                                struct moment moment);
#include "screens/screen.def"
#undef SCREEN

#endif
