/* desk_routes: what the desk in the browser answers, and to whom. */
#ifndef APP_DESK_COMMAND_DESK_DESK_ROUTES_H
#define APP_DESK_COMMAND_DESK_DESK_ROUTES_H

#include "base/span.h"

/* desk_routes(arena): all routes, those that the front answers itself first, one a line: method,
 * route, who. */
struct span desk_routes(struct arena *arena);

#endif
