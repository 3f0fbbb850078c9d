/* Really erase? What cannot be undone is asked about once more, with the safe way in front. */
#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

void erase_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 10)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Erase all your answers?"));
    screen_page_text(page, "text",
                     WS("They are erased from this device at once. Nobody can bring "
                        "them back, not even you with your code."))
        ->is_spoken_first = true;
    node_button(page->arena, page->body, SPAN("erase-sure"), LOOK_PLAIN,
                WS("Yes, erase my answers"), event_of(EVENT_LEAVE_SURE));
    struct node *back = screen_page_next(page, WS("No, go back"), event_of(EVENT_BACK));
    back->is_first_focus = back->is_way_back = true;
}

struct effect erase_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_show(journey, SCREEN_BREAK, moment);
    return event->kind == EVENT_LEAVE_SURE && journey->visit->has_begun
               ? journey_end(journey, EFFECT_DROP)
               : effect_none();
}
