/* pages_keeping: how long the results of a vacancy are kept, as a field beside what candidates read
 * of it. */
#ifndef APP_DESK_PAGES_VACANCY_PAGES_KEEPING_H
#define APP_DESK_PAGES_VACANCY_PAGES_KEEPING_H

#include "app/desk/pages/pages_turn.h"

/* pages_keeping_promise(section, vacancy): what candidates of `vacancy` read.
 * pages_keeping_field(turn, vacancy, form): the field "days" of `form`: what was sent; else the
 * days of `vacancy`; else those of the sentence that an organization begins with.
 * pages_keeping_fault(form): says that it holds no number of days. */
void pages_keeping_promise(struct page_section *section, const struct vacancy *vacancy);
void pages_keeping_field(struct pages_turn *turn, const struct vacancy *vacancy,
                         struct page_form *form);
void pages_keeping_fault(struct page_form *form);

#endif
