/* Who asks, why, what is kept, how long it takes, which rights there are: before anything is
 * asked. Five short lines first, for who reads no more than that; then each in a paragraph under
 * its own small heading. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

enum { SHORT_LINES = 5 };

static struct span words(struct screen_page *page, const char *key)
{
    return screen_page_words(page, key, SPAN(""));
}

static void add_point(struct screen_page *page, const char *key, struct span title)
{
    screen_page_point(page, key, title, words(page, key));
}

/* Older forms do not have them. */
static void add_short(struct screen_page *page)
{
    if (!words(page, "notice_short_1").count)
        return;
    struct node *box = node_column(page->arena, page->body, SPAN("notice_short"), 2.5f);
    box->look = LOOK_NOTICE;
    box->width = (struct size){.kind = SIZE_GROW, .value = 1};
    for (int i = 1; i <= SHORT_LINES; i++) {
        const struct span key = span_format(page->arena, "notice_short_%d", i);
        const struct span line = words(page, span_text(page->arena, key));
        if (line.count)
            node_text(page->arena, box, key, TEXT_BODY, line)->is_spoken_first = true;
    }
}

void notice_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 7);
    screen_page_heading(
        page, screen_page_words(page, "notice_heading", WS("Before you start")));
    if (page->journey->site->assessment->is_pilot)
        screen_page_text(page, "notice_pilot", words(page, "notice_pilot"));
    add_short(page);
    add_point(page, "notice_who", WS("Who asks"));
    add_point(page, "notice_why", WS("Why we ask"));
    screen_page_point(
        page, "notice_basis", WS("Why we may ask"),
        words(page,
              legal_basis_key(page->arena, page->journey->site->terminal->legal_basis)));
    add_point(page, "notice_time", WS("How long it takes"));
    add_point(page, "notice_automatic",
              screen_page_frame(page).count ? WS("What happens to your answers")
                                            : WS("Who decides"));
    add_point(page, "notice_what", WS("What is kept"));
    add_point(page, "notice_rights", WS("Your rights"));
    add_point(page, "notice_help", WS("Other ways to take part"));
    add_point(page, "notice_instructed", WS("One more thing"));
    screen_page_back(page, WS("Stop here"), event_of(EVENT_LEAVE));
    struct node *next = screen_page_next(page, WS("Next"), event_of(EVENT_NEXT));
    next->is_first_focus = next->waits_for_end = true;
}

struct effect notice_step(struct journey *journey, const struct event *event,
                          struct moment moment)
{
    if (event->kind == EVENT_NEXT)
        journey_show(journey, SCREEN_CONSENT, moment);
    return effect_none();
}
