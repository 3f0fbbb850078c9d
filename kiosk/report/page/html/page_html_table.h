/* page_html_table: a table of a page as HTML. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_TABLE_H
#define REPORT_PAGE_HTML_PAGE_HTML_TABLE_H

#include "report/page/html/page_html_pen.h"
#include "report/page/page.h"

/* page_html_table(pen, language, table): appends `table` of a page in `language`. */
void page_html_table(const struct page_html_pen *pen, struct span language,
                     const struct page_block *table);

#endif
