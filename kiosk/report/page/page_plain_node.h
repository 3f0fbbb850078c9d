/* page_plain_node: what leads on, asks, or says where somebody stands, as lines of text. */
#ifndef REPORT_PAGE_PAGE_PLAIN_NODE_H
#define REPORT_PAGE_PAGE_PLAIN_NODE_H

#include "base/buffer.h"
#include "report/page/page.h"

/* page_plain_node(out, block, columns): appends `block`, which is of one of the kinds PAGE_WAYS to
 * PAGE_FILTER, in lines of at most `columns`; nothing for others. Ways are written with where they
 * lead. */
void page_plain_node(struct buffer *out, const struct page_block *block, size_t columns);

#endif
