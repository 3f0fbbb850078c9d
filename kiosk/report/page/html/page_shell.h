/* page_shell: the document of the desk around a page: the house at the side, where one is, and the
 * page in the middle. It refers to rules by their address and holds none itself. */
#ifndef REPORT_PAGE_HTML_PAGE_SHELL_H
#define REPORT_PAGE_HTML_PAGE_SHELL_H

#include "report/page/page.h"

enum { PAGE_SHELL_ROOMS = 4 };

struct page_shell {
    struct span rules,
        mark; /* addresses of the style sheet and of the picture beside the name */
    struct span organization;
    struct page_room {
        struct span title; /* empty: none */
        struct page_ways ways;
    } rooms[PAGE_SHELL_ROOMS]; /* the rail, group by group */
    struct page_ways crumbs;   /* from the first page to this one, which is the last */
    struct page_ways actions;  /* beside the title */
    struct span who, role;     /* who is here; empty: nobody */
    struct span who_address;   /* the page about them; empty: there is none */
    struct span token;         /* of the visit, for the button that locks */
};

/* page_shell_html(arena, page, shell): `page` as a whole document in `arena`. What would be longer
 * than PAGE_BYTES_MAX is a document with the sentence that says so. */
struct span page_shell_html(struct arena *arena, const struct page *page,
                            const struct page_shell *shell);

#endif
