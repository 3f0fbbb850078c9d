/* report_summary_side: what stands beside the charts of a summary: what surely stands out, whether
 * the session can be relied on, and what the figures may do. */
#ifndef REPORT_REPORT_SUMMARY_SIDE_H
#define REPORT_REPORT_SUMMARY_SIDE_H

#include "report/report_source.h"

/* report_summary_side(page, source, is_short): adds what surely stands out, in the side column,
 * to `page`; `is_short`: the names of the topics only. report_summary_side_reliance(page,
 * source): whether to rely on the session, and what the figures may do.
 * report_summary_side_trust(section, source), report_summary_side_may(): the sentences of these
 * two, for a paper that has no room for more. */
void report_summary_side(struct page *page, const struct report_source *source,
                         bool is_short);
void report_summary_side_reliance(struct page *page, const struct report_source *source);
void report_summary_side_trust(struct page_section *section,
                               const struct report_source *source);
struct span report_summary_side_may(void);

#endif
