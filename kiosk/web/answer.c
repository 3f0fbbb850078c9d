#include "web/answer.h"

#include "base/must.h"

/* Whom the page may load from, send to and be shown in: this desk, and nobody. */
#define CONTENT_RULES                                                                    \
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "          \
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/* The same for every answer. Referrer-Policy is not "no-referrer": with that, browsers send
 * "Origin: null" with our own forms. */
static const struct guard_header always[] = {
    {SPAN("Content-Security-Policy"), SPAN(CONTENT_RULES)},
    {SPAN("X-Frame-Options"), SPAN("DENY")},
    {SPAN("X-Content-Type-Options"), SPAN("nosniff")},
    {SPAN("Referrer-Policy"), SPAN("same-origin")},
    {SPAN("Cross-Origin-Opener-Policy"), SPAN("same-origin")},
    {SPAN("Cross-Origin-Resource-Policy"), SPAN("same-origin")},
};

struct list {
    struct guard_header *headers;
    size_t count;
};

static void add(struct list *list, struct span name, struct span value)
{
    if (!value.count)
        return;
    must(list->count < ANSWER_HEADERS_MAX);
    list->headers[list->count++] = (struct guard_header){name, value};
}

size_t answer_headers(struct arena *arena, const struct web_answer *answer,
                      struct guard_header out_headers[ANSWER_HEADERS_MAX])
{
    struct list list = {.headers = out_headers};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        add(&list, always[i].name, always[i].value);
    add(&list, SPAN("Cache-Control"),
        answer->is_same_for_all ? SPAN("private, max-age=31536000, immutable")
                                : SPAN("no-store"));
    add(&list, SPAN("Content-Type"), answer->type);
    add(&list, SPAN("Location"), answer->location);
    add(&list, SPAN("Refresh"), answer->refresh);
    add(&list, SPAN("Set-Cookie"), answer->cookie);
    add(&list, SPAN("Set-Cookie"), answer->device);
    if (answer->download.count)
        add(&list, SPAN("Content-Disposition"),
            span_format(arena, "attachment; filename=\"%.*s\"",
                        SPAN_ARGS(answer->download)));
    if (answer->wait_s > 0)
        add(&list, SPAN("Retry-After"),
            span_format(arena, "%lld", (long long)answer->wait_s));
    if (answer->is_last)
        add(&list, SPAN("Connection"), SPAN("close"));
    return list.count;
}

static const char *secure_of(struct span name)
{
    return has_span_prefix(name, "__Host-") ? "; Secure" : "";
}

struct span answer_cookie(struct arena *arena, struct span name, struct span value)
{
    return span_format(arena, "%.*s=%.*s; Path=/; HttpOnly; SameSite=Strict%s%s",
                       SPAN_ARGS(name), SPAN_ARGS(value), secure_of(name),
                       value.count ? "" : "; Max-Age=0");
}

struct span answer_cookie_device(struct arena *arena, struct span name, struct span value,
                                 int64_t life_s)
{
    return span_format(
        arena, "%.*s=%.*s; Path=/; HttpOnly; SameSite=Strict%s; Max-Age=%lld",
        SPAN_ARGS(name), SPAN_ARGS(value), secure_of(name), (long long)life_s);
}
