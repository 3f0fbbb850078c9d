#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

void wiped_view(struct sheet *sheet)
{
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, WS("This screen is empty again"));
    sheet_text(
        sheet, "text",
        sheet_words(sheet, "wiped_text",
                    WS("All that you typed and chose is now gone from this screen and "
                       "from its memory. You can leave.")))
        ->is_spoken_first = 1;
    sheet_next(sheet, WS("Show the first screen"), event_of(EVENT_DONE))->is_first_focus =
        1;
}

struct effect wiped_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    (void)event;
    journey_rest(journey, moment);
    return effect_none();
}
