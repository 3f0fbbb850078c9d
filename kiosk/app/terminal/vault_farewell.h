/* vault_farewell: what a person is shown once their result is sealed, kept until they have seen
 * it: the power may go in between. It takes the place of the draft and is locked with the
 * person's code as the draft was; of the answers it holds none. */
#ifndef APP_TERMINAL_VAULT_FAREWELL_H
#define APP_TERMINAL_VAULT_FAREWELL_H

#include "app/terminal/vault.h"

/* vault_farewell_keep(vault, work, sitting, scorecard, moment):
 * Erases the rows of the draft of `sitting`, whose result is in the ledger, and older drafts of
 * the person; keeps how it began and its `scorecard` (NULL: none) in their place, until they are
 * erased or expire as a draft does. */
must_check enum status vault_farewell_keep(struct vault *vault, struct arena *work,
                                           const struct sitting *sitting,
                                           const struct scorecard *scorecard,
                                           struct moment moment);

/* vault_farewell_find(vault, arena, work, session, moment, visit):
 * What the person with the code of vault_find, which is used, has not seen yet, in the draft
 * `session` that the keeper has found: `visit` becomes
 * FOUND_SEALED with its sitting, scorecard and receipt hash in `arena`. Where the power went before
 * the draft gave way, it is scored again and gives way now; of one that is damaged there is the
 * receipt only. */
must_check enum status vault_farewell_find(struct vault *vault, struct arena *arena,
                                           struct arena *work,
                                           const struct keeper_found *session,
                                           struct moment moment,
                                           struct vault_visit *visit);

#endif
