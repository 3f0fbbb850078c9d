#include "app/front/front_page.h"

#include "app/front/front_errand.h"
#include "app/front/launch.h"
#include "app/desk/agent/contract.h"
#include "app/desk/pages/pages_asset.h"
#include "base/words.h"

#include <string.h>

enum {
    HTTP_OK = 200,
    HTTP_BAD_REQUEST = 400,
    HTTP_NOT_SIGNED_IN = 401,
    HTTP_FORBIDDEN = 403,
    HTTP_NOT_FOUND = 404,
};

#define HTML SPAN("text/html; charset=utf-8")

/* A request that has been let in: of this visit, with these fields. */
struct asked {
    struct server_request *request;
    struct visit *visit; /* NULL: nobody's */
    struct form_sent form;
    struct span rest; /* of the route, after the path of its row */
};

#define FRONT_ROUTE(symbol, method, path, who)                                           \
    static void page_##symbol(struct front *front, const struct asked *asked);
#include "app/front/front_route.def"
#undef FRONT_ROUTE

static const struct row {
    const char *method, *path;
    bool is_for_nobody;
    void (*answer)(struct front *front, const struct asked *asked);
} rows[] = {
#define FRONT_ROUTE(symbol, method, path, who)                                           \
    {method, path, (who)[0] == 'n', page_##symbol},
#include "app/front/front_route.def"
#undef FRONT_ROUTE
};

static void say(struct front *front, const struct asked *asked, int http_status,
                struct span title, struct span words)
{
    const struct gate gate = {
        .title = title,
        .sentences = {words},
        .sentence_count = words.count > 0,
        .link = asked->visit ? SPAN("/") : SPAN(""),
        .link_words = WS("Go to Today"),
    };
    front_state_say(front, asked->request, &gate, http_status);
}

/* --- the pages --- */

static bool is_hex(struct span text)
{
    for (size_t i = 0; i < text.count; i++)
        if (span_hex_digit(text.data[i]) < 0)
            return false;
    return text.count > 0;
}

/* A page that goes on by itself, and not a jump: on a jump that began at a file, browsers do not
 * send along the cookie that they were just given. */
static void page_open(struct front *front, const struct asked *asked)
{
    struct server_request *const request = asked->request;
    struct visit_secrets fresh;
    front_state_secrets(&fresh);
    struct visit *const visit =
        is_hex(asked->rest)
            ? visit_begin(&front->visits, asked->rest, &fresh, front->now.steady_ms)
            : NULL;
    wipe(&fresh, sizeof fresh);
    if (!visit) {
        say(front, asked, HTTP_FORBIDDEN, WS("This address no longer works"),
            WS("It works once, for a minute. Start Resonance again for a new one."));
        return;
    }
    launch_page_remove(front->page_path);
    front_errand_close(front, visit); /* of who had this place before */
    const struct gate gate = {
        .title = SPAN("Resonance"), .link = SPAN("/"), .link_words = WS("Go on")};
    const struct web_answer answer = {
        .http_status = HTTP_OK,
        .type = HTML,
        .body = gate_page(request->arena, &gate),
        .refresh = SPAN("0; url=/"),
        .cookie = answer_cookie(request->arena, front->place.cookie,
                                span_of(visit->secrets.cookie)),
    };
    server_answer(front->server, request, &answer);
}

static void page_asset(struct front *front, const struct asked *asked)
{
    struct web_answer answer = {.http_status = HTTP_OK, .is_same_for_all = true};
    if (is_pages_asset(asked->rest, &answer.type, &answer.body))
        server_answer(front->server, asked->request, &answer);
    else
        say(front, asked, HTTP_NOT_FOUND, WS("There is no such page"), SPAN(""));
}

static void page_away(struct front *front, const struct asked *asked)
{
    struct server_request *const request = asked->request;
    const struct gate gate = {
        .title = WS("Hidden"),
        .sentences = {WS(
            "Nobody was here for a while, so the desk has hidden its page. It "
            "locks in 5 minutes.")},
        .sentence_count = 1,
        .action = SPAN("/away"),
        .token = span_of(asked->visit->secrets.token),
        .button = WS("Go on"),
        .is_status = true,
    };
    if (!asked->visit->is_unlocked) {
        front_state_send(front, request, SPAN("/unlock"));
        return;
    }
    const struct web_answer answer = {
        .http_status = HTTP_OK,
        .type = HTML,
        .body = gate_page(request->arena, &gate),
        .refresh =
            span_format(request->arena, "%d; url=/unlock", VISIT_AWAY_MS / 1000 + 1),
    };
    server_answer(front->server, request, &answer);
}

static void page_back(struct front *front, const struct asked *asked)
{
    const char *const back = front_state_errands(front, asked->visit)->back;
    front_state_send(front, asked->request,
                     asked->visit->is_unlocked && *back ? span_of(back) : SPAN("/"));
}

/* Who locks goes on with a new cookie, which only asks for the passphrase again: one that was
 * copied before is worth nothing from now on. */
static void page_lock(struct front *front, const struct asked *asked)
{
    struct visit_secrets fresh;
    front_state_secrets(&fresh);
    front_errand_close(front, asked->visit);
    visit_lock(asked->visit, &fresh);
    const struct web_answer answer = {
        .http_status = 303,
        .location = SPAN("/unlock"),
        .cookie = answer_cookie(asked->request->arena, front->place.cookie,
                                span_of(fresh.cookie)),
    };
    wipe(&fresh, sizeof fresh);
    server_answer(front->server, asked->request, &answer);
}

static void page_wait(struct front *front, const struct asked *asked)
{
    const size_t end = span_find(asked->rest, '/');
    const struct span file = span_cut(asked->rest, end, asked->rest.count);
    int64_t number = 0;
    if (!file.count || is_span(file, FRONT_FILE))
        (void)span_to_integer(span_cut(asked->rest, 0, end), &number);
    front_errand_look(front, asked->visit, asked->request, number, file.count != 0);
}

/* Only what an address of ours can be is asked of anybody. */
static bool is_secret(struct span rest)
{
    return rest.count == VISIT_COOKIE_COUNT && is_hex(rest);
}

static void join_refuse(struct front *front, const struct asked *asked)
{
    say(front, asked, HTTP_FORBIDDEN, WS("This address does not work"),
        WS("Ask whoever invited you for a new one."));
}

static void page_join(struct front *front, const struct asked *asked)
{
    const struct form_sent none = {0};
    if (is_secret(asked->rest))
        front_errand_porter(front, asked->request, NULL, &none);
    else
        join_refuse(front, asked);
}

/* Its token is the porter's, which every page of an invitation holds. */
static void page_joins(struct front *front, const struct asked *asked)
{
    struct arena *const arena = asked->request->arena;
    struct form_sent form;
    struct span token;
    if (!is_secret(asked->rest) || form_read(arena, asked->request->body, &form) != OK ||
        !is_form_single(&form, "token", &token) ||
        !is_guard_same(token, span_of(front->porter.secrets.token))) {
        join_refuse(front, asked);
        return;
    }
    form = form_without(arena, &form, "token");
    /* Whoever joins sits here now: what somebody else had open in this browser is closed. */
    if (asked->visit && asked->visit->is_unlocked) {
        front_errand_close(front, asked->visit);
        visit_lock(asked->visit, NULL);
    }
    front_errand_porter(front, asked->request, NULL, &form);
}

/* --- who asks what --- */

static void nobody_in_house(struct front *front, const struct asked *asked)
{
    const struct form_sent none = {0};
    const struct guard_verdict *const verdict = &asked->request->verdict;
    if (!verdict->is_change && verdict->device.count == VISIT_COOKIE_COUNT &&
        is_hex(verdict->device))
        front_errand_porter(front, asked->request, CONTRACT_PORTER_DEVICE, &none);
    else
        say(front, asked, verdict->is_change ? HTTP_FORBIDDEN : HTTP_NOT_SIGNED_IN,
            WS("Not invited"),
            WS("This desk knows the browsers that were invited to it, and this is none of "
               "them. Ask an owner for an address."));
}

static void nobody(struct front *front, const struct asked *asked)
{
    if (is_front_state_house(front)) {
        nobody_in_house(front, asked);
        return;
    }
    say(front, asked,
        asked->request->verdict.is_change ? HTTP_FORBIDDEN : HTTP_NOT_SIGNED_IN,
        WS("Not signed in"),
        WS("Start Resonance again: it opens a window that you can unlock."));
}

/* Every form of a page of this visit brings its token back. */
static bool is_token_right(const struct asked *asked)
{
    struct span token;
    return is_form_single(&asked->form, "token", &token) &&
           is_guard_same(token, span_of(asked->visit->secrets.token));
}

static const struct row *row_find(const struct guard_verdict *verdict,
                                  struct span *out_rest)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const size_t count = strlen(rows[i].path);
        const bool has_rest = rows[i].path[count - 1] == '/';
        if ((strcmp(rows[i].method, "POST") == 0) != verdict->is_change ||
            !(has_rest ? has_span_prefix(verdict->route, rows[i].path)
                       : is_span(verdict->route, rows[i].path)))
            continue;
        *out_rest = span_cut(verdict->route, count, verdict->route.count);
        return &rows[i];
    }
    return NULL;
}

