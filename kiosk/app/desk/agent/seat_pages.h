/* seat_pages: what a seat shows whose `keys` are open on `office`. */
#ifndef APP_DESK_AGENT_SEAT_PAGES_H
#define APP_DESK_AGENT_SEAT_PAGES_H

#include "app/desk/office/keys.h"
#include "web/wire.h"

/* seat_pages_answer(office, keys, question, arena, out_answer): the page for `question`. Fails when
 * there is none to show. */
must_check enum status seat_pages_answer(struct office *office, const struct keys *keys,
                                         const struct wire_question *question,
                                         struct arena *arena,
                                         struct wire_answer *out_answer);

#endif
