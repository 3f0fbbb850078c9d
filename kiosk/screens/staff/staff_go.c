#include "screens/staff/staff_go.h"

void staff_go(struct journey *journey, enum screen_kind to, struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    staff->has_done = staff->is_warned = staff->is_wrong = false;
    typing_set(&journey->visit->typing, SPAN(""));
    journey_show(journey, to, moment);
}
