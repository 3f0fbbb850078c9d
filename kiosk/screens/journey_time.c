/* What time alone does: the earliest of all deadlines, one at a time. */
#include "screens/journey.h"

enum due_kind {
    DUE_NOTHING,
    DUE_WIPE,
    DUE_SUSPEND,
    DUE_IDLE,        /* the warning appears */
    DUE_ABANDONED,   /* nobody answered it */
    DUE_ATTRACT,     /* the wiped screen has stood long enough */
    DUE_FRESH,       /* the screen that waits, as everybody should meet it */
    DUE_OWN_COMFORT, /* of a hidden screen that somebody else has set otherwise */
    DUE_UNLOCK,
    DUE_COUNT, /* a second less is shown */
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
    return is_journey_resting(journey) && !is_screen_overlay(journey->screen) &&
           is_journey_comfort_same(journey->comfort, comfort_usual);
}

/* Before a hidden screen anybody may stand: what they set goes when they have gone. */
static struct due due_hidden(const struct journey *journey, int64_t idle_at_ms)
{
    const int64_t suspend_at_ms =
        journey->visit->hidden_since_ms + journey->site->terminal->hold_s * 1000;
    const bool is_own =
        is_journey_comfort_same(journey->comfort, journey->hidden_comfort);
    const struct due suspend = due_at(DUE_SUSPEND, suspend_at_ms);
    return is_own ? suspend : earlier(suspend, due_at(DUE_OWN_COMFORT, idle_at_ms));
}

static struct due due_on_screen(const struct journey *journey)
{
    const struct terminal_config *terminal = journey->site->terminal;
    const enum screen_kind base = journey_base(journey);
    const int64_t idle_at_ms = journey->last_change_ms + terminal->idle_s * 1000;
    if (base == SCREEN_SEALING || is_fresh(journey))
        return (struct due){.kind = DUE_NOTHING};
    if (base == SCREEN_WIPED)
        return due_at(DUE_ATTRACT, journey->screen_since_ms + WIPED_MS);
    if (base == SCREEN_HIDDEN)
        return due_hidden(journey, idle_at_ms);
    if (is_journey_resting(journey))
        return due_at(DUE_FRESH, idle_at_ms);
    if (journey->screen == SCREEN_IDLE)
        return due_at(DUE_ABANDONED,
                      journey->screen_since_ms + terminal->warning_s * 1000);
    return due_at(DUE_IDLE, idle_at_ms);
}

static struct tries *tries_of(const struct journey *journey)
{
    return journey->visit ? &journey->visit->tries : NULL;
}

int64_t journey_free_unix_ms(const struct journey *journey, struct moment moment)
{
    const int64_t end_ms =
        journey->visit->hidden_since_ms + journey->site->terminal->hold_s * 1000;
    return moment.unix_ms + end_ms - moment.steady_ms;
}

/* When what counts down on this screen in seconds ends; 0: nothing does. */
static int64_t countdown_end(const struct journey *journey)
{
    const struct tries *tries = tries_of(journey);
    if (journey->screen == SCREEN_IDLE)
        return journey->screen_since_ms + journey->site->terminal->warning_s * 1000;
    return tries && (journey->screen == SCREEN_CODE || journey->screen == SCREEN_HIDDEN)
               ? tries->locked_until_ms
               : 0;
}

static int64_t seconds_until(int64_t end_ms, int64_t now_ms)
{
    return end_ms > now_ms ? (end_ms - now_ms + 999) / 1000 : 1;
}

int journey_seconds(const struct journey *journey, struct moment moment)
{
    return (int)seconds_until(countdown_end(journey), moment.steady_ms);
}

static struct due next_due(const struct journey *journey)
{
    if (journey->is_wiping)
        return due_at(DUE_WIPE, journey->screen_since_ms);
    struct due due = due_on_screen(journey);
    const struct tries *tries = tries_of(journey);
    if (tries && tries->locked_until_ms)
        due = earlier(due, due_at(DUE_UNLOCK, tries->locked_until_ms));
    const int64_t end_ms = countdown_end(journey);
    if (end_ms)
        due = earlier(
            due,
            due_at(DUE_COUNT,
                   end_ms - (seconds_until(end_ms, journey->counted_ms) - 1) * 1000));
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

/* Nobody answered the warning: what was begun is hidden for the person, the rest is wiped. */
static struct effect abandon(struct journey *journey, struct moment moment)
{
    if (can_journey_hide(journey))
        return journey_hide(journey, moment);
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
    case DUE_SUSPEND:
        return journey_end(journey, EFFECT_SUSPEND);
    case DUE_IDLE:
        journey->warning_count++;
        return journey_open(journey, SCREEN_IDLE, moment);
    case DUE_ABANDONED:
        return abandon(journey, moment);
    case DUE_ATTRACT:
        journey_rest(journey, moment);
        break;
    case DUE_FRESH:
        journey->comfort = comfort_usual;
        journey_rest(journey, moment);
        break;
    case DUE_OWN_COMFORT:
        journey->comfort = journey->hidden_comfort;
        break;
    case DUE_UNLOCK:
        journey->visit->tries.locked_until_ms = 0;
        journey->code_problem = OK;
        break;
    case DUE_COUNT:
        journey->counted_ms = moment.steady_ms;
        break;
    case DUE_SAVE:
        return visit_hold(journey->visit, moment);
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
    journey_ask(journey, do_due(journey, due.kind, moment), moment);
    return journey->asked;
}
