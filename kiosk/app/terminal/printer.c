#include "app/terminal/printer.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE_MAX_BYTES = 64 * 1024, LOOK_MS = 20 };

/* ---- the page ---- */

/* How many bytes of `line` stand in one line of paper: up to a blank, where there is one. */
static size_t paper_line(struct span line)
{
    size_t at = 0, blank = 0;
    uint32_t code;
    for (int column = 0; column <= PRINTER_COLUMNS; column++) {
        const size_t before = at;
        if (before == line.count)
            return before;
        if (column == PRINTER_COLUMNS)
            return blank ? blank : before;
        if (line.data[at] == ' ')
            blank = at + 1;
        if (!utf8_next(line, &at, &code))
            at = before + 1;
    }
    return line.count;
}

static struct span page_of(struct arena *arena, struct span text)
{
    struct buffer page = buffer_init(arena, PAGE_MAX_BYTES);
    struct span line;
    while (span_next(&text, '\n', &line)) {
        do {
            const size_t count = paper_line(line);
            buffer_add(&page, span_cut(line, 0, count));
            buffer_text(&page, "\n");
            line = span_cut(line, count, line.count);
        } while (line.count);
    }
    return buffer_span(&page);
}

/* ---- the program ---- */

/* No more of the environment than it needs; the text is UTF-8. */
static char **environment_of(struct arena *arena)
{
    static const char *const names[] = {"PATH", "HOME", "CUPS_SERVER"};
    char **all = arena_array(arena, char *, 5);
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value)
            all[count++] = (char *)(uintptr_t)span_text(
                arena, span_format(arena, "%s=%s", names[i], value));
    }
    all[count] = (char *)(uintptr_t) "LC_ALL=C.UTF-8";
    return all;
}

static enum status started(struct arena *arena, struct span queue, int from,
                           pid_t *out_child)
{
    char *arguments[] = {
        (char *)(uintptr_t) "lp",
        (char *)(uintptr_t) "-d",
        (char *)(uintptr_t)span_text(arena, queue),
        (char *)(uintptr_t) "-t",
        (char *)(uintptr_t) "Resonance",
        NULL,
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, from, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int error =
        posix_spawnp(out_child, "lp", &actions, NULL, arguments, environment_of(arena));
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? OK
                      : fail(STATUS_NO_DEVICE, "printing: the program lp is not there "
                                               "(Debian package cups-client)");
}

static int left_ms(int64_t end_ms)
{
    const int64_t left = end_ms - clock_now().steady_ms;
    return left > 0 ? (int)left : 0;
}

/* A program that has ended, or takes no more, is no reason to end this one (SIGPIPE). */
static bool is_taken(int to, struct span page, int64_t end_ms)
{
    size_t done = 0;
    while (done < page.count) {
        struct pollfd ready = {.fd = to, .events = POLLOUT};
        if (poll(&ready, 1, left_ms(end_ms)) <= 0)
            return false;
        const ssize_t got = write(to, page.data + done, page.count - done);
        if (got < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        done += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool is_ended_well(pid_t child, int64_t end_ms)
{
    int state = 0;
    pid_t got;
    while ((got = waitpid(child, &state, WNOHANG)) == 0 && left_ms(end_ms) > 0)
        (void)poll(NULL, 0, LOOK_MS);
    if (got == child)
        return WIFEXITED(state) && WEXITSTATUS(state) == 0;
    kill(child, SIGKILL);
    (void)waitpid(child, &state, 0);
    return false;
}

static enum status passed_on(struct arena *arena, struct span queue, struct span page,
                             const int ends[2])
{
    pid_t child;
    const int64_t end_ms = clock_now().steady_ms + PRINTER_WAIT_MS;
    const enum status status = started(arena, queue, ends[0], &child);
    close(ends[0]);
    if (status != OK) {
        close(ends[1]);
        return status;
    }
    (void)fcntl(ends[1], F_SETFL, O_NONBLOCK);
    const bool is_whole = is_taken(ends[1], page, end_ms);
    close(ends[1]);
    if (!is_ended_well(child, end_ms) || !is_whole)
        return fail(STATUS_NO_DEVICE, "printing: lp did not take it for the queue %.*s",
                    SPAN_ARGS(queue));
    return OK;
}

enum status printer_send(struct arena *arena, struct span queue, struct span text)
{
    int ends[2];
    const struct span page = page_of(arena, text);
    const struct sigaction ignored = {.sa_handler = SIG_IGN};
    struct sigaction before;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return fail(STATUS_NO_DEVICE, "printing: the system gives no pipe");
    sigaction(SIGPIPE, &ignored, &before);
    const enum status status = passed_on(arena, queue, page, ends);
    sigaction(SIGPIPE, &before, NULL);
    return status;
}
