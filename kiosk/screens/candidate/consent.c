/* Two answers of equal size: no is as easy as yes. Coming back here later changes nothing. Where
 * the law allows the use without consent, nobody is asked for one: that would be a pretence. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

/* Who moves comes to the first of the two; nobody agrees who only presses Enter again. */
static void add_way(struct screen_page *page, const char *id, struct span text,
                    enum event_kind kind)
{
    struct node *way = screen_page_way(page, id, text, event_of(kind));
    way->is_deliberate = true;
    way->is_first_focus = kind == EVENT_CONSENT;
}

static void ask_to_agree(struct screen_page *page)
{
    screen_page_heading(page,
                        screen_page_words(page, "consent_question",
                                          WS("May we use your answers in this way?")));
    add_way(page, "consent-yes",
            screen_page_words(page, "consent_yes", WS("Yes, use my answers")),
            EVENT_CONSENT);
}

static void ask_whether_read(struct screen_page *page)
{
    screen_page_heading(
        page, screen_page_words(page, "acknowledge_question", WS("Have you read this?")));
    add_way(page, "consent-yes",
            screen_page_words(page, "acknowledge_yes", WS("Yes, begin")), EVENT_CONSENT);
}

void consent_view(struct screen_page *page)
{
    const bool is_consent = page->journey->site->terminal->legal_basis == LEGAL_CONSENT;
    screen_page_decide(page);
    screen_page_site_top(page);
    screen_page_body(page, 10)->justify = ALIGN_CENTER;
    if (is_consent)
        ask_to_agree(page);
    else
        ask_whether_read(page);
    add_way(page, "consent-no",
            screen_page_words(page, "consent_no", WS("No, end this session")),
            EVENT_DECLINE);
    screen_page_text(
        page, "text",
        is_consent ? WS("You can stop at any time, and you can change your mind later.")
                   : WS("You can stop at any time."));
    screen_page_back(page, WS("Read again"), event_of(EVENT_BACK));
}

static struct effect begin(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const bool is_new = !visit->has_begun;
    visit->has_begun = true;
    journey_begin(journey, sitting_next(visit->sitting, NO_STEP), moment);
    return is_new ? effect_of(EFFECT_BEGIN) : effect_none();
}

struct effect consent_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_show(journey, SCREEN_NOTICE, moment);
    if (event->kind == EVENT_CONSENT)
        return begin(journey, moment);
    if (event->kind != EVENT_DECLINE)
        return effect_none();
    if (journey->visit->has_begun) /* something would be lost: asked first */
        return journey_open(journey, SCREEN_BREAK, moment);
    journey->visit->found = FOUND_NOTHING; /* what was left of it goes, too */
    journey_show(journey, SCREEN_DECLINED, moment);
    return effect_of(EFFECT_DROP);
}
