/* answer: what a browser gets, and the headers that each of our answers carries: nothing is kept on
 * its disk, nothing is fetched from elsewhere, nobody frames us, nothing is guessed. */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/guard.h"

enum { ANSWER_HEADERS_MAX = 16 };

struct web_answer {
    int http_status;
    struct span type; /* empty: no content */
    struct span body;
    struct span location; /* a route of ours to go on to; empty: stays */
    struct span download; /* name of a file to be kept; empty: shown */
    struct span cookie;   /* the whole Set-Cookie; empty: as it was */
    struct span refresh;  /* "5; url=/wait/3"; empty: none */
    bool is_same_for_all; /* a file that never changes under its name: may be kept */
    bool is_last;         /* the connection is closed after it */
    int64_t wait_s;       /* how long to wait before asking again; 0: does not say */
};

/* answer_headers(arena, answer, out_headers): the headers of `answer`, and how many there are. */
size_t answer_headers(struct arena *arena, const struct web_answer *answer,
                      struct guard_header out_headers[ANSWER_HEADERS_MAX]);

/* answer_cookie(arena, name, value): the Set-Cookie of a visit: no script reads it, no other site
 * sends it, it ends with the browser. An empty `value` takes it away. */
struct span answer_cookie(struct arena *arena, struct span name, struct span value);

#endif
