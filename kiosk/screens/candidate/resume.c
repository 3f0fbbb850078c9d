#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"
#include "screens/visit.h"

void resume_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, WS("We kept your place"));
    sheet_text(
        sheet, "text",
        WS("Your answers so far are here again, just as you gave them. You can go on "
           "where you stopped, and you can still change every answer."))
        ->is_spoken_first = 1;
    sheet_back(sheet, WS("Stop here"), event_of(EVENT_LEAVE));
    sheet_next(sheet, WS("Go on"), event_of(EVENT_RESUME))->is_first_focus = 1;
}

struct effect resume_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    const struct visit *visit = journey->visit;
    if (event->kind == EVENT_RESUME)
        visit_enter(journey,
                    visit->at == NO_STEP ? sitting_next(visit->sitting, NO_STEP)
                                         : visit->at,
                    moment);
    return effect_none();
}
