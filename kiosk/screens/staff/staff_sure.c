/* Asks staff once more before the machine ends. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_go.h"

void staff_sure_view(struct screen_page *page)
{
    const bool is_off = page->journey->visit->staff.asked == STAFF_OFF;
    screen_page_site_top(page);
    screen_page_body(page, 4);
    screen_page_heading(page, is_off ? WS("Shut this machine down?")
                                     : WS("Restart this machine?"));
    screen_page_text(page, "text",
                     is_off ? WS("Nobody can sit here until somebody switches it on at "
                                 "its button. What is kept here stays.")
                            : WS("The terminal begins again with it. What is kept here "
                                 "stays."))
        ->is_spoken_first = true;
    screen_page_way(
        page, "sure", is_off ? WS("Yes, shut down") : WS("Yes, restart the machine"),
        event_with(EVENT_STAFF_ACT, (int)page->journey->visit->staff.asked, 0));
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK))->is_first_focus = true;
}

struct effect staff_sure_step(struct journey *journey, const struct event *event,
                              struct moment moment)
{
    const enum staff_act asked = journey->visit->staff.asked;
    if (event->kind != EVENT_BACK && event->kind != EVENT_STAFF_ACT)
        return effect_none();
    staff_go(journey, SCREEN_STAFF_MACHINE, moment);
    return event->kind == EVENT_BACK
               ? effect_none()
               : (struct effect){.kind = EFFECT_STAFF_ACT, .step = (int)asked};
}
