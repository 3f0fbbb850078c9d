/* gate: the pages that stand before and between those of the desk: unlock, hidden, still at work,
 * nobody let in. They say nothing about anybody, and need no key. */
#ifndef APP_DESK_AGENT_GATE_H
#define APP_DESK_AGENT_GATE_H

#include "report/page/page.h"
#include "web/form.h"

#include <stdbool.h>
#include <stddef.h>

enum { GATE_SENTENCES_MAX = 4, GATE_KEYS_MAX = 32, GATE_PASSPHRASE_CHARACTERS_MAX = 256 };

struct gate {
    struct span organization; /* empty: not known here */
    struct span title;
    /* What was wrong: of the passphrase, or of whose key it is where none was chosen; without keys
     * on top. Empty: nothing. */
    struct span fault;
    struct span sentences[GATE_SENTENCES_MAX];
    size_t sentence_count;
    /* A form that is sent to `action`; empty: none. */
    struct span action, token, button;
    const struct span *keys; /* whose passphrase is asked for, one of them; */
    size_t key_count;        /* 0: no passphrase is asked for */
    struct span key_chosen;
    struct form_sent hidden;      /* further fields of the form, that nobody sees */
    struct form_sent shown;       /* fields that are only shown */
    struct span link, link_words; /* to another page of the desk; empty: none */
    bool is_status;               /* something goes on meanwhile */
    bool is_done;                 /* something has gone well */
};

/* gate_page(arena, gate): the page as HTML.
 * gate_html(arena, page, organization): any page that stands before those of the desk, so without
 * their menu, as HTML; `organization` is its name, empty: not known here. */
struct span gate_page(struct arena *arena, const struct gate *gate);
struct span gate_html(struct arena *arena, const struct page *page,
                      struct span organization);

#endif
