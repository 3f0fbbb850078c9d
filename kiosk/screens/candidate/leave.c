/* Really end now? What would be lost is said before; keeping the place is the other way out. */
#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

static void ask_keep_or_erase(struct sheet *sheet)
{
    sheet_heading(sheet, WS("Would you like to stop here?"));
    sheet_text(
        sheet, "text",
        WS("You can keep your place: for one day the code on your card brings you back "
           "to it, on this device. Or you end now: then all your answers are erased, "
           "and that cannot be undone."))
        ->is_spoken_first = 1;
    sheet_way(sheet, "keep", WS("Keep my place and stop"), event_of(EVENT_LEAVE_KEEP));
    sheet_way(sheet, "erase", WS("End and erase my answers"), event_of(EVENT_LEAVE_SURE));
}

static void ask_end(struct sheet *sheet)
{
    sheet_heading(sheet, WS("Would you like to stop here?"));
    sheet_text(sheet, "text",
               WS("No answer has been recorded. Your code can be used again later."))
        ->is_spoken_first = 1;
    node_button(sheet->arena, sheet->body, SPAN("erase"), LOOK_PLAIN,
                WS("End this session"), event_of(EVENT_LEAVE_SURE));
}

void leave_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 10)->justify = ALIGN_CENTER;
    if (sheet->journey->visit->has_begun)
        ask_keep_or_erase(sheet);
    else
        ask_end(sheet);
    struct node *on = sheet_next(sheet, WS("Go on"), event_of(EVENT_BACK));
    on->is_first_focus = on->is_way_back = 1;
}

struct effect leave_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    const int has_begun = journey->visit->has_begun;
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    if (event->kind == EVENT_LEAVE_KEEP && has_begun)
        return journey_end(journey, EFFECT_PARK);
    if (event->kind == EVENT_LEAVE_SURE)
        return journey_end(journey, has_begun ? EFFECT_DROP : EFFECT_WIPE);
    return effect_none();
}
