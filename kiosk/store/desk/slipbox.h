/* slipbox: the slips for the audit that terminals have brought (store/terminal/slips.h), in the
 * file of the archive and apart from all results: no number, no time and no terminal stands with
 * one, and all are laid out anew with each that comes, by their own bytes. */
#ifndef STORE_DESK_SLIPBOX_H
#define STORE_DESK_SLIPBOX_H

#include "store/archive.h"

/* slipbox_put(archive, slips, count, out_new_count): keeps these, within what archive_begin began;
 * those that are there are passed over. */
must_check enum status slipbox_put(struct archive *archive, const struct span *slips,
                                   size_t count, size_t *out_new_count);

/* slipbox_settle(archive): afterwards: the log beside the file, which tells what was written after
 * what, is cut where nobody else reads it. */
void slipbox_settle(struct archive *archive);

/* slipbox_each(archive, on_slip, context): calls `on_slip` for each; a status other than OK ends
 * that and is passed on. None where none ever came. */
typedef enum status slipbox_on_slip(void *context, struct span slip);
must_check enum status slipbox_each(struct archive *archive, slipbox_on_slip *on_slip,
                                    void *context);

#endif
