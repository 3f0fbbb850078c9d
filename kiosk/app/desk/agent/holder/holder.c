#include "app/desk/agent/holder/holder.h"

#include "app/common/start/no_network.h"
#include "app/desk/agent/confine.h"
#include "app/desk/agent/start.h"
#include "app/desk/office/unlock/held.h"
#include "base/must.h"
#include "base/wipe.h"
#include "seal/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <unistd.h>

enum { LINE_MOST = 4, NUMBER_BYTES = 24, SECONDS = 60, STREAMS = 3, READY = 'r' };

/* --- who starts it --- */

static int listening_at(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int line = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (line < 0)
        return -1;
    memcpy(address.sun_path, path, strlen(path) + 1);
    (void)unlink(path);
    const mode_t before = umask(S_IXUSR | S_IRWXG | S_IRWXO);
    const bool is_there =
        bind(line, (const struct sockaddr *)&address, sizeof address) == 0 &&
        listen(line, LINE_MOST) == 0;
    umask(before);
    if (is_there)
        return line;
    close(line);
    return -1;
}

static enum status started(int listening, int starter, size_t minutes)
{
    char number[NUMBER_BYTES];
    const char *const words[] = {HOLDER_NAME, number, NULL};
    posix_spawn_file_actions_t files;
    pid_t process;
    snprintf(number, sizeof number, "%zu", minutes);
    if (posix_spawn_file_actions_init(&files) != 0)
        must_end_without_memory();
    for (int stream = 0; stream < STREAMS; stream++)
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&files, listening, HOLDER_LISTENING);
    posix_spawn_file_actions_adddup2(&files, starter, HOLDER_STARTER);
    const enum status status = start_process("/proc/self/exe", words, &files, &process);
    posix_spawn_file_actions_destroy(&files);
    return status;
}

/* Hash of the file, kind, content. */
static enum status handed_over(int line, bool is_person, struct span file,
                               struct span secret)
{
    char ready = 0;
    scoped_secret all = {0};
    const enum status status = secret_open(CHAIN_HASH_BYTES + 1 + secret.count, &all);
    if (status != OK)
        return status;
    unsigned char *bytes = all.bytes;
    seal_hash(NULL, file, bytes);
    bytes[CHAIN_HASH_BYTES] = is_person ? HELD_PERSON : HELD_BARE;
    memcpy(bytes + CHAIN_HASH_BYTES + 1, secret.data, secret.count);
    if (send(line, bytes, all.count, MSG_NOSIGNAL) != (ssize_t)all.count ||
        recv(line, &ready, 1, 0) != 1 || ready != READY)
        return fail(STATUS_REFUSED, "this system does not let a program keep keys to "
                                    "itself: nothing was unlocked");
    return OK;
}

/* Descriptors below those that it is given would be overwritten by them. */
static int moved_up(int descriptor)
{
    const int up = fcntl(descriptor, F_DUPFD_CLOEXEC, HOLDER_STARTER + 1);
    close(descriptor);
    return up;
}

enum status holder_start(const char *path, size_t minutes, bool is_person,
                         struct span file, struct span secret)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(STATUS_IO, "this machine gives no socket: %s", strerror(errno));
    const int theirs = moved_up(ends[1]), own = moved_up(ends[0]);
    int listening = listening_at(path);
    enum status status = OK;
    if (listening < 0)
        status = fail(STATUS_NO_ACCESS, "no socket can be made at %s", path);
    else
        listening = moved_up(listening);
    if (status == OK)
        status = started(listening, theirs, minutes);
    close(theirs);
    if (listening >= 0)
        close(listening);
    if (status == OK)
        status = handed_over(own, is_person, file, secret);
    close(own);
    if (status != OK)
        (void)unlink(path);
    return status;
}

/* --- the process --- */

struct holder {
    struct secret all; /* as handed_over */
    size_t count;
    ino_t place; /* the socket that is its own */
    int clock;
    bool is_over;
};

/* Counts while the machine sleeps, too. */
static int clock_until(size_t minutes)
{
    const struct itimerspec when = {.it_value.tv_sec = (time_t)(minutes * SECONDS)};
    const int clock = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    return clock >= 0 && timerfd_settime(clock, 0, &when, NULL) == 0 ? clock : -1;
}

