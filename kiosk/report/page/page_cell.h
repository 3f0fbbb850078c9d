/* page_cell: what a cell of a table is besides its words: a link, a range, a state. */
#ifndef REPORT_PAGE_PAGE_CELL_H
#define REPORT_PAGE_PAGE_CELL_H

#include "view/chart.h"

#include <stddef.h>

enum page_state {
#define PAGE_STATE(name, id, sign) PAGE_STATE_##name,
#include "report/page/page_state.def"
#undef PAGE_STATE
    PAGE_STATES
};

struct page_cell {
    struct span address;       /* its words lead there; empty: nowhere */
    const struct chart *range; /* drawn; the cell's words say the same; NULL: none */
    enum page_state state;
    size_t
        columns; /* how many it takes; 0: one. The next cells of the row are left out then */
    bool is_soft; /* a reason in the place of a result */
};

/* page_cell_sign(state), page_cell_state(state): its sign, such as "●", and its name for programs.
 */
const char *page_cell_sign(enum page_state state);
const char *page_cell_state(enum page_state state);

#endif
