/* resonance-stick: the one program of a terminal that touches sticks. It has the right to mount, as
 * a user of its own in a unit of its own (deploy/resonance-stick.service), waits at a socket that
 * only the process with the ledger may connect to, and knows four verbs (stick/stick_verb.def). No
 * word of the terminal becomes a path, an option or a command. */
#include "app/common/console.h"
#include "app/common/options.h"
#include "helper/helper_door.h"
#include "stick/stick_serve.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>

static const char usage[] =
    "usage: resonance-stick [--socket PATH] [--folder DIR] [--sys DIR] [--incoming DIR]\n"
    "                       [--mount DIR]\n"
    "\n"
    "The helper of a terminal for sticks. systemd starts it (resonance-stick.socket).\n"
    "  --socket PATH   for trials: make the socket PATH and wait there\n"
    "  --folder DIR    for trials: the folder DIR stands for a stick\n"
    "  --sys DIR       for trials: what the kernel tells of devices (/sys)\n"
    "  --incoming DIR  where a configuration goes that is taken from a stick\n"
    "                  (/var/lib/resonance-incoming)\n"
    "  --mount DIR     an empty folder where it mounts (/run/resonance-mount)\n"
    "\n"
    "Example: resonance-stick --socket ./stick.socket --folder ./stick --incoming ./in\n"
    "Exit: 0 done, 1 something is wrong, 2 used wrong.\n";

/* One request of the terminal. */
static void serve(const void *place, struct span bytes, int file,
                  unsigned char *out_reply)
{
    struct stick_reply reply = {.result = STICK_RESULT_REFUSED};
    struct stick_request request;
    if (stick_message_request_read(bytes, &request))
        reply = stick_serve(place, &request, file);
    stick_message_reply_write(&reply, out_reply);
}

/* Mounts of this process are seen by nobody else: its unit gives it a mount name space of its own,
 * and allows no other one; a trial sees to it by itself. */
static enum status apart(const struct stick_place *place, bool is_trial)
{
    if (place->folder)
        return OK;
    if ((is_trial && unshare(CLONE_NEWNS) != 0) ||
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
        return fail(STATUS_NO_ACCESS, "this helper mounts sticks, and has no right to");
    if (mkdir(place->mount, 0700) != 0 && errno != EEXIST)
        return fail(STATUS_IO, "%s cannot be made: %s", place->mount, strerror(errno));
    return OK;
}

static enum status run(const struct options *options)
{
    const char *incoming = options_text(options, "incoming"),
               *path = options_text(options, "socket"),
               *sys = options_text(options, "sys"),
               *mounts = options_text(options, "mount");
    const struct stick_place place = {
        .sys = sys ? sys : "/sys",
        .devices = "/dev",
        .mount = mounts ? mounts : "/run/resonance-mount",
        .folder = options_text(options, "folder"),
        .incoming = incoming ? incoming : "/var/lib/resonance-incoming",
    };
    const struct helper_door_work work = {.request_bytes = STICK_REQUEST_BYTES,
                                          .reply_bytes = STICK_REPLY_BYTES,
                                          .serve = serve,
                                          .place = &place,
                                          .is_for_one = !path};
    int door;
    enum status status = helper_door_open(path, &door);
    if (status == OK)
        status = apart(&place, path != NULL);
    return status == OK ? helper_door_serve(door, &work) : status;
}

int main(int argc, char **argv)
{
    struct options options;
    enum status status =
        options_read(argv + 1, (size_t)(argc - 1),
                     "socket= folder= sys= incoming= mount= help", 0, 0, &options);
    if (status == OK && has_option(&options, "help")) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    umask(022);
    if (status == OK)
        status = run(&options);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-stick: %s", status_last());
    return status_exit(status);
}
