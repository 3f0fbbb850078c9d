/* pages_enrol: terminals get their signed configuration from a stick that holds their requests. The
 * page shows the eight words of each new one; who signs says that they stand there, too. */
#ifndef APP_DESK_PAGES_TERMINALS_PAGES_ENROL_H
#define APP_DESK_PAGES_TERMINALS_PAGES_ENROL_H

#include "app/desk/office/trust/roll.h"
#include "app/desk/pages/pages_turn.h"

/* pages_enrol_add(turn): a section with what is signed for, and the form that signs (sent to
 * /terminals); without requests on a stick, how they come there. Uses the page of the operation.
 * pages_enrol_offer(turn): the same on another page, and nothing without such a stick.
 * pages_enrol_do(turn): does what the form of turn says, and shows what comes next; what was
 * refused stands beside the form, which is shown again. Both fail as the machine does.
 * is_pages_enrol_waiting(turn, terminal): whether a configuration of `terminal` lies on the stick
 * that is in this machine. */
must_check enum status pages_enrol_add(struct pages_turn *turn);
must_check enum status pages_enrol_offer(struct pages_turn *turn);
must_check enum status pages_enrol_do(struct pages_turn *turn);
bool is_pages_enrol_waiting(struct pages_turn *turn,
                            const struct enrolled_terminal *terminal);

#endif
