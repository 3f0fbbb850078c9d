/* report_summary_side: what stands beside the charts of a summary: what surely stands out, whether
 * the session can be relied on, and what the figures may do. */
#ifndef REPORT_REPORT_SUMMARY_SIDE_H
#define REPORT_REPORT_SUMMARY_SIDE_H

#include "report/report_source.h"

/* report_summary_side(page, source): adds these sections, in the side column, to `page`. */
void report_summary_side(struct page *page, const struct report_source *source);

#endif
