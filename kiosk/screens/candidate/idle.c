/* Nobody has touched anything for a while: asked once, before the screen is hidden or left. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

/* What answers: from some warning on a hand that only rests on the glass does not. */
static struct span answered_by(const struct screen_page *page)
{
    return has_journey_warned_enough(page->journey)
               ? WS("Choose “I am still here” to go on where you were.")
               : WS("Touch the screen or press a key to go on where you were.");
}

static struct span what_follows(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const bool can_come_back = visit && visit->has_begun && !visit->sitting->is_finished;
    const struct span seconds = screen_page_seconds(page);
    return can_come_back
               ? span_format(page->arena,
                             W("In %.*s the screen will be hidden. Your code then brings "
                               "your answers back."),
                             SPAN_ARGS(seconds))
           : visit && visit->receipt.count
               ? span_format(page->arena,
                             W("In %.*s the first screen will be shown again. Your "
                               "receipt then goes and cannot be shown again."),
                             SPAN_ARGS(seconds))
               : span_format(page->arena,
                             W("In %.*s the first screen will be shown again."),
                             SPAN_ARGS(seconds));
}

void idle_view(struct screen_page *page)
{
    struct node *body = screen_page_body(page, 10);
    body->justify = ALIGN_CENTER;
    body->stands_together = true; /* there is no time to look for the rest */
    screen_page_heading(page, WS("Are you still there?"));
    screen_page_text(page, "text",
                     span_format(page->arena, "%.*s %.*s", SPAN_ARGS(answered_by(page)),
                                 SPAN_ARGS(what_follows(page))))
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
