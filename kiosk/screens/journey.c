/* The parts that belong to no single screen: overlays, deadlines, and how effects went. */
#include "screens/journey.h"

#include "base/must.h"
#include "screens/screen.h"
#include "screens/visit.h"

#include <string.h>

static const struct comfort comfort_usual = {.step = STEP_NORMAL, .theme = THEME_LIGHT};

void journey_init(struct journey *journey, const struct place *place, struct arena *arena,
                  struct moment moment)
{
    *journey = (struct journey){
        .place = place,
        .arena = arena,
        .screen = journey_rest_screen(place),
        .under = journey_rest_screen(place),
        .comfort = comfort_usual,
        .asked = effect_none(),
        .last_input_ms = moment.steady_ms,
        .screen_since_ms = moment.steady_ms,
    };
}

static bool is_held(const struct journey *journey)
{
    return journey_base(journey) == SCREEN_HELD;
}

static bool is_resting(const struct journey *journey)
{
    const enum screen_kind base = journey_base(journey);
    return base == SCREEN_ATTRACT || base == SCREEN_STAFF;
}

/* Whoever reads the help or sets the letters meanwhile finds the other screen below. */
void journey_fault(struct journey *journey, struct moment moment)
{
    if (!is_resting(journey) ||
        journey_base(journey) == journey_rest_screen(journey->place))
        return;
    if (is_screen_overlay(journey->screen))
        journey->under = journey_rest_screen(journey->place);
    else
        journey_rest(journey, moment);
}

struct effect journey_open(struct journey *journey, enum screen_kind overlay,
                           struct moment moment)
{
    struct visit *visit = journey->visit;
    struct effect effect = effect_none();
    journey->under = journey_base(journey);
    if (visit)
        visit_stop(visit, journey->last_input_ms);
    if (visit && journey->under == SCREEN_ITEM && visit->is_changed)
        effect = visit_keep(visit, moment);
    journey_show(journey, overlay, moment);
    return effect;
}

void journey_close(struct journey *journey, struct moment moment)
{
    if (journey->under == SCREEN_ITEM)
        journey_show_item(journey, false, moment);
    else
        journey_show(journey, journey->under, moment);
}

/* Hides all until the code is typed anew. The answer goes into the sitting before the screen
 * forgets it. */
static struct effect hold(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const enum screen_kind base = journey_base(journey);
    visit_stop(visit, journey->last_input_ms);
    const struct effect effect = base == SCREEN_ITEM || base == SCREEN_BLANK
                                     ? visit_keep(visit, moment)
                                     : effect_none();
    visit->held_screen = base == SCREEN_BLANK ? SCREEN_ITEM : base;
    visit->held_since_ms = moment.steady_ms;
    visit->answer = answer_empty();
    typing_set(&visit->typing, SPAN(""));
    journey->code_problem = OK;
    journey_show(journey, SCREEN_HELD, moment);
    return effect;
}

struct effect journey_end(struct journey *journey, enum effect_kind kind)
{
    journey->is_wiping = true;
    return effect_of(kind);
}

/* ---- events ---- */

static bool is_held_possible(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return visit && visit->has_begun && !visit->sitting->is_finished && !is_held(journey);
}

static bool can_leave(const struct journey *journey)
{
    return journey->visit && !is_held(journey) &&
           !(journey->visit->sitting && journey->visit->sitting->is_finished);
}

static bool has_tools(const struct journey *journey)
{
    const enum screen_kind base = journey_base(journey);
    return base != SCREEN_SEALING && base != SCREEN_WIPED;
}

static int apply_comfort(struct journey *journey, const struct event *event)
{
    switch (event->kind) {
    case EVENT_SET_STEP:
        if (event->a >= 0 && event->a < STEP_COUNT)
            journey->comfort.step = (enum text_step)event->a;
        return 1;
    case EVENT_SET_THEME:
        if (event->a >= 0 && event->a < THEME_COUNT)
            journey->comfort.theme = (enum theme_name)event->a;
        return 1;
    case EVENT_RESTORE_COMFORT:
        journey->comfort = comfort_usual;
        return 1;
    }
    return 0;
}

/* The overlay that `event` may open here, or SCREEN_COUNT. */
static enum screen_kind overlay_of(const struct journey *journey,
                                   const struct event *event)
{
    switch (event->kind) {
    case EVENT_OPEN_COMFORT:
        return has_tools(journey) ? SCREEN_COMFORT : SCREEN_COUNT;
    case EVENT_OPEN_HELP:
        return has_tools(journey) ? SCREEN_HELP : SCREEN_COUNT;
    case EVENT_LEAVE:
        return can_leave(journey) ? SCREEN_LEAVE : SCREEN_COUNT;
    }
    return SCREEN_COUNT;
}

