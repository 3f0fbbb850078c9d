#include "app/desk/command/vacancy/vacancy_pilot.h"

#include "measure/resonance.h"

/* Not every answer can be used, and a norm grows by whole steps. */
void vacancy_pilot_say(struct operation *operation, const struct vacancy *vacancy)
{
    if (!vacancy->is_pilot)
        return;
    operation_say(
        operation,
        "How many people: %d are the fewest for a phrase, and norms grow by %d. "
        "Invite %d, because not every answer can be used; from %d on, the error "
        "of driver scores is known and not assumed.",
        RESONANCE_NORM_LEAST, NORM_STEP, RESONANCE_NORM_LEAST + NORM_STEP,
        NORM_ERROR_LEAST);
}
