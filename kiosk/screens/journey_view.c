/* The screen that stands now, as a tree: its row of the table describes it. */
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "view/layout/layout.h"
#include "view/layout/whole.h"

struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment)
{
    struct screen_page page = screen_page_begin(arena, journey, facts, moment);
    screen_get(journey->screen)->view(&page);
    screen_page_end(&page);
    return page.page;
}

/* What stands on no page at once is scrolled, in the letters that were chosen and with as much of
 * it in sight as the frame can give up. */
static bool is_better(const struct room *room, const struct room *kept, enum whole whole)
{
    return whole == WHOLE_SCROLLS && room->rung <= ROOM_FOLDED && !room->letters_less &&
           room->rung > kept->rung;
}

struct node *journey_fit(struct arena *arena, const struct journey *journey,
                         struct surface_facts *facts, const struct text_port *port,
                         struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct room kept = {0};
    facts->room = kept;
    do {
        arena_release(arena, mark);
        struct node *root = journey_view(arena, journey, facts, moment);
        layout_measure(arena, root, facts, port);
        const enum whole whole = whole_of(root, facts);
        if (whole == WHOLE_SEEN)
            return root;
        if (is_better(&facts->room, &kept, whole))
            kept = facts->room;
    } while (theme_tighten(facts));
    facts->room = kept;
    arena_release(arena, mark);
    struct node *root = journey_view(arena, journey, facts, moment);
    layout_measure(arena, root, facts, port);
    return root;
}
