#include "app/desk/command/desk/desk_routes.h"

#include "app/desk/pages/pages.h"
#include "base/buffer.h"

struct span desk_routes(struct arena *arena)
{
    enum { ROUTES_BYTES = 16 * 1024 };
    struct buffer lines = buffer_init(arena, ROUTES_BYTES);
    struct span route, roles;
    bool does;
#define FRONT_ROUTE(symbol, method, path, who)                                           \
    buffer_format(&lines, "%-8s  %-26s  %s\n", method, path, who);
#include "app/front/front_route.def"
#undef FRONT_ROUTE
    buffer_format(&lines, "%-8s  %-26s  %s\n", "GET POST", "/unlock", "visit");
    for (size_t i = 0; is_pages_route(i, &route, &roles, &does); i++)
        buffer_format(&lines, "%-8s  %-26.*s  %.*s\n", does ? "GET POST" : "GET",
                      SPAN_ARGS(route), SPAN_ARGS(roles));
    return buffer_span(&lines);
}
