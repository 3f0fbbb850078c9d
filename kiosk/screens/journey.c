/* Where a person stands, and what the screens can do about it. */
#include "screens/journey.h"

const struct comfort comfort_usual = {.step = STEP_NORMAL, .theme = THEME_LIGHT};

bool is_journey_comfort_same(struct comfort a, struct comfort b)
{
    return a.step == b.step && a.theme == b.theme;
}

bool has_journey_warned_enough(const struct journey *journey)
{
    return journey->warning_count >= WARNINGS_IN_A_ROW;
}

enum screen_kind journey_rest_screen(const struct site *site)
{
    return site->fault ? SCREEN_STAFF : SCREEN_ATTRACT;
}

enum screen_kind journey_base(const struct journey *journey)
{
    return is_screen_overlay(journey->screen) ? journey->under : journey->screen;
}

void journey_show(struct journey *journey, enum screen_kind screen, struct moment moment)
{
    journey->screen = screen;
    journey->screen_since_ms = journey->counted_ms = moment.steady_ms;
    journey->screen_number++;
    journey->problem = OK;
    journey->told = REASON_NONE;
}

/* The farewell is read in the comfort of the person who goes; nobody else inherits it. */
void journey_rest(struct journey *journey, struct moment moment)
{
    if (journey->screen == SCREEN_WIPED)
        journey->comfort = comfort_usual;
    journey_show(journey, journey_rest_screen(journey->site), moment);
}

void journey_init(struct journey *journey, const struct site *site, struct arena *arena,
                  struct moment moment)
{
    *journey = (struct journey){
        .site = site,
        .arena = arena,
        .screen = journey_rest_screen(site),
        .under = journey_rest_screen(site),
        .comfort = comfort_usual,
        .asked = effect_none(),
        .last_input_ms = moment.steady_ms,
        .last_change_ms = moment.steady_ms,
        .screen_since_ms = moment.steady_ms,
    };
}

bool is_journey_hidden(const struct journey *journey)
{
    return journey_base(journey) == SCREEN_HIDDEN;
}

/* What comes after the check is reached again from there. */
int journey_place(const struct journey *journey)
{
    const enum screen_kind base = is_journey_hidden(journey)
                                      ? journey->visit->hidden_screen
                                      : journey_base(journey);
    return base == SCREEN_CHECK || base == SCREEN_REDO || base == SCREEN_FINISH
               ? AT_CHECK
               : journey->visit->at;
}

bool is_journey_resting(const struct journey *journey)
{
    const enum screen_kind base = journey_base(journey);
    return base == SCREEN_ATTRACT || base == SCREEN_STAFF;
}

