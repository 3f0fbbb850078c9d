/* resonance-machine: the one program of a terminal that sets the clock, restarts the machine and
 * shuts it down. It is a user of its own (deploy/resonance-machine.service) with root's right to
 * set the clock, waits at a socket that only the process with the ledger may connect to, and knows
 * four verbs (machine/machine_verb.def). It starts no program. */
#include "app/common/console.h"
#include "app/common/options.h"
#include "helper/helper_door.h"
#include "machine/machine_serve.h"

#include <sys/stat.h>

static const char usage[] =
    "usage: resonance-machine [--end FOLDER] [--socket PATH] [--clock FILE]\n"
    "\n"
    "The helper of a terminal for its machine: clock, restart, shutdown. systemd starts it\n"
    "(resonance-machine.socket).\n"
    "  --end FOLDER   systemd waits for the files \"reboot\" and \"poweroff\" in FOLDER\n"
    "  --socket PATH  for trials: make the socket PATH and wait there\n"
    "  --clock FILE   for trials: FILE stands for the clock: the seconds since 1970 are\n"
    "                 written there, unless it says \"synchronized\"\n"
    "\n"
    "Example: resonance-machine --socket ./machine.socket --clock ./clock --end ./end\n"
    "Exit: 0 done, 1 something is wrong, 2 used wrong.\n";

static void serve(const void *place, struct span bytes, int file,
                  unsigned char *out_reply)
{
    struct machine_reply reply = {.result = MACHINE_RESULT_REFUSED};
    struct machine_request request;
    if (file == HELPER_DOOR_NO_FILE && is_machine_message_request(bytes, &request))
        reply = machine_serve(place, &request);
    machine_message_reply_write(&reply, out_reply);
}

static enum status run(const struct options *options)
{
    int door;
    enum status status = OK;
    const bool is_trial = options_text(options, "socket") != NULL;
    if (status == OK && is_trial && !options_text(options, "clock"))
        status = fail(STATUS_USAGE, "a trial with --socket wants --clock, too: the clock "
                                    "of this machine is not for trials");
    const struct machine_place place = {
        .end = options_text(options, "end"),
        .clock = options_text(options, "clock"),
    };
    const struct helper_door_work work = {.request_bytes = MACHINE_REQUEST_BYTES,
                                          .reply_bytes = MACHINE_REPLY_BYTES,
                                          .serve = serve,
                                          .place = &place,
                                          .is_for_one = !is_trial};
    if (status == OK)
        machine_serve_begin(&place);
    if (status == OK)
        status = helper_door_open(options_text(options, "socket"), &door);
    return status == OK ? helper_door_serve(door, &work) : status;
}

int main(int argc, char **argv)
{
    struct options options;
    enum status status = options_read(argv + 1, (size_t)(argc - 1),
                                      "end= socket= clock= help", 0, 0, &options);
    if (status == OK && has_option(&options, "help")) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    umask(022);
    if (status == OK)
        status = run(&options);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-machine: %s", status_last());
    return status_exit(status);
}
