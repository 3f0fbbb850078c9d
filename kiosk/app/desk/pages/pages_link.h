/* pages_link: addresses of pages, made in one place of ids and references. */
#ifndef APP_DESK_PAGES_PAGES_LINK_H
#define APP_DESK_PAGES_PAGES_LINK_H

#include "base/span.h"

/* pages_link(arena, route, part): `route` with "*" replaced by `part`; what is no letter, digit or
 * hyphen of `part` is written as %XX. pages_link_with(arena, address, name, value): `address` with
 * a further value behind its "?"; `address` itself for an empty `value`. */
struct span pages_link(struct arena *arena, const char *route, struct span part);
struct span pages_link_with(struct arena *arena, struct span address, const char *name,
                            struct span value);

#endif
