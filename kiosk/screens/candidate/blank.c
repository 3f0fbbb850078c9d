/* Asked once about each item that was left open; whatever is chosen leads on. */
#include "base/words.h"
#include "screens/items/question.h"
#include "screens/screen.h"
#include "screens/visit.h"

void blank_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct answer answer = visit_answer(visit);
    const struct question question = {page, visit, visit_item(visit), answer};
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(
        page, answer.state == ANSWER_NONE
                  ? WS("There is no answer yet. How would you like to go on?")
                  : WS("Part of your answer is missing. How would you like to go on?"));
    screen_page_text(page, "missing", question_missing(&question));
    screen_page_text(page, "text", question_text(&question, question.item->text_key));
    screen_page_way(page, "prefer-not", WS("I prefer not to say"),
                    event_of(EVENT_PREFER_NOT));
    screen_page_way(page, "leave-blank", WS("Skip it"), event_of(EVENT_LEAVE_BLANK));
    screen_page_note(
        page, "note",
        WS("Each of these is fine. You can come back to it before you finish."));
    struct node *now = screen_page_next(page, WS("Answer it now"), event_of(EVENT_BACK));
    now->is_first_focus = now->is_way_back = true;
}

struct effect blank_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_BACK) {
        journey->visit->refusals++; /* what is missing calls for the focus */
        journey_show_item(journey, 0, moment);
        return effect_none();
    }
    if (event->kind == EVENT_PREFER_NOT)
        journey->visit->answer.state = ANSWER_DECLINED;
    else if (event->kind != EVENT_LEAVE_BLANK)
        return effect_none();
    journey->visit->is_changed = true; /* said, not only passed by */
    return journey_forward(journey, moment);
}
