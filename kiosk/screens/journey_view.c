/* The screen that stands now, as a tree: its row of the table describes it. */
#include "base/must.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

static const struct screen screens[SCREEN_COUNT] = {
#define SCREEN(KIND, name, module)                                                       \
    [SCREEN_##KIND] = {#name, module##_view, module##_step},
#include "screens/screen.def"
#undef SCREEN
};

const struct screen *screen_get(enum screen_kind kind)
{
    must(kind < SCREEN_COUNT);
    return &screens[kind];
}

const char *screen_name(enum screen_kind kind)
{
    return screen_get(kind)->name;
}

struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment)
{
    struct screen_page page = screen_page_begin(arena, journey, facts, moment);
    screen_get(journey->screen)->view(&page);
    return page.page;
}
