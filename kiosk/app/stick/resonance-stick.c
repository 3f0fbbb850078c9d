/* resonance-stick: the one program of a terminal that touches sticks. It runs as root, because it
 * mounts, in a unit of its own (deploy/resonance-stick.service), waits at a socket that only the
 * process with the ledger may connect to, and knows four verbs (stick/stick_verb.def). No word of
 * the terminal becomes a path, an option or a command. */
#include "app/common/console.h"
#include "app/common/options.h"
#include "stick/stick_serve.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { GIVEN_SOCKET = 3 };

static const char usage[] =
    "usage: resonance-stick [--socket PATH] [--folder DIR] [--sys DIR] [--incoming DIR]\n"
    "                       [--mount DIR]\n"
    "\n"
    "The helper of a terminal for sticks. systemd starts it (resonance-stick.socket).\n"
    "  --socket PATH   for trials: make the socket PATH and wait there\n"
    "  --folder DIR    for trials: the folder DIR stands for a stick\n"
    "  --sys DIR       for trials: what the kernel tells of devices (/sys)\n"
    "  --incoming DIR  where a configuration goes that is taken from a stick\n"
    "                  (/var/lib/resonance-incoming)\n"
    "  --mount DIR     an empty folder where it mounts (/run/resonance-mount)\n"
    "\n"
    "Example: resonance-stick --socket ./stick.socket --folder ./stick --incoming ./in\n"
    "Exit: 0 done, 1 something is wrong, 2 used wrong.\n";

/* What was sent, and the one file that may come with it; -1 for none. */
static ssize_t request_receive(int socket, unsigned char bytes[STICK_REQUEST_BYTES + 1],
                               int *out_file)
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec part = {bytes, STICK_REQUEST_BYTES + 1};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof control};
    ssize_t count;
    *out_file = -1;
    do
        count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    const struct cmsghdr *row = count > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (row && row->cmsg_level == SOL_SOCKET && row->cmsg_type == SCM_RIGHTS &&
        row->cmsg_len == CMSG_LEN(sizeof(int)))
        memcpy(out_file, CMSG_DATA(row), sizeof(int));
    return count;
}

/* One request after the other, until the terminal closes the connection. */
static void connection_serve(const struct stick_place *place, int socket)
{
    unsigned char bytes[STICK_REQUEST_BYTES + 1], answer[STICK_REPLY_BYTES];
    int file;
    for (;;) {
        struct stick_reply reply = {.result = STICK_RESULT_REFUSED};
        struct stick_request request;
        const ssize_t count = request_receive(socket, bytes, &file);
        if (count <= 0)
            break;
        if (stick_message_request_read((struct span){(const char *)bytes, (size_t)count},
                                       &request))
            reply = stick_serve(place, &request, file);
        if (file >= 0)
            close(file);
        stick_message_reply_write(&reply, answer);
        if (send(socket, answer, sizeof answer, MSG_NOSIGNAL) != sizeof answer)
            break;
    }
    close(socket);
}

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

/* The one that systemd gives. */
static enum status door_given(int *out_door)
{
    const char *count = getenv("LISTEN_FDS");
    if (!count || strcmp(count, "1") != 0)
        return fail(STATUS_USAGE, "systemd starts this helper, with a socket "
                                  "(resonance-stick.socket); for trials name --socket");
    *out_door = GIVEN_SOCKET;
    return OK;
}

/* Mounts of this process are seen by nobody else, even where no unit sees to it. */
static enum status apart(const struct stick_place *place)
{
    if (place->folder)
        return OK;
    if (unshare(CLONE_NEWNS) != 0 ||
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
        return fail(STATUS_NO_ACCESS, "this helper mounts sticks, and needs root for it");
    if (mkdir(place->mount, 0700) != 0 && errno != EEXIST)
        return fail(STATUS_IO, "%s cannot be made: %s", place->mount, strerror(errno));
    return OK;
}

static enum status run(const struct options *options)
{
    const char *incoming = options_text(options, "incoming"),
               *path = options_text(options, "socket"),
               *sys = options_text(options, "sys"),
               *mounts = options_text(options, "mount");
    const struct stick_place place = {
        .sys = sys ? sys : "/sys",
        .devices = "/dev",
        .mount = mounts ? mounts : "/run/resonance-mount",
        .folder = options_text(options, "folder"),
        .incoming = incoming ? incoming : "/var/lib/resonance-incoming",
    };
    int door;
    enum status status = path ? door_make(path, &door) : door_given(&door);
    if (status == OK)
        status = apart(&place);
    while (status == OK) {
        const int connection = accept4(door, NULL, NULL, SOCK_CLOEXEC);
        if (connection >= 0)
            connection_serve(&place, connection);
        else if (errno != EINTR && errno != ECONNABORTED)
            status = fail(STATUS_IO, "nobody can connect: %s", strerror(errno));
    }
    return status;
}

int main(int argc, char **argv)
{
    struct options options;
    enum status status =
        options_read(argv + 1, (size_t)(argc - 1),
                     "socket= folder= sys= incoming= mount= help", 0, 0, &options);
    if (status == OK && has_option(&options, "help")) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    umask(022);
    if (status == OK)
        status = run(&options);
    console_line(CONSOLE_ERROR, "resonance-stick: %s", status_last());
    return status_exit(status);
}
