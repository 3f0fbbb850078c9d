/* slips: what people said of themselves for the audit, sealed, in the file of a terminal's ledger,
 * like papers in a box.
 *
 * Whoever gets the disk, and the auditors' key, must not learn from it whose slip is whose. The
 * entries of the ledger stand in the order in which people sat; slips are therefore written apart
 * from them, under no number, and all are laid out anew with each, by their own bytes, which
 * chance has made: the same slips make the same bytes, in whatever order they came. They leave the
 * terminal only when SLIPS_LEAST wait, all at once: a bundle that brings one person's result and
 * one slip would tell.
 *
 *   slips_put -> waiting -- slips_release --> on their way, in every bundle -- slips_drop --> gone
 *
 * A copy of the disk from before a person and one from after differ in one slip and one entry:
 * against that nothing here helps. */
#ifndef STORE_TERMINAL_SLIPS_H
#define STORE_TERMINAL_SLIPS_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdint.h>

enum {
    SLIPS_LEAST = 5,
    SLIPS_MAX = 20000,      /* in one terminal, and in one bundle */
    SLIPS_BYTES_MAX = 4096, /* of one */
};

struct ledger;

/* slips_put(ledger, slip): keeps the sealed `slip`; after OK it survives a power cut. OK when it is
 * there. STATUS_NO_SPACE when SLIPS_MAX are. Its caller cuts the ledger's log (ledger_cut_log). */
must_check enum status slips_put(struct ledger *ledger, struct span slip);

/* slips_release(ledger, sequence): where SLIPS_LEAST or more wait, all of them are on their way
 * from now on; `sequence` is that of the ledger's last entry. */
must_check enum status slips_release(struct ledger *ledger, uint64_t sequence);

/* slips_list(arena, ledger, out_slips, out_count): those on their way, by their own bytes, in
 * `arena`. */
must_check enum status slips_list(struct arena *arena, struct ledger *ledger,
                                  struct span **out_slips, size_t *out_count);

/* slips_drop(ledger, received): the desk has the entry `received` of this terminal: what was on
 * its way before that was written has come with it, and goes here. */
must_check enum status slips_drop(struct ledger *ledger, uint64_t received);

#endif
