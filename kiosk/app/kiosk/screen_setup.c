#include "app/kiosk/screen_setup.h"

#include "app/common/console.h"
#include "app/kiosk/staff_page.h"

enum { TREE_BYTES = 1024 * 1024, SECOND_MS = 1000 };

void screen_setup_open(struct screen_setup *setup, struct stage *stage,
                       struct ruler *ruler, const char *folder)
{
    *setup = (struct screen_setup){.stage = stage, .ruler = ruler, .folder = folder};
    arena_init(&setup->tree, TREE_BYTES);
    focus_init(&setup->focus, 1);
}

void screen_setup_close(struct screen_setup *setup)
{
    arena_done(&setup->tree);
}

/* ---- where it is ---- */

static bool is_trial(const struct screen_setup *setup)
{
    return setup->at == SCREEN_SETUP_TURN || setup->at == SCREEN_SETUP_TOUCH;
}

static bool can_fall_back(const struct screen_setup *setup)
{
    return is_trial(setup) || setup->at == SCREEN_SETUP_CORNERS;
}

/* Each page begins with its own focus, and what was there before lies nowhere on it. */
static void go(struct screen_setup *setup, enum screen_setup_at at, int64_t now_ms)
{
    setup->at = at;
    setup->until_ms =
        now_ms + (can_fall_back(setup) ? SCREEN_SETUP_TRIAL_MS : SCREEN_SETUP_IDLE_MS);
    focus_init(&setup->focus, setup->facts.px_per_mm > 0 ? setup->facts.px_per_mm : 1);
}

static void stand_as(struct screen_setup *setup, const struct stand *stand)
{
    window_stand(&setup->stage->window, stand);
    painter_forget(setup->stage->painter);
    setup->is_begun_anew = true;
}

static void put_back(struct screen_setup *setup, int64_t now_ms)
{
    stand_as(setup, &setup->kept);
    setup->told = SCREEN_SETUP_BACK;
    go(setup, SCREEN_SETUP_MENU, now_ms);
}

void screen_setup_begin(struct screen_setup *setup, struct moment moment)
{
    setup->kept = setup->stage->window.stand;
    setup->told = SCREEN_SETUP_NOTHING;
    go(setup, SCREEN_SETUP_MENU, moment.steady_ms);
}

bool is_screen_setup(const struct screen_setup *setup)
{
    return setup->at != SCREEN_SETUP_CLOSED;
}

/* ---- the card ---- */

static void card_begin(struct screen_setup *setup, int64_t now_ms)
{
    setup->frame = (struct calibrate_frame){
        .display = &setup->ruler->display,
        .card_px = calibrate_page_card_px(setup->ruler->scale.px_per_mm)};
    go(setup, SCREEN_SETUP_CARD, now_ms);
}

static void card_keep(struct screen_setup *setup)
{
    struct ruler *ruler = setup->ruler;
    setup->frame.problem =
        ruler_keep(ruler, setup->folder,
                   calibrate_page_width_mm(&setup->frame, ruler->display.width_px));
    setup->frame.is_done = setup->frame.problem == OK;
}

static void card_take(struct screen_setup *setup, const struct input *input)
{
    struct event event;
    if (is_calibrate_page_move(&setup->frame, setup->root, input) ||
        !focus_input(&setup->focus, setup->root, input, &event))
        return;
    if (event.kind == CALIBRATE_KEEP)
        card_keep(setup);
    else
        calibrate_page_step(&setup->frame, setup->root, &event);
    if (!setup->frame.is_done)
        return;
    setup->told = setup->frame.is_left ? SCREEN_SETUP_BACK : SCREEN_SETUP_KEPT;
    setup->is_begun_anew = true;
    go(setup, SCREEN_SETUP_MENU, input->moment.steady_ms);
}

/* ---- the picture ---- */

static void turn(struct screen_setup *setup, int64_t now_ms)
{
    struct stand stand = setup->stage->window.stand;
    stand.turn = (stand.turn + 1) % STAND_TURNS;
    stand_as(setup, &stand);
    go(setup, SCREEN_SETUP_TURN, now_ms);
}

static void keep(struct screen_setup *setup, int64_t now_ms)
{
    const struct stand *tried = &setup->stage->window.stand;
    setup->fault = stand_save(setup->folder, tried);
    if (setup->fault != OK) {
        console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
        put_back(setup, now_ms);
        setup->told = SCREEN_SETUP_FAILED;
        return;
    }
    setup->kept = *tried;
    setup->told = SCREEN_SETUP_KEPT;
    go(setup, SCREEN_SETUP_MENU, now_ms);
}

/* ---- the corners ---- */

/* What fingers tell is learned without what was learned before. */
static void corners_begin(struct screen_setup *setup, int64_t now_ms)
{
    struct stand stand = stand_usual();
    stand.turn = setup->kept.turn;
    stand_as(setup, &stand);
    setup->corner = 0;
    go(setup, SCREEN_SETUP_CORNERS, now_ms);
}

