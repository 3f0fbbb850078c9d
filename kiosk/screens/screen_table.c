/* The table knows every screen, so no screen may know it: they include screen.h only. */
#include "screens/screen.h"

#include "base/must.h"

static const struct screen screens[SCREEN_COUNT] = {
#define SCREEN(KIND, name, module) [SCREEN_##KIND] = {module##_view, module##_step},
#include "screens/screen.def"
#undef SCREEN
};

const struct screen *screen_get(enum screen_kind kind)
{
    must(kind < SCREEN_COUNT);
    return &screens[kind];
}
