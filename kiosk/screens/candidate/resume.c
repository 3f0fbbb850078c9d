/* A code with a draft came back: the person goes on where they were, or stops here. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

void resume_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("We kept your place"));
    screen_page_text(
        page, "text",
        WS("Your answers so far are here again, just as you gave them. You can go on "
           "where you stopped, and you can still change every answer."))
        ->is_spoken_first = true;
    screen_page_back(page, WS("Stop here"), event_of(EVENT_LEAVE));
    screen_page_next(page, WS("Go on"), event_of(EVENT_RESUME))->is_first_focus = true;
}

struct effect resume_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    const struct visit *visit = journey->visit;
    if (event->kind != EVENT_RESUME)
        return effect_none();
    journey_enter(
        journey, visit->at == NO_STEP ? sitting_next(visit->sitting, NO_STEP) : visit->at,
        moment);
    return effect_save(NO_STEP); /* the day in which it is kept begins anew */
}
