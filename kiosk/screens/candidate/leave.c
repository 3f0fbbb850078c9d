/* Really end, before anything was begun? Nothing is lost then. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

static void ask_end(struct screen_page *page)
{
    const bool has_left = is_visit_left(page->journey->visit);
    screen_page_heading(page, WS("Would you like to stop here?"));
    screen_page_text(
        page, "text",
        has_left
            ? WS("What was kept of your answers stays as it is until its day is over. "
                 "Your code can be used again later.")
            : WS("No answer has been recorded. Your code can be used again later."))
        ->is_spoken_first = true;
    node_button(page->arena, page->body, SPAN("erase"), LOOK_PLAIN,
                WS("End this session"), event_of(EVENT_LEAVE_SURE));
}

void leave_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 4 : 10)->justify = ALIGN_CENTER;
    ask_end(page);
    struct node *on = screen_page_next(page, WS("Go on"), event_of(EVENT_BACK));
    on->is_first_focus = on->is_way_back = true;
}

struct effect leave_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    return event->kind == EVENT_LEAVE_SURE ? journey_end(journey, EFFECT_WIPE)
                                           : effect_none();
}
