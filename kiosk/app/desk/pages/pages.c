#include "app/desk/pages/pages.h"

#include "app/desk/pages/pages_frame.h"
#include "app/desk/pages/pages_kept.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"
#include "web/form.h"

#include <string.h>

enum {
    HTTP_OK = 200,
    HTTP_FORBIDDEN = 403,
    HTTP_NOT_FOUND = 404,
    HTTP_WRONG_METHOD = 405,
    HTTP_WRONG_FORM = 422,
    NOTICES_MAX = 12,
    NOTICE_BYTES_MAX = 4096,
    PUT_BYTES_MAX = 8 * 1024 * 1024,
    VALUE_BYTES_MAX = 4096,
};

enum route_methods { PAGES_SHOWS, PAGES_DOES };

static const struct route {
    const char *route, *fields, *roles;
    enum route_methods methods;
    enum pages_room room;
    enum status (*answer)(struct pages_turn *turn);
} routes[] = {
#define PAGES_ROUTE(symbol, route, methods, fields, roles, room)                         \
    {route, fields, roles, methods, room, pages_##symbol},
#include "app/desk/pages/pages_route.def"
#undef PAGES_ROUTE
};

/* --- what the office says meanwhile --- */

static enum status on_output(void *context, struct span bytes)
{
    struct pages *pages = context;
    if (pages->turn)
        buffer_add(&pages->turn->put, bytes);
    return OK;
}

/* What is told while a page is made stands on top of it. */
static void on_notice(void *context, enum office_notice kind, struct span words)
{
    struct pages *pages = context;
    size_t count = 0;
    if (!pages->turn || kind == OFFICE_NOTE)
        return;
    struct page_section *notices = &pages->turn->notices;
    for (const struct page_block *block = notices->first; block; block = block->next)
        count++;
    if (count == NOTICES_MAX)
        return;
    page_add_notice(notices, PAGE_CARE,
                    pages_words_sentence(pages->turn->arena,
                                         span_copy(pages->turn->arena,
                                                   span_cut(words, 0, NOTICE_BYTES_MAX))),
                    SPAN(""));
}

static void on_progress(void *context, const char *what, size_t done, size_t all)
{
    const struct pages *const pages = context;
    (void)what;
    if (pages->turn && pages->turn->question->on_progress)
        pages->turn->question->on_progress(done, all);
}

enum status pages_open(struct office *office, struct keys *keys,
                       struct secret *signing_key, struct pages **out_pages)
{
    struct pages *pages = arena_new(&office->arena, struct pages);
    *pages = (struct pages){
        .operation = {.office = *office, .keys = *keys},
        .listener = {.on_output = on_output,
                     .on_notice = on_notice,
                     .on_progress = on_progress,
                     .context = pages},
        .empty = arena_mark(&office->arena),
    };
    pages->operation.arena = &pages->operation.office.arena;
    pages->operation.office.listener = &pages->listener;
    enum status status = pages_kept_open(pages);
    if (status != OK) { /* what was read of it stays with who gave it */
        const struct office_listener *listener = office->listener;
        *office = pages->operation.office;
        office->listener = listener;
        return status;
    }
    if (signing_key) {
        pages->operation.signing_key = *signing_key;
        *signing_key = (struct secret){0};
    }
    *office = (struct office){.lock = -1};
    *keys = (struct keys){0};
    *out_pages = pages;
    return OK;
}

void pages_close(struct pages *pages)
{
    if (!pages)
        return;
    pages_kept_drop(pages);
    result_reader_close(&pages->operation.reader);
    keys_close(&pages->operation.keys);
    secret_close(&pages->operation.signing_key);
    arena_done(&pages->operation.shown);
    arena_done(&pages->receipt.arena);
    struct office office = pages->operation.office; /* `pages` lies in its arena */
    office_close(&office);
}

/* --- which route --- */

/* Whether `asked` is `pattern`; what stands for each "*" goes to `parts`. */
static bool is_route(const char *pattern, struct span asked,
                     struct span parts[PAGES_PARTS_MAX])
{
    struct span wanted = span_of(pattern), part, piece;
    size_t count = 0;
    while (wanted.data && asked.data) {
        if (!span_next(&wanted, '/', &piece) || !span_next(&asked, '/', &part))
            return false;
        if (is_span(piece, "*") && part.count && count < PAGES_PARTS_MAX)
            parts[count++] = part;
        else if (!is_span_equal(piece, part))
            return false;
    }
    return !wanted.data && !asked.data;
}

static const struct route *route_find(struct pages_turn *turn)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (is_route(routes[i].route, turn->question->route, turn->parts))
            return &routes[i];
    return NULL;
}

/* --- which fields --- */

static size_t sent_count(const struct pages_question *question, struct span name)
{
    size_t count = 0;
    for (size_t i = 0; i < question->field_count; i++)
        count += is_span_equal(question->fields[i].name, name);
    return count;
}

static bool is_field_known(const struct route *route, struct span name, size_t count)
{
    struct span rest = span_of(route->fields), known;
    while (span_next(&rest, ' ', &known)) {
        const bool is_some = known.count && known.data[known.count - 1] == '+';
        known.count -= is_some;
        if (known.count && is_span_equal(known, name))
            return is_some || count == 1;
    }
    return false;
}

/* Every page that only shows can be had as text and for programs, too. */
static bool is_form_wanted(const struct pages_question *question,
                           const struct form_field *field)
{
    return question->method == PAGES_GET && is_span(field->name, "form") &&
           (is_span(field->value, "html") || is_span(field->value, "txt") ||
            is_span(field->value, "json"));
}

