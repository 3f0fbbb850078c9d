/* pages: the desk as pages: a question of the browser in, an answer out. It knows no socket, no
 * visit and no cookie; who asks has been let in, and their office is unlocked.
 *
 *   question -> route (pages_route.def) -> what the route does -> struct page -> HTML, or a file
 *
 * GET shows and changes nothing but the log; POST does, and sends on to a page that shows it. What
 * is wrong with a form is said beside its fields, with everything typed kept. A page about a person
 * is in the log of the desk before it is given out. */
#ifndef APP_DESK_PAGES_PAGES_H
#define APP_DESK_PAGES_PAGES_H

#include "app/desk/office/keys.h"
#include "base/arena.h"
#include "base/span.h"

#include <stddef.h>

struct form_field; /* web/form.h: struct span name, value */

enum pages_method { PAGES_GET, PAGES_POST };

struct pages_question {
    enum pages_method method;
    struct span route;               /* "/people/D8-4F", without what stands behind "?" */
    const struct form_field *fields; /* of the address, or of the form that was sent */
    size_t field_count;
    struct span
        token; /* of the visit: every form carries it back; who asks has checked it */
};

struct pages_answer {
    int http_status;  /* 200, 303, 403, 404, 405, 422, 500 */
    struct span type; /* "text/html; charset=utf-8" */
    struct span body;
    struct span location; /* where a 303 goes on, one of our own routes; else empty */
    struct span download; /* the name of a file to keep; empty: it is shown */
};

/* What a person who has unlocked the desk works on. */
struct pages;

/* pages_open(office, keys, signing_key, out_pages), pages_close(pages):
 * The desk of the person whose `keys` are open, on `office`. Takes all three over when it succeeds:
 * what is given is empty then, and pages_close closes it, and wipes what was kept of records;
 * harmless on NULL. `signing_key` (NULL: not open) signs rows of the log. Fails as opening the
 * archive and the assessment does. */
must_check enum status pages_open(struct office *office, struct keys *keys,
                                  struct secret *signing_key, struct pages **out_pages);
void pages_close(struct pages *pages);

/* pages_answer(pages, question, arena, out_answer):
 * Answers `question` in `arena`, which is guarded and has PAGES_ARENA_BYTES. What cannot be
 * answered (a route or a person that is not there, a damaged result, a full disk) is an answer with
 * its sentence too; a status other than OK means that there is none to give. */
enum { PAGES_ARENA_BYTES = 24 * 1024 * 1024 };
must_check enum status pages_answer(struct pages *pages,
                                    const struct pages_question *question,
                                    struct arena *arena, struct pages_answer *out_answer);

/* is_pages_asset(name, out_type, out_bytes): the file under /s/, such as "4f1c….css": whether there
 * is one. It is the same for everybody and never changes under its name. */
bool is_pages_asset(struct span name, struct span *out_type, struct span *out_bytes);

/* is_pages_route(index, out_route, out_roles, out_does): whether there is a row number `index`, from
 * 0, of the table of routes; then its route, who may use it (letters of pages_route.def), and
 * whether a form of it does something. */
bool is_pages_route(size_t index, struct span *out_route, struct span *out_roles,
                    bool *out_does);

#endif
