/* seat_pages: what an unlocked seat shows. */
#ifndef APP_DESK_AGENT_SEAT_PAGES_H
#define APP_DESK_AGENT_SEAT_PAGES_H

#include "app/desk/agent/seat.h"

/* seat_pages_answer(seat, question, arena, out_answer): the page for `question`. Fails when
 * there is none to show. */
must_check enum status seat_pages_answer(struct seat *seat,
                                         const struct wire_question *question,
                                         struct arena *arena,
                                         struct wire_answer *out_answer);

#endif
