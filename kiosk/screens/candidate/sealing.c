#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

void sealing_view(struct sheet *sheet)
{
    sheet_body(sheet, 8)->justify = ALIGN_CENTER;
    sheet_heading(sheet, WS("Your answers are being sealed"));
    sheet_text(sheet, "text", WS("One moment, please."));
}

struct effect sealing_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    (void)journey, (void)event, (void)moment;
    return effect_none();
}
