/* page_html_node: what leads on, where somebody stands, and what is said on top, as HTML. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_NODE_H
#define REPORT_PAGE_HTML_PAGE_HTML_NODE_H

#include "report/page/html/page_html_pen.h"
#include "report/page/page.h"

/* page_html_node(pen, block): appends `block`, which is of one of the kinds PAGE_WAYS to
 * PAGE_PAGER; nothing for others. page_html_node_text(out, block): a paragraph with what leads on.
 * page_html_node_ways(out, ways): the ways alone, one after the other. */
void page_html_node(const struct page_html_pen *pen, const struct page_block *block);
void page_html_node_text(struct buffer *out, const struct page_block *block);
void page_html_node_ways(struct buffer *out, const struct page_ways *ways);

#endif