/* Said once: then the page of the passphrase shows. */
static void say_replaced(struct front *front, const struct asked *asked)
{
    const struct gate gate = {
        .title = WS("Locked here"),
        .sentences = {WS(
            "Your key was unlocked in another window, so it is closed in this one. "
            "If that was not you, choose another passphrase.")},
        .sentence_count = 1,
        .link = SPAN("/unlock"),
        .link_words = WS("Unlock here"),
    };
    asked->visit->is_replaced = false;
    front_state_say(front, asked->request, &gate, HTTP_FORBIDDEN);
}

static void answer_visit(struct front *front, const struct row *row, struct asked *asked)
{
    const struct guard_verdict *const verdict = &asked->request->verdict;
    if (verdict->is_change && !is_token_right(asked)) {
        say(front, asked, HTTP_FORBIDDEN, WS("This form is from another window"),
            WS("It was made in another window, so nothing was done. Open its page "
               "again and fill it in."));
        return;
    }
    if (!row || row->answer == page_back)
        visit_touch(asked->visit, front->now.steady_ms);
    if (row) {
        row->answer(front, asked);
    } else if (asked->visit->is_replaced) {
        say_replaced(front, asked);
    } else {
        const struct form_sent form =
            form_without(asked->request->arena, &asked->form, "token");
        front_errand_add(front, asked->visit, asked->request, &form);
    }
}

