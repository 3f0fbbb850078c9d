/* Nobody has touched anything for a while: asked once, before the screen is hidden or left. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void idle_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const bool can_come_back = visit && visit->has_begun && !visit->sitting->is_finished;
    screen_page_body(page, 10)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Are you still there?"));
    screen_page_text(
        page, "text",
        can_come_back
            ? WS("There is no hurry. If nobody answers, the screen is hidden soon, "
                 "and your code brings your answers back.")
            : WS("There is no hurry. If nobody answers, this screen goes back to "
                 "its beginning soon."))
        ->is_spoken_first = true;
    struct node *here =
        node_button(page->arena, page->body, SPAN("still-here"), LOOK_PRIMARY,
                    WS("I am still here"), event_of(EVENT_STILL_HERE));
    here->is_first_focus = here->is_way_back = true;
    here->width = (struct size){.kind = SIZE_FIT, .min_mm = 90};
    here->height = (struct size){.kind = SIZE_FIT, .min_mm = 36};
}

/* Any event takes the warning away: journey_step has done it before it would come here. */
struct effect idle_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    (void)journey, (void)event, (void)moment;
    return effect_none();
}
