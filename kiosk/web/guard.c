#include "web/guard.h"

#include <string.h>

enum {
    HTTP_BAD_REQUEST = 400,
    HTTP_FORBIDDEN = 403,
    HTTP_WRONG_METHOD = 405,
    HTTP_LENGTH_NEEDED = 411,
    HTTP_TOO_LARGE = 413,
    HTTP_TARGET_TOO_LONG = 414,
    HTTP_WRONG_TYPE = 415,
    HTTP_MISDIRECTED = 421,
    HTTP_HEADERS_TOO_LARGE = 431,
    HTTP_WRONG_VERSION = 505,
    LENGTH_DIGITS_MAX = 18,
};

/* How often a header was sent, and what it said first. */
static size_t header_find(const struct guard_request *request, const char *name,
                          struct span *out_value)
{
    size_t count = 0;
    *out_value = SPAN("");
    for (size_t i = 0; i < request->header_count; i++)
        if (is_span_alike(request->headers[i].name, span_of(name)) && count++ == 0)
            *out_value = request->headers[i].value;
    return count;
}

/* Whether a header was sent at most once, and then says `wanted`. */
static bool is_header_if_sent(const struct guard_request *request, const char *name,
                              const char *wanted)
{
    struct span value;
    const size_t count = header_find(request, name, &value);
    return count == 0 || (count == 1 && is_span(value, wanted));
}

/* Bytes that a browser sends as %XX, a fragment, and ways up are nobody's. */
static bool is_target(struct span target)
{
    for (size_t i = 0; i < target.count; i++)
        if (target.data[i] <= ' ' || target.data[i] > '~' || target.data[i] == '#' ||
            target.data[i] == '\\' || target.data[i] == '"')
            return false;
    return target.count > 0 && target.data[0] == '/' &&
           !(target.count > 1 && target.data[1] == '/');
}

static bool is_route_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '/' || byte == '.';
}

/* No route of ours needs more: so no %2F and no "..". */
bool is_guard_route(struct span route)
{
    if (!route.count || route.data[0] != '/' || (route.count > 1 && route.data[1] == '/'))
        return false;
    for (size_t i = 0; i < route.count; i++)
        if (!is_route_byte(route.data[i]) ||
            (i > 0 && route.data[i] == '.' && route.data[i - 1] == '.'))
            return false;
    return true;
}

static int look_at_line(const struct guard_request *request,
                        struct guard_verdict *verdict)
{
    verdict->is_change = is_span(request->method, "POST");
    if (!verdict->is_change && !is_span(request->method, "GET") &&
        !is_span(request->method, "HEAD"))
        return HTTP_WRONG_METHOD;
    if (!is_span(request->version, "HTTP/1.1") && !is_span(request->version, "HTTP/1.0"))
        return HTTP_WRONG_VERSION;
    if (request->target.count > GUARD_TARGET_BYTES_MAX)
        return HTTP_TARGET_TOO_LONG;
    if (!is_target(request->target))
        return HTTP_BAD_REQUEST;
    const size_t mark = span_find(request->target, '?');
    verdict->route = span_cut(request->target, 0, mark);
    verdict->query = span_cut(request->target, mark + 1, request->target.count);
    return is_guard_route(verdict->route) ? 0 : HTTP_BAD_REQUEST;
}

/* What may be in the name of a header (RFC 9110, 5.6.2), of those that browsers use. A blank before
 * the colon hides a header from one reader and not from the next. */
static int look_at_names(const struct guard_request *request)
{
    for (size_t i = 0; i < request->header_count; i++) {
        const struct span name = request->headers[i].name;
        for (size_t at = 0; at < name.count; at++)
            if (!is_route_byte(name.data[at]) && name.data[at] != '_')
                return HTTP_BAD_REQUEST;
    }
    return 0;
}

static int look_at_host(const struct guard_request *request,
                        const struct guard_place *place)
{
    struct span host;
    return header_find(request, "Host", &host) == 1 && is_span_equal(host, place->host)
               ? 0
               : HTTP_MISDIRECTED;
}

