#include "app/kiosk/run.h"

#include "app/common/console.h"
#include "app/common/locked.h"
#include "app/kiosk/doctor/doctor_machine.h"
#include "app/kiosk/duty.h"
#include "sandbox/sandbox.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/screen_setup.h"
#include "app/kiosk/stage.h"
#include "app/kiosk/first_trust.h"
#include "app/kiosk/timings.h"
#include "app/terminal/staff/staff_ready.h"

#include <unistd.h>

enum { WORDS_BYTES = 4096 };

struct kiosk {
    struct stage stage;
    struct ruler ruler;
    const char *restart_flag; /* --restart-flag; NULL: nobody asks it to end */
    bool is_whole;            /* it fills the screen; else it is a trial in a window */
    struct terminal terminal;
    struct duties duties;
    bool is_enclosed;
    struct first_trust
        trust; /* shown while nobody has compared the organization's words */
    struct staff_look look;
    struct screen_setup setup; /* shown when staff want it */
    struct timings timings;
    struct surface_facts facts;
};

static bool is_trust_asked(const struct kiosk *kiosk)
{
    return kiosk->terminal.failure == STATUS_UNCONFIRMED;
}

static bool show(struct kiosk *kiosk)
{
    if (is_screen_setup(&kiosk->setup))
        return screen_setup_show(&kiosk->setup, &kiosk->facts, clock_now());
    if (is_trust_asked(kiosk)) {
        first_trust_view(&kiosk->trust, kiosk->terminal.config, &kiosk->facts,
                         &kiosk->stage.port);
        return stage_show(&kiosk->stage, kiosk->trust.root, &kiosk->trust.facts,
                          &kiosk->trust.focus);
    }
    return stage_show(&kiosk->stage, kiosk->terminal.root, &kiosk->terminal.facts,
                      &kiosk->terminal.focus);
}

/* What the configuration says of the terminal's own screen is not true of a trial's. */
static double config_mm(const struct kiosk *kiosk)
{
    const struct config *config = kiosk->terminal.config;
    return kiosk->is_whole && config && config->terminal
               ? (double)config->terminal->width_mm
               : 0;
}

/* Size and scale of the window as it is now. */
static void measure(struct kiosk *kiosk)
{
    window_facts(&kiosk->stage.window, &kiosk->facts);
    ruler_hold(&kiosk->ruler, config_mm(kiosk), &kiosk->facts);
}

static void tell_screen(struct kiosk *kiosk)
{
    if (kiosk->is_whole)
        ruler_tell(&kiosk->ruler);
}

static void remeasure(struct kiosk *kiosk)
{
    measure(kiosk);
    terminal_resize(&kiosk->terminal, &kiosk->facts, clock_now());
    tell_screen(kiosk);
}

/* The screen is the one that was measured; what the configuration says of it may be new. */
static void rescale(struct kiosk *kiosk)
{
    if (ruler_rescale(&kiosk->ruler, config_mm(kiosk), &kiosk->facts))
        terminal_resize(&kiosk->terminal, &kiosk->facts, clock_now());
    tell_screen(kiosk);
}

/* For the journal: the screen shows a number only. */
static void tell_failure(const struct kiosk *kiosk)
{
    console_line(CONSOLE_ERROR, "resonance-kiosk: %s",
                 kiosk->terminal.failure == OK ? "sessions can be started again"
                                               : status_last());
}

/* Also for the journal. The signature is the organization's word: the terminal works. */
static void tell_unchecked(const struct kiosk *kiosk)
{
    const struct terminal *terminal = &kiosk->terminal;
    const char *unchecked =
        terminal->has_ground ? config_load_unchecked(terminal->config) : NULL;
    if (unchecked)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", unchecked);
    if (terminal->has_ground && is_config_load_quick(terminal->config))
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s",
                     config_load_quick_words());
}

