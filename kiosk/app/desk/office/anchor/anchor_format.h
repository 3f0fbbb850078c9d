/* anchor_format: how far the folder of the organization had come on a day that it signed for
 * something which leaves the folder (a configuration, a receipt): whoever keeps that shows later
 * that the folder was put back to before it.
 *
 *   {"configuration":9,"ends":3,"ends_hash":..,"log":41,"log_hash":..,"results":12,"roll":8,
 *   "roll_hash":..,"unix_s":..}
 *
 * "configuration" is the number of the last one, the others are rows, each with the hash of the
 * last one; "results" are those in archive.db, with and without content. Nothing of them says
 * anything of a person. */
#ifndef APP_DESK_OFFICE_ANCHOR_ANCHOR_FORMAT_H
#define APP_DESK_OFFICE_ANCHOR_ANCHOR_FORMAT_H

#include "app/desk/office/trust/signed_rows.h"

enum { ANCHOR_FORMAT_BYTES_MAX = 2048 };

struct anchor {
    int64_t configuration, unix_s;
    uint64_t result_count;
    struct signed_rows_head ends, log, roll;
};

/* anchor_format_rows: an anchor that stands alone, as in anchor.jsonl of a configuration, is one
 * line of this kind. */
extern const struct signed_rows_kind anchor_format_rows;

/* anchor_format_write(arena, anchor): `anchor` as canonical JSON.
 * anchor_format_read(arena, json, out_anchor): and back; STATUS_DAMAGED when it is none. */
struct span anchor_format_write(struct arena *arena, const struct anchor *anchor);
must_check enum status anchor_format_read(struct arena *arena, struct span json,
                                          struct anchor *out_anchor);

#endif