static bool is_length(struct span text, int64_t *out_bytes)
{
    for (size_t i = 0; i < text.count; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.count <= LENGTH_DIGITS_MAX && span_to_integer(text, out_bytes);
}

/* How long the body is: said once, in digits. Pieces without a length are refused, and what comes
 * with both is the classic way to make two readers disagree. */
static int look_at_length(const struct guard_request *request,
                          const struct guard_place *place, struct guard_verdict *verdict)
{
    struct span length, coding;
    int64_t bytes = 0;
    const size_t count = header_find(request, "Content-Length", &length);
    if (header_find(request, "Transfer-Encoding", &coding) ||
        (verdict->is_change && count == 0))
        return HTTP_LENGTH_NEEDED;
    if (count == 0)
        return 0;
    if (count > 1 || !is_length(length, &bytes) || (!verdict->is_change && bytes > 0))
        return HTTP_BAD_REQUEST;
    if ((uint64_t)bytes > place->body_max_bytes)
        return HTTP_TOO_LARGE;
    verdict->body_bytes = (size_t)bytes;
    return 0;
}

/* Inside a page of somebody else's, or fetched before anybody chose it. */
static int look_at_use(const struct guard_request *request)
{
    static const char *const framed[] = {"iframe", "frame", "embed", "object"};
    struct span destination, site, purpose;
    (void)header_find(request, "Sec-Fetch-Dest", &destination);
    for (size_t i = 0; i < sizeof framed / sizeof *framed; i++)
        if (is_span(destination, framed[i]))
            return HTTP_FORBIDDEN;
    if (header_find(request, "Sec-Purpose", &purpose) ||
        (header_find(request, "Purpose", &purpose) &&
         is_span_alike(purpose, SPAN("prefetch"))))
        return HTTP_FORBIDDEN;
    const bool is_from_elsewhere = header_find(request, "Sec-Fetch-Site", &site) &&
                                   !is_span(site, "same-origin") &&
                                   !is_span(site, "none");
    return is_from_elsewhere && destination.count && !is_span(destination, "document")
               ? HTTP_FORBIDDEN
               : 0;
}

static bool is_form_type(struct span type)
{
    const struct span name = span_trim(span_cut(type, 0, span_find(type, ';')));
    return is_span_alike(name, SPAN("application/x-www-form-urlencoded"));
}

/* A form must come from a page of this desk. Browsers send the origin with each form. */
static int look_at_origin(const struct guard_request *request,
                          const struct guard_place *place)
{
    struct span origin, type;
    if (header_find(request, "Origin", &origin) != 1 ||
        !is_span_equal(origin, place->origin) ||
        !is_header_if_sent(request, "Sec-Fetch-Site", "same-origin"))
        return HTTP_FORBIDDEN;
    return header_find(request, "Content-Type", &type) == 1 && is_form_type(type)
               ? 0
               : HTTP_WRONG_TYPE;
}

/* The one value that `name` has in all cookies that were sent; two are nobody's. */
static struct span cookie_find(const struct guard_request *request, struct span name)
{
    struct span found = SPAN(""), rest, part;
    size_t count = 0;
    for (size_t i = 0; i < request->header_count; i++) {
        if (!is_span_alike(request->headers[i].name, SPAN("Cookie")))
            continue;
        rest = request->headers[i].value;
        while (rest.data && span_next(&rest, ';', &part)) {
            part = span_trim(part);
            const size_t equals = span_find(part, '=');
            if (equals == part.count || !is_span_equal(span_cut(part, 0, equals), name))
                continue;
            found = span_cut(part, equals + 1, part.count);
            count++;
        }
    }
    return count == 1 ? found : SPAN("");
}

static int look(const struct guard_request *request, const struct guard_place *place,
                struct guard_verdict *verdict)
{
    int refused = request->header_count > GUARD_HEADERS_MAX ? HTTP_HEADERS_TOO_LARGE : 0;
    if (!refused)
        refused = look_at_line(request, verdict);
    if (!refused)
        refused = look_at_names(request);
    if (!refused)
        refused = look_at_host(request, place);
    if (!refused)
        refused = look_at_length(request, place, verdict);
    if (!refused)
        refused = look_at_use(request);
    if (!refused && verdict->is_change)
        refused = look_at_origin(request, place);
    return refused;
}

void guard_look(const struct guard_request *request, const struct guard_place *place,
                struct guard_verdict *out_verdict)
{
    *out_verdict = (struct guard_verdict){0};
    out_verdict->http_status = look(request, place, out_verdict);
    out_verdict->cookie = cookie_find(request, place->cookie);
    if (place->device.count)
        out_verdict->device = cookie_find(request, place->device);
    (void)header_find(request, "Accept-Language", &out_verdict->language);
}

bool is_guard_same(struct span a, struct span b)
{
    unsigned char difference = a.count == b.count ? 0 : 1;
    for (size_t i = 0; i < a.count && i < b.count; i++)
        difference |= (unsigned char)a.data[i] ^ (unsigned char)b.data[i];
    return a.count > 0 && difference == 0;
}