/* The sittings go on: a swap may not even be there. But whoever runs the terminal hears of it. */
static void tell_unlocked(const struct kiosk *kiosk)
{
    const struct arena_guards own = arena_guards(),
                              keeper = kiosk->terminal.vault.device.guards,
                              all = {own.bytes + keeper.bytes,
                                     own.locked_bytes + keeper.locked_bytes};
    struct arena arena;
    if (is_locked_all(all))
        return;
    arena_init(&arena, WORDS_BYTES);
    console_line(
        CONSOLE_ERROR,
        "resonance-kiosk: note: of the memory for answers and keys, %.*s: the rest "
        "could reach the swap; " LOCKED_WAY_OUT,
        SPAN_ARGS(locked_words(&arena, all, true)));
    arena_done(&arena);
}

/* Before the first person comes: from the first ground on. Until then there is nothing to be kept
 * apart, and the configuration and the data folder may still have to be made. */
static void enclose(struct kiosk *kiosk)
{
    const struct terminal_folders *folders = &kiosk->terminal.folders;
    if (kiosk->is_enclosed || !kiosk->terminal.has_ground)
        return;
    kiosk->is_enclosed = true;
    if (sandbox_enter(SANDBOX_SCREENS,
                      &(struct sandbox_folders){.data = folders->data,
                                                .screens = kiosk->setup.folder}) != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: note: %s", status_last());
}

/* Staff have opened the pages of the screen; what they turn or measure counts at once. */
static void set_screen_up(struct kiosk *kiosk, const struct input *input)
{
    struct screen_setup *setup = &kiosk->setup;
    screen_setup_take(setup, input);
    if (!setup->is_begun_anew)
        return;
    setup->is_begun_anew = false;
    remeasure(kiosk);
}

/* What was wrong at the start can be mended while the terminal runs, and the other way round. */
static void take_input(struct kiosk *kiosk, const struct input *input)
{
    const bool had_ground = kiosk->terminal.has_ground;
    const struct config *config = kiosk->terminal.config;
    const enum status failure = kiosk->terminal.failure;
    if (is_screen_setup(&kiosk->setup)) {
        set_screen_up(kiosk, input);
        return;
    }
    if (!is_trust_asked(kiosk) || input->kind == INPUT_TICK)
        terminal_input(&kiosk->terminal, input);
    else if (is_first_trust_yes(&kiosk->trust, input))
        terminal_trust(&kiosk->terminal, input->moment);
    if (kiosk->terminal.has_ground != had_ground || kiosk->terminal.config != config) {
        rescale(kiosk);
        tell_unchecked(kiosk);
        enclose(kiosk);
    }
    if (kiosk->terminal.failure != failure)
        tell_failure(kiosk);
    if (kiosk->terminal.is_screen_wanted)
        screen_setup_begin(&kiosk->setup, input->moment);
    kiosk->terminal.is_screen_wanted = false;
}

/* The X server ends before us: what is on the screen is saved all the same. */
static void on_lost(void *context)
{
    struct kiosk *kiosk = context;
    terminal_stop(&kiosk->terminal, clock_now());
}

/* Whoever updates the program asks it to end, and it does between two people: while the first
 * screen waits, with nothing over it. */
static bool is_restart_due(const struct kiosk *kiosk)
{
    const enum screen_kind screen = kiosk->terminal.journey.screen;
    return kiosk->restart_flag && (screen == SCREEN_ATTRACT || screen == SCREEN_STAFF) &&
           access(kiosk->restart_flag, F_OK) == 0;
}

/* What the process with the screens can see, for the page for staff. */
static void look(void *context, struct doctor_page *page)
{
    struct kiosk *kiosk = context;
    const struct ruler *ruler = &kiosk->ruler;
    const bool is_right = ruler_fault(ruler) == OK;
    doctor_page_add(page, is_right ? DOCTOR_OK : DOCTOR_WRONG, "screen",
                    is_right ? scale_words(page->arena, &ruler->display, &ruler->scale)
                             : span_of(status_last()));
    doctor_machine_add(page, kiosk->terminal.has_ground &&
                                 kiosk->terminal.config->terminal->is_locked);
}

static int64_t deadline(const struct kiosk *kiosk)
{
    return is_screen_setup(&kiosk->setup)
               ? screen_setup_deadline(&kiosk->setup, clock_now().steady_ms)
               : terminal_deadline(&kiosk->terminal);
}

static void loop(struct kiosk *kiosk)
{
    struct input input;
    while (!is_restart_due(kiosk)) {
        switch (window_wait(&kiosk->stage.window, deadline(kiosk), &input)) {
        case WINDOW_QUIT:
            return;
        case WINDOW_RESIZED:
            painter_forget(kiosk->stage.painter);
            remeasure(kiosk);
            break;
        case WINDOW_INPUT:
        case WINDOW_DEADLINE:
            timings_begin(&kiosk->timings);
            take_input(kiosk, &input);
            break;
        }
        if (is_terminal_cut(&kiosk->terminal) || kiosk->terminal.is_over)
            return;
        if (show(kiosk)) {
            timings_end(&kiosk->timings);
            terminal_shown(&kiosk->terminal, clock_now());
        }
    }
}

static enum status cut(bool is_other)
{
    return fail(STATUS_NO_LEDGER,
                "the process that keeps the results %s; nothing that was saved is lost: "
                "start the terminal again, and the code brings the answers back",
                is_other ? "is of another version now, since the terminal was updated"
                         : "has ended and cannot be started again");
}

static enum status run_in_window(struct kiosk *kiosk, const struct arguments *arguments)
{
    struct terminal_folders folders = arguments->folders;
    folders.keeper_socket = kiosk->duties.ledger;
    folders.uplink_socket = kiosk->duties.uplink;
    kiosk->look = (struct staff_look){look, kiosk};
    folders.look = &kiosk->look;
    kiosk->facts.step = STEP_NORMAL;
    measure(kiosk);
    enum status status = terminal_open(&kiosk->terminal, folders, &kiosk->facts,
                                       &kiosk->stage.port, clock_now());
    if (status != OK)
        return status;
    if (kiosk->terminal.failure != OK)
        tell_failure(kiosk);
    tell_unchecked(kiosk);
    tell_unlocked(kiosk);
    rescale(kiosk);
    enclose(kiosk);
    (void)show(kiosk);
    timings_first(&kiosk->timings);
    duty_shown(&kiosk->duties);
    window_on_lost(on_lost, kiosk);
    loop(kiosk);
    window_on_lost(NULL, NULL);
    terminal_stop(&kiosk->terminal, clock_now());
    const bool is_cut = is_terminal_cut(&kiosk->terminal),
               is_other = kiosk->terminal.port.is_other;
    terminal_close(&kiosk->terminal);
    status = timings_write(&kiosk->timings);
    return is_cut ? cut(is_other) : status;
}

static enum status run_on_stage(struct kiosk *kiosk, const struct arguments *arguments)
{
    enum status status =
        stage_open(&kiosk->stage, arguments->width_px, arguments->height_px);
    if (status == OK && kiosk->is_whole)
        stage_stand(&kiosk->stage, arguments->screens);
    if (status == OK && arguments->timings)
        status = timings_open(arguments->timings,
                              arena_array(&kiosk->stage.arena, uint32_t, TIMINGS_MAX),
                              &kiosk->timings);
    if (status == OK)
        status = run_in_window(kiosk, arguments);
    stage_close(&kiosk->stage);
    return status;
}

enum status run_kiosk(const struct arguments *arguments)
{
    static struct kiosk kiosk;
    enum status status = duty_start(arguments, &kiosk.duties);
    if (status != OK)
        return status;
    sandbox_harden();
    first_trust_open(&kiosk.trust);
    screen_setup_open(&kiosk.setup, &kiosk.stage, &kiosk.ruler, arguments->screens);
    kiosk.is_whole = arguments->width_px <= 0;
    kiosk.restart_flag = arguments->restart_flag;
    if (ruler_open(&kiosk.ruler, arguments) != OK)
        console_line(CONSOLE_ERROR,
                     "resonance-kiosk: what was measured does not count: %s",
                     status_last());
    status = run_on_stage(&kiosk, arguments);
    first_trust_close(&kiosk.trust);
    screen_setup_close(&kiosk.setup);
    ruler_close(&kiosk.ruler);
    duty_end(&kiosk.duties);
    return status;
}
