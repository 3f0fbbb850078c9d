/* Any bytes as a request, line by line: method, version, target, then a name and a value for each
 * header. Who is let in named this desk, and a form came from it. */
#include "base/must.h"
#include "web/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct guard_place place = {
    .host = SPAN("127.0.0.1:4000"),
    .origin = SPAN("http://127.0.0.1:4000"),
    .cookie = SPAN("resonance-4000"),
    .body_max_bytes = 1000,
};

static bool is_sent(const struct guard_request *request, const char *name,
                    struct span value)
{
    for (size_t i = 0; i < request->header_count; i++)
        if (is_span_alike(request->headers[i].name, span_of(name)) &&
            is_span_equal(request->headers[i].value, value))
            return true;
    return false;
}

static struct span line_of(struct span *rest)
{
    struct span line = SPAN("");
    (void)span_next(rest, '\n', &line);
    return line;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = {size ? (const char *)data : "", size};
    struct guard_header headers[GUARD_HEADERS_MAX + 1];
    struct guard_request request = {.headers = headers};
    struct guard_verdict verdict;
    request.method = line_of(&rest);
    request.version = line_of(&rest);
    request.target = line_of(&rest);
    while (rest.data && request.header_count <= GUARD_HEADERS_MAX) {
        struct guard_header *const header = &headers[request.header_count++];
        header->name = line_of(&rest);
        header->value = line_of(&rest);
    }
    guard_look(&request, &place, &verdict);
    if (verdict.http_status)
        return 0;
    must(is_sent(&request, "Host", place.host) && verdict.route.data[0] == '/');
    must(verdict.body_bytes <= place.body_max_bytes);
    must(!verdict.is_change || is_sent(&request, "Origin", place.origin));
    must(verdict.is_change || verdict.body_bytes == 0);
    return 0;
}
