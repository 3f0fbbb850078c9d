/* panel_page: the ratings of all interviewers side by side, with the arithmetic of the overall
 * figure in full. It names nobody better and draws no line. */
#ifndef REPORT_GUIDE_PANEL_PAGE_H
#define REPORT_GUIDE_PANEL_PAGE_H

#include "interview/interview_panel.h"
#include "report/page/page.h"

/* What is shown; all is lent. */
struct panel_page_view {
    const struct interview_guide *guide;
    const struct interview_sheet *sheets; /* as they were locked */
    const struct span *labels, *names;    /* of the interviewers, in the same order */
    size_t count;
    const struct interview_change *changes;
    size_t change_count;
    int64_t weights_set_s;
};

/* panel_page_add(page, view): the table, the overall figure, how far the interviewers agree,
 * what each heard where they are apart, and what was changed later. panel_page_notes(page,
 * view): what each heard where they are close, question by question. */
void panel_page_add(struct page *page, const struct panel_page_view *view);
void panel_page_notes(struct page *page, const struct panel_page_view *view);

#endif
