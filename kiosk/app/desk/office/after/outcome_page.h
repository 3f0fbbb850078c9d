/* outcome_page: what was said of the work after a time, as a section of a page. */
#ifndef APP_DESK_OFFICE_AFTER_OUTCOME_PAGE_H
#define APP_DESK_OFFICE_AFTER_OUTCOME_PAGE_H

#include "app/desk/office/after/outcome.h"
#include "report/page/page.h"

/* outcome_page_add(page, list, count): a table of the questions with what was said last of each
 * month, with the words that stand at the number. */
void outcome_page_add(struct page *page, const struct outcome *list, size_t count);

#endif
