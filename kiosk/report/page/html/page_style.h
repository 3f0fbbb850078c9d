/* page_style: how a page looks, on a screen and on A4: the light theme of the whole program. */
#ifndef REPORT_PAGE_HTML_PAGE_STYLE_H
#define REPORT_PAGE_HTML_PAGE_STYLE_H

#include "base/buffer.h"

/* page_style(out): appends the rules (CSS, without the element around them) to `out`. */
void page_style(struct buffer *out);

#endif
