/* report_summary: one person at a glance, as the desk shows them: both figures with their ranges,
 * every topic beside the organization, what surely stands out, and whether the session can be
 * relied on. It says what the report says, in fewer words. */
#ifndef REPORT_REPORT_SUMMARY_H
#define REPORT_REPORT_SUMMARY_H

#include "report/report_source.h"

/* report_summary(page, source): adds the sections of the summary to `page`, those of the side
 * column after those of the middle. */
void report_summary(struct page *page, const struct report_source *source);

/* report_summary_beside(page, source), report_summary_matters(page, source): its two first
 * sections, the figures and what matters, topic by topic. */
void report_summary_beside(struct page *page, const struct report_source *source,
                           bool is_short);
void report_summary_matters(struct page *page, const struct report_source *source);

#endif
