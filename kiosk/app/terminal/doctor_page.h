/* doctor_page: what the doctor of a terminal says, a line for each check, as text, as JSON and as
 * figures for a program that watches many machines. */
#ifndef APP_TERMINAL_DOCTOR_PAGE_H
#define APP_TERMINAL_DOCTOR_PAGE_H

#include "base/span.h"

enum doctor_state { DOCTOR_OK, DOCTOR_NOTE, DOCTOR_WRONG };

enum { DOCTOR_LINES_MAX = 48 };

struct doctor_line {
    enum doctor_state state;
    const char *what;  /* short; its name for programs, too */
    struct span words; /* empty: nothing more to say */
};

struct doctor_page {
    struct arena *arena;
    struct doctor_line lines[DOCTOR_LINES_MAX];
    size_t count, wrong_count;
    struct span organization; /* its eight words; empty: no configuration */
    int64_t waiting_count;    /* results that nobody has collected; -1: not known */
    int64_t session_count;    /* of the last day, kept for their person; -1: not known */
    int64_t free_bytes;       /* where the results lie; -1: not known */
};

/* doctor_page_begin(arena, page): an empty page that grows in `arena`. */
void doctor_page_begin(struct arena *arena, struct doctor_page *page);
/* doctor_page_add(page, state, what, words): one line more; `words` are copied, `what` is kept. */
void doctor_page_add(struct doctor_page *page, enum doctor_state state, const char *what,
                     struct span words);

/* doctor_page_text(page): lines for people: "ok    clock". doctor_page_json(page): the same as
 * canonical JSON. doctor_page_metrics(page): the figures in the text format of Prometheus, which
 * the textfile collector of node_exporter reads; no words, for a name would be one. */
struct span doctor_page_text(const struct doctor_page *page);
struct span doctor_page_json(const struct doctor_page *page);
struct span doctor_page_metrics(const struct doctor_page *page);

#endif
