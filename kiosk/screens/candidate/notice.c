/* Who asks, why, what is kept, how long it takes, which rights there are: before anything is
 * asked. Each is a short paragraph under its own small heading. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

static void add_point(struct screen_page *page, const char *key, struct span title)
{
    screen_page_point(page, key, title, screen_page_words(page, key, SPAN("")));
}

void notice_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 7);
    screen_page_heading(
        page, screen_page_words(page, "notice_heading", WS("Before you start")));
    add_point(page, "notice_who", WS("Who asks"));
    add_point(page, "notice_why", WS("Why we ask"));
    add_point(page, "notice_time", WS("How long it takes"));
    add_point(page, "notice_automatic", WS("Who decides"));
    add_point(page, "notice_what", WS("What is kept"));
    add_point(page, "notice_rights", WS("Your rights"));
    add_point(page, "notice_instructed", WS("One more thing"));
    screen_page_back(page, WS("Stop here"), event_of(EVENT_LEAVE));
    screen_page_next(page, WS("Next"), event_of(EVENT_NEXT))->is_first_focus = true;
}

struct effect notice_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    if (event->kind == EVENT_NEXT)
        journey_show(journey, SCREEN_CONSENT, moment);
    return effect_none();
}
