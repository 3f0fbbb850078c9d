/* pages_next: what truly comes next for one person: the interview, its ratings, the decision, and
 * what follows an offer. */
#ifndef APP_DESK_PAGES_PERSON_PAGES_NEXT_H
#define APP_DESK_PAGES_PERSON_PAGES_NEXT_H

#include "app/desk/pages/pages_turn.h"

/* pages_next_add(turn, row): the box that says so, with its ways, for the person of `row`, who was
 * opened on this page. Fails as reading interviews and decisions does. */
must_check enum status pages_next_add(struct pages_turn *turn,
                                      const struct people_row *row);

#endif
