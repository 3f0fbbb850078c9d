/* A break, or the end: what is kept, and what brings it back, is said before. Both are a touch away
 * from every question; erasing looks different, and is asked about once more. */
#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

static void add_meaning(struct screen_page *page)
{
    const long long minutes = (page->journey->site->terminal->hold_s + 59) / 60;
    screen_page_note(
        page, "long",
        span_format(
            page->arena,
            W("Your place is kept on this device. In a break the screen is hidden until "
              "you type your code. After %lld minutes, others can use it. When you stop, "
              "they can use it at once."),
            minutes));
}

static void add_erase(struct screen_page *page)
{
    screen_page_note(page, "or", WS("Or you can end now and erase all your answers:"));
    node_button(page->arena, page->body, SPAN("erase"), LOOK_LINK, WS("Erase my answers"),
                event_of(EVENT_OPEN_ERASE));
}

void break_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 3 : 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Take a break or stop"));
    screen_page_text(page, "text",
                     WS("Keep your card: its code brings you back, for one day."))
        ->is_spoken_first = true;
    screen_page_way(page, "pause", WS("Take a break"), event_of(EVENT_PAUSE));
    screen_page_way(page, "keep", WS("Stop for now"), event_of(EVENT_LEAVE_KEEP));
    add_meaning(page);
    add_erase(page);
    /* What is read after the two ways may scroll, rather than all stand in smaller letters. */
    page->body->stands_together = false;
    struct node *on = screen_page_next(page, WS("Go on"), event_of(EVENT_CLOSE_OVERLAY));
    on->is_first_focus = on->is_way_back = true;
}

struct effect break_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    return event->kind == EVENT_LEAVE_KEEP ? journey_end(journey, EFFECT_SUSPEND)
                                           : effect_none();
}
