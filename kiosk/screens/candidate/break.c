/* A break hides the screen at once, so what brings it back is said before. */
#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

void break_view(struct screen_page *page)
{
    const long long minutes = (page->journey->site->terminal->hold_s + 59) / 60;
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 3 : 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Take a break"));
    screen_page_text(page, "text",
                     WS("The screen is hidden until you type your code again, so keep "
                        "your card with you."))
        ->is_spoken_first = true;
    screen_page_note(
        page, "long",
        span_format(page->arena,
                    W("After %lld minutes, others can use the screen. Your code brings "
                      "your answers back for one day, on this device."),
                    minutes));
    screen_page_way(page, "pause", WS("Hide the screen now"), event_of(EVENT_PAUSE));
    struct node *on = screen_page_next(page, WS("Go on"), event_of(EVENT_CLOSE_OVERLAY));
    on->is_first_focus = on->is_way_back = true;
}

struct effect break_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    return effect_none();
}
