#include "app/front/door.h"

#include "base/file.h"
#include "base/hash.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { GUESTS_MOST = 4 };

const char *door_path(struct arena *arena, const char *runtime_folder, const char *folder)
{
    const uint64_t hash = hash_mix(HASH_START, folder, strlen(folder));
    return span_format(arena, "%s/desk-%016" PRIx64, runtime_folder, hash).data;
}

static bool is_place(const char *path, struct sockaddr_un *out_place)
{
    const size_t count = strlen(path);
    *out_place = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (count >= sizeof out_place->sun_path)
        return false;
    memcpy(out_place->sun_path, path, count);
    return true;
}

static bool is_own(int descriptor)
{
    struct ucred user;
    socklen_t bytes = sizeof user;
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &user, &bytes) == 0 &&
           user.uid == geteuid();
}

enum status door_ask(struct arena *arena, const char *path, struct span *out_address)
{
    struct sockaddr_un place;
    char address[DOOR_ADDRESS_BYTES];
    size_t count = 0;
    scoped_file descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || !is_place(path, &place) ||
        connect(descriptor, (const struct sockaddr *)&place, sizeof place) != 0 ||
        !is_own(descriptor))
        return fail(STATUS_NOT_FOUND, "no desk runs for this organization");
    for (ssize_t got = 1; got > 0 && count < sizeof address; count += (size_t)got) {
        got = recv(descriptor, address + count, sizeof address - count, 0);
        if (got < 0)
            return fail(STATUS_IO, "the desk that runs does not answer: %s",
                        strerror(errno));
    }
    *out_address = span_copy(arena, (struct span){address, count});
    return count ? OK : fail(STATUS_IO, "the desk that runs does not answer");
}

enum status door_open(const char *path, int *out_descriptor)
{
    struct sockaddr_un place;
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    (void)unlink(path);
    if (descriptor >= 0 && is_place(path, &place) &&
        bind(descriptor, (const struct sockaddr *)&place, sizeof place) == 0 &&
        listen(descriptor, GUESTS_MOST) == 0) {
        *out_descriptor = descriptor;
        return OK;
    }
    const enum status status =
        fail(STATUS_IO, "open the socket %s: %s", path, strerror(errno));
    if (descriptor >= 0)
        close(descriptor);
    return status;
}

void door_close(const char *path, int *descriptor)
{
    if (*descriptor < 0)
        return;
    (void)unlink(path);
    file_close(descriptor);
    *descriptor = -1;
}

int door_take(int descriptor)
{
    const int guest = accept4(descriptor, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (guest >= 0 && !is_own(guest)) {
        close(guest);
        return -1;
    }
    return guest;
}

void door_answer(int guest, struct span address)
{
    (void)send(guest, address.data, address.count, MSG_NOSIGNAL); /* fits at once */
    close(guest);
}
