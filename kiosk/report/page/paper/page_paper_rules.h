/* page_paper_rules: assets/desk/paper.css, as the build puts it into the program. */
#ifndef REPORT_PAGE_PAPER_PAGE_PAPER_RULES_H
#define REPORT_PAGE_PAPER_PAGE_PAPER_RULES_H

extern const char page_paper_rules[]; /* ends with 0 */

#endif
