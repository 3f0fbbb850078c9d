/* vault_marks: which codes were used here, kept so that the disk does not tell whose result is
 * whose (store: marks.h). A result and the mark of its code are written one after the other;
 * where the power goes in between, what waits for its person in drafts.db says which mark is
 * still missing. */
#ifndef APP_TERMINAL_VAULT_VAULT_MARKS_H
#define APP_TERMINAL_VAULT_VAULT_MARKS_H

#include "app/terminal/vault.h"

/* vault_marks_open(vault): makes the marks of a program from before ones of this device. */
must_check enum status vault_marks_open(struct vault *vault);

/* vault_marks_find(vault, tag, out_is_used): whether the code with `tag` was used here. */
must_check enum status vault_marks_find(struct vault *vault,
                                        const unsigned char tag[CODE_TAG_BYTES],
                                        bool *out_is_used);

/* vault_marks_keep(vault): the code of vault_find is used from now on, and the ledger's log is cut
 * where it can be. OK when it was used before. */
must_check enum status vault_marks_keep(struct vault *vault);

/* vault_marks_settle(vault): the same for every code whose result is sealed and whose mark is
 * missing. Before what waits in drafts.db is erased. */
must_check enum status vault_marks_settle(struct vault *vault);

#endif
