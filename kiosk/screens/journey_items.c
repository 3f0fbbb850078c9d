/* From item to item: what a visit says comes next is shown. */
#include "screens/journey.h"
#include "screens/visit.h"

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

struct effect journey_forward(struct journey *journey, struct moment moment)
{
    const struct effect effect = visit_keep(journey->visit, moment);
    journey_enter(journey, visit_next(journey->visit), moment);
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
