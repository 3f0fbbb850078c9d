#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

void declined_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, sheet_words(sheet, "declined_heading",
                                     WS("You have said no, and that is fine.")));
    sheet_text(sheet, "text",
               sheet_words(sheet, "declined_text", WS("No answer was recorded.")))
        ->is_spoken_first = 1;
    sheet_next(sheet, WS("Close session"), event_of(EVENT_DONE))->is_first_focus = 1;
}

struct effect declined_step(struct journey *journey, const struct event *event,
                            struct moment moment)
{
    (void)moment;
    return event->kind == EVENT_DONE ? journey_end(journey, EFFECT_WIPE) : effect_none();
}
