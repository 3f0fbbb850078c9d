/* The organization has another signing key: staff compare its words with those of the desk, as
 * those of the organization were compared when the terminal was new. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_go.h"

enum { WORDS_IN_A_LINE = 4 };

/* Two lines of four, as people read them out to each other. */
static void add_words(struct screen_page *page, struct span words)
{
    struct span rest = words, word;
    struct buffer line = buffer_init(page->arena, words.count + 1);
    for (int count = 1; span_next(&rest, ' ', &word); count++) {
        buffer_format(&line, "%s%.*s", line.count ? " " : "", SPAN_ARGS(word));
        if (count % WORDS_IN_A_LINE)
            continue;
        node_text(page->arena, page->body,
                  span_format(page->arena, "words-%d", count / WORDS_IN_A_LINE),
                  TEXT_HEADING, buffer_span(&line));
        line = buffer_init(page->arena, words.count + 1);
    }
}

void staff_next_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 4);
    screen_page_heading(page, WS("Is this the next signing key?"));
    screen_page_text(
        page, "text",
        WS("This configuration is signed with a new key. Say yes only if the "
           "desk shows the same eight words (resonance key words signing). "
           "If they differ, it does not come from the organization."))
        ->is_spoken_first = true;
    add_words(page, page->journey->visit->staff.next_words);
    screen_page_way(page, "same", WS("Yes, the same eight words"),
                    event_with(EVENT_STAFF_ACT, STAFF_TRUST, 0));
    screen_page_back(page, WS("No, or I cannot compare them"), event_of(EVENT_BACK))
        ->is_first_focus = true;
}

/* After a no all is as it was: the words are asked for again when it is taken again. */
struct effect staff_next_step(struct journey *journey, const struct event *event,
                              struct moment moment)
{
    const bool is_yes = event->kind == EVENT_STAFF_ACT && event->a == STAFF_TRUST;
    if (event->kind != EVENT_BACK && !is_yes)
        return effect_none();
    staff_go(journey, SCREEN_STAFF_MENU, moment);
    return is_yes ? (struct effect){.kind = EFFECT_STAFF_ACT, .step = STAFF_TRUST}
                  : effect_none();
}
