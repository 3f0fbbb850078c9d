/* pages_end: the end of one result on pages: held or erased. */
#ifndef APP_DESK_PAGES_AUDIT_PAGES_END_H
#define APP_DESK_PAGES_AUDIT_PAGES_END_H

#include "app/desk/command/ends/end_subject.h"
#include "app/desk/pages/pages_turn.h"

enum { PAGES_END_WRONG_FORM = 422 };

/* pages_end_begin(turn, here, out_subject): the result that the route names, and its page up to
 * what it is about; `here` is the last step of the way to it. Of what an earlier version erased
 * nothing but the day is known. Fails as end_subject_find does. */
must_check enum status pages_end_begin(struct pages_turn *turn, const char *here,
                                       struct end_subject *out_subject);

/* pages_end_erased(turn, subject): how and when it ended, with the way to its receipt.
 * is_pages_end_erased(subject): whether it did. */
void pages_end_erased(struct pages_turn *turn, const struct end_subject *subject);
bool is_pages_end_erased(const struct end_subject *subject);

/* pages_end_by(turn, form): the fields for who does it, and for the passphrase that signs.
 * pages_end_signer(turn): STATUS_REFUSED for whoever is no HR owner: nobody else signs. */
void pages_end_by(struct pages_turn *turn, struct page_form *form);
must_check enum status pages_end_signer(struct pages_turn *turn);

/* pages_end_wrong(turn, form, status): what was refused, beside its field; a failure of the machine
 * is returned. */
must_check enum status pages_end_wrong(struct pages_turn *turn, struct page_form *form,
                                       enum status status);

/* pages_end_form(turn, form, title, faults, status): `form` on the page, below `title`; where what
 * was sent was refused with `status`, `faults` tells those of its fields, and pages_end_wrong the
 * rest. */
typedef void pages_end_faults(struct pages_turn *turn, struct page_form *form);
must_check enum status pages_end_form(struct pages_turn *turn, struct page_form *form,
                                      const char *title, pages_end_faults *faults,
                                      enum status status);

/* pages_end_ground(ground): why something was erased, in words for those who read the desk. */
const char *pages_end_ground(enum ends_ground ground);

#endif
