/* pages_steps: what an organization has to do before its first result is here, as Today tells it:
 * done, or where it is done. */
#ifndef APP_DESK_PAGES_TODAY_PAGES_STEPS_H
#define APP_DESK_PAGES_TODAY_PAGES_STEPS_H

#include "app/desk/pages/pages_turn.h"

struct roll; /* app/desk/office/trust/roll.h */

/* pages_steps_add(turn, people, out_is_added): adds the first steps to the page as long as nobody
 * of `people` has come. Fails as reading the folder does. */
must_check enum status pages_steps_add(struct pages_turn *turn,
                                       const struct people *people, bool *out_is_added);

/* pages_steps_terminals(roll): how many terminals are signed for, and not retired. */
size_t pages_steps_terminals(const struct roll *roll);

#endif