static struct stand_place place_of(const struct screen_setup *setup, int x, int y)
{
    const struct stand *stand = &setup->stage->window.stand;
    const bool is_upright = is_stand_upright(stand);
    const int width = is_upright ? setup->facts.height_px : setup->facts.width_px,
              height = is_upright ? setup->facts.width_px : setup->facts.height_px;
    stand_glass(stand, width, height, &x, &y);
    return (struct stand_place){(double)x / width, (double)y / height};
}

static void corners_end(struct screen_setup *setup, int64_t now_ms)
{
    struct stand stand = setup->stage->window.stand;
    if (!is_stand_learned(&stand, setup->corners_told, setup->corners_meant)) {
        put_back(setup, now_ms);
        setup->told = SCREEN_SETUP_UNCLEAR;
        return;
    }
    stand_as(setup, &stand);
    go(setup, SCREEN_SETUP_TOUCH, now_ms);
}

static bool is_of_finger(const struct input *input)
{
    return input->pointer != INPUT_MOUSE &&
           (input->kind == INPUT_PRESS || input->kind == INPUT_DRAG ||
            input->kind == INPUT_RELEASE || input->kind == INPUT_CANCEL);
}

static bool is_corner_taken(struct screen_setup *setup, const struct input *input)
{
    const struct node *cross = node_find(setup->root, SPAN("cross"));
    if (setup->at != SCREEN_SETUP_CORNERS || !is_of_finger(input) ||
        input->kind != INPUT_PRESS || !cross)
        return false;
    setup->corners_told[setup->corner] = place_of(setup, input->x, input->y);
    setup->corners_meant[setup->corner] = place_of(
        setup, cross->box.x + cross->box.width / 2, cross->box.y + cross->box.height / 2);
    setup->corner++;
    if (setup->corner == STAND_CORNERS)
        corners_end(setup, input->moment.steady_ms);
    return true;
}

/* ---- what is done ---- */

static void leave(struct screen_setup *setup, int64_t now_ms)
{
    if (can_fall_back(setup))
        put_back(setup, now_ms);
    else
        setup->at = SCREEN_SETUP_CLOSED;
}

static void step(struct screen_setup *setup, const struct event *event, int64_t now_ms)
{
    switch ((enum screen_setup_event)event->kind) {
    case SCREEN_SETUP_TO_CARD:
        card_begin(setup, now_ms);
        break;
    case SCREEN_SETUP_TO_TURN:
        turn(setup, now_ms);
        break;
    case SCREEN_SETUP_TO_CORNERS:
        corners_begin(setup, now_ms);
        break;
    case SCREEN_SETUP_KEEP:
        keep(setup, now_ms);
        break;
    case SCREEN_SETUP_NOT:
        leave(setup, now_ms);
        break;
    }
}

/* A finger that corrects corners touches no button: it may be told anywhere. */
void screen_setup_take(struct screen_setup *setup, const struct input *input)
{
    struct event event;
    const int64_t now_ms = input->moment.steady_ms;
    if (input->kind == INPUT_TICK && now_ms >= setup->until_ms)
        leave(setup, now_ms);
    if (input->kind != INPUT_TICK)
        setup->until_ms = now_ms + (can_fall_back(setup) ? SCREEN_SETUP_TRIAL_MS
                                                         : SCREEN_SETUP_IDLE_MS);
    if (!is_screen_setup(setup) || !setup->root || is_corner_taken(setup, input))
        return;
    if (setup->at == SCREEN_SETUP_CARD)
        card_take(setup, input);
    else if ((setup->at != SCREEN_SETUP_CORNERS || !is_of_finger(input)) &&
             focus_input(&setup->focus, setup->root, input, &event))
        step(setup, &event, now_ms);
}

bool screen_setup_show(struct screen_setup *setup, const struct surface_facts *facts,
                       struct moment moment)
{
    setup->facts = *facts;
    setup->facts.step = STEP_NORMAL;
    if (setup->at == SCREEN_SETUP_CARD)
        calibrate_page_facts(&setup->facts);
    arena_reset(&setup->tree);
    setup->root = screen_setup_page_view(setup, moment);
    staff_page_settle(&setup->tree, setup->root, &setup->facts, &setup->stage->port,
                      &setup->focus);
    return stage_show(setup->stage, setup->root, &setup->facts, &setup->focus);
}

/* A trial counts its seconds. */
int64_t screen_setup_deadline(const struct screen_setup *setup, int64_t now_ms)
{
    const int64_t left_ms = setup->until_ms - now_ms;
    if (!is_trial(setup) || left_ms <= 0)
        return setup->until_ms;
    return setup->until_ms - (left_ms - 1) / SECOND_MS * SECOND_MS;
}
