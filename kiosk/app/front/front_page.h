/* front_page: the pages that the front answers itself (front_route.def), and the way of every other
 * request to its agent. */
#ifndef APP_FRONT_FRONT_PAGE_H
#define APP_FRONT_FRONT_PAGE_H

#include "app/front/front_state.h"

/* front_page_answer(front, request): answers `request`, now or when its agent has. */
void front_page_answer(struct front *front, struct server_request *request);

/* front_page_launch(front, arena): an address that begins a visit, once, for a minute. */
struct span front_page_launch(struct front *front, struct arena *arena);

/* front_page_tick(front): locks and ends the visits whose time is over. */
void front_page_tick(struct front *front);

#endif
