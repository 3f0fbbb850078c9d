/* pages_question: what a page is asked, and what it answers. */
#ifndef APP_DESK_PAGES_PAGES_QUESTION_H
#define APP_DESK_PAGES_PAGES_QUESTION_H

#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct form_field; /* web/form.h: struct span name, value */

enum pages_method { PAGES_GET, PAGES_POST };

struct pages_question {
    enum pages_method method;
    struct span route;               /* "/people/D8-4F", without what stands behind "?" */
    const struct form_field *fields; /* of the address, or of the form that was sent */
    size_t field_count;
    struct span
        origin; /* of the desk, "https://hr.acme.example:8443"; empty: not known */
    int64_t certificate_until_s; /* of the desk; 0: it has none */
    struct span
        token; /* of the visit: every form carries it back; who asks has checked it */
    /* How far work is that takes long, `all` 0: not known; NULL: nobody is told. */
    void (*on_progress)(size_t done, size_t all);
};

struct pages_answer {
    int http_status;  /* 200, 303, 403, 404, 405, 422, 500 */
    struct span type; /* "text/html; charset=utf-8" */
    struct span body;
    struct span location;     /* where a 303 goes on, one of our own routes; else empty */
    bool is_wrong_passphrase; /* one was typed that opens nothing: a try is used up */
    struct span download;     /* the name of a file to keep; empty: it is shown */
};

/* What a person who has unlocked the desk works on. */
struct pages;

enum { PAGES_ARENA_BYTES = 24 * 1024 * 1024 };

#endif
