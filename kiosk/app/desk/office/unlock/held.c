#include "app/desk/office/unlock/held.h"

#include "app/common/runtime_folder.h"
#include "base/file.h"
#include "base/folder.h"
#include "seal/seal.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

enum { FOLDER_NAME_BYTES = 8 };

/* "unlock-HASH-": what the names of all sockets for this organization begin with. The same folder
 * may be reached by several ways. */
static enum status front_of(struct office *office, struct span *out_front)
{
    char path[PATH_MAX];
    unsigned char hash[CHAIN_HASH_BYTES];
    if (!realpath(office->folder, path))
        return fail(STATUS_NOT_FOUND, "the folder of the organization has gone");
    seal_hash(NULL, span_of(path), hash);
    *out_front =
        span_format(&office->arena, "unlock-%.*s-",
                    SPAN_ARGS(span_hex(&office->arena, hash, FOLDER_NAME_BYTES)));
    return OK;
}

enum status held_path(struct office *office, struct span label, const char **out_path)
{
    struct sockaddr_un address;
    const char *folder;
    struct span front;
    enum status status = runtime_folder(&office->arena, &folder);
    if (status == OK)
        status = front_of(office, &front);
    if (status != OK)
        return status;
    const struct span path = span_format(&office->arena, "%s/%.*s%.*s", folder,
                                         SPAN_ARGS(front), SPAN_ARGS(label));
    if (path.count >= sizeof address.sun_path)
        return fail(STATUS_TOO_LARGE, "the path %s is too long for a socket", path.data);
    *out_path = path.data;
    return OK;
}

/* Those that there are, whether somebody listens or not. */
static enum status names_list(struct office *office, const char **out_folder,
                              struct span *out_front, struct span **out_names,
                              size_t *out_count)
{
    size_t kept = 0;
    enum status status = runtime_folder(&office->arena, out_folder);
    if (status == OK)
        status = front_of(office, out_front);
    if (status == OK)
        status = folder_list(&office->arena, *out_folder, "", out_names, out_count);
    if (status != OK)
        return status;
    for (size_t i = 0; i < *out_count; i++)
        if (is_span_equal(span_cut((*out_names)[i], 0, out_front->count), *out_front))
            (*out_names)[kept++] = (*out_names)[i];
    *out_count = kept;
    return OK;
}

/* Whoever listens there must be of this user: its folder says so, and the system does. */
static int holder_call(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const struct timeval wait = {.tv_sec = HELD_WAIT_MS / 1000};
    struct ucred theirs = {0};
    socklen_t size = sizeof theirs;
    const int line = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (line < 0)
        return -1;
    memcpy(address.sun_path, path, strlen(path) + 1);
    if (setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) == 0 &&
        setsockopt(line, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait) == 0 &&
        connect(line, (const struct sockaddr *)&address, sizeof address) == 0 &&
        getsockopt(line, SOL_SOCKET, SO_PEERCRED, &theirs, &size) == 0 &&
        theirs.uid == geteuid())
        return line;
    close(line);
    return -1;
}

static bool is_asked(int line, char what, struct span file)
{
    unsigned char question[HELD_QUESTION_BYTES] = {(unsigned char)what};
    seal_hash(NULL, file, question + 1);
    return send(line, question, sizeof question, MSG_NOSIGNAL) == sizeof question;
}

/* What has come is taken only if it is all of it. */
static bool is_answered(int line, struct secret *out_secret, bool *out_is_person)
{
    scoped_secret answer = {0};
    if (secret_open(HELD_ANSWER_BYTES_MAX, &answer) != OK)
        return false;
    const ssize_t got = recv(line, answer.bytes, answer.count, MSG_TRUNC);
    const char kind = *(const char *)answer.bytes;
    if (got < 2 || (size_t)got > answer.count ||
        (kind != HELD_PERSON && kind != HELD_BARE) ||
        secret_open((size_t)got - 1, out_secret) != OK)
        return false;
    memcpy(out_secret->bytes, (const char *)answer.bytes + 1, out_secret->count);
    *out_is_person = kind == HELD_PERSON;
    return true;
}

bool is_held(struct office *office, struct span label, struct span file,
             struct secret *out_secret, bool *out_is_person)
{
    const char *path;
    if (held_path(office, label, &path) != OK)
        return false;
    const int line = holder_call(path);
    if (line < 0)
        return false;
    const bool is_there =
        is_asked(line, HELD_GET, file) && is_answered(line, out_secret, out_is_person);
    close(line);
    return is_there;
}

struct span held_label(struct office *office)
{
    const char *folder;
    struct span front, *names, found = SPAN("");
    size_t count, alive = 0;
    if (names_list(office, &folder, &front, &names, &count) != OK)
        return SPAN("");
    for (size_t i = 0; i < count; i++) {
        const int line = holder_call(
            file_path(&office->arena, folder, span_text(&office->arena, names[i])));
        if (line < 0)
            continue;
        close(line);
        alive++;
        found = span_cut(names[i], front.count, names[i].count);
    }
    return alive == 1 ? found : SPAN("");
}

/* It is over once the other end is closed: the keys are overwritten before. */
static bool is_ended(const char *path)
{
    char nothing;
    const int line = holder_call(path);
    if (line < 0)
        return false;
    const bool is_over = is_asked(line, HELD_END, SPAN("")) &&
                         recv(line, &nothing, sizeof nothing, 0) == 0;
    close(line);
    return is_over;
}

enum status held_end(struct office *office, size_t *out_count)
{
    const char *folder;
    struct span front, *names;
    size_t count = 0;
    const enum status status = names_list(office, &folder, &front, &names, &count);
    if (status != OK)
        return status;
    *out_count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *path =
            file_path(&office->arena, folder, span_text(&office->arena, names[i]));
        *out_count += is_ended(path);
        (void)unlink(path);
    }
    return OK;
}
