/* keeper_marks: which codes were used here, kept so that the disk does not tell whose result is
 * whose (store: marks.h). A result and the mark of its code are written one after the other;
 * where the power goes in between, what waits for its person in drafts.db says which mark is
 * still missing. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_MARKS_H
#define APP_TERMINAL_KEEPER_KEEPER_MARKS_H

#include "app/terminal/keeper/keeper.h"

/* keeper_marks_open(keeper): makes the marks of a program from before ones of this device. */
must_check enum status keeper_marks_open(struct keeper *keeper);

/* keeper_marks_find(keeper, tag, out_is_used): whether the code with `tag` was used here. */
must_check enum status keeper_marks_find(struct keeper *keeper,
                                         const unsigned char tag[CODE_TAG_BYTES],
                                         bool *out_is_used);

/* keeper_marks_keep(keeper): the code of keeper_find is used from now on, and the ledger's log
 * is cut where it can be. OK when it was used before. */
must_check enum status keeper_marks_keep(struct keeper *keeper);

/* keeper_marks_settle(keeper): the same for every code whose result is sealed and whose mark is
 * missing. Before what waits in drafts.db is erased. */
must_check enum status keeper_marks_settle(struct keeper *keeper);

#endif
