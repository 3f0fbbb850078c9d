/* The events that mean the same on every screen: the tools on top and what they lead to. */
#include "screens/journey.h"

#include "screens/screen.h"

static bool can_leave(const struct journey *journey)
{
    return journey->visit && !is_journey_hidden(journey) &&
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
            journey->comfort.step = (enum text_size)event->a;
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
        return !can_leave(journey)         ? SCREEN_COUNT
               : journey->visit->has_begun ? SCREEN_BREAK
                                           : SCREEN_LEAVE;
    case EVENT_OPEN_ERASE:
        return can_leave(journey) && journey->visit->has_begun ? SCREEN_ERASE
                                                               : SCREEN_COUNT;
    case EVENT_OPEN_BREAK:
        return can_journey_hide(journey) ? SCREEN_BREAK : SCREEN_COUNT;
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
    else if (event->kind == EVENT_PAUSE && can_journey_hide(journey))
        *effect = journey_hide(journey, moment);
    else
        return apply_comfort(journey, event);
    return 1;
}

/* ---- somebody is there ---- */

void journey_changed(struct journey *journey, struct moment moment)
{
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
    journey->warning_count = 0;
}

/* Somebody is there, but has not done anything yet. */
static void answer_warning(struct journey *journey, struct moment moment)
{
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
    journey_close(journey, moment);
}

void journey_input(struct journey *journey, struct moment moment)
{
    if (journey->screen != SCREEN_IDLE)
        journey->last_input_ms = moment.steady_ms;
    else if (!has_journey_warned_enough(journey))
        answer_warning(journey, moment);
}

/* Of a sitting that has begun the comfort is kept with it; who only stands before a hidden screen
 * may be somebody else. */
static bool is_comfort_kept(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return visit && visit->has_begun && !visit->sitting->is_finished &&
           !is_journey_hidden(journey);
}

/* Whoever sets the letters to read the first screen has said nothing of the colours. */
void journey_comfort(struct journey *journey, struct comfort comfort)
{
    if (journey->comfort.step == comfort_usual.step)
        journey->comfort.step = comfort.step;
    if (journey->comfort.theme == comfort_usual.theme)
        journey->comfort.theme = comfort.theme;
}

static struct effect step_of_screen(struct journey *journey, const struct event *event,
                                    struct moment moment)
{
    const struct comfort before = journey->comfort;
    struct effect effect = effect_none();
    if (!apply_tools(journey, event, moment, &effect))
        effect = screen_get(journey->screen)->step(journey, event, moment);
    else if (!is_journey_comfort_same(before, journey->comfort) &&
             is_comfort_kept(journey))
        effect = effect_of(EFFECT_COMFORT);
    return effect;
}

struct effect journey_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    struct effect effect = effect_none();
    if (journey->is_wiping || event->kind == EVENT_NONE)
        return effect;
    if (journey->screen == SCREEN_IDLE) { /* its button, which any key finds too */
        answer_warning(journey, moment);
        return effect;
    }
    journey->last_input_ms = moment.steady_ms;
    journey->told = REASON_NONE;
    if (event->kind == EVENT_TELL && event->a > 0 && event->a < REASON_COUNT)
        journey->told = (enum reason)event->a;
    else
        effect = step_of_screen(journey, event, moment);
    journey_ask(journey, effect, moment);
    return effect;
}
