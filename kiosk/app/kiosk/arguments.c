#include "app/kiosk/arguments.h"

#include "app/common/options.h"

#include <string.h>

static const char usage[] =
    "usage: resonance-kiosk [--config DIR] [--data DIR] [--incoming DIR] [--windowed "
    "WxH]\n"
    "                       [--width-mm N]\n"
    "       resonance-kiosk --doctor [--config DIR] [--data DIR] [--json] [--metrics FILE]\n"
    "       resonance-kiosk --calibrate [--screens DIR]\n"
    "       resonance-kiosk --request FILE --label NAME [--mounted DIR] [--data DIR]\n"
    "                       [--organization-words WORDS]\n"
    "       resonance-kiosk --export FILE [--all] [--mounted DIR] [--config DIR] [--data "
    "DIR]\n"
    "       resonance-kiosk lock [--root DIR] [--boot-hash HASH]\n"
    "       resonance-kiosk unlock [--root DIR] [--overwrite]\n"
    "       resonance-kiosk verify [--root DIR] [--lock-state FILE]\n"
    "\n"
    "The terminal for candidates and colleagues. Without a task it runs full-screen.\n"
    "  --config DIR    signed configuration from the desk (/etc/resonance/config)\n"
    "  --data DIR      drafts and sealed results (/var/lib/resonance)\n"
    "  --incoming DIR  where newer configurations are put, as DIR/first or DIR/second: the\n"
    "                  newest is taken between two people, without a start, as one in the\n"
    "                  folder of --config is (/var/lib/resonance-incoming, where no --config\n"
    "                  is named)\n"
    "  --stick SOCKET  where the helper for sticks waits (resonance-stick), for the page for\n"
    "                  staff\n"
    "  --machine SOCKET  where the helper of the machine waits (resonance-machine), likewise\n"
    "  --screens DIR   what --calibrate has measured (the data folder, where one is named, else\n"
    "                  /var/lib/resonance-screens)\n"
    "  --sockets DIR   ledger and uplink run already, as other users, and wait at the sockets\n"
    "                  ledger and uplink in DIR; without it this program starts them\n"
    "  --restart-flag FILE  when this file is there, end between two people, so that whoever\n"
    "                  started this program starts the updated one\n"
    "  --windowed WxH  in a window of this size in pixels, for trials\n"
    "  --width-mm N    width of the picture in millimetres, whatever else is known of it\n"
    "  --doctor        check everything and say what is wrong and how to mend it\n"
    "  --json          with --doctor: the same for programs\n"
    "  --metrics FILE  with --doctor: figures for node_exporter, written whole\n"
    "  --calibrate     measure the screen with a bank card, once for each screen\n"
    "  --request FILE  write a request for 'resonance enrol', and show eight words to "
    "compare\n"
    "  --organization-words WORDS  the eight words that the desk shows for the "
    "organization:\n"
    "                  only its configuration is taken; without them the terminal asks\n"
    "  --export FILE   write the sealed results that the desk has not yet into one file for\n"
    "                  'resonance import'\n"
    "  --all           with --export: those that it has, too, as far as they are still here\n"
    "  --mounted DIR   write only if a stick is mounted at DIR; what lies in /media,\n"
    "                  /run/media or /mnt is looked at without it\n"
    "  lock            as root: nobody at the screen reaches anything of this machine but the\n"
    "                  terminal; refused where nobody could look after it afterwards\n"
    "  unlock          make all that lock has changed what it was before, byte for byte\n"
    "  verify          say of each rule of the lock whether it holds\n"
    "  --root DIR      with these three: the machine that is made in DIR, not this one\n"
    "  --boot-hash HASH  with lock: what grub-mkpasswd-pbkdf2 wrote, for the boot menu; without\n"
    "                  it, a passphrase is made and shown once\n"
    "  --lock-state FILE  with verify: tell a terminal that asks for a locked machine; with a\n"
    "                  terminal: where to read it (/run/resonance-lock/state)\n"
    "  --overwrite     with unlock: also what was changed since the lock\n"
    "  --timings FILE  write how long start and touches took, for measurements; no "
    "content\n"
    "  --version       version of this program\n"
    "\n"
    "Example: resonance-kiosk --config ./config --data ./data --windowed 1280x720\n"
    "Exit: 0 done, 1 something is wrong, 2 the command was not understood.\n";

const char *arguments_usage(void)
{
    return usage;
}

