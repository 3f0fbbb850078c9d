#include "app/kiosk/doctor/doctor.h"

#include "app/common/console.h"
#include "app/common/locked.h"
#include "app/common/output.h"
#include "app/common/config_load.h"
#include "app/common/public_words.h"
#include "app/kiosk/doctor/doctor_machine.h"
#include "sandbox/sandbox.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/stage.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/printer_post.h"
#include "app/terminal/ready.h"
#include "app/terminal/trust.h"
#include "app/terminal/staff/keeper_doctor.h"
#include "base/file.h"
#include "base/json/json_shown.h"
#include "device/text.h"
#include "seal/seal.h"
#include "store/sqlite_memory.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum { DOCTOR_MAX_BYTES = 64 * 1024 * 1024, FONTS_MAX_BYTES = 64 * 1024 * 1024 };

struct doctor {
    struct arena arena;
    const struct arguments *arguments;
    struct terminal_folders folders;
    struct span said; /* by a check that is ok and has more to say */
    struct config *config;
    struct keeper keeper;
    struct doctor_page page;
};

static enum status check_library(struct doctor *doctor)
{
    (void)doctor;
    return seal_start();
}

static struct arena_guards sum(struct arena_guards a, struct arena_guards b)
{
    return (struct arena_guards){a.bytes + b.bytes, a.locked_bytes + b.locked_bytes};
}

/* As much of it as the process takes that shows the screens: that some can be locked says
 * nothing of all. */
static enum status screens_measure(struct arena_guards *out_guards)
{
    static struct terminal terminal = {.folders = {.keeper_socket = -1}};
    struct arena lists = {0};
    enum status status = arena_init_guarded(&lists, STAGE_LIST_BYTES, NULL);
    if (status == OK)
        status = terminal_open_memory(&terminal);
    *out_guards = arena_guards();
    terminal_close(&terminal);
    arena_done(&lists);
    return status;
}

static enum status process_measure(size_t bytes, struct arena_guards *out_guards)
{
    struct arena arena = {0};
    const enum status status = arena_init_guarded(&arena, bytes, NULL);
    *out_guards = arena_guards();
    arena_done(&arena);
    return status;
}

/* One process after the other: each has a limit of its own. What SQLite takes stays. */
static enum status check_memory(struct doctor *doctor)
{
    struct arena_guards screens = {0}, uplink = {0}, ledger = {0};
    enum status status = screens_measure(&screens);
    if (status == OK)
        status = process_measure(PRINTER_POST_BYTES, &uplink);
    if (status == OK)
        status = sqlite_memory_guard();
    if (status == OK)
        status = process_measure(KEEPER_SERVE_BYTES, &ledger);
    if (status != OK)
        return status;
    const struct arena_guards all = sum(sum(screens, uplink), ledger);
    doctor->said = locked_words(&doctor->arena, all, true);
    return is_locked_all(all)
               ? OK
               : fail(STATUS_REFUSED,
                      "%.*s: answers and keys could reach the swap; " LOCKED_WAY_OUT,
                      SPAN_ARGS(doctor->said));
}

static enum status check_core(struct doctor *doctor)
{
    struct rlimit limit;
    (void)doctor;
    if (getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur != 0)
        return fail(STATUS_REFUSED, "core dumps are on; set LimitCORE=0 in the unit, "
                                    "or 'ulimit -c 0' before this check");
    return OK;
}

static enum status check_config(struct doctor *doctor)
{
    return config_load(&doctor->arena, doctor->folders.config, &doctor->config);
}

/* It is only looked at, also where a terminal runs; but that must be able to write. */
static enum status check_data(struct doctor *doctor)
{
    const char *folder = doctor->folders.data;
    const enum status status = keeper_look(
        (struct keeper_folders){doctor->folders.config, folder, doctor->folders.words,
                                NULL, doctor->folders.lock},
        &doctor->keeper);
    if (status == OK && access(folder, W_OK) != 0)
        return fail(
            STATUS_NO_ACCESS,
            "%s cannot be written by this user; see Enrol in the guide, and check "
            "as the user of the ledger",
            folder);
    return status;
}

/* Fonts have an arena of their own: they may be looked up in the middle of a check, whose memory is
 * given back before they are. */
static enum status check_fonts(struct doctor *doctor)
{
    struct arena fonts;
    struct text *text = NULL;
    arena_init(&fonts, FONTS_MAX_BYTES);
    enum status status = text_open(&fonts, &text);
    if (status == OK && doctor->config) {
        const struct text_port port = text_port_of(text);
        status = ready_letters(&doctor->arena, doctor->config, &port);
    }
    text_close(text);
    arena_done(&fonts);
    return status;
}

static enum status check_display(struct doctor *doctor)
{
    (void)doctor;
    if (getenv("DISPLAY") || getenv("WAYLAND_DISPLAY") || is_file("/usr/lib/xorg/Xorg"))
        return OK;
    return fail(STATUS_NO_DEVICE,
                "no X server is installed; apt install xserver-xorg-core xinit");
}

