/* page_markup: HTML piece by piece. Markup is written in the program as it stands; whatever else
 * goes into a page goes through page_escape, which this calls (tests/lint/escape.sh). */
#ifndef REPORT_PAGE_HTML_PAGE_MARKUP_H
#define REPORT_PAGE_HTML_PAGE_MARKUP_H

#include "base/buffer.h"

/* page_markup(out, before, text, after): appends `text`, escaped, between the markup `before` and
 * `after`, which are literals. */
void page_markup(struct buffer *out, const char *before, struct span text,
                 const char *after);

/* page_markup_language(out, page_language, language): appends ` lang="de" dir="auto"` for words
 * that are in `language`, unless that is the page's or not known. */
void page_markup_language(struct buffer *out, struct span page_language,
                          struct span language);

#endif
