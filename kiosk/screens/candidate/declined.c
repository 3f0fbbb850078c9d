/* Somebody said no to the notice: thanks, and nothing was recorded. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void declined_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, screen_page_words(page, "declined_heading",
                                                WS("You said no, and that is fine.")));
    screen_page_text(
        page, "text",
        screen_page_words(page, "declined_text", WS("No answer was recorded.")))
        ->is_spoken_first = true;
    screen_page_next(page, WS("Close session"), event_of(EVENT_DONE))->is_first_focus =
        true;
}

struct effect declined_step(struct journey *journey, const struct event *event,
                            struct moment moment)
{
    (void)moment;
    return event->kind == EVENT_DONE ? journey_end(journey, EFFECT_WIPE) : effect_none();
}
