#include "app/kiosk/calibrate.h"

#include "app/common/console.h"
#include "app/kiosk/calibrate_page.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/staff_page.h"
#include "app/kiosk/stage.h"

enum { TREE_BYTES = 1024 * 1024, FOREVER_MS = 3600 * 1000 };

struct calibrate {
    struct stage stage;
    struct ruler ruler;
    struct arena tree;
    struct surface_facts facts;
    struct focus focus;
    struct node *root;
    struct calibrate_frame frame;
    const char *screens;
};

static void describe(struct calibrate *calibrate)
{
    window_facts(&calibrate->stage.window, &calibrate->facts);
    calibrate_page_facts(&calibrate->facts);
    arena_reset(&calibrate->tree);
    calibrate->root =
        calibrate_page_view(&calibrate->tree, &calibrate->frame, &calibrate->facts);
    staff_page_settle(&calibrate->tree, calibrate->root, &calibrate->facts,
                      &calibrate->stage.port, &calibrate->focus);
    (void)stage_show(&calibrate->stage, calibrate->root, &calibrate->facts,
                     &calibrate->focus);
}

static void keep(struct calibrate *calibrate)
{
    struct ruler *ruler = &calibrate->ruler;
    const struct calibrate_frame *frame = &calibrate->frame;
    calibrate->frame.problem =
        ruler_keep(ruler, calibrate->screens,
                   calibrate_page_width_mm(frame, ruler->display.width_px));
    calibrate->frame.is_done = calibrate->frame.problem == OK;
}

static void take(struct calibrate *calibrate, const struct input *input)
{
    struct event event;
    if (is_calibrate_page_move(&calibrate->frame, calibrate->root, input))
        return;
    if (!focus_input(&calibrate->focus, calibrate->root, input, &event))
        return;
    if (event.kind == CALIBRATE_KEEP)
        keep(calibrate);
    else
        calibrate_page_step(&calibrate->frame, calibrate->root, &event);
}

static void loop(struct calibrate *calibrate)
{
    struct input input;
    while (!calibrate->frame.is_done) {
        describe(calibrate);
        const int64_t deadline_ms = clock_now().steady_ms + FOREVER_MS;
        switch (window_wait(&calibrate->stage.window, deadline_ms, &input)) {
        case WINDOW_QUIT:
            return;
        case WINDOW_RESIZED:
            painter_forget(calibrate->stage.painter);
            window_facts(&calibrate->stage.window, &calibrate->facts);
            ruler_hold(&calibrate->ruler, 0, &calibrate->facts);
            calibrate->frame.is_asking = calibrate->frame.is_pulled = false;
            break;
        case WINDOW_INPUT:
            take(calibrate, &input);
            break;
        case WINDOW_DEADLINE:
            break;
        }
    }
}

static void tell(const struct calibrate *calibrate)
{
    const struct ruler *ruler = &calibrate->ruler;
    const struct scale_told told = {.measured = &ruler->measured};
    const struct scale scale = scale_find(&ruler->display, &told);
    if (calibrate->frame.is_done && calibrate->frame.problem == OK &&
        scale.source == SCALE_CARD && !calibrate->frame.is_left)
        console_line(CONSOLE_OUT,
                     "screen %.0f x %.0f mm, measured with a card and kept in %s",
                     scale.width_mm, scale.height_mm, calibrate->screens);
    else
        console_line(CONSOLE_OUT, "nothing is changed");
}

enum status calibrate_run(const struct arguments *arguments)
{
    static struct calibrate calibrate;
    calibrate.screens = arguments->screens;
    /* A damaged file is written anew. */
    if (ruler_open(&calibrate.ruler, arguments) != OK)
        console_line(CONSOLE_ERROR,
                     "resonance-kiosk: what was measured does not count: %s",
                     status_last());
    arena_init(&calibrate.tree, TREE_BYTES);
    const enum status status =
        stage_open(&calibrate.stage, arguments->width_px, arguments->height_px);
    if (status == OK) {
        calibrate.facts.step = STEP_NORMAL;
        stage_stand(&calibrate.stage, arguments->screens);
        window_facts(&calibrate.stage.window, &calibrate.facts);
        ruler_hold(&calibrate.ruler, 0, &calibrate.facts);
        calibrate.frame.display = &calibrate.ruler.display;
        calibrate.frame.card_px = calibrate_page_card_px(calibrate.ruler.scale.px_per_mm);
        focus_init(&calibrate.focus, calibrate.facts.px_per_mm);
        loop(&calibrate);
        tell(&calibrate);
    }
    stage_close(&calibrate.stage);
    arena_done(&calibrate.tree);
    ruler_close(&calibrate.ruler);
    return status;
}
