/* pages_sign: what only an owner's passphrase does, from a form that asks for it again. */
#ifndef APP_DESK_PAGES_KEYS_PAGES_SIGN_H
#define APP_DESK_PAGES_KEYS_PAGES_SIGN_H

#include "app/desk/pages/pages_turn.h"

/* pages_sign_run(turn, prepare, run): an operation that changes the folder, with the values that
 * stand in turn->operation: nobody else changes it meanwhile, the signing key is opened with the
 * field "passphrase" where it is wanted, and closed again. Fails as they do, and with
 * STATUS_WRONG_PASSPHRASE, which is counted and in the log. */
typedef enum status pages_sign_step(struct operation *operation);
must_check enum status pages_sign_run(struct pages_turn *turn, pages_sign_step *prepare,
                                      pages_sign_step *run);

/* pages_sign_run_then(turn, prepare, run, then): the same, and `then` (NULL: nothing) when it is
 * done, while the signing key is open still: what is signed of what was done. */
typedef enum status pages_sign_then(struct pages_turn *turn);
must_check enum status pages_sign_run_then(struct pages_turn *turn,
                                           pages_sign_step *prepare, pages_sign_step *run,
                                           pages_sign_then *then);

/* pages_sign_field(form): the field for the passphrase. pages_sign_said(turn, section): what the
 * operation has said goes into `section`. is_pages_sign_grave(status): whether a failure is of
 * the machine and not of what was typed. */
void pages_sign_field(struct page_form *form);
void pages_sign_said(struct pages_turn *turn, struct page_section *section);
bool is_pages_sign_grave(enum status status);

#endif
