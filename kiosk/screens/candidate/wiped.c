/* Nothing of the person is left on this screen; what became of the answers is said, as it was: kept
 * for the card, erased, sealed, or never recorded. */
#include "base/clock.h"
#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

static void add(struct screen_page *page, struct span heading, struct span text)
{
    screen_page_heading(page, heading);
    screen_page_text(page, "text", text)->is_spoken_first = true;
}

static struct span next_words(const struct ending *ending)
{
    if (ending->role == ROLE_NEWCOMER)
        return WS("What happens next: the recruiters of your vacancy talk with you about "
                  "your plan. With your receipt and its reference you can ask {contact} "
                  "about your answers.");
    return ending->role == ROLE_RATER
               ? WS("What happens next: when enough colleagues have answered, "
                    "{organization} looks at the averages. There is nothing more for you "
                    "to do.")
               : WS("What happens next: people at {organization} read your report. "
                    "With your receipt and its reference you can ask {contact} about "
                    "your answers.");
}

static void say_finished(struct screen_page *page)
{
    add(page, WS("All done"),
        screen_page_words(
            page, "wiped_text",
            WS("Your answers are no longer shown here, and this device cannot open "
               "them. Goodbye.")));
    screen_page_text(page, "after",
                     screen_page_fill(page, next_words(&page->journey->ending)));
}

static void say_kept(struct screen_page *page)
{
    const int64_t until_ms = page->journey->ending.kept_until_unix_ms;
    add(page, WS("Your place is kept"),
        until_ms
            ? span_format(
                  page->arena,
                  W("Your answers are kept until %.*s, locked with your code. The "
                    "code on your card brings them back, on this device."),
                  SPAN_ARGS(clock_day_time(page->arena, until_ms)))
            : WS("Your answers are still kept, locked with your code. The code on your "
                 "card brings them back, on this device."));
    screen_page_note(page, "after", WS("After that they are erased."));
}

void wiped_view(struct screen_page *page)
{
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    switch (page->journey->ending.kind) {
    case ENDING_FINISHED:
        say_finished(page);
        break;
    case ENDING_KEPT:
        say_kept(page);
        break;
    case ENDING_ERASED:
        add(page, WS("Your answers are erased"),
            WS("Nothing that you answered is left on this device. Your code still works: "
               "with it you can begin again. Goodbye."));
        break;
    case ENDING_LEFT:
        add(page, WS("This session is over"),
            WS("Nothing was changed. What was kept of your answers stays as it is until "
               "its day is over. Your code can be used again later. Goodbye."));
        break;
    case ENDING_NOTHING:
        add(page, WS("This session is over"),
            WS("No answer was recorded. Your code can be used again later. Goodbye."));
        break;
    }
    screen_page_next(page, WS("Show the first screen"), event_of(EVENT_DONE))
        ->is_first_focus = true;
}

struct effect wiped_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    if (event->kind == EVENT_DONE)
        journey_rest(journey, moment);
    return effect_none();
}
