/* A code with a draft came back: the person goes on where they were, or stops here. Where the
 * draft is not whole, what is missing is said before. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

static void say(struct screen_page *page, struct span heading, struct span text)
{
    screen_page_heading(page, heading);
    screen_page_text(page, "text", text)->is_spoken_first = true;
}

static void say_lost(struct screen_page *page)
{
    screen_page_note(
        page, "kept",
        WS("You have done nothing wrong. You can begin again now, or stop here and ask a "
           "member of staff. What was kept stays locked with your code, and is erased "
           "when its day is over."));
}

static void say_part(struct screen_page *page)
{
    say(page, WS("We kept part of your answers"),
        WS("A fault on this device has damaged what was kept. Your answers are here "
           "again as they were when you came to the question that is shown next. What "
           "you answered or changed after that is missing."));
    screen_page_note(page, "kept",
                     WS("You have done nothing wrong. You can go on from there, and you "
                        "can still change every answer."));
}

void resume_view(struct screen_page *page)
{
    const enum found found = page->journey->visit->found;
    const bool has_answers = found == FOUND_WHOLE || found == FOUND_PART;
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    switch (found) {
    case FOUND_NOTHING:
    case FOUND_SEALED:
    case FOUND_WHOLE:
        say(page, WS("We kept your place"),
            WS("Your answers so far are here again, just as you gave them. You can go on "
               "where you stopped, and you can still change every answer."));
        break;
    case FOUND_PART:
        say_part(page);
        break;
    case FOUND_DAMAGED:
        say(page, WS("Your answers cannot be opened"),
            WS("You began here before. What this device kept of your answers cannot be "
               "opened any more."));
        say_lost(page);
        break;
    case FOUND_OTHER_FORM:
        say(page, WS("The questions have changed"),
            WS("You began here before. The questions have been changed since, and your "
               "answers do not fit them any more."));
        say_lost(page);
        break;
    }
    screen_page_back(page, WS("Stop here"), event_of(EVENT_LEAVE));
    screen_page_next(page, has_answers ? WS("Go on") : WS("Begin again"),
                     event_of(EVENT_RESUME))
        ->is_first_focus = true;
}

/* NO_STEP: the check of the answers. */
static int step_of(const struct visit *visit)
{
    if (visit->is_at_check)
        return NO_STEP;
    return visit->at == NO_STEP ? sitting_next(visit->sitting, NO_STEP) : visit->at;
}

struct effect resume_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    struct visit *visit = journey->visit;
    if (event->kind != EVENT_RESUME)
        return effect_none();
    if (!visit->has_begun) {
        journey_show(journey, SCREEN_NOTICE, moment);
        return effect_none();
    }
    journey_enter(journey, step_of(visit), moment);
    if (visit->found == FOUND_PART)
        return effect_of(EFFECT_BEGIN); /* in a draft of its own */
    return effect_save(NO_STEP);        /* the day in which it is kept begins anew */
}
