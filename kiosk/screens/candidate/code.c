/* The access code is typed; a wrong one is told in one sentence, and waiting grows with tries. */
#include "base/words.h"
#include "screens/code_entry.h"
#include "screens/screen.h"

void code_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 5);
    screen_page_heading(page, WS("Please type your access code"));
    screen_page_text(page, "text", WS("It is on your card: ten letters and numbers."))
        ->is_spoken_first = true;
    code_entry_view(page);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    code_entry_next(page, WS("Check code"));
}

struct effect code_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    if (event->kind == EVENT_BACK) {
        journey_show(journey, SCREEN_ATTRACT, moment);
        return journey_end(journey, EFFECT_WIPE);
    }
    if (event->kind == EVENT_SUBMIT_CODE && is_code_entry_ready(journey, moment))
        return effect_of(EFFECT_CHECK_CODE);
    code_entry_type(journey, event);
    return effect_none();
}
