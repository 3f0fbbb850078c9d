/* How effects went: what the app reports back. */
#include "screens/journey.h"

#include "base/must.h"

#include <string.h>

struct span journey_code(const struct journey *journey)
{
    return journey->visit ? typing_span(&journey->visit->typing) : SPAN("");
}

void journey_code_known(struct journey *journey, struct sitting *sitting, int at,
                        enum found found, const struct vacancy *vacancy,
                        struct moment moment)
{
    struct visit *visit = journey->visit;
    must(visit && journey->screen == SCREEN_CODE && visit->typing.count == CODE_MAX);
    memcpy(visit->code, visit->typing.text, CODE_MAX);
    typing_set(&visit->typing, SPAN(""));
    visit->sitting = sitting;
    visit->vacancy = vacancy;
    visit->at = at;
    visit->found = found;
    visit->has_begun = found == FOUND_WHOLE || found == FOUND_PART;
    visit_resume(visit);
    visit->tries = (struct tries){0};
    journey->code_problem = OK;
    journey_show(journey, found == FOUND_NOTHING ? SCREEN_NOTICE : SCREEN_RESUME, moment);
}

/* The typed letters stay: most mistakes are one letter. Only codes count as tries, not a disk
 * that does not answer. */
void journey_code_refused(struct journey *journey, enum status status,
                          struct moment moment)
{
    journey->code_problem = status;
    if (status == STATUS_UNKNOWN_CODE || status == STATUS_USED_CODE)
        tries_wrong(&journey->visit->tries, moment.steady_ms);
    journey->counted_ms = moment.steady_ms;
}

void journey_sealed(struct journey *journey, const struct scorecard *scorecard,
                    struct span receipt, struct span handle, struct moment moment)
{
    struct visit *visit = journey->visit;
    visit->scorecard = scorecard;
    visit->receipt = receipt;
    visit->handle = handle;
    journey_changed(journey, moment);
    journey_show(journey, scorecard ? SCREEN_PROFILE : SCREEN_RECEIPT, moment);
}

/* A slow printer took a while: that was no time in which nobody was there. */
void journey_printed(struct journey *journey, struct moment moment)
{
    journey->visit->is_printed = true;
    journey->last_input_ms = moment.steady_ms;
}

void journey_staff_tried(struct journey *journey, enum staff_pin pin, int64_t wait_s,
                         struct moment moment)
{
    struct visit *visit = journey->visit;
    struct staff *staff = &visit->staff;
    staff->has_tried = staff->has_tried || visit->typing.count || pin == STAFF_PIN_NONE ||
                       pin == STAFF_PIN_WAIT;
    staff->pin = pin;
    staff->wait_s = wait_s;
    staff->is_open = pin == STAFF_PIN_OPEN;
    typing_set(&visit->typing, SPAN(""));
    journey->last_input_ms = moment.steady_ms;
    if (staff->is_open)
        journey_show(journey, SCREEN_STAFF_MENU, moment);
}

void journey_staff_facts(struct journey *journey, const struct staff_facts *facts)
{
    journey->visit->staff.facts = *facts;
}

void journey_staff_ready(struct journey *journey, struct span text, size_t wrong_count,
                         struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    staff->ready = text;
    staff->ready_wrong_count = wrong_count;
    staff->ready_part = 0;
    staff->has_done = false;
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
    journey_show(journey, SCREEN_STAFF_READY, moment);
}

void journey_staff_next(struct journey *journey, struct span words, struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    staff->next_words = words;
    staff->has_done = false;
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
    journey_show(journey, SCREEN_STAFF_NEXT, moment);
}

/* A slow stick took a while, too. */
void journey_staff_came(struct journey *journey, enum staff_act act,
                        const struct staff_done *done, struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    staff->has_done = true;
    staff->act = act;
    staff->done = *done;
    journey->last_input_ms = journey->last_change_ms = moment.steady_ms;
}

/* An answer that could not be saved comes back on the screen, as changed, so that going on tries
 * again, and so does the page of the part that came after it. What is hidden stays so. */
static void save_failed(struct journey *journey, int step, struct moment moment)
{
    struct visit *visit = journey->visit;
    if (step == NO_STEP)
        return;
    if (journey_base(journey) == SCREEN_PART)
        visit->was_begun[visit->sitting->steps[visit->at].part] = 0;
    const bool is_there = journey_base(journey) == SCREEN_ITEM && visit->at == step;
    if (!is_there && !is_journey_hidden(journey))
        journey_enter(journey, step, moment);
    visit->is_changed = true;
    visit->changed_since_ms = moment.steady_ms;
}

/* What was found and is not in a draft of its own yet is still where it was. */
static void begin_failed(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    if (visit->found == FOUND_PART) {
        journey_show(journey, SCREEN_RESUME, moment);
        return;
    }
    visit->has_begun = false;
    visit->at = NO_STEP;
    journey_show(journey, SCREEN_CONSENT, moment);
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
        begin_failed(journey, moment);
        break;
    case EFFECT_SEAL:
        journey->visit->sitting->is_finished = false;
        journey_show(journey, SCREEN_FINISH, moment);
        break;
    case EFFECT_DROP:
        journey->is_wiping = false;
        break;
    case EFFECT_COMFORT: /* it holds here; a disk that is full is told with the next answer */
        return;
    case EFFECT_SUSPEND: /* the draft is as it was last saved; the memory is wiped all the same */
    case EFFECT_PRINT:
    case EFFECT_STAFF_OPEN:
    case EFFECT_STAFF_ACT:
    case EFFECT_NONE:
    case EFFECT_WIPE:
        break;
    }
    journey->problem = status;
}

void journey_wiped(struct journey *journey, struct moment moment)
{
    const int had_begun = journey->screen != SCREEN_ATTRACT;
    journey->visit = NULL;
    journey->saved_unix_ms = 0;
    journey->warning_count = 0;
    journey->is_wiping = false;
    journey->code_problem = OK;
    journey->asked = effect_none();
    journey->under = SCREEN_ATTRACT;
    journey_show(journey, had_begun ? SCREEN_WIPED : journey_rest_screen(journey->site),
                 moment);
}
