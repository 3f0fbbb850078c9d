/* Day and time of the machine, typed as twelve digits. What a step means for what is kept here is
 * said before it is made. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/keyboard.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_digits.h"
#include "screens/staff/staff_go.h"

enum { DIGITS = 12, FIELD_MM = 130, MINUTE_MS = 60 * 1000, DAY_MS = 24 * 3600 * 1000 };

/* "2026-11-3_ __:__" */
static struct span shown(const struct screen_page *page, size_t *out_caret)
{
    static const char form[] = "____-__-__ __:__";
    const struct typing *typing = &page->journey->visit->typing;
    struct buffer text = buffer_init(page->arena, sizeof form);
    size_t typed = 0;
    *out_caret = 0;
    for (const char *at = form; *at; at++) {
        const bool is_typed = *at == '_' && typed < typing->count;
        buffer_add(&text, (struct span){is_typed ? &typing->text[typed] : at, 1});
        typed += is_typed;
        if (is_typed)
            *out_caret = text.count;
    }
    return buffer_span(&text);
}

static void add_field(struct screen_page *page)
{
    const struct typing *typing = &page->journey->visit->typing;
    struct node *field =
        node_new(page->arena, page->body, NODE_FIELD, SPAN("clock-field"));
    field->style = TEXT_CODE;
    field->text = shown(page, &field->caret);
    field->anchor = field->caret;
    field->said =
        span_format(page->arena, W("Day and time, %d of 12 digits"), (int)typing->count);
    field->on_type = event_of(EVENT_TYPED);
    if (typing->count == DIGITS)
        field->on_enter = event_of(EVENT_NEXT);
    field->is_first_focus = true;
    field->lines_min = 1;
    field->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = FIELD_MM};
}

static void add_told(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    const struct span now = clock_stamp(page->arena, page->moment.unix_ms);
    struct node *told;
    if (staff->is_wrong)
        told = screen_page_notice(page, "clock-wrong",
                                  WS("This is no day and time. Please type them again."));
    else if (staff->is_warned && staff->clock_unix_s * 1000 < page->moment.unix_ms)
        told = screen_page_notice(
            page, "clock-back",
            span_format(
                page->arena,
                W("That is earlier than now, %.*s. Codes that were used stay used. "
                  "What waits here for its code is kept for a day from the new "
                  "time."),
                SPAN_ARGS(now)));
    else if (staff->is_warned)
        told = screen_page_notice(
            page, "clock-ahead",
            span_format(page->arena,
                        W("That is a day or more ahead of now, %.*s. What waits here for "
                          "its code may be erased then, as after a day."),
                        SPAN_ARGS(now)));
    else
        told = screen_page_text(
            page, "text",
            span_format(
                page->arena,
                W("Please type year, month, day, hour and minute. By this machine "
                  "it is %.*s."),
                SPAN_ARGS(now)));
    told->is_spoken_first = true;
}

void staff_clock_view(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    screen_page_site_top(page);
    screen_page_body(page, 4)->stands_together = true;
    if (!staff->is_warned || !is_screen_page_tight(page)) /* the field stays in sight */
        screen_page_heading(page, WS("Set day and time"));
    if (page->journey->told == REASON_NONE) /* that is told in its place */
        add_told(page);
    node_gap(page->arena, page->body, 0); /* what is typed stands by its keys */
    add_field(page);
    keyboard_pin(page);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    struct node *next = screen_page_next(
        page, staff->is_warned ? WS("Set it all the same") : WS("Set the clock"),
        event_of(EVENT_NEXT));
    if (page->journey->visit->typing.count < DIGITS)
        screen_page_unavailable(next, REASON_CLOCK_SHORT);
}

/* A step of less changes nothing for anybody. */
static bool is_to_be_told(int64_t unix_ms, struct moment now)
{
    return unix_ms < now.unix_ms - MINUTE_MS || unix_ms >= now.unix_ms + DAY_MS;
}

static struct effect set(struct journey *journey, struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    int64_t unix_ms = 0;
    staff->is_wrong = !is_clock_digits(typing_span(&journey->visit->typing), &unix_ms);
    if (staff->is_wrong) {
        typing_set(&journey->visit->typing, SPAN(""));
        return effect_none();
    }
    staff->clock_unix_s = unix_ms / 1000;
    if (is_to_be_told(unix_ms, moment) && !staff->is_warned) {
        staff->is_warned = true;
        return effect_none();
    }
    staff_go(journey, SCREEN_STAFF_MACHINE, moment);
    return (struct effect){.kind = EFFECT_STAFF_ACT, .step = STAFF_CLOCK};
}

struct effect staff_clock_step(struct journey *journey, const struct event *event,
                               struct moment moment)
{
    struct visit *visit = journey->visit;
    if (event->kind == EVENT_BACK)
        staff_go(journey, SCREEN_STAFF_MACHINE, moment);
    else if (event->kind == EVENT_NEXT && visit->typing.count == DIGITS)
        return set(journey, moment);
    else if (staff_digits_type(&visit->typing, event, DIGITS))
        visit->staff.is_warned = visit->staff.is_wrong = false;
    return effect_none();
}
