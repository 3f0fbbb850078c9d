/* page_html: the body of a page as HTML, for whoever writes the document around it. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_H
#define REPORT_PAGE_HTML_PAGE_HTML_H

#include "report/page/html/page_html_pen.h"
#include "report/page/page.h"

/* Which of the sections: all one after the other, those of the main column, those of the side. */
enum page_html_column { PAGE_HTML_ALL, PAGE_HTML_MIDDLE, PAGE_HTML_SIDE };

/* page_html_blocks(pen, page, section): appends the blocks of `section`; on paper without those
 * that are for hands or for a screen. page_html_sections(out, page, column): appends the
 * sections of `column`. has_page_html_side(page): whether there is any in the side column. */
void page_html_blocks(const struct page_html_pen *pen, const struct page *page,
                      const struct page_section *section);
void page_html_sections(struct buffer *out, const struct page *page,
                        enum page_html_column column);
bool has_page_html_side(const struct page *page);

#endif
