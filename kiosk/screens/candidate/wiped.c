/* Shows that nothing of the person is left on this screen. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void wiped_view(struct screen_page *page)
{
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("All done"));
    screen_page_text(
        page, "text",
        screen_page_words(
            page, "wiped_text",
            WS("Your answers are no longer on this screen or in its memory. Goodbye.")))
        ->is_spoken_first = true;
    screen_page_next(page, WS("Show the first screen"), event_of(EVENT_DONE))
        ->is_first_focus = true;
}

struct effect wiped_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    (void)event;
    journey_rest(journey, moment);
    return effect_none();
}
