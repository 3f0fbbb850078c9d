/* guide_page: an interview's guide as something to read from and to write on. What it shows is in
 * the guide; like all of this folder it knows no scorecard. */
#ifndef REPORT_GUIDE_GUIDE_PAGE_H
#define REPORT_GUIDE_GUIDE_PAGE_H

#include "interview/interview_guide.h"
#include "report/page/page.h"

/* guide_page_add(page, guide): how to ask and to rate, the questions for everybody and those on
 * the topics, each with what an answer worth 1, 3 and 5 is like. guide_page(arena, guide): a
 * page of its own with that, and with a sheet of paper that has room for a rating of each
 * question and for what was said, for a room without a screen. */
void guide_page_add(struct page *page, const struct interview_guide *guide);
struct page guide_page(struct arena *arena, const struct interview_guide *guide);

#endif
