/* page_html_sign: the small drawings that stand before a word. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_SIGN_H
#define REPORT_PAGE_HTML_PAGE_HTML_SIGN_H

#include "base/buffer.h"
#include "report/page/page_cell.h"

/* page_html_sign(out, state): appends the sign of `state`, silent, for its word follows. */
void page_html_sign(struct buffer *out, enum page_state state);

#endif
