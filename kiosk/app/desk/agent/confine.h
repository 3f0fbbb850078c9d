/* confine: what a process of the desk gives up before it works: a core file, being looked into by
 * other programs of its user, life after its front, and (agents) every socket of a network. */
#ifndef APP_DESK_AGENT_CONFINE_H
#define APP_DESK_AGENT_CONFINE_H

#include "base/status.h"

/* confine_front(): no core file, nothing to be looked into.
 * confine_agent(): the same, ends with its front, and can open no socket any more. STATUS_IO when
 * the system does not hold one of them. */
must_check enum status confine_front(void);
must_check enum status confine_agent(void);

#endif
