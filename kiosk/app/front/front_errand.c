#include "app/front/front_errand.h"

#include "app/desk/agent/contract.h"
#include "base/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HTTP_OK = 200,
    HTTP_NOT_FOUND = 404,
    HTTP_TOO_MANY = 429,
    HTTP_UNAVAILABLE = 503,
    KEPT_BYTES = WIRE_ANSWER_BYTES_MAX + 64 * 1024,
    LOOK_AGAIN_S = 5,
    PLACE_BYTES = 64,
};

/* --- what comes back --- */

/* The keys are open: the browser that asked gets a new cookie with the answer, and one that had
 * unlocked for the same person before is locked. */
static struct span unlocked(struct front *front, struct visit *visit, struct span who,
                            struct arena *arena)
{
    struct visit_secrets fresh;
    struct visit *before;
    front_state_secrets(&fresh);
    visit_unlock(&front->visits, visit, who, &fresh, front->now.steady_ms, &before);
    if (before) {
        front_errand_close(front, before);
        visit_lock(before, NULL);
        before->is_replaced = true;
    }
    wipe(&fresh, sizeof fresh);
    return answer_cookie(arena, front->place.cookie, span_of(visit->secrets.cookie));
}

static bool is_html(struct span type)
{
    return has_span_prefix(type, "text/html");
}

/* Every page has the form that locks; one with another form is not only read. */
static bool is_written_on(struct span body)
{
    static const char form[] = "method=\"post\"";
    const char *const first = memmem(body.data, body.count, form, sizeof form - 1);
    const size_t rest = first ? body.count - (size_t)(first + 1 - body.data) : 0;
    return first && memmem(first + 1, rest, form, sizeof form - 1);
}

/* Pages that are only read hide themselves when nobody asks for another; on those with a form
 * somebody may be writing. */
static struct span hiding(const struct front *front, const struct visit *visit,
                          const struct wire_answer *answer, struct arena *arena)
{
    if (!visit->is_unlocked || answer->http_status != HTTP_OK || !is_html(answer->type) ||
        is_written_on(answer->body))
        return SPAN("");
    return span_format(arena, "%lld; url=/away",
                       (long long)(front->visits.hide_ms / 1000));
}

/* A browser is invited, or known again: from now on it has a cookie. */
static void porter_said(struct front *front, struct server_request *request,
                        const struct wire_answer *given, struct web_answer *answer)
{
    struct visit_secrets fresh;
    struct arena *const arena = request->arena;
    if (given->mark == WIRE_JOINED)
        answer->device = answer_cookie_device(arena, front->place.device, given->who,
                                              VISIT_DEVICE_LIFE_S);
    if (given->mark != WIRE_KNOWN)
        return;
    front_state_secrets(&fresh);
    const struct visit *const visit =
        visit_begin_device(&front->visits, request->verdict.device, given->who, &fresh,
                           front->now.steady_ms);
    wipe(&fresh, sizeof fresh);
    if (!visit)
        return;
    front_errand_close(front, visit); /* of who had this place before */
    answer->cookie =
        answer_cookie(arena, front->place.cookie, span_of(visit->secrets.cookie));
}

static void deliver(struct front *front, struct visit *visit,
                    struct server_request *request, const struct wire_answer *given)
{
    struct web_answer answer = {
        .http_status = given->http_status,
        .type = given->type,
        .body = given->body,
        .location = given->location,
        .download = given->download,
    };
    if (given->mark == WIRE_UNLOCKED)
        answer.cookie = unlocked(front, visit, given->who, request->arena);
    if (is_front_state_porter(front, visit))
        porter_said(front, request, given, &answer);
    answer.refresh = hiding(front, visit, given, request->arena);
    server_answer(front->server, request, &answer);
}

static struct arena *keep_begin(struct errands *errands)
{
    struct arena *const arena = &errands->kept_arena;
    arena_reset(arena);
    arena_done(arena);
    arena_init(arena, KEPT_BYTES);
    errands->is_kept = true;
    return arena;
}

