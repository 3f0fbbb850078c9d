#include "helper/helper_door.h"

#include "base/must.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { GIVEN_SOCKET = 3 };

/* ---- the socket ---- */

static enum status door_make(const char *path, int *out_door)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return fail(STATUS_USAGE, "--socket: the path is too long");
    memcpy(address.sun_path, path, strlen(path));
    const int door = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (door < 0 || bind(door, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(door, 1) != 0)
        return fail(STATUS_IO, "the socket %s cannot be made: %s", path, strerror(errno));
    *out_door = door;
    return OK;
}

static enum status door_given(int *out_door)
{
    const char *count = getenv("LISTEN_FDS");
    if (!count || strcmp(count, "1") != 0)
        return fail(STATUS_USAGE, "systemd starts this helper, with a socket; for trials "
                                  "name --socket");
    *out_door = GIVEN_SOCKET;
    return OK;
}

enum status helper_door_open(const char *path, int *out_door)
{
    return path ? door_make(path, out_door) : door_given(out_door);
}

/* ---- the questions ---- */

/* The one file that came, also with a packet without a byte; several are none, and none of them
 * stays open. */
static int file_of(struct msghdr *message)
{
    const struct cmsghdr *row = CMSG_FIRSTHDR(message);
    int files[4];
    if (!row || row->cmsg_level != SOL_SOCKET || row->cmsg_type != SCM_RIGHTS)
        return HELPER_DOOR_NO_FILE;
    size_t count = (row->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    count = count < 4 ? count : 4;
    memcpy(files, CMSG_DATA(row), count * sizeof(int));
    for (size_t i = 0; i < count && count > 1; i++)
        close(files[i]);
    return count == 1 ? files[0] : HELPER_DOOR_FILES;
}

static ssize_t request_receive(int socket, unsigned char *bytes, size_t room,
                               int *out_file)
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec part = {bytes, room};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof control};
    ssize_t count;
    do
        count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    *out_file = count >= 0 ? file_of(&message) : HELPER_DOOR_NO_FILE;
    return count;
}

static void connection_serve(int socket, const struct helper_door_work *work)
{
    unsigned char bytes[HELPER_DOOR_BYTES_MAX + 1], reply[HELPER_DOOR_BYTES_MAX];
    const size_t reply_bytes = work->reply_bytes;
    bool is_open = true;
    while (is_open) {
        int file;
        const ssize_t count =
            request_receive(socket, bytes, work->request_bytes + 1, &file);
        is_open = count > 0;
        if (is_open) {
            work->serve(work->place, (struct span){(const char *)bytes, (size_t)count},
                        file, reply);
            is_open =
                send(socket, reply, reply_bytes, MSG_NOSIGNAL) == (ssize_t)reply_bytes;
        }
        if (file >= 0)
            close(file);
    }
    close(socket);
}

enum status helper_door_serve(int door, const struct helper_door_work *work)
{
    must(work->request_bytes <= HELPER_DOOR_BYTES_MAX &&
         work->reply_bytes <= HELPER_DOOR_BYTES_MAX);
    for (bool is_served = false; !is_served || !work->is_for_one;) {
        const int connection = accept4(door, NULL, NULL, SOCK_CLOEXEC);
        is_served = connection >= 0;
        if (is_served)
            connection_serve(connection, work);
        else if (errno != EINTR && errno != ECONNABORTED)
            return fail(STATUS_IO, "nobody can connect: %s", strerror(errno));
    }
    return OK;
}
