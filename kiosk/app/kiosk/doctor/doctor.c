#include "app/kiosk/doctor/doctor.h"

#include "app/common/console.h"
#include "app/common/locked.h"
#include "app/common/output.h"
#include "app/common/config_load.h"
#include "app/common/public_words.h"
#include "app/kiosk/doctor/doctor_machine.h"
#include "app/kiosk/duty/sandbox.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/stage.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/printer_post.h"
#include "app/terminal/ready.h"
#include "app/terminal/trust.h"
#include "app/terminal/keeper/keeper_entries.h"
#include "app/terminal/keeper/keeper_received.h"
#include "base/file.h"
#include "base/json/json_shown.h"
#include "device/text.h"
#include "seal/seal.h"
#include "store/sqlite_memory.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
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

static enum status check_key(struct doctor *doctor)
{
    if (!doctor->keeper.ledger)
        return fail(STATUS_REFUSED, "the data folder must be right first");
    if (doctor->keeper.is_away)
        doctor->said =
            SPAN("sealed to this machine, which opens it for the terminal only");
    return keeper_check_key(&doctor->keeper);
}

static enum status check_enrolment(struct doctor *doctor)
{
    if (!doctor->config || !doctor->keeper.ledger)
        return fail(STATUS_REFUSED, "configuration and data folder must be right first");
    if (keeper_check_key(&doctor->keeper) != OK)
        return fail(STATUS_REFUSED, "the signing key must be right first");
    return keeper_adopt_check(&doctor->keeper, doctor->config);
}

static enum status check_ledger(struct doctor *doctor)
{
    struct keeper_entries entries = {0};
    enum status status = STATUS_DAMAGED;
    if (!doctor->keeper.ledger)
        return fail(STATUS_REFUSED, "the data folder must be right first");
    if (ledger_check(doctor->keeper.ledger) == OK)
        status = keeper_entries_check(&doctor->arena, &doctor->keeper, &entries);
    if (status != OK)
        return fail(STATUS_DAMAGED,
                    "%s/ledger.db is damaged; export what can be read (--export), keep a "
                    "copy of the file, then begin with an empty data folder and "
                    "--request",
                    doctor->folders.data);
    if (!entries.damaged_count)
        return OK;
    const struct span first =
        span_cut(entries.damaged, 0, (size_t)span_find(entries.damaged, '\n'));
    return fail(STATUS_DAMAGED,
                "%zu of %zu entries are damaged, %.*s; --export names each and brings "
                "the others home; keep this disk",
                entries.damaged_count, entries.count, SPAN_ARGS(first));
}

static enum status check_received(struct doctor *doctor)
{
    if (!doctor->config || !doctor->keeper.ledger)
        return fail(STATUS_REFUSED, "configuration and data folder must be right first");
    return keeper_received_check(&doctor->keeper, doctor->config);
}

static enum status check_vacancies(struct doctor *doctor)
{
    if (!doctor->config)
        return fail(STATUS_REFUSED, "the configuration must be right first");
    if (doctor->config->vacancy_count == 0 &&
        doctor->config->invitations->invite_count == 0)
        return fail(STATUS_REFUSED,
                    "nobody is invited; at the desk: resonance vacancy, invite, or "
                    "profile collect, then enrol again");
    return OK;
}

static enum status check_space(struct doctor *doctor)
{
    return ready_space(doctor->folders.data);
}

static enum status check_clock(struct doctor *doctor)
{
    (void)doctor;
    return ready_clock(clock_now());
}

static enum status check_keys(struct doctor *doctor)
{
    if (!doctor->config)
        return fail(STATUS_REFUSED, "the configuration must be right first");
    return ready_keys(doctor->config->keyset, clock_now());
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

static const struct {
    const char *what;
    enum status (*check)(struct doctor *doctor);
} checks[] = {
    {"cryptography", check_library},
    {"memory is kept out of swap", check_memory},
    {"no core dumps", check_core},
    {"signed configuration", check_config},
    {"data folder", check_data},
    {"signing key", check_key},
    {"made for this terminal", check_enrolment},
    {"sealed results", check_ledger},
    {"what the desk has received", check_received},
    {"somebody is invited", check_vacancies},
    {"free space", check_space},
    {"clock", check_clock},
    {"last days of the keys", check_keys},
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
    if (sandbox_check() == OK)
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

static enum status count_result(void *context, const struct entry *entry, int64_t arrival)
{
    int64_t *count = context;
    (void)arrival;
    *count += entry->type == HEADER_RESULT && entry->payload.count > 0;
    return OK;
}

/* What lies on this disk only. */
static void add_waiting(struct doctor *doctor)
{
    int64_t results = 0;
    size_t drafts = 0;
    uint64_t from = 1;
    struct keeper *keeper = &doctor->keeper;
    if (!keeper->ledger)
        return;
    if (keeper_received_from(keeper, &from) == OK &&
        ledger_list(keeper->ledger, from, count_result, &results) == OK) {
        doctor->page.waiting_count = results;
        doctor_page_add(&doctor->page, results ? DOCTOR_NOTE : DOCTOR_OK,
                        "results to collect",
                        results ? span_format(&doctor->arena,
                                              "%lld that the desk has not received: "
                                              "--export, and import there",
                                              (long long)results)
                                : SPAN("none"));
    }
    if (keeper_count_drafts(keeper, &drafts) == OK)
        doctor->page.session_count = (int64_t)drafts;
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

static void add_space(struct doctor *doctor)
{
    struct statvfs disk;
    if (statvfs(doctor->folders.data, &disk) == 0)
        doctor->page.free_bytes = (int64_t)((uint64_t)disk.f_bavail * disk.f_frsize);
}

static void add_check(struct doctor *doctor, size_t check)
{
    doctor->said = SPAN("");
    if (checks[check].check(doctor) == OK)
        doctor_page_add(&doctor->page, DOCTOR_OK, checks[check].what, doctor->said);
    else
        doctor_page_add(&doctor->page, DOCTOR_WRONG, checks[check].what,
                        span_of(status_last()));
}

static void examine(struct doctor *doctor)
{
    doctor_page_begin(&doctor->arena, &doctor->page);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        add_check(doctor, i);
    doctor_machine_add(&doctor->page,
                       doctor->config && doctor->config->terminal->is_locked);
    add_apart(doctor);
    add_keys(doctor);
    add_waiting(doctor);
    add_configuration(doctor);
    add_space(doctor);
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
