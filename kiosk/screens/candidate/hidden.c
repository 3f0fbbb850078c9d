/* Nothing of the answers can be seen; only the code that opened the sitting brings it back. */
#include "base/words.h"
#include "screens/code_entry.h"
#include "screens/screen.h"
#include "screens/visit.h"

#include <string.h>

void hidden_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 5);
    screen_page_heading(page, WS("This screen is hidden"));
    if (!has_code_entry_problem(page)) /* there is room for one of the two */
        screen_page_text(
            page, "text",
            span_format(
                page->arena,
                W("This is a break. You can leave: the code on the card brings the "
                  "answers back for one day, on this device. From %.*s on, others can use "
                  "the screen. To stop or erase, type the code first."),
                SPAN_ARGS(code_entry_free_time(page))))
            ->is_spoken_first = true;
    code_entry_view(page);
    code_entry_next(page, WS("Show my answers"));
}

static void come_back(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    visit->tries = (struct tries){0};
    typing_set(&visit->typing, SPAN(""));
    if (visit->hidden_screen == SCREEN_ITEM)
        journey_show_item(journey, 1, moment);
    else
        journey_show(journey, visit->hidden_screen, moment);
}

struct effect hidden_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    const struct visit *visit = journey->visit;
    if (event->kind != EVENT_SUBMIT_CODE) {
        code_entry_type(journey, event);
        return effect_none();
    }
    if (!is_code_entry_ready(journey, moment))
        return effect_none();
    if (memcmp(visit->code, visit->typing.text, CODE_MAX) == 0)
        come_back(journey, moment);
    else
        return effect_of(EFFECT_CHECK_CODE);
    return effect_none();
}
