/* The one deliberate act. What cannot be undone is said before. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void finish_view(struct screen_page *page)
{
    const bool is_rater = page->journey->visit->sitting->start.role == ROLE_RATER;
    screen_page_decide(page);
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Would you like to finish?"));
    screen_page_text(
        page, "text",
        screen_page_fill(
            page,
            WS("After this, your answers are sealed. You cannot change them any more, "
               "and this device cannot open them. Only people chosen by {organization} "
               "have a key that opens them.")))
        ->is_spoken_first = true;
    screen_page_text(page, "after",
                     is_rater
                         ? WS("Then you get your receipt.")
                         : WS("Then you see your own profile and get your receipt."));
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK))->is_first_focus = true;
    screen_page_next(page, WS("Finish and seal"), event_of(EVENT_FINISH));
}

struct effect finish_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_show(journey, SCREEN_CHECK, moment);
    if (event->kind != EVENT_FINISH)
        return effect_none();
    journey->visit->sitting->is_finished = true;
    journey_show(journey, SCREEN_SEALING, moment);
    return effect_of(EFFECT_SEAL);
}
