/* page_wrap: texts broken into lines of so many columns; a code point is a column. */
#ifndef REPORT_PAGE_PAGE_WRAP_H
#define REPORT_PAGE_PAGE_WRAP_H

#include "base/span.h"

/* page_wrap(rest, width, out_line): takes the next line of at most `width` columns off `*rest`,
 * broken at a blank where there is one, and at every line feed; 0 when `*rest` was used up. */
int page_wrap(struct span *rest, size_t width, struct span *out_line);

#endif
