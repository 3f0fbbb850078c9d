/* letter_page: what the person is told of a decision: the decision, its reason, who decided,
 * what the program did and did not do, and how to disagree. */
#ifndef REPORT_GUIDE_LETTER_PAGE_H
#define REPORT_GUIDE_LETTER_PAGE_H

#include "interview/interview_decision.h"
#include "report/page/page.h"

struct letter_page_facts {
    struct span organization, vacancy; /* its title; may be empty */
    struct span contact, retention;
    struct span reference, receipt;
};

/* letter_page(arena, decision, facts): the letter as a page; no name is in it, for the desk
 * knows none. */
struct page letter_page(struct arena *arena, const struct interview_decision *decision,
                        const struct letter_page_facts *facts);

#endif
