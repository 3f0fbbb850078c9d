/* Really end now? Keeping the place is the way out that is offered first; erasing looks different,
 * and is asked about once more. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

static void ask_keep_or_erase(struct screen_page *page)
{
    screen_page_heading(page, WS("Would you like to stop here?"));
    screen_page_text(
        page, "text",
        WS("You can keep your place. The code on your card brings you back to it for "
           "one day, on this device. Keep your card with you."))
        ->is_spoken_first = true;
    struct node *keep =
        node_button(page->arena, page->body, SPAN("keep"), LOOK_PRIMARY,
                    WS("Keep my place and stop"), event_of(EVENT_LEAVE_KEEP));
    keep->width = (struct size){.kind = SIZE_FIT, .min_mm = 90};
    screen_page_note(page, "or", WS("Or you can end now and erase all your answers:"));
    node_button(page->arena, page->body, SPAN("erase"), LOOK_LINK, WS("Erase my answers"),
                event_of(EVENT_OPEN_ERASE));
}

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
    if (page->journey->visit->has_begun)
        ask_keep_or_erase(page);
    else
        ask_end(page);
    struct node *on = screen_page_next(page, WS("Go on"), event_of(EVENT_BACK));
    on->is_first_focus = on->is_way_back = true;
}

struct effect leave_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    const bool has_begun = journey->visit->has_begun;
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    if (event->kind == EVENT_LEAVE_KEEP && has_begun)
        return journey_end(journey, EFFECT_SUSPEND);
    if (event->kind == EVENT_LEAVE_SURE && !has_begun)
        return journey_end(journey, EFFECT_WIPE);
    return effect_none();
}