/* What every screen knows: the tools on top and what they lead to, and the pause. */
static int apply_tools(struct journey *journey, const struct event *event,
                       struct moment moment, struct effect *effect)
{
    const enum screen_kind overlay = overlay_of(journey, event);
    if (overlay != SCREEN_COUNT && overlay != journey->screen)
        *effect = journey_open(journey, overlay, moment);
    else if (event->kind == EVENT_CLOSE_OVERLAY && is_screen_overlay(journey->screen))
        journey_close(journey, moment);
    else if (event->kind == EVENT_PAUSE && is_held_possible(journey))
        *effect = hold(journey, moment);
    else
        return apply_comfort(journey, event);
    return 1;
}

struct effect journey_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    struct effect effect = effect_none();
    if (journey->is_wiping || event->kind == EVENT_NONE)
        return effect;
    if (journey->screen == SCREEN_IDLE) { /* whatever it is: somebody is there */
        journey->last_input_ms = moment.steady_ms;
        journey_close(journey, moment);
        return effect;
    }
    journey->last_input_ms = moment.steady_ms;
    if (!apply_tools(journey, event, moment, &effect))
        effect = screen_get(journey->screen)->step(journey, event, moment);
    journey->asked = effect;
    return effect;
}

/* ---- what time alone does ---- */

enum due_kind {
    DUE_NOTHING,
    DUE_WIPE,
    DUE_PARK,
    DUE_IDLE,     /* the warning appears */
    DUE_DESERTED, /* nobody answered it */
    DUE_ATTRACT,  /* the wiped screen has stood long enough */
    DUE_FRESH,    /* the screen that waits, as everybody should meet it */
    DUE_UNLOCK,
    DUE_SAVE,
};

struct due {
    enum due_kind kind;
    int64_t at_ms;
};

static struct due earlier(struct due a, struct due b)
{
    return b.kind != DUE_NOTHING && (a.kind == DUE_NOTHING || b.at_ms < a.at_ms) ? b : a;
}

static struct due due_at(enum due_kind kind, int64_t at_ms)
{
    return (struct due){.kind = kind, .at_ms = at_ms};
}

static bool is_fresh(const struct journey *journey)
{
    return is_resting(journey) && !is_screen_overlay(journey->screen) &&
           journey->comfort.step == comfort_usual.step &&
           journey->comfort.theme == comfort_usual.theme;
}

static struct due due_on_screen(const struct journey *journey)
{
    const struct place *place = journey->place;
    const enum screen_kind base = journey_base(journey);
    const int64_t idle_at_ms = journey->last_input_ms + place->idle_ms;
    if (base == SCREEN_SEALING || is_fresh(journey))
        return (struct due){.kind = DUE_NOTHING};
    if (base == SCREEN_WIPED)
        return due_at(DUE_ATTRACT, journey->screen_since_ms + WIPED_MS);
    if (base == SCREEN_HELD)
        return due_at(DUE_PARK, journey->visit->held_since_ms + place->hold_ms);
    if (is_resting(journey))
        return due_at(DUE_FRESH, idle_at_ms);
    if (journey->screen == SCREEN_IDLE)
        return due_at(DUE_DESERTED, journey->screen_since_ms + place->warning_ms);
    return due_at(DUE_IDLE, idle_at_ms);
}

static struct due next_due(const struct journey *journey)
{
    if (journey->is_wiping)
        return due_at(DUE_WIPE, journey->screen_since_ms);
    struct due due = due_on_screen(journey);
    if (journey->tries.locked_until_ms)
        due = earlier(due, due_at(DUE_UNLOCK, journey->tries.locked_until_ms));
    if (journey_base(journey) == SCREEN_ITEM && journey->visit->is_changed)
        due = earlier(due,
                      due_at(DUE_SAVE, journey->visit->changed_since_ms + AUTOSAVE_MS));
    return due;
}

int64_t journey_deadline(const struct journey *journey)
{
    const struct due due = next_due(journey);
    return due.kind == DUE_NOTHING ? INT64_MAX : due.at_ms;
}

/* Nobody answered the warning: what was begun is held for the person, the rest is wiped. */
static struct effect desert(struct journey *journey, struct moment moment)
{
    if (is_held_possible(journey))
        return hold(journey, moment);
    if (!journey->visit->sitting)
        journey_show(journey, SCREEN_ATTRACT, moment);
    return journey_end(journey, EFFECT_WIPE);
}

