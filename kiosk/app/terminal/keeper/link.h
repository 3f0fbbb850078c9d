/* link: whole messages over a pair of sockets, or a connection, between two processes of the
 * terminal, as numbered packets: number and length of the message, and where in it the packet
 * stands. A packet that does not begin a message or go on with the one that is read is left over
 * from somebody who has ended, and dropped. */
#ifndef APP_TERMINAL_KEEPER_LINK_H
#define APP_TERMINAL_KEEPER_LINK_H

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    LINK_PACKET_BYTES = 32 * 1024,
    LINK_HEAD_BYTES = 12,
    /* of one message: a sealed record of the largest size, or a row of a draft, and what stands
     * around it */
    LINK_MAX_BYTES = 1152 * 1024,
    LINK_NOTICE =
        0, /* number of a message that nobody has asked for: who answered has ended */
};

/* link_open(out_ends): a pair of sockets that is closed in what this program starts. STATUS_IO. */
must_check enum status link_open(int out_ends[2]);

/* link_join(address, out_socket): the same to whoever waits at the `address` in the file system
 * for others to connect. STATUS_NO_LEDGER where nobody does, STATUS_NO_ACCESS where this user
 * must not. */
must_check enum status link_join(const char *address, int *out_socket);
/* link_again(socket): a socket of link_join whose other end is closed is joined to whoever waits
 * there now. STATUS_NO_LEDGER where nobody does, and for one of link_open. */
must_check enum status link_again(int socket);
/* link_wait(socket): waits on `socket`, where others connect, for one of them, who takes its place.
 * STATUS_IO. */
must_check enum status link_wait(int socket);

/* link_send(socket, number, head, bulk): the message `number`, which is `head` and `bulk` one after
 * the other; waits while the other end takes nothing. STATUS_NO_LEDGER when it is closed. */
must_check enum status link_send(int socket, uint32_t number, struct span head,
                                 struct span bulk);

/* link_receive(arena, socket, out_number, out_message):
 * Waits for the next message, of at most LINK_MAX_BYTES, and builds it in `arena`. STATUS_NO_LEDGER
 * when the other end is closed, STATUS_BAD_INPUT for packets that are none, and for a message that
 * has no room there. */
must_check enum status link_receive(struct arena *arena, int socket, uint32_t *out_number,
                                    struct span *out_message);

/* is_link_waiting(socket): something can be received now, or the other end is closed. */
bool is_link_waiting(int socket);
/* is_link_door(socket): others connect on it. */
bool is_link_door(int socket);
/* is_link_closed(socket): nothing is left to be received, and the other end is closed. */
bool is_link_closed(int socket);
/* link_drain(socket): drops what waits to be received. */
void link_drain(int socket);

#endif