/* A file to be kept, not a page to be read. */
static bool is_download(const struct wire_answer *given)
{
    return given->http_status == HTTP_OK && given->download.count;
}

/* Its browser looks again for it. */
static void keep(struct errands *errands, const struct wire_answer *given)
{
    struct arena *const arena = keep_begin(errands);
    errands->kept = (struct wire_answer){
        .http_status = given->http_status,
        .mark = given->mark,
        .who = span_copy(arena, given->who),
        .type = span_copy(arena, given->type),
        .location = span_copy(arena, given->location),
        .download = span_copy(arena, given->download),
        .body = span_copy(arena, given->body),
    };
}

static void keep_gate(struct errands *errands, const struct gate *gate, int http_status)
{
    struct arena *const arena = keep_begin(errands);
    errands->kept = (struct wire_answer){
        .http_status = http_status,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(arena, gate),
    };
}

static void forget_kept(struct errands *errands)
{
    arena_reset(&errands->kept_arena);
    arena_done(&errands->kept_arena);
    errands->kept = (struct wire_answer){0};
    errands->is_kept = false;
    errands->number = 0;
}

static struct span place_of(struct arena *arena, unsigned number)
{
    return span_format(arena, "/wait/%u", number);
}

/* A download leaves the page that a browser shows where it is, with nothing that says what came of
 * it: so a page says so first, and asks for the file. */
static void give_file(struct front *front, struct errands *errands,
                      struct server_request *request, const struct wire_answer *given)
{
    forget_kept(errands);
    keep(errands, given);
    errands->number = ++front->last_number;
    front_state_send(front, request, place_of(request->arena, errands->number));
}

static void ended(struct errands *errands)
{
    errands->asked = NULL;
    errands->is_under_way = errands->is_unlocking = false;
}

/* A page that is read is where a later one leads back to; a file is none. */
static void back_set(struct errands *errands, const struct server_request *request,
                     const struct wire_answer *given)
{
    if (errands->is_reading && given->http_status == HTTP_OK && is_html(given->type) &&
        !is_download(given))
        snprintf(errands->back, sizeof errands->back, "%.*s",
                 SPAN_ARGS(request->verdict.route));
}

static void answered(struct front *front, struct errands *errands,
                     const struct wire_answer *given)
{
    struct visit *const visit = front_state_visit(front, errands);
    struct server_request *const request = errands->asked;
    const bool is_gone = given->mark == WIRE_GONE && !is_front_state_porter(front, visit);
    if (given->mark == WIRE_WRONG_PASSPHRASE)
        tries_wrong(front_state_tries(front, visit->who), front->now.steady_ms);
    if (given->mark == WIRE_UNLOCKED) {
        tries_right(front_state_tries(front, visit->who));
        (void)unsetenv(
            CONTRACT_FOUNDING); /* there is one: should it go, none takes its place */
    }
    if (request)
        back_set(errands, request, given);
    if (request && is_download(given))
        give_file(front, errands, request, given);
    else if (request)
        deliver(front, visit, request, given);
    else
        keep(errands, given);
    ended(errands);
    link_rest(&errands->link);
    if (is_gone) {
        front_errand_close(front, visit);
        visit_end(visit);
    }
}

/* The agent is gone, and the keys with it: for this person only. */
static void broken(struct front *front, struct errands *errands)
{
    struct visit *const visit = front_state_visit(front, errands);
    const struct gate gate = {
        .title = WS("This page was not made"),
        .sentences =
            {WS("Making it has ended the part of the desk that works for you. "
                "Your key is closed."),
             WS("What you sent may have been done or not: unlock the desk again, "
                "and look before you repeat it.")},
        .sentence_count = 2,
        .link = SPAN("/unlock"),
        .link_words = WS("Unlock"),
    };
    struct server_request *const request = errands->asked;
    const bool is_looking = !request && errands->is_under_way && errands->number;
    ended(errands);
    link_close(&errands->link);
    visit_lock(visit, NULL);
    if (is_looking)
        keep_gate(errands, &gate, HTTP_UNAVAILABLE);
    else
        forget_kept(errands);
    if (request)
        front_state_say(front, request, &gate, HTTP_UNAVAILABLE);
}

