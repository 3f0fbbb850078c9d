/* pages_kept: what an unlocked desk keeps from one question to the next, and drops when it is no
 * longer true: the list of people, and what was read of the folder. */
#ifndef APP_DESK_PAGES_PAGES_KEPT_H
#define APP_DESK_PAGES_PAGES_KEPT_H

#include "app/desk/command/operation.h"
#include "app/desk/office/people/people.h"
#include "app/desk/pages/pages_question.h"
#include "store/archive.h"

struct pages_turn;

enum { PAGES_KEPT_ROUTE_BYTES = 256 };

struct pages {
    struct operation operation; /* holds the office and the keys */
    struct office_listener listener;
    struct pages_turn *turn; /* the question at work; NULL: none */
    struct arena_mark
        empty; /* of the office's arena, before anything was read of the folder */
    struct arena_mark ready; /* when all was read that is kept */
    struct office kept;      /* how the office was then; its arena is not used */
    uint64_t folder_state;   /* when the documents that are kept were changed last */
    struct people people;
    bool has_people;
    struct archive_version version; /* of the archive, when they were read */
    struct archive_version log;     /* when the log was looked through */
    struct pages_kept_receipt {
        struct arena arena;
        struct span handle, text, signature;
    } receipt; /* the last one that was signed here, for whoever takes its files; nothing sealed */
    struct pages_kept_done {
        char route[PAGES_KEPT_ROUTE_BYTES];
        const char *words; /* NULL: nothing is to be said */
    } done;                /* what the last form did, for the page that it went on to */
};

/* pages_kept_open(pages): reads what is kept of the folder. pages_kept_begin(pages),
 * pages_kept_end(pages): around a question: what was changed outside meanwhile is read anew; what
 * the question read of the folder is forgotten at its end. */
must_check enum status pages_kept_open(struct pages *pages);
must_check enum status pages_kept_begin(struct pages *pages);
void pages_kept_end(struct pages *pages);

/* pages_kept_people(pages, out_people): who answered, read when it is first asked for and whenever
 * results have come or gone. pages_kept_drop(pages): this program itself has changed something. */
must_check enum status pages_kept_people(struct pages *pages, struct people **out_people);
void pages_kept_drop(struct pages *pages);

/* pages_kept_done(pages, route, words): a form has done something and went on to `route`, where
 * `words`, a sentence of the program, are to be said. pages_kept_done_take(pages, route): these
 * words when `route` is that one, else NULL; forgotten with that. */
void pages_kept_done(struct pages *pages, struct span route, const char *words);
const char *pages_kept_done_take(struct pages *pages, struct span route);

#endif
