#include "app/terminal/staff/staff_effects.h"

#include "app/common/console.h"

enum status staff_effects_facts(struct vault *vault, struct journey *journey)
{
    struct staff_facts facts;
    const enum status status = keeper_ask_staff_facts(vault->port, &facts);
    if (status == OK)
        journey_staff_facts(journey, &facts);
    return status;
}

enum status staff_effects_open(struct vault *vault, struct journey *journey,
                               struct moment moment)
{
    enum staff_pin pin = STAFF_PIN_WRONG;
    int64_t wait_s = 0;
    enum status status =
        keeper_ask_staff_open(vault->port, journey_code(journey), moment, &pin, &wait_s);
    if (status != OK)
        return status;
    if (pin == STAFF_PIN_OPEN)
        status = staff_effects_facts(vault, journey);
    journey_staff_tried(journey, pin, wait_s, moment);
    return status;
}

/* Whoever looks after the terminal finds the reason in its log, staff the number of the fault. */
enum status staff_effects_act(struct vault *vault, struct journey *journey,
                              enum staff_act act, struct moment moment)
{
    struct staff_done done = {0};
    if (act > STAFF_TRUST)
        return OK;
    const struct staff *staff = &journey->visit->staff;
    const struct staff_wish wish = {.act = act,
                                    .unix_s = staff->clock_unix_s,
                                    .moment = moment,
                                    .words = staff->next_words};
    const enum status status =
        keeper_ask_staff_do(vault->port, journey->arena, &wish, &done);
    if (status != OK) {
        console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
        done = (struct staff_done){.came = STAFF_CAME_FAILED, .fault = status};
    }
    journey_staff_came(journey, act, &done, moment);
    return staff_effects_facts(vault, journey);
}

bool is_staff_effects_next(struct vault *vault, struct journey *journey,
                           struct moment moment)
{
    struct staff_done done = {0};
    const struct staff_wish wish = {.act = STAFF_NEXT, .moment = moment};
    if (keeper_ask_staff_do(vault->port, journey->arena, &wish, &done) != OK ||
        done.came != STAFF_CAME_DONE)
        return false;
    journey_staff_next(journey, done.words, moment);
    return true;
}

void staff_effects_close(struct vault *vault)
{
    if (vault->port)
        keeper_ask_staff_close(vault->port);
}
