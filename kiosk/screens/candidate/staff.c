#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

void staff_view(struct sheet *sheet)
{
    const struct place *place = sheet->journey->place;
    sheet_place_top(sheet);
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, WS("Please see staff"));
    sheet_text(sheet, "text",
               WS("No session can be started here at the moment. You have done nothing "
                  "wrong, and nothing of yours is lost."))
        ->is_spoken_first = 1;
    sheet_note(sheet, "fault",
               span_format(sheet->arena, W("For staff: fault %d. %.*s"), place->fault,
                           SPAN_ARGS(place->fault_text)));
}

struct effect staff_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    (void)journey, (void)event, (void)moment;
    return effect_none();
}
