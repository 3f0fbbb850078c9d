/* join: what an agent answers that is nobody's: whose an invited browser is, and the page by which
 * somebody joins the desk, or brings a further browser. It opens no result and shows nothing of
 * anybody but the name of who was invited. */
#ifndef APP_DESK_AGENT_JOIN_H
#define APP_DESK_AGENT_JOIN_H

#include "web/wire.h"

#define JOIN_ROUTE "/join/"

/* join_answer(folder, question, arena, out_answer): answers `question`, which asks for a route
 * below JOIN_ROUTE, or whose browser it is (WIRE_KNOWN), at the organization in `folder`. */
void join_answer(const char *folder, const struct wire_question *question,
                 struct arena *arena, struct wire_answer *out_answer);

#endif
