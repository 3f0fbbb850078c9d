/* answer: what a browser gets, and the headers that each of our answers carries: nothing is kept on
 * its disk, nothing is fetched from elsewhere, nobody frames us, nothing is guessed. */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/guard.h"

enum { ANSWER_HEADERS_MAX = 18 };

struct web_answer {
    int http_status;
    struct span type; /* empty: no content */
    struct span body;
    struct span location; /* a route of ours to go on to; empty: stays */
    struct span download; /* name of a file to be kept; empty: shown */
    struct span cookie;   /* the whole Set-Cookie; empty: as it was */
    struct span device;   /* a second one, of an invited browser; empty: as it was */
    struct span refresh;  /* "5; url=/wait/3"; empty: none */
    bool is_same_for_all; /* a file that never changes under its name: may be kept */
    bool is_last;         /* the connection is closed after it */
    int64_t wait_s;       /* how long to wait before asking again; 0: does not say */
};

/* answer_headers(arena, answer, out_headers): the headers of `answer`, and how many there are. */
size_t answer_headers(struct arena *arena, const struct web_answer *answer,
                      struct guard_header out_headers[ANSWER_HEADERS_MAX]);

/* answer_cookie(arena, name, value): the Set-Cookie of a visit: no script reads it, no other site
 * sends it, it ends with the browser; over TLS only where its name begins with "__Host-". An empty
 * `value` takes it away. answer_cookie_device(arena, name, value, life_s): that of an invited
 * browser, which stays for so many seconds. */
struct span answer_cookie(struct arena *arena, struct span name, struct span value);
struct span answer_cookie_device(struct arena *arena, struct span name, struct span value,
                                 int64_t life_s);

#endif
