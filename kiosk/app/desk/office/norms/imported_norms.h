/* imported_norms: tables of what is usual elsewhere, signed by the organizations they come from.
 * Kept as norms/NAME.json with signature and key, and verified whenever they are used.
 *
 *   a table on its way is a norm's canonical JSON in a file, and its signature in FILE.minisig */
#ifndef APP_DESK_OFFICE_IMPORTED_NORMS_H
#define APP_DESK_OFFICE_IMPORTED_NORMS_H

#include "app/desk/office/office.h"
#include "seal/minisign.h"

enum { IMPORTED_NORMS_BYTES_MAX = NORM_BYTES_MAX + 4 * MINISIGN_MAX_BYTES };

struct imported_norm {
    struct span name; /* of its file, without folder and ending */
    struct norm *norm;
    struct span key, signature; /* as text */
    bool is_used;               /* it is of the form of the office */
};

/* imported_norms_comment(arena, norm): what the signature of the table `norm` says of itself. */
struct span imported_norms_comment(struct arena *arena, const struct norm *norm);

/* imported_norms_verify(arena, table, signature, key, out_norm):
 * The norm that the bytes `table` say, which the owner of the public `key` signed. STATUS_FORGED,
 * STATUS_WRONG_KEY and STATUS_DAMAGED as minisign_verify; STATUS_BAD_INPUT when it is no
 * norm, and as norm_table_check. */
must_check enum status imported_norms_verify(struct arena *arena, struct span table,
                                             struct span signature, struct span key,
                                             struct norm **out_norm);

/* imported_norms_list(office, assessment, out_rows, out_count): all of them, verified again, sorted
 * by name. Fails as imported_norms_verify, with the file. */
must_check enum status imported_norms_list(struct office *office,
                                           const struct assessment *assessment,
                                           struct imported_norm **out_rows,
                                           size_t *out_count);

/* imported_norms_check(office, assessment, row): whether the verified `row` may be kept.
 * STATUS_REFUSED for another form than `assessment`, or as norm_table_day_check;
 * STATUS_EXISTS when a table of one of its sources, of its key, or with its figures is here
 * already, or it counts this organization's own people.
 * imported_norms_put(office, key, row): keeps such a `row`, whose name it chooses from its source;
 * the owner's `key` signs that it counts. */
must_check enum status imported_norms_check(struct office *office,
                                            const struct assessment *assessment,
                                            const struct imported_norm *row);
must_check enum status imported_norms_put(struct office *office,
                                          const struct minisign_key *key,
                                          struct imported_norm *row);

/* imported_norms_need(office, name): STATUS_NOT_FOUND, with those that are there, when `name` is
 * not. imported_norms_remove(office, key, name): removes it, signed for. */
must_check enum status imported_norms_need(struct office *office, struct span name);
must_check enum status imported_norms_remove(struct office *office,
                                             const struct minisign_key *key,
                                             struct span name);

#endif
