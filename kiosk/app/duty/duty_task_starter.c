/* Starts the other two, and again when one of them ends. It holds no key and no file. What prints
 * is started when the screens say that the first of them is shown (duty_shown): until then they
 * wait for the ledger, which has the machine to itself. */
#include "app/duty/duty_task.h"

#include "app/terminal/duty/duty_place.h"
#include "sandbox/sandbox.h"
#include "app/terminal/keeper/link.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

enum { LEDGER, UPLINK, STARTED_COUNT, PAUSE_MS = 50 };

struct started {
    const char *duty;
    int socket;
    pid_t process; /* 0: not begun yet */
};

/* The program that this process runs, also when it is being updated. */
static enum status start(const struct duty_folders *folders, struct started *started)
{
    return duty_place_start("/proc/self/exe", started->duty, folders, &started->socket, 1,
                            &started->process);
}

/* What was asked of the one that has ended is answered by the notice; what it has not read, too.
 * The pause is for one that cannot even begin. */
static enum status start_again(const struct duty_folders *folders,
                               struct started *started)
{
    (void)poll(NULL, 0, PAUSE_MS);
    link_drain(started->socket);
    const enum status status =
        link_send(started->socket, LINK_NOTICE, SPAN(""), SPAN(""));
    return status == OK ? start(folders, started) : status;
}

static struct started *ended_of(struct started *all, pid_t process)
{
    for (int i = 0; i < STARTED_COUNT; i++)
        if (all[i].process == process)
            return &all[i];
    return NULL;
}

static void on_end(int number)
{
    (void)number; /* it ends the wait */
}

/* That one has ended is only heard of while `out_heard` holds: none is missed in between. */
static void ends_listen(sigset_t *out_heard)
{
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, out_heard);
    sigdelset(out_heard, SIGCHLD);
    const struct sigaction action = {.sa_handler = on_end};
    sigaction(SIGCHLD, &action, NULL);
}

/* The process that ends next; 0: none yet, and the screens are shown, or have ended. */
static pid_t end_wait(int screens, const sigset_t *heard)
{
    struct pollfd shown = {.fd = screens, .events = POLLIN};
    pid_t ended;
    while ((ended = waitpid(-1, NULL, WNOHANG)) <= 0)
        if (ppoll(&shown, 1, NULL, heard) > 0)
            return 0;
    return ended;
}

/* One that has ended is started again, unless the screens have. */
static enum status end_mend(const struct duty_folders *folders, struct started *ended,
                            int *running_count)
{
    if (!ended || !is_link_closed(ended->socket))
        return ended ? start_again(folders, ended) : OK;
    *running_count -= 1;
    return OK;
}

static enum status ledger_begin(const struct duty_folders *folders,
                                struct started all[STARTED_COUNT], int *running_count)
{
    sigset_t heard;
    ends_listen(&heard);
    enum status status = start(folders, &all[LEDGER]);
    *running_count = 1;
    while (status == OK && *running_count) {
        const pid_t ended = end_wait(all[UPLINK].socket, &heard);
        if (!ended)
            return OK;
        status = end_mend(folders, ended_of(all, ended), running_count);
    }
    return status;
}

/* What the screens have said is read; nothing else was sent yet. */
static enum status uplink_begin(const struct duty_folders *folders,
                                struct started *uplink, int *running_count)
{
    if (is_link_closed(uplink->socket))
        return OK;
    link_drain(uplink->socket);
    *running_count += 1;
    return start(folders, uplink);
}

enum status duty_task_starter(const struct duty_folders *folders)
{
    struct started all[STARTED_COUNT] = {{"ledger", DUTY_PLACE_SOCKET, 0},
                                         {"uplink", DUTY_PLACE_SOCKET + 1, 0}};
    int running_count = 0;
    duty_place_take("kiosk-starter");
    sandbox_harden();
    (void)(sandbox_enter(SANDBOX_STARTER, NULL) == OK);
    enum status status = ledger_begin(folders, all, &running_count);
    if (status == OK && running_count)
        status = uplink_begin(folders, &all[UPLINK], &running_count);
    while (status == OK && running_count)
        status = end_mend(folders, ended_of(all, waitpid(-1, NULL, 0)), &running_count);
    return status;
}
