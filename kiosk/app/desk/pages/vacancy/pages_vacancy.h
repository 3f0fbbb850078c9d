/* pages_vacancy: what the pages about one vacancy share. */
#ifndef APP_DESK_PAGES_VACANCY_PAGES_VACANCY_H
#define APP_DESK_PAGES_VACANCY_PAGES_VACANCY_H

#include "app/desk/pages/pages_turn.h"

/* pages_vacancy_begin(turn, out_vacancy): the vacancy that the route names, and the page called
 * like it. pages_vacancy_link(turn, vacancy): where its own page is. */
must_check enum status pages_vacancy_begin(struct pages_turn *turn,
                                           struct vacancy **out_vacancy);
struct span pages_vacancy_link(struct pages_turn *turn, const struct vacancy *vacancy);

/* pages_vacancy_form(turn, vacancy, submit): a form of this page that carries back what stands for
 * `vacancy` as it was seen (vacancy_seen.h). pages_vacancy_values(turn, vacancy): the operation is
 * given `vacancy`, and what came back of that. */
struct page_form *pages_vacancy_form(struct pages_turn *turn,
                                     const struct vacancy *vacancy, const char *submit);
void pages_vacancy_values(struct pages_turn *turn, const struct vacancy *vacancy);

/* pages_vacancy_title(form, title), pages_vacancy_pilot(form, is_pilot): the fields of `form` for
 * what people read, and for whether the form is only tried out, as they are now. */
void pages_vacancy_title(struct page_form *form, struct span title);
void pages_vacancy_pilot(struct page_form *form, bool is_pilot);

/* pages_vacancy_changes(turn, vacancy): beside the title, what an owner can do with `vacancy` in
 * the state in which it is, but for what this page does. */
void pages_vacancy_changes(struct pages_turn *turn, const struct vacancy *vacancy);

/* is_pages_vacancy_refused(turn, status): the operation refused, so that the form is shown again;
 * what somebody else has changed meanwhile (STATUS_EXISTS) is said on top then. False where the
 * machine has failed (is_pages_sign_grave). */
bool is_pages_vacancy_refused(struct pages_turn *turn, enum status status);

#endif
