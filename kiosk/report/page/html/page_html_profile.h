/* page_html_profile: a chart of rows with the numbers and words of each row beside its marks: a
 * table, whose drawings are silent. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_PROFILE_H
#define REPORT_PAGE_HTML_PAGE_HTML_PROFILE_H

#include "base/buffer.h"
#include "view/chart.h"

/* page_html_profile(out, title, chart): appends the figure called `title`. */
void page_html_profile(struct buffer *out, struct span title, const struct chart *chart);

#endif
