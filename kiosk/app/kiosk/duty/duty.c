#include "app/kiosk/duty/duty.h"

#include "app/kiosk/duty/duty_place.h"
#include "app/kiosk/duty/duty_task.h"
#include "app/terminal/keeper/link.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static enum status starter_start(const struct arguments *arguments, int ledger,
                                 int uplink, pid_t *out_starter)
{
    const int sockets[] = {ledger, uplink};
    return duty_place_start("starter", arguments, sockets, 2, out_starter);
}

static enum status duty_join(const struct arguments *arguments, const char *duty,
                             int *out_socket)
{
    char address[PATH_MAX];
    snprintf(address, sizeof address, "%s/%s", arguments->sockets, duty);
    return link_join(address, out_socket);
}

static enum status duties_join(const struct arguments *arguments,
                               struct duties *out_duties)
{
    struct duties duties = {0};
    enum status status = duty_join(arguments, "ledger", &duties.ledger);
    if (status == OK)
        status = duty_join(arguments, "uplink", &duties.uplink);
    if (status == OK)
        *out_duties = duties;
    else if (duties.ledger)
        close(duties.ledger);
    return status;
}

enum status duty_start(const struct arguments *arguments, struct duties *out_duties)
{
    if (arguments->sockets)
        return duties_join(arguments, out_duties);
    int ledger[2] = {-1, -1}, uplink[2] = {-1, -1};
    struct duties duties = {0};
    enum status status = link_open(ledger);
    if (status == OK)
        status = link_open(uplink);
    if (status == OK)
        status = starter_start(arguments, ledger[1], uplink[1], &duties.starter);
    close(ledger[1]);
    close(uplink[1]);
    if (status != OK) {
        close(ledger[0]);
        close(uplink[0]);
        return status;
    }
    duties.ledger = ledger[0];
    duties.uplink = uplink[0];
    *out_duties = duties;
    return OK;
}

void duty_end(struct duties *duties)
{
    if (!duties->ledger)
        return;
    close(duties->ledger);
    close(duties->uplink);
    if (duties->starter)
        (void)waitpid(duties->starter, NULL, 0);
    *duties = (struct duties){0};
}

enum status duty_run(const struct arguments *arguments)
{
    static const struct {
        const char *name;
        enum status (*run)(const struct arguments *arguments);
    } duties[] = {{"starter", duty_task_starter},
                  {"ledger", duty_task_ledger},
                  {"uplink", duty_task_uplink}};
    for (size_t i = 0; i < sizeof duties / sizeof *duties; i++)
        if (is_duty_place() && strcmp(arguments->duty, duties[i].name) == 0)
            return duties[i].run(arguments);
    return fail(STATUS_USAGE, "--duty is for the terminal itself, which starts its "
                              "processes with it");
}