/* Exactly the fields of the route: one unknown, doubled or over-long refuses all of them. */
static bool are_fields_right(const struct route *route,
                             const struct pages_question *question)
{
    for (size_t i = 0; i < question->field_count; i++) {
        const struct form_field *field = &question->fields[i];
        if (is_form_wanted(question, field))
            continue;
        if (field->value.count > VALUE_BYTES_MAX ||
            !is_field_known(route, field->name, sent_count(question, field->name)))
            return false;
    }
    return true;
}

/* --- the answer --- */

static void notices_put(struct pages_turn *turn)
{
    struct page_section *head = &turn->page.head;
    const char *const done =
        is_pages_turn_form(turn)
            ? NULL
            : pages_kept_done_take(turn->pages, turn->question->route);
    if (done)
        page_add_notice(&turn->notices, PAGE_GOOD, WS(done), SPAN(""));
    if (!turn->notices.first)
        return;
    turn->notices.last->next = head->first;
    head->first = turn->notices.first;
    if (!head->last)
        head->last = turn->notices.last;
}

static void page_answer(struct pages_turn *turn, enum pages_room room, int http_status)
{
    const struct span form = pages_turn_field(turn, "form");
    notices_put(turn);
    pages_frame(turn, room);
    turn->answer->http_status = http_status;
    if (is_span(form, "txt")) {
        turn->answer->type = SPAN("text/plain; charset=utf-8");
        turn->answer->body = page_plain(turn->arena, &turn->page);
    } else if (is_span(form, "json")) {
        turn->answer->type = SPAN("application/json");
        turn->answer->body = page_json(turn->arena, &turn->page);
    } else {
        turn->answer->type = SPAN("text/html; charset=utf-8");
        turn->answer->body = page_shell_html(turn->arena, &turn->page, &turn->shell);
    }
}

static void route_answer(struct pages_turn *turn, const struct route *route)
{
    const enum status status = route->answer(turn);
    if (status != OK)
        page_answer(turn, route->room, pages_frame_failed(turn, status));
    else if (!turn->answer->location.count && !turn->answer->body.count)
        page_answer(turn, route->room,
                    turn->answer->http_status ? turn->answer->http_status : HTTP_OK);
}

static void role_refuse(struct pages_turn *turn, const struct route *route)
{
    const struct span words =
        span_format(turn->arena, W("This page is for: %.*s. You are here as: %.*s."),
                    SPAN_ARGS(staff_role_set_words(
                        turn->arena, staff_role_set_of(span_of(route->roles)))),
                    SPAN_ARGS(staff_role_set_words(turn->arena, turn->roles)));
    page_answer(turn, route->room,
                pages_frame_refused(turn, HTTP_FORBIDDEN, WN("This is not for you"),
                                    span_text(turn->arena, words)));
}

/* Who asks: somebody who was retired meanwhile gets nothing more. */
static enum status person_find(struct pages_turn *turn)
{
    const enum status status = staff_need(
        &turn->operation->office, &turn->operation->keys, STAFF_ROLES_ALL, &turn->person);
    turn->roles = status != OK ? 0 : turn->person ? turn->person->roles : STAFF_ROLES_ALL;
    return status;
}

static void turn_answer(struct pages_turn *turn)
{
    const struct route *route = route_find(turn);
    const enum status status = person_find(turn);
    if (status != OK)
        page_answer(turn, PAGES_TODAY, pages_frame_failed(turn, status));
    else if (!route)
        page_answer(turn, PAGES_TODAY,
                    pages_frame_refused(turn, HTTP_NOT_FOUND, WN("It is not here"),
                                        WN("There is no page at this address.")));
    else if (!has_pages_turn_role(turn, route->roles))
        role_refuse(turn, route);
    else if (route->methods == PAGES_SHOWS && is_pages_turn_form(turn))
        page_answer(
            turn, route->room,
            pages_frame_refused(turn, HTTP_WRONG_METHOD, WN("This was not done"),
                                WN("This page only shows; nothing was changed.")));
    else if (!are_fields_right(route, turn->question))
        page_answer(turn, route->room,
                    pages_frame_refused(
                        turn, HTTP_WRONG_FORM, WN("This was not done"),
                        WN("The form that came is not one of this desk; nothing was "
                           "changed. Go back, open its page anew and send it again.")));
    else
        route_answer(turn, route);
}

enum status pages_answer(struct pages *pages, const struct pages_question *question,
                         struct arena *arena, struct pages_answer *out_answer)
{
    struct pages_answer answer = {0};
    struct pages_turn turn = {
        .pages = pages,
        .operation = &pages->operation,
        .question = question,
        .arena = arena,
        .answer = &answer,
        .put = buffer_init(arena, PUT_BYTES_MAX),
        .notices = {.arena = arena, .id = "notices"},
    };
    pages->turn = &turn;
    const enum status status = pages_kept_begin(pages);
    if (status == OK) {
        turn_answer(&turn);
        pages_kept_end(pages);
    }
    pages->turn = NULL;
    if (status == OK)
        *out_answer = answer;
    return status;
}

bool is_pages_route(size_t index, struct span *out_route, struct span *out_roles,
                    bool *out_does)
{
    if (index >= sizeof routes / sizeof *routes)
        return false;
    *out_route = span_of(routes[index].route);
    *out_roles = span_of(routes[index].roles);
    *out_does = routes[index].methods == PAGES_DOES;
    return true;
}
