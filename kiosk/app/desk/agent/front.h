/* front: what strangers can talk to: the desk's HTTP, its visits and their agents. It holds no key
 * and opens no file of the organization; what it passes on (pages, typed passphrases) it forgets
 * at once.
 *
 *   request -> guard (web/guard) -> visit -> token -> own page, or a question to the visit's agent
 *
 * One thread. Nothing waits: an agent that works longer than FRONT_SLOW_MS is answered for with a
 * page that looks again, and ended after FRONT_AGENT_MS. */
#ifndef APP_DESK_AGENT_FRONT_H
#define APP_DESK_AGENT_FRONT_H

#include "base/span.h"
#include "base/status.h"

enum {
    FRONT_SLOW_MS = 3 * 1000,
    FRONT_AGENT_MS = 120 * 1000,
    FRONT_QUIET_MS = 60 * 60 * 1000, /* after the last lock it ends by itself */
    FRONT_HIDE_MINUTES = 15,
    FRONT_HIDE_MINUTES_LEAST = 5,
    FRONT_HIDE_MINUTES_MOST = 60,
};

struct front_wants {
    const char *folder; /* of the organization, a whole path */
    unsigned port;      /* 0: the system chooses */
    size_t hide_minutes;
    bool is_without_browser; /* the address is told, nothing is started */
    /* Tells one line: the address, or what was done. */
    enum status (*on_line)(void *context, struct span line);
    void *context;
};

/* front_run(arena, wants): serves the desk until it is ended (SIGTERM, SIGINT, SIGHUP, or by
 * itself). Where one already runs for the same organization, only asks that for a new address. */
must_check enum status front_run(struct arena *arena, const struct front_wants *wants);

/* front_routes(arena): which routes the front answers itself, one a line: methods, route, who. */
struct span front_routes(struct arena *arena);

#endif
