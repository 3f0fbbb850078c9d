/* plan_page: a plan as sections of a page: its lines with who sees to each and by when, who agreed,
 * where it began, and how it came about. */
#ifndef APP_DESK_OFFICE_AFTER_PLAN_PAGE_H
#define APP_DESK_OFFICE_AFTER_PLAN_PAGE_H

#include "app/desk/office/after/plan.h"
#include "app/desk/office/after/plan_wish.h"
#include "report/page/page.h"

/* How a day such as "2026-12-20" reads; NULL: as it is. */
typedef struct span plan_page_day(struct arena *arena, struct span day);

/* plan_page_lines(page, plan, day, address): the lines as they are now, and who agreed on them; the
 * number of a line leads to `address` with "line" (an empty one: nowhere). plan_page_wish(page,
 * wish, look): what the person asked for, and what they may miss here. plan_page_history(page,
 * plan, day): every row, as it was written down. Days are told by `day`. */
void plan_page_lines(struct page *page, const struct plan *plan, plan_page_day *day,
                     struct span address);
void plan_page_wish(struct page *page, const struct plan_wish *wish, enum page_look look);
void plan_page_history(struct page *page, const struct plan *plan, plan_page_day *day);

#endif