static enum status size_read(const char *text, struct arguments *arguments)
{
    const struct span all = span_of(text);
    const size_t x = span_find(all, 'x');
    int64_t width = 0, height = 0;
    if (!span_to_integer(span_cut(all, 0, x), &width) ||
        !span_to_integer(span_cut(all, x + 1, all.count), &height) || width < 320 ||
        height < 320 || width > 16384 || height > 16384)
        return fail(STATUS_USAGE,
                    "--windowed wants WIDTHxHEIGHT in pixels, such as 1280x720");
    arguments->width_px = (int)width;
    arguments->height_px = (int)height;
    return OK;
}

static const char *text_or(const struct options *options, const char *name,
                           const char *otherwise)
{
    const char *text = options_text(options, name);
    return text ? text : otherwise;
}

static enum kiosk_job task_of(const struct options *options)
{
    static const struct {
        const char *name;
        enum kiosk_job task;
    } tasks[] = {{"help", TASK_HELP},       {"version", TASK_VERSION},
                 {"doctor", TASK_DOCTOR},   {"calibrate", TASK_CALIBRATE},
                 {"request", TASK_REQUEST}, {"export", TASK_EXPORT}};
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++)
        if (has_option(options, tasks[i].name))
            return tasks[i].task;
    return TASK_RUN;
}

/* The tasks that are a word of their own. */
static enum status word_read(const struct options *options, enum kiosk_job *task)
{
    static const struct {
        const char *word;
        enum kiosk_job task;
    } words[] = {{"lock", TASK_LOCK}, {"unlock", TASK_UNLOCK}, {"verify", TASK_VERIFY}};
    if (!options->file_count || *task == TASK_HELP || *task == TASK_VERSION)
        return OK;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(options->files[0], words[i].word) == 0) {
            *task = words[i].task;
            return OK;
        }
    return fail(STATUS_USAGE, "\"%s\" cannot stand here; leave it out",
                options->files[0]);
}

static void lock_read(const struct options *options, struct arguments *arguments)
{
    arguments->root = text_or(options, "root", "/");
    arguments->boot_hash = options_text(options, "boot-hash");
    arguments->is_overwriting = has_option(options, "overwrite");
}

enum status arguments_read(int argc, char **argv, struct arguments *out_wish)
{
    struct options options;
    struct arguments arguments = {0};
    enum status status = options_read(
        argv + 1, (size_t)(argc - 1),
        "config= data= incoming= stick= machine= windowed= width-mm= doctor calibrate "
        "request= label= "
        "organization-words= export= all mounted= timings= sockets= screens= version "
        "help root= boot-hash= overwrite json metrics= restart-flag= lock-state=",
        0, 1, &options);
    if (status == OK && has_option(&options, "windowed"))
        status = size_read(options_text(&options, "windowed"), &arguments);
    if (status == OK)
        status = options_number(&options, "width-mm", &arguments.width_mm);
    if (status == OK && has_option(&options, "width-mm") &&
        (arguments.width_mm < 50 || arguments.width_mm > 10000))
        status = fail(STATUS_USAGE, "--width-mm wants 50 to 10000 millimetres");
    if (status != OK)
        return status;
    arguments.task = task_of(&options);
    status = word_read(&options, &arguments.task);
    if (status != OK)
        return status;
    lock_read(&options, &arguments);
    arguments.restart_flag = options_text(&options, "restart-flag");
    arguments.metrics = options_text(&options, "metrics");
    arguments.is_json = has_option(&options, "json");
    arguments.folders.config = text_or(&options, "config", "/etc/resonance/config");
    arguments.folders.data = text_or(&options, "data", "/var/lib/resonance");
    arguments.folders.lock = options_text(&options, "lock-state");
    arguments.folders.stick = options_text(&options, "stick");
    arguments.folders.machine = options_text(&options, "machine");
    arguments.folders.incoming =
        text_or(&options, "incoming",
                has_option(&options, "config") ? NULL : "/var/lib/resonance-incoming");
    arguments.screens = text_or(&options, "screens",
                                text_or(&options, "data", "/var/lib/resonance-screens"));
    arguments.sockets = options_text(&options, "sockets");
    arguments.folders.words = options_text(&options, "organization-words");
    arguments.path =
        text_or(&options, arguments.task == TASK_EXPORT ? "export" : "request", NULL);
    arguments.label = options_text(&options, "label");
    arguments.mounted = options_text(&options, "mounted");
    arguments.is_all = has_option(&options, "all");
    arguments.timings = options_text(&options, "timings");
    *out_wish = arguments;
    return OK;
}