void front_page_answer(struct front *front, struct server_request *request)
{
    const struct guard_verdict *const verdict = &request->verdict;
    struct asked asked = {.request = request};
    const struct row *const row = row_find(verdict, &asked.rest);
    asked.visit = visit_find(&front->visits, verdict->cookie, front->now.steady_ms);
    if (row && row->is_for_nobody)
        row->answer(front, &asked);
    else if (!asked.visit)
        nobody(front, &asked);
    else if (verdict->route.count > WIRE_ROUTE_BYTES_MAX)
        say(front, &asked, HTTP_NOT_FOUND, WS("There is no such page"), SPAN(""));
    else if (form_read(request->arena,
                       verdict->is_change ? request->body : verdict->query,
                       &asked.form) != OK)
        say(front, &asked, HTTP_BAD_REQUEST, WS("This form cannot be read"),
            WS("It holds characters that nobody sees, or too much. Nothing was done."));
    else
        answer_visit(front, row, &asked);
}

struct span front_page_launch(struct front *front, struct arena *arena)
{
    struct visit_secrets fresh;
    front_state_secrets(&fresh);
    visit_launch(&front->visits, fresh.cookie, front->now.steady_ms);
    const struct span address =
        span_format(arena, "%s/open/%s", front->origin, fresh.cookie);
    wipe(&fresh, sizeof fresh);
    return address;
}

void front_page_tick(struct front *front)
{
    bool is_over;
    struct visit *visit;
    while ((visit = visit_due(&front->visits, front->now.steady_ms, &is_over))) {
        front_errand_close(front, visit);
        if (is_over)
            visit_end(visit);
        else
            visit_lock(visit, NULL);
    }
}
