/* Stands while the result is sealed; nothing can be touched. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void sealing_view(struct screen_page *page)
{
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Your answers are being sealed"));
    screen_page_text(page, "text", WS("One moment, please."));
}

struct effect sealing_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    (void)journey, (void)event, (void)moment;
    return effect_none();
}
