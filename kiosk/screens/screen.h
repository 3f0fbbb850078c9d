/* screen: the screens of the kiosk, by name and as a table. Each is two functions in a file of
 * its own: view describes it on a page, step answers an event that means something only there. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "base/clock.h"
#include "screens/effect.h"

#include <stdbool.h>

struct event;
struct journey;
struct screen_page;

enum screen_kind {
#define SCREEN(KIND, name, module) SCREEN_##KIND,
#include "screens/screen.def"
#undef SCREEN
    SCREEN_COUNT,
};
/* screen_name(kind): "attract", "code" ... as the story language says it. */
const char *screen_name(enum screen_kind kind);
/* is_screen_overlay(kind): whether it lies over another screen. */
bool is_screen_overlay(enum screen_kind kind);

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
