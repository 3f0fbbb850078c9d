#include "base/words.h"
#include "screens/code_entry.h"
#include "screens/screen.h"

void code_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 5);
    sheet_heading(sheet, WS("Please type your access code"));
    sheet_text(sheet, "text", WS("It is on your card: ten letters and numbers."))
        ->is_spoken_first = 1;
    code_entry_view(sheet);
    sheet_back(sheet, WS("Back"), event_of(EVENT_BACK));
    code_entry_next(sheet, WS("Check code"));
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
