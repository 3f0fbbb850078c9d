/* gaps_page: where the rows of one page of an SQLite file stand, and what is free between them.
 * (https://www.sqlite.org/fileformat2.html, 1.6) A page is believed only when its rows, its gaps
 * and its heads together are as large as it is: a bit that is another one must not make a row a
 * gap. */
#ifndef STORE_TERMINAL_GAPS_PAGE_H
#define STORE_TERMINAL_GAPS_PAGE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    GAPS_PAGE_BYTES = 4096, /* of every file of ours */
    GAPS_PAGE_BLOCK_HEAD_BYTES = 4,
};

struct gaps_page {
    const unsigned char *bytes;
    bool is_inner; /* it leads to others */
    bool is_index;
    uint32_t cell_count;
    uint32_t pointers;           /* where the places of the cells begin */
    uint32_t gap_begin, gap_end; /* the gap before the first cell */
    uint32_t first_block;        /* the first of the gaps between cells; 0: none */
};

/* is_gaps_page(bytes, out_page): `bytes` (kept, GAPS_PAGE_BYTES) are a page of rows, sound as said
 * above. */
bool is_gaps_page(const unsigned char *bytes, struct gaps_page *out_page);

/* is_gaps_page_block(page, at, out_end, out_next): a gap between cells begins at `at`, and ends
 * before out_end; the next one begins at out_next (0: there is none). */
bool is_gaps_page_block(const struct gaps_page *page, uint32_t at, uint32_t *out_end,
                        uint32_t *out_next);

/* gaps_page_below(page, at): the number of the page below cell `at`, or, for `at` = cell_count,
 * of the last one, of a page that leads to others. */
uint32_t gaps_page_below(const struct gaps_page *page, uint32_t at);

#endif
