#include "app/front/link.h"

#include "app/desk/agent/contract.h"
#include "app/desk/agent/start.h"

#include "base/little.h"
#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    NUMBER_BYTES = 24,
    PATH_BYTES = 40,
    ARENA_BYTES = WIRE_ANSWER_BYTES_MAX + 1024 * 1024
};

/* By a file that is open, and not by a name: nobody lays another program there. */
static enum status start(int theirs, int program, const char *folder, int64_t until_s,
                         pid_t *out_process)
{
    char until[NUMBER_BYTES], path[PATH_BYTES];
    const char *const words[] = {CONTRACT_AGENT_NAME, folder, until, NULL};
    posix_spawn_file_actions_t files;
    snprintf(path, sizeof path, "/proc/self/fd/%d", program);
    snprintf(until, sizeof until, "%lld", (long long)until_s);
    if (posix_spawn_file_actions_init(&files) != 0)
        must_end_without_memory();
    posix_spawn_file_actions_adddup2(&files, theirs, CONTRACT_DESCRIPTOR);
    const enum status status = start_process(path, words, &files, out_process);
    posix_spawn_file_actions_destroy(&files);
    return status;
}

enum status link_open(struct link *link, int program, const char *folder, int64_t until_s)
{
    int ends[2];
    pid_t process;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(STATUS_IO, "this machine gives no socket: %s", strerror(errno));
    const enum status status = start(ends[1], program, folder, until_s, &process);
    close(ends[1]);
    if (status != OK) {
        close(ends[0]);
        return status;
    }
    (void)fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *link = (struct link){.state = LINK_IDLE, .process = process, .descriptor = ends[0]};
    arena_init(&link->arena, ARENA_BYTES);
    return OK;
}

static void forget(struct link *link)
{
    arena_reset(&link->arena); /* what is large goes back, what stays is overwritten */
    link->question = (struct span){0};
    link->heard = NULL;
    link->sent_bytes = link->heard_bytes = link->wanted_bytes = 0;
    link->has_sign = false;
    link->sign = (struct wire_sign){0};
}

/* The process is not reaped before, so that its number is nobody else's. */
void link_close(struct link *link)
{
    if (link->state == LINK_NONE)
        return;
    kill(link->process, SIGKILL);
    while (waitpid(link->process, NULL, 0) < 0 && errno == EINTR)
        ;
    close(link->descriptor);
    forget(link);
    arena_done(&link->arena);
    *link = (struct link){.state = LINK_NONE};
}

void link_ask(struct link *link, const struct wire_question *question)
{
    must(link->state == LINK_IDLE);
    link->question = wire_question_write(&link->arena, question);
    link->state = LINK_ASKING;
}

void link_rest(struct link *link)
{
    forget(link);
    link->state = LINK_IDLE;
}

static enum status gone(void)
{
    return fail(STATUS_IO, "the part of the desk that opens results has ended");
}

static enum status send_on(struct link *link)
{
    while (link->sent_bytes < link->question.count) {
        const ssize_t sent =
            send(link->descriptor, link->question.data + link->sent_bytes,
                 link->question.count - link->sent_bytes, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN)
            return OK;
        if (sent < 0 && errno != EINTR)
            return gone();
        link->sent_bytes += sent > 0 ? (size_t)sent : 0;
    }
    link->state = LINK_HEARING;
    link->heard = arena_alloc(&link->arena, WIRE_SIGN_FRAME_BYTES);
    link->wanted_bytes = WIRE_LENGTH_BYTES;
    return OK;
}

/* The length has come: room for all of it. For a sign, of which there may be many, it is there. */
static enum status make_room(struct link *link)
{
    const uint64_t count =
        little_read((const unsigned char *)link->heard, WIRE_LENGTH_BYTES);
    if (count > WIRE_ANSWER_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "the answer is larger than a page may be");
    if (count > WIRE_SIGN_BYTES) {
        char *const all = arena_alloc(&link->arena, WIRE_LENGTH_BYTES + (size_t)count);
        memcpy(all, link->heard, WIRE_LENGTH_BYTES);
        link->heard = all;
    }
    link->wanted_bytes = WIRE_LENGTH_BYTES + (size_t)count;
    return OK;
}

/* What has come and was not there before; false: nothing more for now. */
static bool is_more_heard(struct link *link, enum status *status)
{
    const ssize_t got = recv(link->descriptor, link->heard + link->heard_bytes,
                             link->wanted_bytes - link->heard_bytes, 0);
    if (got < 0 && errno == EAGAIN)
        return false;
    if (got == 0 || (got < 0 && errno != EINTR))
        *status = gone();
    link->heard_bytes += got > 0 ? (size_t)got : 0;
    if (link->heard_bytes == WIRE_LENGTH_BYTES && link->wanted_bytes == WIRE_LENGTH_BYTES)
        *status = make_room(link);
    return *status == OK;
}

/* Whether a frame is there that is no sign; signs on the way are taken down. */
static bool is_frame_heard(struct link *link, struct span *out_content,
                           enum status *status)
{
    bool is_whole = false;
    do {
        while (link->heard_bytes < link->wanted_bytes)
            if (!is_more_heard(link, status))
                return false;
        *status = wire_frame((struct span){link->heard, link->heard_bytes},
                             WIRE_ANSWER_BYTES_MAX, out_content, &is_whole);
        if (*status != OK || !is_whole || !is_wire_sign(*out_content, &link->sign))
            return *status == OK && is_whole;
        link->has_sign = true;
        link->heard_bytes = 0;
        link->wanted_bytes = WIRE_LENGTH_BYTES;
    } while (true);
}

static enum status hear_on(struct link *link, struct wire_answer *out_answer,
                           bool *out_is_answered)
{
    struct span content;
    enum status status = OK;
    *out_is_answered = is_frame_heard(link, &content, &status);
    return *out_is_answered ? wire_answer_read(content, out_answer) : status;
}

enum status link_step(struct link *link, struct wire_answer *out_answer,
                      bool *out_is_answered)
{
    enum status status = OK;
    *out_is_answered = false;
    if (link->state == LINK_ASKING)
        status = send_on(link);
    if (status == OK && link->state == LINK_HEARING)
        status = hear_on(link, out_answer, out_is_answered);
    return status;
}

bool is_link_gone(const struct link *link)
{
    char byte;
    return link->state == LINK_IDLE &&
           recv(link->descriptor, &byte, sizeof byte, MSG_PEEK | MSG_DONTWAIT) >= 0;
}
