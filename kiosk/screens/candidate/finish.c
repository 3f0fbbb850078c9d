/* The one deliberate act. What cannot be undone is said before. */
#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

void finish_view(struct sheet *sheet)
{
    const int is_rater = sheet->journey->visit->sitting->start.role == ROLE_RATER;
    sheet_place_top(sheet);
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, WS("Would you like to finish?"));
    sheet_text(
        sheet, "text",
        sheet_fill(sheet, WS("After this your answers are sealed. They can no longer "
                             "be changed, and this device can no longer open them: "
                             "only the recruiters of {organization} can.")))
        ->is_spoken_first = 1;
    sheet_text(sheet, "after",
               is_rater ? WS("Then you get your receipt.")
                        : WS("Then you see your own profile, and you get your receipt."));
    sheet_back(sheet, WS("Back"), event_of(EVENT_BACK))->is_first_focus = 1;
    sheet_next(sheet, WS("Finish and seal"), event_of(EVENT_FINISH));
}

struct effect finish_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_show(journey, SCREEN_CHECK, moment);
    if (event->kind != EVENT_FINISH)
        return effect_none();
    journey->visit->sitting->is_finished = 1;
    journey_show(journey, SCREEN_SEALING, moment);
    return effect_of(EFFECT_SEAL);
}
