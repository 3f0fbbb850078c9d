#include "app/terminal/effects.h"

#include "app/common/console.h"
#include "app/common/handle.h"
#include "app/terminal/printer_post.h"
#include "app/terminal/staff/staff_effects.h"
#include "screens/candidate/own.h"

/* While somebody takes a break: another person's code is not opened, only told from an unknown
 * one. */
static void check_other_code(struct vault *vault, struct journey *journey,
                             struct moment moment)
{
    const enum status status = vault_knows(vault, journey_code(journey));
    journey_code_refused(journey, status == OK ? STATUS_IN_USE : status, moment);
}

static void tell_sealed(struct journey *journey, const struct sitting *sitting,
                        const struct scorecard *scorecard,
                        const unsigned char hash[CHAIN_HASH_BYTES], struct moment moment)
{
    char receipt[ENVELOPE_RECEIPT_BYTES];
    envelope_receipt(hash, receipt);
    const bool is_rater =
        sitting->start.role == ROLE_RATER; /* shown no profile of their own */
    journey_sealed(journey, is_rater ? NULL : scorecard,
                   span_copy(journey->arena, span_of(receipt)),
                   handle_text(journey->arena, sitting->start.record_id), moment);
}

/* What was set on the way to the code is kept with it from now on; it holds here even where the
 * disk is full. A sitting that has not begun has nothing to keep it with. */
static void come_with_comfort(struct vault *vault, struct journey *journey,
                              struct arena *work, const struct vault_visit *visit,
                              struct moment moment)
{
    journey_comfort(journey, visit->comfort);
    if (is_journey_comfort_same(journey->comfort, visit->comfort))
        return;
    const enum status status =
        vault_comfort(vault, work, visit->sitting, journey->comfort, moment);
    (void)status;
}

static void check_code(struct vault *vault, struct journey *journey, struct arena *work,
                       struct moment moment)
{
    struct vault_visit visit = {0};
    const enum status status =
        vault_find(vault, journey->arena, work, journey_code(journey), moment, &visit);
    if (status != OK) {
        journey_code_refused(journey, status, moment);
        return;
    }
    journey_code_known(journey, visit.sitting, visit.at, visit.found, visit.vacancy,
                       moment);
    if (visit.found != FOUND_SEALED)
        come_with_comfort(vault, journey, work, &visit, moment);
    else
        tell_sealed(journey, visit.sitting, visit.scorecard, visit.receipt_hash, moment);
}

/* What was chosen before the consent is kept with what begins then. */
static enum status begin(struct vault *vault, struct journey *journey, struct arena *work,
                         struct moment moment)
{
    const struct sitting *sitting = journey->visit->sitting;
    const enum status status =
        vault_begin(vault, work, sitting, journey_place(journey), moment);
    return status != OK || is_journey_comfort_same(journey->comfort, comfort_usual)
               ? status
               : vault_comfort(vault, work, sitting, journey->comfort, moment);
}

static enum status seal(struct vault *vault, struct journey *journey, struct arena *work,
                        struct moment moment)
{
    struct sitting *sitting = journey->visit->sitting;
    struct scorecard *scorecard = NULL;
    unsigned char hash[CHAIN_HASH_BYTES];
    const enum status status =
        vault_seal(vault, journey->arena, work, sitting, moment, &scorecard, hash);
    if (status != OK)
        return status;
    tell_sealed(journey, sitting, scorecard, hash, moment);
    return OK;
}

/* Whoever looks after the terminal finds the reason in its log; the person is told what to do. */
static enum status print(int uplink, struct journey *journey, struct arena *work,
                         struct moment moment)
{
    const enum status status = printer_post_send(
        uplink, work, journey->site->terminal->printer, own_text(work, journey));
    if (status == OK)
        journey_printed(journey, moment);
    else
        console_line(CONSOLE_ERROR, "resonance: %s", status_last());
    return status;
}

static enum status performed(struct vault *vault, int uplink, struct journey *journey,
                             struct arena *work, struct effect effect,
                             struct moment moment)
{
    const struct visit *visit = journey->visit;
    switch (effect.kind) {
    case EFFECT_BEGIN:
        return begin(vault, journey, work, moment);
    case EFFECT_COMFORT:
        return vault_comfort(vault, work, visit->sitting, journey->comfort, moment);
    case EFFECT_SAVE:
        return vault_save(vault, work, visit->sitting, effect.step,
                          journey_place(journey), moment);
    case EFFECT_SEAL:
        return seal(vault, journey, work, moment);
    case EFFECT_DROP:
        return vault_drop(vault, moment);
    case EFFECT_CHECK_CODE:
        if (is_journey_hidden(journey))
            check_other_code(vault, journey, moment);
        else
            check_code(vault, journey, work, moment);
        return OK;
    case EFFECT_PRINT:
        return print(uplink, journey, work, moment);
    case EFFECT_STAFF_OPEN:
        return staff_effects_open(vault, journey, moment);
    case EFFECT_STAFF_ACT:
        return staff_effects_act(vault, journey, (enum staff_act)effect.step, moment);
    case EFFECT_NONE:
    case EFFECT_SUSPEND:
    case EFFECT_WIPE:
        return OK;
    }
    return OK;
}

void effects_perform(struct vault *vault, int uplink, struct journey *journey,
                     struct arena *work, struct effect effect, struct moment moment)
{
    const enum status status = performed(vault, uplink, journey, work, effect, moment);
    if (status != OK)
        journey_failed(journey, status, moment);
}
