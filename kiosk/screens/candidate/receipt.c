/* Thanks, the receipt and what it is good for. Raters have nothing more: they stay anonymous. */
#include "base/words.h"
#include "screens/candidate/own.h"
#include "screens/candidate/voluntary.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

/* Nobody has read it before, and it does not come back. */
enum { READ_MS = 2000 };
/* The least width at which both codes stand side by side. */
enum { BESIDE_MM = 180 };

static bool is_rater(const struct visit *visit)
{
    return visit->sitting->start.role == ROLE_RATER;
}

static void add_thanks(struct screen_page *page)
{
    screen_page_text(
        page, "text",
        screen_page_words(
            page, is_rater(page->journey->visit) ? "rater_text" : "thanks_text",
            WS("Your answers are sealed. This device can no longer open them.")))
        ->is_spoken_first = true;
}

/* Both codes are seen at once: where room is short, a short one stands beside its name. */
static void add_code(struct screen_page *page, struct node *card, const char *id,
                     struct span title, struct span code, bool is_short)
{
    if (!code.count)
        return;
    const struct span column_id = span_format(page->arena, "%s column", id);
    struct node *column = is_short && screen_page_step_wide_mm(page) < BESIDE_MM
                              ? node_row(page->arena, card, column_id, 8)
                              : node_column(page->arena, card, column_id, 2);
    if (column->kind == NODE_ROW)
        column->align = ALIGN_CENTER;
    node_text(page->arena, column, span_format(page->arena, "%s title", id), TEXT_NOTE,
              title);
    node_text(page->arena, column, span_of(id), TEXT_CODE, code)->letter_scale =
        is_screen_page_low(page) ? 0 : 1.5f;
}

static void add_receipt(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (!visit->receipt.count && !visit->handle.count)
        return;
    struct node *card = node_row(page->arena, page->body, SPAN("card"),
                                 is_screen_page_tight(page) ? 8 : 16);
    card->look = LOOK_CARD;
    card->can_wrap = true;
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
    add_code(page, card, "receipt-code", WS("Your receipt"), visit->receipt, false);
    add_code(page, card, "handle", WS("Reference"), visit->handle, true);
    struct node *keep = node_button(page->arena, page->body, SPAN("keep"), LOOK_PLAIN,
                                    WS("Keep a copy"), event_of(EVENT_KEEP));
    keep->width = (struct size){.kind = SIZE_GROW, .value = 1};
    keep->is_first_focus =
        true; /* not what clears the screen, nor what only leads back */
}

static void add_use(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (!visit->receipt.count && !visit->handle.count)
        return;
    screen_page_note(page, "use", own_receipt_use(visit->sitting->start.role));
    screen_page_note(page, "take",
                     WS("Write both down, take a photo, or choose “Keep a copy”."));
}

/* One deliberate act: Enter does not fall through to it, and a hand that still taps where the way
 * on of the profile was does not choose it before it has rested. */
static void add_ways(struct screen_page *page)
{
    if (page->journey->visit->scorecard)
        screen_page_back(page,
                         is_screen_page_tight(page) ? WS("Back") : WS("Back to profile"),
                         event_of(EVENT_BACK));
    struct node *out =
        screen_page_next(page, WS("I have my receipt"), event_of(EVENT_DONE));
    out->id = SPAN("done");
    out->is_deliberate = true;
    out->is_way_on = false;
}

static void add_heading(struct screen_page *page)
{
    screen_page_heading(page, screen_page_words(page,
                                                is_rater(page->journey->visit)
                                                    ? "rater_heading"
                                                    : "thanks_heading",
                                                WS("Thank you for your time.")));
}

/* Where there is little room, what must be taken away is seen before what can be read. */
void receipt_view(struct screen_page *page)
{
    const bool is_low = is_screen_page_low(page);
    screen_page_site_top(page);
    screen_page_body(page, 6);
    add_heading(page);
    if (is_low)
        add_receipt(page);
    add_thanks(page);
    if (!is_low)
        add_receipt(page);
    add_use(page);
    screen_page_note(
        page, "clear",
        WS("When you have it, choose “I have my receipt”. The receipt cannot be shown again."));
    add_ways(page);
}

struct effect receipt_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_BACK && journey->visit->scorecard)
        journey_show(journey, SCREEN_PROFILE, moment);
    if (event->kind == EVENT_KEEP)
        journey_keep(journey, moment);
    const bool is_read = moment.steady_ms - journey->screen_since_ms >= READ_MS;
    if (event->kind != EVENT_DONE || !is_read)
        return effect_none();
    if (!is_voluntary_asked(journey))
        return journey_end(journey, EFFECT_WIPE);
    journey_show(journey, SCREEN_VOLUNTARY, moment);
    return effect_none();
}
