#include "app/kiosk/run.h"

#include "app/kiosk/timings.h"
#include "device/painter.h"
#include "device/text.h"
#include "device/window.h"
#include "view/paint/paint.h"

#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

enum { DEVICE_MAX_BYTES = 64 * 1024 * 1024, LIST_BYTES = 1024 * 1024 };

struct kiosk {
    struct arena arena; /* as long as the process */
    struct arena lists; /* guarded: strokes lend the person's words */
    struct window window;
    struct text *text;
    struct text_port port;
    struct painter *painter;
    struct terminal terminal;
    struct timings timings;
    struct surface_facts facts;
};

/* No core dump and no debugger: memory holds answers. */
static void harden(void)
{
    const struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Paints and pushes what differs; 1 when anything did. */
static int show(struct kiosk *kiosk)
{
    struct paint_list list;
    struct damage damage;
    SDL_Surface *surface = window_surface(&kiosk->window);
    if (!surface)
        return 0;
    arena_reset(&kiosk->lists);
    paint_screen(&kiosk->lists, kiosk->terminal.root, &kiosk->terminal.facts,
                 &kiosk->port, &kiosk->terminal.focus, &list);
    painter_paint(kiosk->painter, surface, &list, &damage);
    window_push(&kiosk->window, &damage);
    return damage.count > 0;
}

static enum status open_window(struct kiosk *kiosk, const struct arguments *arguments)
{
    enum status status =
        window_open((struct window_options){.title = "Resonance",
                                            .width_px = arguments->width_px,
                                            .height_px = arguments->height_px,
                                            .width_mm = arguments->width_mm},
                    &kiosk->window);
    if (status == OK)
        status = text_open(&kiosk->arena, &kiosk->text);
    if (status != OK)
        return status;
    kiosk->port = text_port_of(kiosk->text);
    painter_open(&kiosk->arena, kiosk->text, &kiosk->painter);
    kiosk->facts.step = STEP_NORMAL;
    window_facts(&kiosk->window, &kiosk->facts);
    return OK;
}

/* The width that the configuration names counts where the command line names none. */
static void scale_by_config(struct kiosk *kiosk, const struct arguments *arguments)
{
    const struct config *config = kiosk->terminal.config;
    if (arguments->width_mm > 0 || arguments->width_px > 0 || !config ||
        !config->terminal || config->terminal->width_mm <= 0)
        return;
    kiosk->facts.px_per_mm = kiosk->facts.width_px / (double)config->terminal->width_mm;
    terminal_resize(&kiosk->terminal, &kiosk->facts, clock_now());
}

/* For the journal: the screen shows a number only. */
static void tell_failure(const struct kiosk *kiosk)
{
    fprintf(stderr, "resonance-kiosk: %s\n",
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
        fprintf(stderr, "resonance-kiosk: note: %s\n", unchecked);
}

/* What was wrong at the start can be mended while the terminal runs, and the other way round. */
static void take_input(struct kiosk *kiosk, const struct arguments *arguments,
                       const struct input *input)
{
    const int had_ground = kiosk->terminal.has_ground;
    const enum status failure = kiosk->terminal.failure;
    terminal_input(&kiosk->terminal, input);
    if (kiosk->terminal.has_ground != had_ground) {
        scale_by_config(kiosk, arguments);
        tell_unchecked(kiosk);
    }
    if (kiosk->terminal.failure != failure)
        tell_failure(kiosk);
}

static void loop(struct kiosk *kiosk, const struct arguments *arguments)
{
    struct input input;
    for (;;) {
        switch (
            window_wait(&kiosk->window, terminal_deadline(&kiosk->terminal), &input)) {
        case WINDOW_QUIT:
            return;
        case WINDOW_RESIZED:
            window_facts(&kiosk->window, &kiosk->facts);
            painter_forget(kiosk->painter);
            terminal_resize(&kiosk->terminal, &kiosk->facts, clock_now());
            break;
        case WINDOW_INPUT:
        case WINDOW_DEADLINE:
            timings_begin(&kiosk->timings);
            take_input(kiosk, arguments, &input);
            break;
        }
        if (show(kiosk))
            timings_end(&kiosk->timings);
    }
}

static enum status run_in_window(struct kiosk *kiosk, const struct arguments *arguments)
{
    enum status status = terminal_open(&kiosk->terminal, arguments->folders,
                                       &kiosk->facts, &kiosk->port, clock_now());
    if (status != OK)
        return status;
    if (kiosk->terminal.failure != OK)
        tell_failure(kiosk);
    tell_unchecked(kiosk);
    scale_by_config(kiosk, arguments);
    (void)show(kiosk);
    timings_first(&kiosk->timings);
    loop(kiosk, arguments);
    terminal_close(&kiosk->terminal);
    return timings_write(&kiosk->timings);
}

enum status run_kiosk(const struct arguments *arguments)
{
    static struct kiosk kiosk;
    bool is_locked;
    harden();
    arena_init(&kiosk.arena, DEVICE_MAX_BYTES);
    enum status status = arena_init_guarded(&kiosk.lists, LIST_BYTES, &is_locked);
    if (status == OK && arguments->timings)
        timings_init(&kiosk.timings, arguments->timings,
                     arena_array(&kiosk.arena, uint32_t, TIMINGS_MAX));
    if (status == OK)
        status = open_window(&kiosk, arguments);
    if (status == OK)
        status = run_in_window(&kiosk, arguments);
    painter_close(kiosk.painter);
    text_close(kiosk.text);
    window_close(&kiosk.window);
    arena_done(&kiosk.lists);
    arena_done(&kiosk.arena);
    return status;
}
