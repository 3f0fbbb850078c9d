/* page_html_form: forms as HTML: label, fault, control, hint; each tied to its control for those
 * who listen. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_FORM_H
#define REPORT_PAGE_HTML_PAGE_HTML_FORM_H

#include "base/buffer.h"
#include "report/page/page.h"

/* page_html_form(out, form): appends `form`, with what is wrong summed up in front of it.
 * page_html_form_filter(out, block): appends the filter `block`. */
void page_html_form(struct buffer *out, const struct page_form *form);
void page_html_form_filter(struct buffer *out, const struct page_block *block);

#endif
