/* page_escape: foreign words inside HTML. */
#ifndef REPORT_PAGE_HTML_PAGE_ESCAPE_H
#define REPORT_PAGE_HTML_PAGE_ESCAPE_H

#include "base/buffer.h"

/* page_escape(out, text): appends `text` as HTML text or the inside of a quoted attribute:
 * markup is escaped, what is no UTF-8 or no character of HTML becomes U+FFFD, and what only turns
 * or hides the words around it (base/text/shown_text.h) is left out. */
void page_escape(struct buffer *out, struct span text);

#endif