/* Over ssh no X server is seen, but the kernel tells of the screen. */
static enum status check_screen(struct doctor *doctor)
{
    struct ruler ruler;
    const struct config *config = doctor->config;
    enum status status = ruler_open(&ruler, doctor->arguments);
    if (status == OK &&
        ruler_look(&ruler, config ? (double)config->terminal->width_mm : 0)) {
        status = ruler_fault(&ruler);
        doctor->said = scale_words(&doctor->arena, &ruler.display, &ruler.scale);
    } else {
        doctor->said = SPAN("cannot be seen from here");
    }
    ruler_close(&ruler);
    return status;
}

struct doctor_check {
    const char *what;
    enum status (*check)(struct doctor *doctor);
};
/* Before those that look into the ledger (keeper_doctor.h), and behind them. */
static const struct doctor_check first_checks[] = {
    {"cryptography", check_library}, {"memory is kept out of swap", check_memory},
    {"no core dumps", check_core},   {"signed configuration", check_config},
    {"data folder", check_data},
};
static const struct doctor_check last_checks[] = {
    {"fonts", check_fonts},
    {"display", check_display},
    {"screen", check_screen},
};

static void note(struct doctor *doctor, const char *what, const char *words)
{
    doctor_page_add(&doctor->page, DOCTOR_NOTE, what, span_of(words));
}

static void add_apart(struct doctor *doctor)
{
    if (sandbox_check(SANDBOX_SCREENS) == OK)
        doctor_page_add(&doctor->page, DOCTOR_OK, "processes kept apart", SPAN(""));
    else
        note(doctor, "processes", status_last());
}

static void add_keys(struct doctor *doctor)
{
    if (doctor->keeper.ledger && !doctor->keeper.is_away)
        note(
            doctor, "keys",
            "the key that signs and the secret of the codes lie in ledger.db, for whoever "
            "copies this disk; the guide says how to seal them to the machine (Seal keys)");
}

static void add_configuration(struct doctor *doctor)
{
    const struct config *config = doctor->config;
    if (!config)
        return;
    const char *unchecked = config_load_unchecked(config);
    if (unchecked)
        note(doctor, "topics", unchecked);
    if (is_config_load_quick(config))
        note(doctor, "codes", config_load_quick_words());
    doctor->page.organization = public_words(&doctor->arena, config->organization_key);
}

static void add_checks(struct doctor *doctor, const struct doctor_check *checks,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        doctor->said = SPAN("");
        if (checks[i].check(doctor) == OK)
            doctor_page_add(&doctor->page, DOCTOR_OK, checks[i].what, doctor->said);
        else
            doctor_page_add(&doctor->page, DOCTOR_WRONG, checks[i].what,
                            span_of(status_last()));
    }
}

static void examine(struct doctor *doctor)
{
    struct keeper_doctor ledger = {
        .arena = &doctor->arena, .keeper = &doctor->keeper, .data = doctor->folders.data};
    doctor_page_begin(&doctor->arena, &doctor->page);
    add_checks(doctor, first_checks, sizeof first_checks / sizeof *first_checks);
    ledger.config = doctor->config;
    keeper_doctor_add(&ledger, &doctor->page);
    add_checks(doctor, last_checks, sizeof last_checks / sizeof *last_checks);
    doctor_machine_add(&doctor->page,
                       doctor->config && doctor->config->terminal->is_locked);
    add_apart(doctor);
    add_keys(doctor);
    keeper_doctor_waiting(&ledger, &doctor->page);
    add_configuration(doctor);
}

/* The figures first: a program that reads them must not wait for somebody who reads the text. */
static enum status tell(struct doctor *doctor)
{
    const struct arguments *arguments = doctor->arguments;
    const struct doctor_page *page = &doctor->page;
    enum status status = OK;
    if (arguments->metrics)
        status = file_write(arguments->metrics, doctor_page_metrics(page), 0644);
    if (status != OK)
        return status;
    if (!arguments->is_json) {
        struct span rest = doctor_page_text(page), line;
        while (rest.count && span_next(&rest, '\n', &line))
            if (line.count)
                console_words(CONSOLE_OUT, line);
        return OK;
    }
    status = console_put(json_shown(&doctor->arena, doctor_page_json(page)));
    return status == OK ? console_put(SPAN("\n")) : status;
}

static enum status metrics_check(const struct arguments *arguments)
{
    if (!arguments->metrics)
        return OK;
    return is_output_standard(arguments->metrics)
               ? fail(STATUS_USAGE, "--metrics needs the name of a file, such as "
                                    "/var/lib/prometheus/node-exporter/resonance.prom")
               : output_check(arguments->metrics);
}

enum status doctor_run(const struct arguments *arguments)
{
    static struct doctor doctor;
    doctor = (struct doctor){.arguments = arguments, .folders = arguments->folders};
    enum status status = metrics_check(arguments);
    if (status != OK)
        return status;
    arena_init(&doctor.arena, DOCTOR_MAX_BYTES);
    examine(&doctor);
    status = tell(&doctor);
    const size_t wrong_count = doctor.page.wrong_count;
    keeper_close(&doctor.keeper);
    arena_done(&doctor.arena);
    if (status != OK || wrong_count == 0)
        return status;
    return fail(STATUS_REFUSED,
                "%zu of the checks are not ok; the lines above say how to mend them",
                wrong_count);
}
