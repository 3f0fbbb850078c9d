/* page_paper: a page as sheets of A4: HTML that WeasyPrint makes a PDF of. It holds its rules
 * and its drawings and refers to nothing outside; what is for hands or a screen is left out, and
 * a drawing has its figures beside it. The sections of a side column, and cards, stand in a row;
 * a section with the look PAGE_SHEET begins a new sheet. */
#ifndef REPORT_PAGE_PAPER_PAGE_PAPER_H
#define REPORT_PAGE_PAPER_PAGE_PAPER_H

#include "report/page/page.h"

/* What stands on every sheet. */
struct page_paper {
    struct span left, right; /* at the top */
    struct span pilot;       /* below them; empty: nothing */
    struct span foot;        /* at the bottom, beside the number of the sheet */
};

/* page_paper_html(arena, page, sheet): the document. What would be longer than PAGE_BYTES_MAX is a
 * document with the sentence that says so. */
struct span page_paper_html(struct arena *arena, const struct page *page,
                            const struct page_paper *sheet);

#endif
