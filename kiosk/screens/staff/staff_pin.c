/* The PIN of the page for staff: typed with fingers, keys or two switches, and never shown. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/keyboard.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_digits.h"

enum { FIELD_MM = 110, MINUTE_S = 60 };

static struct span wait_words(const struct screen_page *page)
{
    const int64_t wait_s = page->journey->visit->staff.wait_s;
    return wait_s > MINUTE_S
               ? span_format(page->arena,
                             W("Too many PINs were wrong. Try again in %d minutes."),
                             (int)((wait_s + MINUTE_S - 1) / MINUTE_S))
               : span_format(page->arena,
                             W("Too many PINs were wrong. Try again in %d seconds."),
                             (int)wait_s);
}

/* What is wrong, or empty. */
static struct span problem_words(const struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    if (!staff->has_tried || page->journey->visit->typing.count)
        return SPAN("");
    if (staff->pin == STAFF_PIN_WAIT || (staff->pin == STAFF_PIN_WRONG && staff->wait_s))
        return wait_words(page);
    return staff->pin == STAFF_PIN_WRONG ? WS("This PIN is not right.") : SPAN("");
}

/* What is wrong stands in the place of what is to be done: where there is little room, the letters
 * would have to be smaller for both. */
static void add_told(struct screen_page *page)
{
    const struct span problem = problem_words(page);
    if (problem.count)
        screen_page_notice(page, "pin-problem", problem)->is_spoken_first = true;
    else if (page->journey->told == REASON_NONE)
        screen_page_text(page, "text", WS("Please type the PIN of this terminal."));
}

static bool is_ready(const struct journey *journey)
{
    return journey->visit->typing.count >= STAFF_PIN_LEAST;
}

static void add_field(struct screen_page *page)
{
    const struct typing *typing = &page->journey->visit->typing;
    struct buffer dots = buffer_init(page->arena, 4 * STAFF_PIN_MAX);
    for (size_t i = 0; i < typing->count; i++)
        buffer_add(&dots, SPAN("•"));
    struct node *field = node_new(page->arena, page->body, NODE_FIELD, SPAN("pin-field"));
    field->style = TEXT_CODE;
    field->text = buffer_span(&dots);
    field->caret = field->anchor = dots.count;
    field->said = span_format(page->arena, W("PIN, %d digits"), (int)typing->count);
    field->on_type = event_of(EVENT_TYPED);
    if (is_ready(page->journey))
        field->on_enter = event_of(EVENT_SUBMIT_CODE);
    field->is_first_focus = true;
    field->lines_min = 1;
    field->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = FIELD_MM};
}

void staff_pin_view(struct screen_page *page)
{
    const bool has_pin = page->journey->visit->staff.pin != STAFF_PIN_NONE;
    screen_page_site_top(page);
    screen_page_body(page, 4)->stands_together = true;
    screen_page_heading(page, WS("For staff"));
    if (has_pin) {
        add_told(page);
        node_gap(page->arena, page->body, 0); /* what is typed stands by its keys */
        add_field(page);
        keyboard_pin(page);
    } else {
        screen_page_text(page, "text",
                         WS("This terminal has no PIN. It is set at the desk, when the "
                            "terminal is enrolled."))
            ->is_spoken_first = true;
    }
    struct node *back = screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    back->is_first_focus = !has_pin;
    if (!has_pin)
        return;
    struct node *next = screen_page_next(page, WS("Open"), event_of(EVENT_SUBMIT_CODE));
    if (!is_ready(page->journey))
        screen_page_unavailable(next, REASON_PIN_SHORT);
}

struct effect staff_pin_step(struct journey *journey, const struct event *event,
                             struct moment moment)
{
    if (event->kind == EVENT_BACK) {
        journey_show(journey, SCREEN_ATTRACT, moment);
        return journey_end(journey, EFFECT_WIPE);
    }
    if (event->kind == EVENT_SUBMIT_CODE && is_ready(journey))
        return effect_of(EFFECT_STAFF_OPEN);
    if (journey->visit->staff.pin != STAFF_PIN_NONE)
        (void)staff_digits_type(&journey->visit->typing, event, STAFF_PIN_MAX);
    return effect_none();
}