static bool is_taken_over(struct holder *holder)
{
    const char ready = READY;
    if (confine_front() != OK || !is_no_network_begun() || chdir("/") != 0)
        return false;
    if (secret_open(CHAIN_HASH_BYTES + HELD_ANSWER_BYTES_MAX, &holder->all) != OK ||
        !holder->all.is_locked)
        return false;
    const ssize_t got =
        recv(HOLDER_STARTER, holder->all.bytes, holder->all.count, MSG_TRUNC);
    if (got <= CHAIN_HASH_BYTES + 1 || (size_t)got > holder->all.count)
        return false;
    holder->count = (size_t)got;
    const bool is_told = send(HOLDER_STARTER, &ready, 1, MSG_NOSIGNAL) == 1;
    close(HOLDER_STARTER);
    return is_told;
}

/* The same user; not root either, who needs no socket to look into a machine. */
static bool is_own(int line)
{
    struct ucred theirs = {0};
    socklen_t size = sizeof theirs;
    return getsockopt(line, SOL_SOCKET, SO_PEERCRED, &theirs, &size) == 0 &&
           theirs.uid == geteuid();
}

/* One question, from who has two seconds for it. A file that was changed ends it. */
static void answer(struct holder *holder, int line)
{
    const struct timeval wait = {.tv_sec = HELD_WAIT_MS / 1000};
    unsigned char question[HELD_QUESTION_BYTES + 1];
    if (!is_own(line) ||
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) != 0 ||
        setsockopt(line, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait) != 0 ||
        recv(line, question, sizeof question, 0) != HELD_QUESTION_BYTES)
        return;
    const bool is_same = memcmp(question + 1, holder->all.bytes, CHAIN_HASH_BYTES) == 0;
    if (question[0] == HELD_GET && is_same)
        (void)send(line, (const char *)holder->all.bytes + CHAIN_HASH_BYTES,
                   holder->count - CHAIN_HASH_BYTES, MSG_NOSIGNAL);
    holder->is_over = question[0] == HELD_END || (question[0] == HELD_GET && !is_same);
}

/* 0: there is none. */
static ino_t place_of(struct sockaddr_un *address)
{
    struct stat facts;
    socklen_t size = sizeof *address - 1;
    return getsockname(HOLDER_LISTENING, (struct sockaddr *)address, &size) == 0 &&
                   lstat(address->sun_path, &facts) == 0
               ? facts.st_ino
               : 0;
}

/* One that came later may listen in the same place: that stays. */
static void place_remove(const struct holder *holder)
{
    struct sockaddr_un address = {0};
    if (holder->place && place_of(&address) == holder->place)
        (void)unlink(address.sun_path);
}

static void serve(struct holder *holder)
{
    struct pollfd waits[] = {{.fd = HOLDER_LISTENING, .events = POLLIN},
                             {.fd = holder->clock, .events = POLLIN}};
    while (!holder->is_over) {
        if (poll(waits, 2, -1) < 0 && errno != EINTR)
            return;
        if (waits[1].revents)
            return;
        if (!waits[0].revents)
            continue;
        const int line = accept4(HOLDER_LISTENING, NULL, NULL, SOCK_CLOEXEC);
        if (line < 0)
            continue;
        answer(holder, line);
        if (holder->is_over) /* overwritten before the other end sees the end */
            secret_close(&holder->all);
        close(line);
    }
}

int holder_run(const char *minutes)
{
    struct holder holder = {0};
    int64_t count = 0;
    /* what its starter was given, such as the passphrase, is nothing to it */
    if (close_range(HOLDER_STARTER + 1, UINT_MAX, 0) != 0)
        return 1;
    if (seal_start() != OK || !span_to_integer(span_of(minutes), &count) || count < 1 ||
        count > HELD_MINUTES_MOST)
        return 1;
    struct sockaddr_un address = {0};
    holder.place = place_of(&address);
    holder.clock = clock_until((size_t)count);
    const bool is_ready = holder.clock >= 0 && is_taken_over(&holder);
    if (is_ready)
        serve(&holder);
    secret_close(&holder.all);
    place_remove(&holder);
    return is_ready ? 0 : 1;
}
