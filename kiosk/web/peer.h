/* peer: which user of this machine is at the other end of a connection. Cookies know no ports, so a
 * page that another user serves on this machine gets ours; who is not of our user is not let in.
 * Linux tells it of connections within the machine (proc_net_tcp(5)). */
#ifndef WEB_PEER_H
#define WEB_PEER_H

#include "base/span.h"
#include "base/status.h"

#include <netinet/in.h>
#include <stdbool.h>

/* peer_user(theirs, ours, out_user): the user whose socket has the address `theirs` and is
 * connected to `ours`, both of IPv4. STATUS_NOT_FOUND: a socket of no process here; STATUS_IO. */
must_check enum status peer_user(const struct sockaddr_in *theirs,
                                 const struct sockaddr_in *ours, unsigned *out_user);

/* is_peer_row(row, theirs, ours, out_user): whether a line of /proc/net/tcp is that socket. */
bool is_peer_row(struct span row, const struct sockaddr_in *theirs,
                 const struct sockaddr_in *ours, unsigned *out_user);

#endif