/* Whoever reads the help or sets the letters meanwhile finds the other screen below. */
void journey_fault(struct journey *journey, struct moment moment)
{
    if (!is_journey_resting(journey) ||
        journey_base(journey) == journey_rest_screen(journey->site))
        return;
    if (is_screen_overlay(journey->screen))
        journey->under = journey_rest_screen(journey->site);
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
        effect = visit_hold(visit, moment);
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

/* What is typed there is wiped as a person's is. */
struct effect journey_staff(struct journey *journey, struct moment moment)
{
    if (!is_journey_resting(journey) || journey->visit)
        return effect_none();
    journey->visit = visit_new(journey->arena);
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
    journey_show(journey, SCREEN_STAFF_PIN, moment);
    return effect_of(EFFECT_STAFF_OPEN);
}

bool can_journey_hide(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return visit && visit->has_begun && !visit->sitting->is_finished &&
           !is_journey_hidden(journey);
}

/* The answer goes into the sitting before the screen forgets it. */
struct effect journey_hide(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const enum screen_kind base = journey_base(journey);
    visit_stop(visit, journey->last_input_ms);
    const struct effect effect = base == SCREEN_ITEM || base == SCREEN_BLANK
                                     ? visit_hold(visit, moment)
                                     : effect_none();
    visit->hidden_screen = base == SCREEN_BLANK ? SCREEN_ITEM : base;
    visit->hidden_since_ms = moment.steady_ms;
    journey->hidden_comfort = journey->comfort;
    memset(&visit->answer, 0, sizeof visit->answer);
    typing_set(&visit->typing, SPAN(""));
    journey->code_problem = OK;
    journey_show(journey, SCREEN_HIDDEN, moment);
    return effect;
}

/* What is hidden was kept when it was hidden, unless that failed. */
struct effect journey_stop(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    if (!visit || !visit->has_begun || visit->sitting->is_finished || !visit->is_changed)
        return effect_none();
    const struct effect effect =
        is_journey_hidden(journey) ? effect_save(visit->at) : visit_hold(visit, moment);
    journey_ask(journey, effect, moment);
    return effect;
}

void journey_ask(struct journey *journey, struct effect effect, struct moment moment)
{
    journey->asked = effect;
    if (effect.kind == EFFECT_SAVE || effect.kind == EFFECT_BEGIN)
        journey->saved_unix_ms = moment.unix_ms;
}

void journey_keep(struct journey *journey, struct moment moment)
{
    journey->visit->kept_from = journey->screen;
    journey->visit->kept_part = 0;
    journey->visit->is_printed = false;
    journey_show(journey, SCREEN_KEEP, moment);
}

struct effect journey_end(struct journey *journey, enum effect_kind kind)
{
    const struct sitting *sitting = journey->visit ? journey->visit->sitting : NULL;
    journey->is_wiping = true;
    journey->ending = (struct ending){
        .kind = kind == EFFECT_SUSPEND                     ? ENDING_KEPT
                : kind == EFFECT_DROP                      ? ENDING_ERASED
                : sitting && sitting->is_finished          ? ENDING_FINISHED
                : sitting && is_visit_left(journey->visit) ? ENDING_LEFT
                                                           : ENDING_NOTHING,
        .role = sitting ? sitting->start.role : ROLE_CANDIDATE,
        .kept_until_unix_ms =
            journey->saved_unix_ms ? journey->saved_unix_ms + DRAFT_LIFE_S * 1000LL : 0,
    };
    return effect_of(kind);
}

/* ---- from item to item: what a visit says comes next is shown ---- */

void journey_show_item(struct journey *journey, bool is_reread, struct moment moment)
{
    if (is_reread)
        visit_read(journey->visit);
    visit_start(journey->visit, moment);
    journey_show(journey, SCREEN_ITEM, moment);
}

void journey_enter(struct journey *journey, int step, struct moment moment)
{
    if (step == NO_STEP) {
        visit_end(journey->visit, moment);
        journey_show(journey, SCREEN_CHECK, moment);
        return;
    }
    journey->visit->at = step;
    journey_show_item(journey, true, moment);
}

void journey_begin(struct journey *journey, int step, struct moment moment)
{
    struct visit *visit = journey->visit;
    if (!is_visit_new_part(visit, step)) {
        journey_enter(journey, step, moment);
        return;
    }
    visit_stop(visit, moment.steady_ms);
    visit->at = step;
    visit->was_begun[visit->sitting->steps[step].part] = 1;
    visit_read(visit);
    journey_show(journey, SCREEN_PART, moment);
}

struct effect journey_forward(struct journey *journey, struct moment moment)
{
    const struct effect effect = visit_keep(journey->visit, moment);
    journey_begin(journey, visit_next(journey->visit), moment);
    return effect;
}

struct effect journey_backward(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const struct effect effect = visit_keep(visit, moment);
    const int step = visit_previous(visit);
    if (step != NO_STEP || visit->checking != CHECKING_NOT) {
        journey_enter(journey, step, moment);
        return effect;
    }
    visit_stop(visit, moment.steady_ms);
    journey_show(journey, SCREEN_CONSENT, moment);
    return effect;
}

struct effect journey_redo(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    unsigned char parts[PARTS_MAX];
    if (!visit_redo_parts(journey->arena, visit, parts))
        return effect_none();
    journey_enter(journey, visit_redo(visit, parts), moment);
    return effect_save(NO_STEP);
}
