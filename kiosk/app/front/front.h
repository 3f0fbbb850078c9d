/* front: what strangers can talk to: the desk's HTTP, its visits and their agents. It holds no key
 * and opens no file of the organization; what it passes on (pages, typed passphrases) it forgets
 * at once.
 *
 *   request -> guard (web/guard) -> visit -> token -> own page, or a question to the visit's agent
 *
 * One thread. Nothing waits: an agent that works longer than FRONT_SLOW_MS is answered for with a
 * page that looks again, and ended FRONT_AGENT_MS after the last sign that it is at work. */
#ifndef APP_FRONT_FRONT_H
#define APP_FRONT_FRONT_H

#include "app/front/front_wants.h"

/* front_run(arena, wants): serves the desk until it is ended (SIGTERM, SIGINT, SIGHUP, or by
 * itself). Where one already runs for the same organization, only asks that for a new address. */
must_check enum status front_run(struct arena *arena, const struct front_wants *wants);

#endif
