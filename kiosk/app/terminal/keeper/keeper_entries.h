/* keeper_entries: whether what is sealed on this terminal is still what it was, entry by entry. A
 * disk that rots takes one entry, not those beside it: what is damaged is named, the rest goes
 * home. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_ENTRIES_H
#define APP_TERMINAL_KEEPER_KEEPER_ENTRIES_H

#include "app/terminal/keeper/keeper.h"

struct keeper_entries {
    size_t count, damaged_count; /* of entries; damaged ones among them */
    struct span
        damaged; /* a line for each, in the arena: "result K7-Q2 (entry 5): ..." */
};

/* keeper_entries_check(arena, keeper, out_entries):
 * Checks hash, signature, payload and chain of each entry of the ledger; the lines of those that
 * are damaged or missing are built in `arena`, at most 64 KiB of them. A failure is that of
 * reading the ledger. */
must_check enum status keeper_entries_check(struct arena *arena, struct keeper *keeper,
                                            struct keeper_entries *out_entries);

#endif
