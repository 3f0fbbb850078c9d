/* page_html_profile: a chart of rows with the numbers and words of each row beside its marks: a
 * table, whose drawings are silent. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_PROFILE_H
#define REPORT_PAGE_HTML_PAGE_HTML_PROFILE_H

#include "report/page/html/page_html_pen.h"
#include "view/chart.h"

/* page_html_profile(pen, title, chart): appends the figure called `title`. */
void page_html_profile(const struct page_html_pen *pen, struct span title,
                       const struct chart *chart);

#endif
