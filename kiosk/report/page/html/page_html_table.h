/* page_html_table: a table of a page as HTML. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_TABLE_H
#define REPORT_PAGE_HTML_PAGE_HTML_TABLE_H

#include "base/buffer.h"
#include "report/page/page.h"

/* page_html_table(out, language, table): appends `table` of a page in `language`. */
void page_html_table(struct buffer *out, struct span language,
                     const struct page_block *table);

#endif
