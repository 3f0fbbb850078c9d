/* screen_name: every screen of the kiosk by its kind, and what the story language calls it. */
#ifndef SCREENS_SCREEN_NAME_H
#define SCREENS_SCREEN_NAME_H

#include <stdbool.h>

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

#endif
