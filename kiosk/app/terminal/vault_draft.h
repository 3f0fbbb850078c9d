/* vault_draft: the drafts of the person whose code was typed, from the disk: read back as far as
 * they are whole, and erased. vault_find has derived the person's keys before. */
#ifndef APP_TERMINAL_VAULT_DRAFT_H
#define APP_TERMINAL_VAULT_DRAFT_H

#include "app/terminal/vault.h"

/* vault_draft_place(vault, record_id, number, type): what the row of that number and type says
 * of its place, in the draft of the sitting `record_id` and the present form; that no row stands
 * before it. */
struct draft_row vault_draft_place(const struct vault *vault,
                                   const unsigned char record_id[CHAIN_ID_BYTES],
                                   uint64_t number, unsigned char type);
/* vault_draft_next(vault, record_id, number, type): the same, behind the last row of `vault`. */
struct draft_row vault_draft_next(const struct vault *vault,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  uint64_t number, unsigned char type);

/* vault_draft_find(vault, work, out_session):
 * The session that the code leads to, built in `work`, and its key in the vault. STATUS_NOT_FOUND,
 * STATUS_WRONG_KEY where the key does not open. */
must_check enum status vault_draft_find(struct vault *vault, struct arena *work,
                                        struct drafts_session *out_session);

/* vault_draft_open(vault, arena, work, visit):
 * Looks for the draft of the person and sets found, sitting (in `arena`) and at of `visit`;
 * `work` is for what lives no longer than the call. Whatever is damaged stays as it is on the
 * disk: of it, the answers before the fault are taken (FOUND_PART), or, when there are none or
 * the form is another one, none (no sitting). */
must_check enum status vault_draft_open(struct vault *vault, struct arena *arena,
                                        struct arena *work, struct vault_visit *visit);

/* vault_draft_erase(vault, kept_id): erases all drafts that the code of the person opens, but
 * for the session `kept_id` (NULL: none is kept). */
must_check enum status vault_draft_erase(struct vault *vault,
                                         const unsigned char *kept_id);

#endif
