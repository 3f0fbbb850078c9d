/* page_way: where a page leads on: links and buttons, and the way round the house. */
#ifndef REPORT_PAGE_PAGE_WAY_H
#define REPORT_PAGE_PAGE_WAY_H

#include "base/span.h"

#include <stdbool.h>

enum page_way_look {
    PAGE_WAY_LINK,
    PAGE_WAY_BUTTON,
    PAGE_WAY_MAIN, /* the one button that is filled */
    PAGE_WAY_CLOSED, /* leads nowhere yet: dashed, with the sentence that says what opens it */
};

struct page_way {
    enum page_way_look look;
    struct span words;
    struct span address; /* one of our own routes; empty: a closed one, or where one is */
    struct span why;     /* of a closed one */
    struct span note;    /* behind the words, such as a count */
    bool is_here;        /* it leads to what is shown */
    struct page_way *next;
};

struct page_ways {
    struct page_way *first, *last;
};

/* page_way_add(arena, ways, look, words, address): a further way, built in `arena`; the texts are
 * lent. */
struct page_way *page_way_add(struct arena *arena, struct page_ways *ways,
                              enum page_way_look look, struct span words,
                              struct span address);

#endif