static void hear(struct front *front, struct errands *errands)
{
    struct wire_answer given;
    bool is_answered;
    if (!errands->is_under_way && is_link_gone(&errands->link))
        broken(front, errands);
    if (!errands->is_under_way)
        return;
    const enum status status = link_step(&errands->link, &given, &is_answered);
    if (errands->link.has_sign)
        errands->heard_ms = front->now.steady_ms;
    errands->link.has_sign = false;
    if (status != OK)
        broken(front, errands);
    else if (is_answered)
        answered(front, errands, &given);
}

/* --- what is asked --- */

/* A form with a passphrase in it, wherever it stands. */
static bool is_unlock(const struct errand *errand)
{
    struct span passphrase;
    return errand->request->verdict.is_change &&
           is_form_single(&errand->form, "passphrase", &passphrase);
}

/* Stretching a passphrase takes half a gigabyte: one at a time for the whole desk. */
static bool is_somebody_unlocking(const struct front *front)
{
    for (size_t i = 0; i < FRONT_PLACES; i++)
        if (front->errands[i].is_unlocking)
            return true;
    return false;
}

static void refuse_try(struct front *front, struct server_request *request,
                       int64_t wait_ms)
{
    const int64_t wait_s = (wait_ms + 999) / 1000;
    const struct gate gate = {
        .title = WS("Wait before you try again"),
        .sentences = {span_format(
            request->arena,
            W("The passphrase was wrong several times. Try again in "
              "%lld seconds."),
            (long long)wait_s)},
        .sentence_count = 1,
        .link = SPAN("/unlock"),
        .link_words = WS("Unlock"),
    };
    const struct web_answer answer = {
        .http_status = HTTP_TOO_MANY,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(request->arena, &gate),
        .wait_s = wait_s,
    };
    server_answer(front->server, request, &answer);
}

static struct errand take_first(struct errands *errands)
{
    const struct errand first = errands->waiting[0];
    errands->waiting_count--;
    memmove(errands->waiting, errands->waiting + 1,
            errands->waiting_count * sizeof *errands->waiting);
    return first;
}

static void refuse_start(struct front *front, struct server_request *request)
{
    const struct gate gate = {
        .title = WS("This page was not made"),
        .sentences = {span_format(request->arena, W("The desk cannot work now: %s."),
                                  status_last())},
        .sentence_count = 1,
    };
    front_state_say(front, request, &gate, HTTP_UNAVAILABLE);
}

static void ask(struct front *front, struct errands *errands)
{
    const struct errand errand = take_first(errands);
    const struct guard_verdict *const verdict = &errand.request->verdict;
    struct visit *const visit = front_state_visit(front, errands);
    if (errands->link.state == LINK_NONE &&
        link_open(&errands->link, front->wants->program, front->wants->folder,
                  front->wants->certificate_until_s) != OK) {
        refuse_start(front, errand.request);
        return;
    }
    const struct wire_question question = {
        .is_change = verdict->is_change,
        .route = errand.route.count ? errand.route : verdict->route,
        .token = span_of(visit->secrets.token),
        .language = span_cut(verdict->language, 0, WIRE_HEADER_BYTES_MAX),
        .origin = span_of(front->origin),
        .device = is_front_state_porter(front, visit)
                      ? span_cut(verdict->device, 0, WIRE_HEADER_BYTES_MAX)
                      : span_of(visit->device),
        .fields = errand.form.fields,
        .field_count = errand.form.count,
    };
    errands->asked = errand.request;
    errands->is_under_way = true;
    errands->is_unlocking = is_unlock(&errand);
    errands->is_reading = !verdict->is_change;
    errands->since_ms = errands->heard_ms = front->now.steady_ms;
    link_ask(&errands->link, &question);
    hear(front, errands);
}

