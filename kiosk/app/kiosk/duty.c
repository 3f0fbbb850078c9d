#include "app/kiosk/duty.h"

#include "app/common/start/program_place.h"
#include "app/terminal/duty/duty_place.h"
#include "app/terminal/keeper/link.h"

#include <limits.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static enum status program_find(char out_path[PATH_MAX])
{
    return is_program_place("resonance-duty", out_path)
               ? OK
               : fail(STATUS_NOT_FOUND,
                      "resonance-duty, the program that keeps the results, is neither "
                      "beside this program nor in ../lib/resonance: install the package "
                      "resonance-kiosk again");
}

static enum status starter_start(const struct terminal_folders *folders, int ledger,
                                 int uplink, pid_t *out_starter)
{
    const int sockets[] = {ledger, uplink};
    const struct duty_folders given = {
        .keeper = {.config = folders->config,
                   .data = folders->data,
                   .words = folders->words,
                   .incoming = folders->incoming,
                   .lock = folders->lock},
        .stick = folders->stick,
        .machine = folders->machine,
    };
    char path[PATH_MAX];
    const enum status status = program_find(path);
    return status == OK
               ? duty_place_start(path, "starter", &given, sockets, 2, out_starter)
               : status;
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
        status =
            starter_start(&arguments->folders, ledger[1], uplink[1], &duties.starter);
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

/* Whoever cannot be told has ended, which the next page to print tells. */
void duty_shown(const struct duties *duties)
{
    if (duties->starter)
        (void)(link_send(duties->uplink, LINK_NOTICE, SPAN(""), SPAN("")) == OK);
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
