#include "app/terminal/keeper/link.h"

#include "base/arena.h"
#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

/* Numbers of one machine, which both ends stand on. */
struct packet_head {
    uint32_t number, message_bytes, offset;
};
_Static_assert(sizeof(struct packet_head) == LINK_HEAD_BYTES, "no room in between");

static enum status closed(void)
{
    return fail(STATUS_NO_LEDGER, "the process that keeps the results has ended");
}

enum status link_open(int out_ends[2])
{
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, out_ends) != 0)
        return fail(STATUS_IO, "the system gives no socket for the terminal's processes");
    return OK;
}

static enum status address_join(const struct sockaddr_un *address, int *out_socket)
{
    const int joined = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    int went;
    if (joined < 0)
        return fail(STATUS_IO, "the system gives no socket for the terminal's processes");
    do
        went = connect(joined, (const struct sockaddr *)address, sizeof *address);
    while (went != 0 && errno == EINTR);
    if (went == 0) {
        *out_socket = joined;
        return OK;
    }
    const int cause = errno;
    close(joined);
    return fail(cause == EACCES || cause == EPERM ? STATUS_NO_ACCESS : STATUS_NO_LEDGER,
                "%s: %s", address->sun_path, strerror(cause));
}

enum status link_join(const char *address, int *out_socket)
{
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    if (strlen(address) >= sizeof place.sun_path)
        return fail(STATUS_TOO_LARGE, "%s: the address of a socket is too long", address);
    memcpy(place.sun_path, address, strlen(address));
    return address_join(&place, out_socket);
}

enum status link_again(int socket)
{
    struct sockaddr_un place = {0};
    socklen_t bytes = sizeof place - 1;
    int joined = -1;
    if (getpeername(socket, (struct sockaddr *)&place, &bytes) != 0 || !place.sun_path[0])
        return closed();
    const enum status status = address_join(&place, &joined);
    if (status != OK)
        return status;
    const int went = dup3(joined, socket, O_CLOEXEC);
    close(joined);
    return went == socket ? OK : closed();
}

enum status link_wait(int socket)
{
    int joined;
    do
        joined = accept4(socket, NULL, NULL, SOCK_CLOEXEC);
    while (joined < 0 && errno == EINTR);
    const int went = joined < 0 ? -1 : dup3(joined, socket, O_CLOEXEC);
    if (joined >= 0)
        close(joined);
    return went == socket ? OK
                          : fail(STATUS_IO, "nobody can connect to this process: %s",
                                 strerror(errno));
}

/* What of `bytes`, which stands at `at` in a message, lies in its part from `from` to `to`. */
static struct iovec part_of(struct span bytes, size_t at, size_t from, size_t to)
{
    const size_t begin = from > at ? from - at : 0, end = to > at ? to - at : 0;
    const struct span part = span_cut(bytes, begin, end > begin ? end - begin : 0);
    return (struct iovec){(void *)(uintptr_t)part.data, part.count};
}

static bool is_sent(int socket, struct iovec *parts)
{
    const struct msghdr message = {.msg_iov = parts, .msg_iovlen = 3};
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

enum status link_send(int socket, uint32_t number, struct span head, struct span bulk)
{
    const size_t count = head.count + bulk.count;
    struct packet_head packet = {.number = number, .message_bytes = (uint32_t)count};
    must(count <= LINK_MAX_BYTES);
    do {
        const size_t from = packet.offset,
                     to = from + (LINK_PACKET_BYTES - LINK_HEAD_BYTES);
        struct iovec parts[3] = {{&packet, sizeof packet},
                                 part_of(head, 0, from, to),
                                 part_of(bulk, head.count, from, to)};
        if (!is_sent(socket, parts))
            return closed();
        packet.offset = (uint32_t)to;
    } while (packet.offset < count);
    return OK;
}

struct packet {
    struct packet_head head;
    char bytes[LINK_PACKET_BYTES - LINK_HEAD_BYTES];
};

/* The next packet, its bytes counted; they may be an answer, so that who has called wipes them. */
static enum status packet_take(int socket, struct packet *packet, size_t *out_count)
{
    ssize_t got;
    do
        got = recv(socket, packet, sizeof *packet, 0);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return closed();
    if (got < LINK_HEAD_BYTES || packet->head.message_bytes > LINK_MAX_BYTES)
        return fail(STATUS_BAD_INPUT,
                    "a packet between the terminal's processes is none");
    *out_count = (size_t)got - LINK_HEAD_BYTES;
    return OK;
}

struct assembly {
    struct packet_head head; /* of the message: its offset is how much of it is there */
    char *bytes;
    bool is_begun;
    struct arena_mark before; /* where the message begins in its arena */
};

/* Whoever begins a message anew and anew takes no more room than one. */
static enum status message_begin(struct arena *arena, struct assembly *assembly,
                                 const struct packet_head *head)
{
    arena_release(arena, assembly->before);
    if (head->message_bytes >= arena_room(arena))
        return fail(STATUS_BAD_INPUT,
                    "a message between the terminal's processes is larger than any "
                    "that is expected there");
    assembly->head = *head;
    assembly->bytes = arena_alloc(arena, head->message_bytes + 1);
    assembly->is_begun = true;
    return OK;
}

static enum status packet_add(struct arena *arena, struct assembly *assembly,
                              const struct packet *packet, size_t count)
{
    const struct packet_head *head = &packet->head;
    if (head->offset > 0 &&
        (!assembly->is_begun || head->number != assembly->head.number))
        return OK;
    if (head->offset == 0) {
        const enum status status = message_begin(arena, assembly, head);
        if (status != OK)
            return status;
    }
    if (head->offset != assembly->head.offset ||
        head->message_bytes != assembly->head.message_bytes ||
        count > head->message_bytes - head->offset ||
        (count == 0 && head->message_bytes > 0))
        return fail(STATUS_BAD_INPUT, "packets between the terminal's processes do not "
                                      "make a message");
    memcpy(assembly->bytes + head->offset, packet->bytes, count);
    assembly->head.offset += (uint32_t)count;
    return OK;
}

enum status link_receive(struct arena *arena, int socket, uint32_t *out_number,
                         struct span *out_message)
{
    struct assembly assembly = {.before = arena_mark(arena)};
    struct packet packet;
    enum status status;
    do {
        size_t count = 0;
        status = packet_take(socket, &packet, &count);
        if (status == OK)
            status = packet_add(arena, &assembly, &packet, count);
    } while (status == OK &&
             (!assembly.is_begun || assembly.head.offset < assembly.head.message_bytes));
    wipe(&packet, sizeof packet);
    if (status != OK)
        return status;
    *out_number = assembly.head.number;
    *out_message = (struct span){assembly.bytes, assembly.head.message_bytes};
    return OK;
}

bool is_link_waiting(int socket)
{
    struct pollfd ready = {.fd = socket, .events = POLLIN};
    return poll(&ready, 1, 0) > 0;
}

bool is_link_door(int socket)
{
    int is_door = 0;
    socklen_t bytes = sizeof is_door;
    return getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &is_door, &bytes) == 0 &&
           is_door;
}

bool is_link_closed(int socket)
{
    char byte;
    return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

void link_drain(int socket)
{
    char byte;
    while (recv(socket, &byte, 1, MSG_DONTWAIT) > 0)
        continue;
}
