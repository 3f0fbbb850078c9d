/* drafts: sittings in progress, as rows of sealed bytes that are on the disk before the next
 * screen shows (drafts.db).
 *
 * What is known here of a sitting is its session: an id, a locator by which only the person's code
 * finds it again, and a wrapped key. What a row says and the key that opens it are not known.
 * Session ids and record ids may be the same: then a sitting whose record is already in the ledger
 * can be erased at the next start. */
#ifndef STORE_DRAFTS_H
#define STORE_DRAFTS_H

#include "base/span.h"
#include "chain/chain.h"

enum { DRAFTS_LOCATOR_BYTES = 16 };

struct drafts;

struct drafts_session {
    unsigned char id[CHAIN_ID_BYTES];            /* random */
    unsigned char locator[DRAFTS_LOCATOR_BYTES]; /* how a code finds it */
    struct span wrapped_key;                     /* opened by the person's code */
    int64_t begun_s, touched_s;                  /* since 1970, UTC */
    struct span
        head; /* what the last row said of all; empty: made by 0.1.0, or no row yet */
    struct span mark; /* by which the code will be known as used (marks.h); empty: made
                         by a program from before */
};

struct drafts_row {
    uint64_t number; /* from 1, no gap */
    uint32_t type;   /* the sealer's */
    struct span sealed;
    struct span head; /* when it is put: the new head of its session */
};

/* drafts_open(arena, path, out_drafts), drafts_close(drafts):
 * Opens, or makes, the file at `path`; the handle is built in `arena`, which must outlive it.
 * Fails as database_open does. drafts_close is NULL-safe. */
must_check enum status drafts_open(struct arena *arena, const char *path,
                                   struct drafts **out_drafts);
void drafts_close(struct drafts *drafts);

/* drafts_look(arena, path, out_drafts): the same, to be read only; nothing is made and no byte is
 * changed. Fails as database_look. */
must_check enum status drafts_look(struct arena *arena, const char *path,
                                   struct drafts **out_drafts);

/* drafts_begin(drafts, session):
 * Adds `session`, still without rows. STATUS_EXISTS when its id or its locator is there. */
must_check enum status drafts_begin(struct drafts *drafts,
                                    const struct drafts_session *session);

/* drafts_put(drafts, id, row, now_s):
 * Adds `row` with its head to the session `id` and marks it as touched at `now_s`; after OK it
 * survives a power cut. STATUS_REFUSED when the number of `row` is not the next one,
 * STATUS_NOT_FOUND without such a session, STATUS_NO_SPACE with all former rows untouched. */
must_check enum status drafts_put(struct drafts *drafts,
                                  const unsigned char id[CHAIN_ID_BYTES],
                                  const struct drafts_row *row, int64_t now_s);

/* drafts_find(arena, drafts, locator, out_session):
 * The session that `locator` leads to, its key in `arena`; STATUS_NOT_FOUND. */
must_check enum status drafts_find(struct arena *arena, struct drafts *drafts,
                                   const unsigned char locator[DRAFTS_LOCATOR_BYTES],
                                   struct drafts_session *out_session);

/* drafts_replace(drafts, id, row, now_s):
 * All rows of the session `id` give way to `row`, which is number 1, in one step; the file is
 * swept as by drafts_erase. STATUS_NOT_FOUND without such a session. */
must_check enum status drafts_replace(struct drafts *drafts,
                                      const unsigned char id[CHAIN_ID_BYTES],
                                      const struct drafts_row *row, int64_t now_s);

/* drafts_locate(drafts, id, locator):
 * From now on `locator` leads to the session `id`, in one step; no locator leads to the session
 * that it led to before, which stays until it expires. STATUS_NOT_FOUND without a session `id`. */
must_check enum status drafts_locate(struct drafts *drafts,
                                     const unsigned char id[CHAIN_ID_BYTES],
                                     const unsigned char locator[DRAFTS_LOCATOR_BYTES]);

/* drafts_list(drafts, on_session, context):
 * Calls `on_session` with `context` for each session, oldest first. What it is given is lent for
 * the call, and it must not change `drafts`. A status other than OK from it ends the list and is
 * passed on. */
typedef enum status drafts_on_session(void *context,
                                      const struct drafts_session *session);
must_check enum status drafts_list(struct drafts *drafts, drafts_on_session *on_session,
                                   void *context);

/* drafts_list_rows(drafts, id, on_row, context):
 * The same for the rows of the session `id` in order; the heads of rows are not kept.
 * STATUS_DAMAGED at the first row that is missing or cannot be read, when those before have been
 * given; STATUS_NOT_FOUND without such a session. */
typedef enum status drafts_on_row(void *context, const struct drafts_row *row);
must_check enum status drafts_list_rows(struct drafts *drafts,
                                        const unsigned char id[CHAIN_ID_BYTES],
                                        drafts_on_row *on_row, void *context);

/* drafts_erase(drafts, id):
 * Removes the session `id` with all its rows in one step and sweeps the file, so that no byte of
 * them is left in it or beside it. OK also when it is not there: repeating is harmless, and is
 * what to do after a failure. */
must_check enum status drafts_erase(struct drafts *drafts,
                                    const unsigned char id[CHAIN_ID_BYTES]);

/* drafts_retouch(drafts, from_s, to_s, now_s):
 * All sessions that were last touched before `from_s`, after `to_s` or before they were begun count
 * as touched at `now_s`: times that a wrong clock or a damaged disk has written, or that a wrong
 * clock now would misread. */
must_check enum status drafts_retouch(struct drafts *drafts, int64_t from_s, int64_t to_s,
                                      int64_t now_s);

/* drafts_expire(drafts, before_s, out_erased_count):
 * Erases all sessions that were last touched before `before_s` and counts them; the file is swept
 * as by drafts_erase where there were any, or where a sweep before has failed. */
must_check enum status drafts_expire(struct drafts *drafts, int64_t before_s,
                                     size_t *out_erased_count);

/* drafts_sweep(drafts):
 * The file is swept unless it was since it was opened and nothing was erased since: a process that
 * was killed may have erased something and not swept any more. Not while a person waits. */
must_check enum status drafts_sweep(struct drafts *drafts);

#endif
