/* Starts the other two, and again when one of them ends. It holds no key and no file. */
#include "app/duty/duty_task.h"

#include "app/terminal/duty/duty_place.h"
#include "sandbox/sandbox.h"
#include "app/terminal/keeper/link.h"

#include <poll.h>
#include <sys/wait.h>

enum { STARTED_COUNT = 2, PAUSE_MS = 50 };

struct started {
    const char *duty;
    int socket;
    pid_t process;
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

enum status duty_task_starter(const struct duty_folders *folders)
{
    struct started all[STARTED_COUNT] = {{"ledger", DUTY_PLACE_SOCKET, 0},
                                         {"uplink", DUTY_PLACE_SOCKET + 1, 0}};
    int running_count = 0;
    enum status status = OK;
    duty_place_take("kiosk-starter");
    sandbox_harden();
    (void)(sandbox_enter(SANDBOX_STARTER, NULL) == OK);
    for (int i = 0; i < STARTED_COUNT && status == OK; i++)
        status = start(folders, &all[i]);
    for (running_count = STARTED_COUNT; status == OK && running_count;) {
        struct started *ended = ended_of(all, waitpid(-1, NULL, 0));
        if (ended && is_link_closed(ended->socket))
            running_count--;
        else if (ended)
            status = start_again(folders, ended);
    }
    return status;
}