static struct effect do_due(struct journey *journey, enum due_kind kind,
                            struct moment moment)
{
    switch (kind) {
    case DUE_WIPE:
        return effect_of(EFFECT_WIPE);
    case DUE_PARK:
        return journey_end(journey, EFFECT_PARK);
    case DUE_IDLE:
        return journey_open(journey, SCREEN_IDLE, moment);
    case DUE_DESERTED:
        return desert(journey, moment);
    case DUE_ATTRACT:
        journey_rest(journey, moment);
        break;
    case DUE_FRESH:
        journey->comfort = comfort_usual;
        journey_rest(journey, moment);
        break;
    case DUE_UNLOCK:
        journey->tries.locked_until_ms = 0;
        journey->code_problem = OK;
        break;
    case DUE_SAVE:
        return visit_keep(journey->visit, moment);
    case DUE_NOTHING:
        break;
    }
    return effect_none();
}

struct effect journey_tick(struct journey *journey, struct moment moment)
{
    const struct due due = next_due(journey);
    if (due.kind == DUE_NOTHING || moment.steady_ms < due.at_ms)
        return effect_none();
    journey->asked = do_due(journey, due.kind, moment);
    return journey->asked;
}

/* ---- how effects went ---- */

struct span journey_code(const struct journey *journey)
{
    return journey->visit ? typing_span(&journey->visit->typing) : SPAN("");
}

void journey_code_known(struct journey *journey, struct sitting *sitting, int at,
                        bool is_resumed, struct span vacancy_title, struct moment moment)
{
    struct visit *visit = journey->visit;
    must(visit && journey->screen == SCREEN_CODE && visit->typing.count == CODE_MAX);
    memcpy(visit->code, visit->typing.text, CODE_MAX);
    typing_set(&visit->typing, SPAN(""));
    visit->sitting = sitting;
    visit->vacancy_title = vacancy_title;
    visit->at = at;
    visit->is_resumed = visit->has_begun = is_resumed;
    visit_resume(visit);
    journey->tries = (struct tries){0};
    journey->code_problem = OK;
    journey_show(journey, is_resumed ? SCREEN_RESUME : SCREEN_NOTICE, moment);
}

/* The typed letters stay: most mistakes are one letter. Only codes count as tries, not a disk
 * that does not answer. */
void journey_code_refused(struct journey *journey, enum status status,
                          struct moment moment)
{
    journey->code_problem = status;
    if (status == STATUS_UNKNOWN_CODE || status == STATUS_USED_CODE)
        tries_wrong(&journey->tries, moment.steady_ms);
}

void journey_sealed(struct journey *journey, const struct scorecard *scorecard,
                    struct span receipt, struct span handle, struct moment moment)
{
    struct visit *visit = journey->visit;
    visit->scorecard = scorecard;
    visit->receipt = receipt;
    visit->handle = handle;
    journey->last_input_ms = moment.steady_ms;
    journey_show(journey, scorecard ? SCREEN_PROFILE : SCREEN_RECEIPT, moment);
}

/* An answer that could not be saved comes back on the screen, as changed, so that going on tries
 * again. What is held stays hidden. */
static void save_failed(struct journey *journey, int step, struct moment moment)
{
    struct visit *visit = journey->visit;
    if (step == NO_STEP)
        return;
    const bool is_there = journey_base(journey) == SCREEN_ITEM && visit->at == step;
    if (!is_there && !is_held(journey))
        journey_enter(journey, step, moment);
    visit->is_changed = true;
    visit->changed_since_ms = moment.steady_ms;
}

void journey_failed(struct journey *journey, enum status status, struct moment moment)
{
    const struct effect asked = journey->asked;
    switch (asked.kind) {
    case EFFECT_CHECK_CODE:
        journey_code_refused(journey, status, moment);
        return;
    case EFFECT_SAVE:
        save_failed(journey, asked.step, moment);
        break;
    case EFFECT_BEGIN:
        journey->visit->has_begun = false;
        journey->visit->at = NO_STEP;
        journey_show(journey, SCREEN_CONSENT, moment);
        break;
    case EFFECT_SEAL:
        journey->visit->sitting->is_finished = false;
        journey_show(journey, SCREEN_FINISH, moment);
        break;
    case EFFECT_DROP:
        journey->is_wiping = false;
        break;
    case EFFECT_PARK: /* the draft is as it was last saved; the memory is wiped all the same */
    case EFFECT_NONE:
    case EFFECT_WIPE:
    case EFFECT_HELP:
        break;
    }
    journey->problem = status;
}

void journey_wiped(struct journey *journey, struct moment moment)
{
    const int had_begun = journey->screen != SCREEN_ATTRACT;
    journey->visit = NULL;
    journey->is_wiping = false;
    if (had_begun)
        journey->comfort = comfort_usual;
    journey->code_problem = OK;
    journey->asked = effect_none();
    journey->under = SCREEN_ATTRACT;
    journey_show(journey, had_begun ? SCREEN_WIPED : journey_rest_screen(journey->place),
                 moment);
}
