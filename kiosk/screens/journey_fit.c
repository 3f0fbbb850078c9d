/* The screen that stands now, as the page that gives up least. */
#include "screens/journey.h"
#include "view/layout/layout.h"
#include "view/layout/whole.h"

/* For what only has to be read the frame steps back, and neither its form nor its letters do. */
static bool is_enough(const struct room *room, enum whole whole)
{
    return whole == WHOLE_SEEN || (whole == WHOLE_FEW && is_room_at(room, ROOM_FOLDED));
}

/* What stands on no page at once is scrolled, in the letters that were chosen and with as much of
 * it in sight as the frame can give up. */
static bool is_better(const struct room *room, const struct room *kept, enum whole whole)
{
    return whole == WHOLE_SCROLLS && room->rung <= ROOM_FOLDED && !room->letters_less &&
           room->rung > kept->rung;
}

/* From what `facts` has given up already. */
static struct node *fit_from(struct arena *arena, const struct journey *journey,
                             struct surface_facts *facts, const struct text_port *port,
                             struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct room kept = facts->room;
    do {
        arena_release(arena, mark);
        struct node *root = journey_view(arena, journey, facts, moment);
        layout_measure(arena, root, facts, port);
        const enum whole whole = whole_of(root, facts);
        if (is_enough(&facts->room, whole))
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

/* Whether its answers could come to stand on a page of their own. */
static bool can_part(const struct journey *journey)
{
    if (journey->screen != SCREEN_ITEM || journey->visit->is_writing)
        return false;
    const enum item_kind kind = visit_item(journey->visit)->kind;
    return is_item_kind_answerable(kind) && kind != ITEM_SHORT && kind != ITEM_LONG;
}

/* The same, seen by somebody who goes on to the answers. */
static const struct journey *answering(struct arena *arena, const struct journey *journey)
{
    struct journey *other = arena_new(arena, struct journey);
    *other = *journey;
    other->visit = arena_new(arena, struct visit);
    *other->visit = *journey->visit;
    other->visit->is_writing = true;
    return other;
}

struct journey_page journey_page(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return (struct journey_page){
        .screen = journey->screen,
        .at = visit ? visit->at : NO_STEP,
        .is_writing = visit && visit->is_writing,
        .comfort = journey->comfort,
    };
}

bool is_journey_page_same(struct journey_page page, struct journey_page other)
{
    return page.screen == other.screen && page.at == other.at &&
           page.is_writing == other.is_writing &&
           is_journey_comfort_same(page.comfort, other.comfort);
}

/* It is the answers that say whether the question has to be read before them. */
struct node *journey_fit(struct arena *arena, const struct journey *journey,
                         struct surface_facts *facts, const struct text_port *port,
                         struct moment moment)
{
    const bool is_parted = can_part(journey);
    const struct journey *shown = is_parted ? answering(arena, journey) : journey;
    const struct arena_mark mark = arena_mark(arena);
    struct node *root = fit_from(arena, shown, facts, port, moment);
    if (!is_parted || !is_room_at(&facts->room, ROOM_APART))
        return root;
    arena_release(arena, mark);
    facts->room = (struct room){.rung = ROOM_APART};
    return fit_from(arena, journey, facts, port, moment);
}
