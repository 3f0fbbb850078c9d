/* resonance-duty: a process of the terminal that draws nothing: the one that keeps the ledger, the
 * one that prints, or the one that starts these two (app/kiosk/duty.h). The screens start it; on a
 * terminal systemd does (deploy/resonance-ledger.service, deploy/resonance-uplink.service). */
#include "app/duty/duty_task.h"

#include "app/common/console.h"
#include "app/common/options.h"

#include <string.h>

static const char usage[] =
    "usage: resonance-duty starter|ledger|uplink --config DIR --data DIR [--incoming DIR]\n"
    "                      [--lock-state FILE] [--organization-words WORDS]\n"
    "                      [--stick SOCKET] [--machine SOCKET]\n"
    "\n"
    "A part of the terminal: what keeps the ledger, what prints, and what starts these two.\n"
    "resonance-kiosk or systemd starts it, with a socket as file 3. The options are those of\n"
    "resonance-kiosk.\n"
    "\n"
    "Exit: 0 done, 1 something is wrong, 2 used wrong.\n";

static const struct {
    const char *name;
    enum status (*run)(const struct duty_folders *folders);
} duties[] = {{"starter", duty_task_starter},
              {"ledger", duty_task_ledger},
              {"uplink", duty_task_uplink}};
enum { DUTY_COUNT = sizeof duties / sizeof *duties };

static enum status folders_read(const struct options *options,
                                struct duty_folders *out_folders)
{
    struct duty_folders folders = {
        .keeper = {.words = options_text(options, "organization-words"),
                   .incoming = options_text(options, "incoming"),
                   .lock = options_text(options, "lock-state")},
        .stick = options_text(options, "stick"),
        .machine = options_text(options, "machine"),
    };
    enum status status = options_need(options, "config", &folders.keeper.config);
    if (status == OK)
        status = options_need(options, "data", &folders.keeper.data);
    if (status == OK)
        *out_folders = folders;
    return status;
}

static enum status run(const struct options *options)
{
    const char *name = options->file_count ? options->files[0] : NULL;
    struct duty_folders folders;
    size_t duty = 0;
    while (name && duty < DUTY_COUNT && strcmp(name, duties[duty].name) != 0)
        duty++;
    if (!name)
        return fail(STATUS_USAGE, "say which duty: starter, ledger or uplink");
    if (duty == DUTY_COUNT)
        return fail(STATUS_USAGE, "\"%s\" is no duty: starter, ledger or uplink", name);
    const enum status status = folders_read(options, &folders);
    if (status != OK)
        return status;
    return is_duty_place() ? duties[duty].run(&folders)
                           : fail(STATUS_USAGE, "this program is started by the terminal "
                                                "itself, with a socket as file 3");
}

int main(int argc, char **argv)
{
    struct options options;
    enum status status =
        options_read(argv + 1, (size_t)(argc - 1),
                     "config= data= incoming= lock-state= organization-words= stick= "
                     "machine= help",
                     0, 1, &options);
    if (status == OK && has_option(&options, "help")) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    if (status == OK)
        status = run(&options);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-duty: %s", status_last());
    return status_exit(status);
}
