/* The screen that stands now, as a tree: its row of the table describes it. */
#include "screens/screen_page.h"
#include "screens/screen.h"

struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment)
{
    struct screen_page page = screen_page_begin(arena, journey, facts, moment);
    screen_get(journey->screen)->view(&page);
    screen_page_end(&page);
    return page.page;
}
