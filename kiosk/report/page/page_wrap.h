/* page_wrap: texts broken into lines of so many columns; a code point is a column. */
#ifndef REPORT_PAGE_PAGE_WRAP_H
#define REPORT_PAGE_PAGE_WRAP_H

#include "base/buffer.h"
#include "base/span.h"

/* page_wrap(rest, width, out_line): takes the next line of at most `width` columns off `*rest`,
 * broken at a blank where there is one, and at every line feed; 0 when `*rest` was used up. */
int page_wrap(struct span *rest, size_t width, struct span *out_line);

/* page_wrap_put(out, line): writes `line` without what nobody sees, which would be an order to
 * somebody's terminal, or turn the words around it. A control character leaves a blank: it may have
 * parted two words. */
void page_wrap_put(struct buffer *out, struct span line);

#endif
