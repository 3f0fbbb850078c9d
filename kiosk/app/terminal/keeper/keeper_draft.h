/* keeper_draft: the drafts of the person whose code was typed (keeper_find), as rows of sealed
 * bytes that the keeper stores and does not open. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_DRAFT_H
#define APP_TERMINAL_KEEPER_KEEPER_DRAFT_H

#include "app/terminal/keeper/keeper.h"

/* Rows at a time: what was added before this many bytes is given, and one row always. */
enum { KEEPER_DRAFT_PAGE_BYTES = 128 * 1024, KEEPER_DRAFT_PAGE_ROWS_MAX = 1024 };

/* Some rows of a draft, in the order in which they were written. */
struct keeper_draft_page {
    struct drafts_row *rows;
    size_t count;
    bool is_last;    /* no row stands behind them, */
    bool is_damaged; /* that can be read */
};

/* keeper_draft_find(keeper, work, found): the draft that the code leads to: has_session,
 * has_key, session_id, head (in `work`) and draft_key of `found`; the person's rows are taken
 * for it from then on. Where its locator was damaged, the code still opens the key. */
must_check enum status keeper_draft_find(struct keeper *keeper, struct arena *work,
                                         struct keeper_found *found);

/* keeper_draft_resume(keeper, record_id, place): the draft `record_id` once more: row_count and
 * row_hash of `place`; no rows where it was not begun. STATUS_WRONG_KEY when it is another
 * person's. */
must_check enum status keeper_draft_resume(struct keeper *keeper,
                                           const unsigned char record_id[CHAIN_ID_BYTES],
                                           struct keeper_place *place);

/* keeper_draft_rows(keeper, work, from, out_page): the rows from number `from` on, built in `work`.
 * STATUS_NOT_FOUND without such a draft. */
must_check enum status keeper_draft_rows(struct keeper *keeper, struct arena *work,
                                         uint64_t from,
                                         struct keeper_draft_page *out_page);

/* keeper_draft_begin(keeper, record_id, moment, out_key): a draft without rows for the sitting
 * `record_id`, and its new key, durable. The code does not lead to it yet. */
must_check enum status keeper_draft_begin(struct keeper *keeper,
                                          const unsigned char record_id[CHAIN_ID_BYTES],
                                          struct moment moment,
                                          unsigned char out_key[DRAFT_KEY_BYTES]);

/* keeper_draft_put(keeper, row, moment): as drafts_put, for the draft of the person. */
must_check enum status keeper_draft_put(struct keeper *keeper,
                                        const struct drafts_row *row,
                                        struct moment moment);

/* keeper_draft_locate(keeper): from now on the code leads to the draft of the person. */
must_check enum status keeper_draft_locate(struct keeper *keeper);

/* keeper_draft_replace(keeper, row, moment): as drafts_replace, for the draft of the person; all
 * others that the code opens are erased. */
must_check enum status keeper_draft_replace(struct keeper *keeper,
                                            const struct drafts_row *row,
                                            struct moment moment);

/* keeper_draft_erase(keeper): erases all drafts that the code of the person opens, once every mark
 * stands that only drafts still tell of (keeper_marks_settle). */
must_check enum status keeper_draft_erase(struct keeper *keeper);

#endif
