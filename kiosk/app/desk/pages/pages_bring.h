/* pages_bring: bundles of terminals that lie on mounted sticks, into the archive. Nothing is
 * uploaded: what can be brought in is chosen from what lies there. */
#ifndef APP_DESK_PAGES_PAGES_BRING_H
#define APP_DESK_PAGES_PAGES_BRING_H

#include "app/desk/office/sticks/sticks.h"
#include "app/desk/pages/pages_turn.h"

struct pages_bring_listed {
    struct span *paths;
    bool *is_taken;          /* each: all of it is in the archive */
    size_t count, new_count; /* all; those that are not taken */
};

/* pages_bring_list(turn): the bundles that lie on sticks now. pages_bring_form(turn, listed): a
 * form that brings in those of them that are chosen: before anybody chooses, all that are not here
 * already.
 * pages_bring_all(turn): a form that brings in whatever lies there when it is sent. */
struct pages_bring_listed pages_bring_list(struct pages_turn *turn);
struct page_form *pages_bring_form(struct pages_turn *turn,
                                   const struct pages_bring_listed *listed);
struct page_form *pages_bring_all(struct pages_turn *turn);

#endif
