/* Who asks, why, what is kept, how long it takes, which rights there are: before anything is
 * asked. Each is a short paragraph under its own small heading. */
#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

static void add_point(struct sheet *sheet, const char *key, struct span title)
{
    sheet_point(sheet, key, title, sheet_words(sheet, key, SPAN("")));
}

void notice_view(struct sheet *sheet)
{
    sheet_place_top(sheet);
    sheet_body(sheet, 7);
    sheet_heading(sheet, sheet_words(sheet, "notice_heading", WS("Before you start")));
    add_point(sheet, "notice_who", WS("Who asks"));
    add_point(sheet, "notice_why", WS("Why we ask"));
    add_point(sheet, "notice_time", WS("How long it takes"));
    add_point(sheet, "notice_automatic", WS("Who decides"));
    add_point(sheet, "notice_what", WS("What is kept"));
    add_point(sheet, "notice_rights", WS("Your rights"));
    add_point(sheet, "notice_instructed", WS("One more thing"));
    sheet_back(sheet, WS("Stop here"), event_of(EVENT_LEAVE));
    sheet_next(sheet, WS("Next"), event_of(EVENT_NEXT))->is_first_focus = 1;
}

struct effect notice_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    if (event->kind == EVENT_NEXT)
        journey_show(journey, SCREEN_CONSENT, moment);
    return effect_none();
}
