#include "app/common/start/child.h"

#include "app/common/start/no_network.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE_BYTES = 64 * 1024, LAST_DESCRIPTOR = 3 };

/* What goes in and comes out: the ends that are ours. */
struct pipes {
    int to, from;
    pid_t child;
};

/* Between fork and exec: system calls only, since other threads may hold any lock. */
static void become(const struct child_task *task, int in, int out)
{
    char *const environment[] = {(char *)(uintptr_t) "LC_ALL=C.UTF-8", NULL};
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(task->has_both ? out : nowhere, STDERR_FILENO) < 0 ||
        close_range(LAST_DESCRIPTOR, ~0U, CLOSE_RANGE_UNSHARE) != 0 ||
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || chdir("/") != 0 ||
        !is_no_network_begun())
        _exit(127);
    execve(task->program, (char *const *)(uintptr_t)task->words, environment);
    _exit(127);
}

static void both_close(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

static enum status started(const struct child_task *task, struct pipes *pipes)
{
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) != 0)
        return file_failed("open", "a pipe");
    if (pipe2(out, O_CLOEXEC) != 0) {
        both_close(in);
        return file_failed("open", "a pipe");
    }
    pipes->child = fork();
    if (pipes->child == 0)
        become(task, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    pipes->to = in[1];
    pipes->from = out[0];
    if (pipes->child > 0 && fcntl(pipes->to, F_SETFL, O_NONBLOCK) == 0)
        return OK;
    close(pipes->to);
    close(pipes->from);
    return file_failed("start", task->program);
}

/* Sends a piece of what is left; at its end, or when nobody takes it any more, the pipe is
 * closed. */
static void piece_send(struct pipes *pipes, struct span *rest)
{
    const ssize_t sent = write(pipes->to, rest->data, rest->count);
    if (sent > 0)
        *rest = span_cut(*rest, (size_t)sent, rest->count);
    else if (sent < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (sent > 0 && rest->count)
        return;
    close(pipes->to);
    pipes->to = -1;
}

/* Takes a piece; false at the end. */
static bool is_piece_taken(const struct pipes *pipes, struct buffer *out)
{
    char piece[PIECE_BYTES];
    const ssize_t got = read(pipes->from, piece, sizeof piece);
    if (got > 0)
        buffer_add(out, (struct span){piece, (size_t)got});
    wipe(piece, sizeof piece);
    return got > 0 || (got < 0 && errno == EINTR);
}

static bool is_passed_through(const struct child_task *task, struct pipes *pipes,
                              struct span input, struct buffer *out)
{
    const int64_t end_ms = clock_now().steady_ms + task->wait_ms;
    if (!input.count) {
        close(pipes->to);
        pipes->to = -1;
    }
    while (!out->is_full) {
        struct pollfd ready[] = {{.fd = pipes->from, .events = POLLIN},
                                 {.fd = pipes->to, .events = POLLOUT}};
        const int64_t left_ms = end_ms - clock_now().steady_ms;
        const int got = left_ms > 0 ? poll(ready, 2, (int)left_ms) : 0;
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        if (pipes->to >= 0 && ready[1].revents)
            piece_send(pipes, &input);
        if (ready[0].revents && !is_piece_taken(pipes, out))
            return true;
    }
    return false;
}

/* A program that takes no more ends nothing here: what it did not take is seen in what it gives.
 */
static void pipe_signal_block(sigset_t *out_before)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, out_before);
}

static void pipe_signal_restore(const sigset_t *before)
{
    const struct timespec now = {0};
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    while (sigtimedwait(&set, NULL, &now) > 0)
        ;
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

static bool is_ended_well(const struct pipes *pipes, bool is_whole)
{
    int state = 0;
    if (!is_whole)
        kill(pipes->child, SIGKILL);
    while (waitpid(pipes->child, &state, 0) < 0 && errno == EINTR)
        ;
    return is_whole && WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

static enum status passed(const struct child_task *task, struct span input,
                          struct buffer *out, bool *out_is_well)
{
    struct pipes pipes = {.to = -1, .from = -1, .child = -1};
    const enum status status = started(task, &pipes);
    if (status != OK)
        return status;
    const bool is_whole = is_passed_through(task, &pipes, input, out);
    if (pipes.to >= 0)
        close(pipes.to);
    close(pipes.from);
    *out_is_well = is_ended_well(&pipes, is_whole);
    return OK;
}

enum status child_run(const struct child_task *task, struct span input,
                      struct buffer *out, bool *out_is_well)
{
    sigset_t before;
    pipe_signal_block(&before);
    const enum status status = passed(task, input, out, out_is_well);
    pipe_signal_restore(&before);
    return status;
}