/* Whether something was done that can lead to more. */
static bool is_next_asked(struct front *front, struct errands *errands)
{
    if (errands->is_under_way || errands->waiting_count == 0)
        return false;
    const struct visit *const visit = front_state_visit(front, errands);
    const int64_t wait_ms =
        tries_wait_ms(front_state_tries(front, visit->who), front->now.steady_ms);
    if (is_unlock(&errands->waiting[0]) && wait_ms > 0) {
        refuse_try(front, take_first(errands).request, wait_ms);
        return true;
    }
    if (is_unlock(&errands->waiting[0]) && is_somebody_unlocking(front))
        return false;
    ask(front, errands);
    return true;
}

/* --- what is slow --- */

static void look_again(struct front *front, struct server_request *request,
                       struct span place, struct span words)
{
    const struct gate gate = {
        .title = WS("Still at work"),
        .sentences = {words},
        .sentence_count = 1,
        .link = place,
        .link_words = WS("Look again"),
        .is_status = true,
    };
    const struct web_answer answer = {
        .http_status = HTTP_OK,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(request->arena, &gate),
        .refresh =
            span_format(request->arena, "%d; url=%.*s", LOOK_AGAIN_S, SPAN_ARGS(place)),
    };
    server_answer(front->server, request, &answer);
}

static void tell_to_look_again(struct front *front, struct errands *errands)
{
    struct server_request *const request = errands->asked;
    forget_kept(errands);
    errands->number = ++front->last_number;
    errands->asked = NULL;
    front_state_send(front, request, place_of(request->arena, errands->number));
}

static void hurry(struct front *front, struct errands *errands)
{
    const int64_t now_ms = front->now.steady_ms;
    if (errands->is_under_way && now_ms - errands->heard_ms >= FRONT_AGENT_MS)
        broken(front, errands);
    else if (errands->asked && now_ms - errands->since_ms >= FRONT_SLOW_MS &&
             !is_front_state_porter(front, front_state_visit(front, errands)))
        tell_to_look_again(front, errands);
}

static struct span still_at_work(struct arena *arena, const struct wire_sign *sign)
{
    if (!sign->all)
        return WS("The desk is still at work on this page. It looks again by itself.");
    return span_format(arena,
                       W("The desk is still at work on this page: %u of %u are done. It "
                         "looks again by itself."),
                       (unsigned)sign->done, (unsigned)sign->all);
}

/* It says what came of it, leads back, and asks for the file itself. */
static void tell_file(struct front *front, struct errands *errands,
                      struct server_request *request)
{
    struct arena *const arena = request->arena;
    const struct gate gate = {
        .title = WS("The file is made"),
        .sentences = {span_format(arena,
                                  W("%.*s is made. Your browser puts it "
                                    "into your downloads."),
                                  SPAN_ARGS(errands->kept.download))},
        .sentence_count = 1,
        .link = errands->back[0] ? span_of(errands->back) : SPAN("/"),
        .link_words = WS("Go back"),
        .is_done = true,
    };
    const struct web_answer answer = {
        .http_status = HTTP_OK,
        .type = SPAN("text/html; charset=utf-8"),
        .body = gate_page(arena, &gate),
        .refresh = span_format(arena, "0; url=%.*s%s",
                               SPAN_ARGS(place_of(arena, errands->number)), FRONT_FILE),
    };
    server_answer(front->server, request, &answer);
}

