/* resonance-desk: what serves the desk to browsers (front.h), and opens no result: `resonance desk`
 * becomes it, with the whole path of the organization, and with itself as a file that is open:
 * agents run that, so that they are of the version whose front they talk to, wherever it lies. */
#include "app/front/front.h"

#include "app/common/console.h"
#include "app/common/options.h"
#include "app/front/front_house.h"
#include "app/front/front_program.h"

enum { PORT_MOST = 65535, DESCRIPTOR_MOST = 1023, ARENA_BYTES = 1024 * 1024 };

static const char usage[] =
    "usage: resonance-desk --org FOLDER --agents NUMBER [OPTION...]\n"
    "\n"
    "A part of the desk: what browsers talk to. \"resonance desk\" starts it, with the\n"
    "number of the file that its agents run; the options are those of resonance desk.\n"
    "\n"
    "Exit: 0 done, 1 something is wrong, 2 used wrong.\n";

static enum status agents_take(const struct options *options, int *out_program)
{
    size_t number = 0;
    const enum status status =
        options_count(options, "agents", 0, DESCRIPTOR_MOST, &number);
    if (status != OK)
        return status;
    return has_option(options, "agents")
               ? front_program_take(number, out_program)
               : fail(STATUS_USAGE, "this program is started by \"resonance desk\"");
}

static enum status wants_read(struct arena *arena, const struct options *options,
                              struct front_wants *wants)
{
    size_t port = 0;
    enum status status = options_count(options, "port", 1, PORT_MOST, &port);
    if (status == OK)
        status = options_one_of(options, "port listen");
    if (status == OK)
        status = options_count(options, "hide-after", FRONT_HIDE_MINUTES_LEAST,
                               FRONT_HIDE_MINUTES_MOST, &wants->hide_minutes);
    if (status == OK)
        status = options_need(options, "org", &wants->folder);
    if (status == OK)
        status = agents_take(options, &wants->program);
    wants->port = (unsigned)port;
    return status == OK ? front_house_wants(arena, options, wants) : status;
}

/* The key of a certificate lies in guarded memory. */
static enum status run(const struct options *options)
{
    struct arena arena;
    struct front_wants wants = {
        .hide_minutes = FRONT_HIDE_MINUTES,
        .is_without_browser = has_option(options, "no-browser"),
    };
    enum status status = arena_init_guarded(&arena, ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = wants_read(&arena, options, &wants);
    if (status == OK)
        status = front_run(&arena, &wants);
    arena_done(&arena);
    return status;
}

int main(int argc, char **argv)
{
    struct options options;
    enum status status =
        options_read(argv + 1, argc > 0 ? (size_t)argc - 1 : 0,
                     "org= agents= port= hide-after= no-browser listen= name= "
                     "certificate= key= self-made help",
                     0, 0, &options);
    if (status == OK && has_option(&options, "help")) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    if (status == OK)
        status = run(&options);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance desk: %s", status_last());
    return status_exit(status);
}
