/* marks: which access codes were used on a terminal, as opaque marks in the file of its ledger.
 *
 * Whoever gets the disk afterwards must not learn from it in which order codes were used: the
 * entries stand in the order in which people sat, so that would tell whose code made which. A
 * mark is therefore written apart from the entry, and all marks are laid out anew with each, by
 * their own order: the same marks make the same bytes, in whatever order they came
 * (ledger_cut_log for what the log beside the file tells). A copy of the disk from before a
 * sitting and one from after it differ in one mark and one entry: against that nothing here
 * helps. */
#ifndef STORE_TERMINAL_MARKS_H
#define STORE_TERMINAL_MARKS_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

enum { MARKS_MAX_BYTES = 64 };

struct ledger;

/* marks_put(ledger, mark): keeps `mark`, of at most MARKS_MAX_BYTES; after OK it survives a power
 * cut. STATUS_USED_CODE when it is there. */
must_check enum status marks_put(struct ledger *ledger, struct span mark);

/* marks_has(ledger, mark, out_is_there): whether `mark` is kept. */
must_check enum status marks_has(struct ledger *ledger, struct span mark,
                                 bool *out_is_there);

/* marks_key(ledger, on_mark, context): where the marks are those of a program from before, replaces
 * each by what `on_mark` with `context` builds of it in `arena`, in one step, and sweeps the file.
 * Else nothing happens. */
typedef struct span marks_on_mark(void *context, struct arena *arena, struct span mark);
must_check enum status marks_key(struct ledger *ledger, marks_on_mark *on_mark,
                                 void *context);

#endif
