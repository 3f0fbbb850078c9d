/* anchor: whether the folder still has all that it had when something left it that is kept
 * elsewhere (anchor_format.h). Whoever can write to the folder can put all of it back to an older
 * state; what a terminal was given, or a person, they cannot.
 *
 *   anchor.jsonl in each configuration -> the first entry of each sitting at its terminal -> import
 *   the signature of each receipt of an erasure -> 'resonance audit compare'
 *   a row of the roll for each configuration -> every opening
 *
 *   seen.jsonl   the newest of those from elsewhere which this folder does not live up to
 *
 * The archive must be open (office_archive). */
#ifndef APP_DESK_OFFICE_ANCHOR_ANCHOR_H
#define APP_DESK_OFFICE_ANCHOR_ANCHOR_H

#include "app/desk/office/trust/roll.h"

/* The parts of the folder that an anchor speaks of. */
enum anchor_part {
    ANCHOR_NUMBER = 1, /* of the last configuration */
    ANCHOR_ENDS = 2,
    ANCHOR_LOG = 4,
    ANCHOR_RESULTS = 8,
    ANCHOR_ROLL = 16,
    ANCHOR_ALL = 31,
};

/* anchor_take(office, configuration, out_anchor): how far `office` has come, with `configuration`
 * as the number of the last one. anchor_line(office, anchor, key): the line for it, signed. */
must_check enum status anchor_take(struct office *office, int64_t configuration,
                                   struct anchor *out_anchor);
struct span anchor_line(struct office *office, const struct anchor *anchor,
                        const struct minisign_key *key);

/* anchor_see(office, line, out_words): `line` came from elsewhere; what is missing here of what it
 * names, in words, empty where all is here; and then keeps it in seen.jsonl. STATUS_FORGED when the
 * organization did not sign it. */
must_check enum status anchor_see(struct office *office, struct span line,
                                  struct span *out_words);

/* anchor_look(office, parts, out_words): which of the `parts` are not here any more that were when
 * the last configuration of the roll was signed, or what was seen elsewhere, in words; empty: all
 * are, or somebody has answered for it. anchor_mend(): what helps. */
must_check enum status anchor_look(struct office *office, unsigned parts,
                                   struct span *out_words);
const char *anchor_mend(void);

/* anchor_until(office, out_until): the number of the last configuration that was signed, here or
 * elsewhere, as far as this folder knows: who accepts a loss answers for all up to it.
 * anchor_forget(office): what was seen elsewhere is not kept any more: somebody has. */
must_check enum status anchor_until(struct office *office, int64_t *out_until);
must_check enum status anchor_forget(struct office *office);

#endif
