#include "screens/code_entry.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "base/words.h"
#include "screens/keyboard.h"

#include <string.h>

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
enum { CODE_GROUP = 5, MINUTE_MS = 60000 };

/* The character of the code that `code` stands for, 0 for none. */
static char code_letter(uint32_t code)
{
    if (code >= 'a' && code <= 'z')
        code -= 'a' - 'A';
    if (code == 'I' || code == 'L')
        return '1';
    if (code == 'O')
        return '0';
    return code && code < 0x80 && strchr(crockford, (int)code) ? (char)code : '\0';
}

static void put_letter(struct typing *typing, uint32_t code)
{
    const char letter = code_letter(code);
    if (letter)
        typing_write(typing, (struct span){&letter, 1}, CODE_MAX);
}

/* Where byte `at` of the shown code, which has a hyphen in it, is in the typed one. */
static size_t typed_place(size_t at)
{
    return at > CODE_GROUP ? at - 1 : at;
}

static void put_typed(struct typing *typing, const struct event *event)
{
    struct edit_act act = edit_act_of(event);
    size_t at = 0;
    uint32_t code;
    act.place = typed_place(act.place);
    if (act.kind != EDIT_WRITE)
        typing_edit(typing, &act, CODE_MAX);
    else
        while (utf8_next(act.text, &at, &code))
            put_letter(typing, code);
}

void code_entry_type(struct journey *journey, const struct event *event)
{
    struct typing *typing = &journey->visit->typing;
    if (event->kind == EVENT_KEY)
        put_letter(typing, (uint32_t)event->a);
    else if (event->kind == EVENT_TYPED)
        put_typed(typing, event);
    else if (event->kind == EVENT_KEY_ERASE)
        typing_do(typing, EDIT_ERASE);
    else if (event->kind == EVENT_KEY_ERASE_WORD)
        typing_set(typing, SPAN(""));
    else
        return;
    journey->code_problem = OK;
}

bool is_code_entry_ready(const struct journey *journey, struct moment moment)
{
    return journey->visit->typing.count == CODE_MAX &&
           !is_tries_locked(&journey->visit->tries, moment.steady_ms);
}

/* As it stands on the card: two groups of five. */
static struct span grouped(struct arena *arena, const struct typing *typing)
{
    const struct span code = typing_span(typing);
    if (code.count <= CODE_GROUP)
        return code;
    return span_format(arena, "%.*s-%.*s", CODE_GROUP, code.data,
                       (int)(code.count - CODE_GROUP), code.data + CODE_GROUP);
}

struct span code_entry_free_time(const struct screen_page *page)
{
    const int64_t free_ms = journey_free_unix_ms(page->journey, page->moment);
    return clock_time(page->arena, free_ms + MINUTE_MS - 1);
}

/* Where byte `at` of the typed code is in the shown one. */
static size_t shown_place(size_t at)
{
    return at > CODE_GROUP ? at + 1 : at;
}

/* No fault of the person: staff need the number that the guide explains. */
static struct span fault_words(const struct screen_page *page)
{
    const enum status problem = page->journey->code_problem;
    const int fault = status_fault(problem);
    if (problem == STATUS_EXPIRED || problem == STATUS_WRONG_CLOCK ||
        problem == STATUS_NO_SPACE)
        return span_format(
            page->arena,
            W("No new session can be started here at the moment. You have done nothing "
              "wrong. Please ask a member of staff, and tell them this number: %d."),
            fault);
    return span_format(page->arena,
                       W("The code could not be checked just now. Please try again, or "
                         "ask a member of staff and tell them this number: %d."),
                       fault);
}

/* What is wrong, and the way out, in one sentence or two. */
static struct span problem_words(const struct screen_page *page)
{
    const struct journey *journey = page->journey;
    if (is_tries_locked(&journey->visit->tries, page->moment.steady_ms))
        return span_format(
            page->arena,
            W("Several codes were not known here. You can try again in %.*s, or ask the "
              "person who gave you the card."),
            SPAN_ARGS(screen_page_seconds(page)));
    if (journey->code_problem == STATUS_IN_USE)
        return span_format(
            page->arena,
            W("This code is right, but this device is in use: somebody is taking a break. "
              "It is free at %.*s at the latest. Please ask the person who gave you the "
              "card."),
            SPAN_ARGS(code_entry_free_time(page)));
    if (journey->code_problem == STATUS_USED_CODE)
        return WS(
            "This code has already been used. Please ask the person who gave you the "
            "card for a new one.");
    if (journey->code_problem == STATUS_UNKNOWN_CODE)
        return WS(
            "This code is not known here. Please compare it with your card, letter by "
            "letter, or ask the person who gave you the card.");
    return fault_words(page);
}

bool has_code_entry_problem(const struct screen_page *page)
{
    const struct journey *journey = page->journey;
    return journey->code_problem != OK ||
           is_tries_locked(&journey->visit->tries, page->moment.steady_ms);
}

static void add_problem(struct screen_page *page)
{
    if (has_code_entry_problem(page))
        screen_page_notice(page, "code-problem", problem_words(page))->is_spoken_first =
            1;
}

/* Where not all can be seen, what is wrong stands in the place of the keys: below them nobody would
 * look for it. */
static bool is_problem_for_keys(const struct screen_page *page)
{
    return page->journey->code_problem != OK && !has_screen_page_keys(page);
}

static void add_field(struct screen_page *page)
{
    const struct typing *typing = &page->journey->visit->typing;
    struct node *field =
        node_new(page->arena, page->body, NODE_FIELD, SPAN("code-field"));
    field->style = TEXT_CODE;
    field->letter_scale = is_screen_page_low(page) ? 0 : 1.5f;
    field->text = grouped(page->arena, typing);
    field->caret = shown_place(typing->caret);
    field->anchor = shown_place(typing->anchor);
    field->said = span_format(page->arena, W("Access code, %d of %d characters"),
                              (int)typing->count, (int)CODE_MAX);
    field->on_type = event_of(EVENT_TYPED);
    if (is_code_entry_ready(page->journey, page->moment))
        field->on_enter = event_of(EVENT_SUBMIT_CODE);
    field->is_first_focus = true;
    field->lines_min = 1;
    field->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = 160};
}

void code_entry_view(struct screen_page *page)
{
    page->body->stands_together = true;
    /* what is typed stands by the keys, on high pages too */
    if (!is_problem_for_keys(page))
        node_gap(page->arena, page->body, 0);
    add_problem(page); /* above the field, which is kept in sight */
    add_field(page);
    if (!is_problem_for_keys(page))
        keyboard_codes(page);
}

void code_entry_next(struct screen_page *page, struct span text)
{
    if (is_problem_for_keys(page)) { /* nothing typed: only the keys are back */
        screen_page_next(page, WS("Type again"), event_of(EVENT_TYPED));
        return;
    }
    struct node *next = screen_page_next(page, text, event_of(EVENT_SUBMIT_CODE));
    next->is_unavailable = !is_code_entry_ready(page->journey, page->moment);
    if (page->journey->visit->typing.count < CODE_MAX)
        screen_page_unavailable(next, REASON_CODE_SHORT);
}
