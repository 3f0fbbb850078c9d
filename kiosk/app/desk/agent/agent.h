/* agent: one person at the desk. It unlocks their keys, answers one question after another with a
 * page, and ends when the front closes the socket or ends it: then nothing of the keys is left.
 *
 * It is a process of its own: a page that cannot be made ends it, and nobody else's work. It opens
 * no connection to anywhere (a filter of the kernel holds that) and leaves no core. */
#ifndef APP_DESK_AGENT_AGENT_H
#define APP_DESK_AGENT_AGENT_H

/* agent_run(folder, until): answers what comes on CONTRACT_DESCRIPTOR for the organization in
 * `folder`, until the other end is closed; `until` is the end of the desk's certificate
 * (contract.h). Returns the exit code. */
int agent_run(const char *folder, const char *until);

#endif
