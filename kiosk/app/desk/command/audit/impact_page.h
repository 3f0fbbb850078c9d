/* impact_page: the tables of an audit as a page: who came how far, by group, each beside the group
 * with the highest rate; and the summary that is made public. The same for commands and for the
 * desk in the browser. */
#ifndef APP_DESK_COMMAND_AUDIT_IMPACT_PAGE_H
#define APP_DESK_COMMAND_AUDIT_IMPACT_PAGE_H

#include "app/desk/office/audit/audit_counts.h"
#include "report/page/page.h"

/* What the summary says besides its tables; days as they are shown. */
struct impact_page_facts {
    struct span organization, today, sealed;
};

/* impact_page_read(office, facts): fills `facts`, in the arena of the office; `sealed` is the day
 * on which the outcomes were sealed last, as the log says. Fails as reading the log does. */
must_check enum status impact_page_read(struct office *office,
                                        struct impact_page_facts *facts);

/* impact_page_counts(page, counts): how many people there are, and of how many no group is known.
 * impact_page_stage(page, counts, stage): the tables of one stage, each in a section.
 * impact_page_title(stage): what it is called. */
void impact_page_counts(struct page *page, const struct audit_counts *counts);
void impact_page_stage(struct page *page, const struct audit_counts *counts,
                       enum audit_stage stage);
const char *impact_page_title(enum audit_stage stage);

/* impact_page_summary(page, counts, facts): what 6 RCNY 5-300 asks to make public: rates and
 * ratios by each attribute and by both, the number of unknown ones, and what was left out. */
void impact_page_summary(struct page *page, const struct audit_counts *counts,
                         const struct impact_page_facts *facts);

/* impact_page_json(arena, counts): all stages for programs, as canonical JSON; what is hidden has
 * no number. */
struct span impact_page_json(struct arena *arena, const struct audit_counts *counts);

#endif
