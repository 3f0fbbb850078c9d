/* new_passphrase: how somebody chooses a passphrase on a page before they have a key. */
#ifndef APP_DESK_AGENT_NEW_PASSPHRASE_H
#define APP_DESK_AGENT_NEW_PASSPHRASE_H

#include "report/page/page.h"
#include "report/page/page_form.h"

/* new_passphrase_suggest(section): six words by chance, that nobody need take.
 * new_passphrase_fields(form, hint): the fields "passphrase", with `hint`, and "again". */
void new_passphrase_suggest(struct page_section *section);
void new_passphrase_fields(struct page_form *form, struct span hint);

/* new_passphrase_fault(typed, again, out_where): what is wrong with what was typed, and the name of
 * the field that it stands at; NULL: nothing. */
const char *new_passphrase_fault(struct span typed, struct span again,
                                 const char **out_where);

#endif
