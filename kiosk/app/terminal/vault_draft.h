/* vault_draft: the draft of the person whose code was typed, from the disk: read back as far as
 * it is whole. vault_find has the person's draft key before. */
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

/* vault_draft_open(vault, arena, work, session, visit):
 * Reads the draft that the keeper has found for the person and sets found, sitting (in `arena`)
 * and at of `visit`; `work` is for what lives no longer than the call. Whatever is damaged stays
 * as it is on the disk: of it, the answers before the fault are taken (FOUND_PART), or, when
 * there are none or the form is another one, none (no sitting). */
must_check enum status vault_draft_open(struct vault *vault, struct arena *arena,
                                        struct arena *work,
                                        const struct keeper_found *session,
                                        struct vault_visit *visit);

/* vault_draft_each(vault, work, on_row, context): calls `on_row` with `context` for the rows of the
 * person's draft in order, as drafts_list_rows does; `work` is for what lives no longer. */
must_check enum status vault_draft_each(struct vault *vault, struct arena *work,
                                        drafts_on_row *on_row, void *context);

#endif
