/* guard: the headers of a request in, a verdict out. Pure: it knows no visit and no socket, so
 * every rule is tried with plain values.
 *
 * What is refused here never reaches a route: requests that another site made a browser send,
 * frames, prefetching, another name of this machine (DNS rebinding), and whatever two readers of
 * HTTP could understand in two ways. */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "base/span.h"

#include <stdbool.h>

enum { GUARD_HEADERS_MAX = 64, GUARD_TARGET_BYTES_MAX = 4096 };

struct guard_header {
    struct span name, value;
};

struct guard_request {
    struct span method, version, target; /* "GET", "HTTP/1.1", "/people?state=new" */
    const struct guard_header *headers;  /* as they were sent, doubled ones twice */
    size_t header_count;
};

/* What this desk is called, by those who mean it. */
struct guard_place {
    struct span host;   /* "127.0.0.1:43127" */
    struct span origin; /* "http://127.0.0.1:43127" */
    struct span cookie; /* the name of the cookie of its visits */
    struct span
        device; /* the name of the cookie of invited browsers; empty: there are none */
    size_t body_max_bytes;
};

struct guard_verdict {
    int http_status; /* 0: let in; else what is answered, and the connection is closed */
    bool is_change;  /* POST */
    size_t body_bytes;
    struct span route, query; /* of the target, before and after "?" */
    struct span cookie; /* of the visit; empty when there is none, or not exactly one */
    struct span device; /* the cookie of an invited browser; likewise */
    struct span language;
};

/* guard_look(request, place, out_verdict):
 * Whether `request` may be answered at `place`. The verdict lends from `request`. */
void guard_look(const struct guard_request *request, const struct guard_place *place,
                struct guard_verdict *out_verdict);

/* is_guard_route(route): whether `route` is written as all of ours are: it begins with one "/", and
 * nothing in it is read in two ways. */
bool is_guard_route(struct span route);

/* is_guard_same(a, b): whether two secrets are the same, in a time that does not tell how much of
 * them is. */
bool is_guard_same(struct span a, struct span b);

#endif
