/* Apart from the table, so that a page can say which screen it is without needing all of them. */
#include "screens/screen.h"

#include "base/must.h"

const char *screen_name(enum screen_kind kind)
{
    static const char *const names[] = {
#define SCREEN(KIND, name, module) [SCREEN_##KIND] = #name,
#include "screens/screen.def"
#undef SCREEN
    };
    _Static_assert(sizeof names / sizeof *names == SCREEN_COUNT,
                   "a screen without a name");
    must(kind < SCREEN_COUNT);
    return names[kind];
}

bool is_screen_overlay(enum screen_kind kind)
{
    return kind >= SCREEN_LEAVE && kind <= SCREEN_IDLE;
}
