/* report_figures: what a result says in numbers, for other programs: each with its range, and in
 * words. */
#ifndef REPORT_REPORT_FIGURES_H
#define REPORT_REPORT_FIGURES_H

#include "base/json/canonical.h"
#include "report/report_source.h"

/* report_figures_results(canonical, source): the list "results": beside the organization now,
 * and beside what its strategy needs; value, low and high null, and the reason, where there is
 * no figure. report_figures_topics(canonical, source): the list "topics" of all that may be
 * told, in the order of the form. */
void report_figures_results(struct canonical *canonical,
                            const struct report_source *source);
void report_figures_topics(struct canonical *canonical,
                           const struct report_source *source);

#endif