void front_errand_look(struct front *front, struct visit *visit,
                       struct server_request *request, int64_t number, bool is_asked)
{
    struct errands *const errands = front_state_errands(front, visit);
    const struct gate gone = {
        .title = WS("This answer is no longer here"),
        .sentences = {WS("It was shown already, or another one came after it.")},
        .sentence_count = 1,
        .link = SPAN("/"),
        .link_words = WS("Go to Today"),
    };
    if (!errands->number || (int64_t)errands->number != number) {
        front_state_say(front, request, &gone, HTTP_NOT_FOUND);
    } else if (!errands->is_kept) {
        look_again(front, request, place_of(request->arena, errands->number),
                   still_at_work(request->arena, &errands->link.sign));
    } else if (is_download(&errands->kept) && !is_asked) {
        tell_file(front, errands, request);
    } else {
        deliver(front, visit, request, &errands->kept);
        forget_kept(errands);
    }
}

/* --- the whole --- */

static void add(struct front *front, struct errands *errands, const struct errand *errand)
{
    const struct gate full = {
        .title = WS("Too much at once"),
        .sentences = {WS(
            "The desk is still at work on your other pages, and nothing was done "
            "for this one. Try again in a moment.")},
        .sentence_count = 1,
        .link = SPAN("/"),
        .link_words = WS("Go to Today"),
    };
    if (errands->waiting_count == ERRANDS_MOST) {
        front_state_say(front, errand->request, &full, HTTP_UNAVAILABLE);
        return;
    }
    errands->waiting[errands->waiting_count++] = *errand;
    front_errand_step(front);
}

void front_errand_add(struct front *front, struct visit *visit,
                      struct server_request *request, const struct form_sent *form)
{
    const struct errand errand = {.request = request, .form = *form};
    add(front, front_state_errands(front, visit), &errand);
}

void front_errand_porter(struct front *front, struct server_request *request,
                         const char *route, const struct form_sent *form)
{
    const struct errand errand = {
        .request = request, .form = *form, .route = span_of(route ? route : "")};
    add(front, front_state_errands(front, &front->porter), &errand);
}

void front_errand_step(struct front *front)
{
    bool is_more = true;
    for (size_t i = 0; i < FRONT_PLACES; i++) {
        hear(front, &front->errands[i]);
        hurry(front, &front->errands[i]);
    }
    while (is_more) {
        is_more = false;
        for (size_t i = 0; i < FRONT_PLACES; i++)
            is_more = is_next_asked(front, &front->errands[i]) || is_more;
    }
}

int64_t front_errand_wait_ms(const struct front *front)
{
    int64_t wait_ms = -1;
    for (size_t i = 0; i < FRONT_PLACES; i++) {
        const struct errands *const errands = &front->errands[i];
        if (!errands->is_under_way)
            continue;
        const bool is_slow_told = errands->asked && i < VISIT_MOST;
        const int64_t end_ms = is_slow_told ? errands->since_ms + FRONT_SLOW_MS
                                            : errands->heard_ms + FRONT_AGENT_MS;
        const int64_t left_ms =
            end_ms > front->now.steady_ms ? end_ms - front->now.steady_ms : 0;
        if (wait_ms < 0 || left_ms < wait_ms)
            wait_ms = left_ms;
    }
    return wait_ms;
}

static void on_agent(void *context)
{
    (void)context; /* front_errand_step looks at all of them */
}

void front_errand_watch(struct front *front)
{
    for (size_t i = 0; i < FRONT_PLACES; i++) {
        const struct link *const link = &front->errands[i].link;
        if (link->state == LINK_NONE)
            continue;
        const struct loop_watch watch = {.descriptor = link->descriptor,
                                         .is_for_writing = link->state == LINK_ASKING,
                                         .on_ready = on_agent};
        loop_watch(&front->loop, &watch);
    }
}

void front_errand_close(struct front *front, const struct visit *visit)
{
    struct errands *const errands = front_state_errands(front, visit);
    if (errands->asked)
        front_state_send(front, errands->asked, SPAN("/unlock"));
    while (errands->waiting_count)
        front_state_send(front, take_first(errands).request, SPAN("/unlock"));
    link_close(&errands->link);
    forget_kept(errands);
    *errands = (struct errands){0};
}
