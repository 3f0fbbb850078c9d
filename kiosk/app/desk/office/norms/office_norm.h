/* office_norm: what is usual among those who answered the form of the office, here and where its
 * imported tables come from.
 *
 *   archive --office_norm_own--> norm of this organization
 *                                + imported_norms_list --office_norm_now--> what a vacancy gets */
#ifndef APP_DESK_OFFICE_OFFICE_NORM_H
#define APP_DESK_OFFICE_OFFICE_NORM_H

#include "app/desk/office/norms/imported_norms.h"
#include "app/desk/office/result.h"

/* office_norm_wants_keys(office, out_wants): whether the archive holds results of the office's form
 * that are to be opened; seen from their headers. */
must_check enum status office_norm_wants_keys(struct office *office, bool *out_wants);

/* office_norm_own(reader, out_norm, out_waiting):
 * The norm of all candidates' results of the form that `reader` has open, pilots too, in the
 * order in which they came, from this organization, of today; `out_waiting` (may be NULL) is how
 * many valid ones wait for others. Its count is 0 while there are too few. No keys are needed
 * where office_norm_wants_keys says no. STATUS_UNSUPPORTED for a form without a profile of
 * candidates; results that cannot be opened are told and left out. */
must_check enum status office_norm_own(struct result_reader *reader,
                                       struct norm **out_norm, size_t *out_waiting);

/* office_norm_pool(office, own, rows, count, out_norm): the norm `own` and those of the `count`
 * imported `rows` that are of its form as one, of the same day.
 * office_norm_now(reader, out_norm): office_norm_own and all imported ones as one; its count is 0
 * while nobody stands behind it. */
must_check enum status office_norm_pool(struct office *office, const struct norm *own,
                                        const struct imported_norm *rows, size_t count,
                                        struct norm **out_norm);
must_check enum status office_norm_now(struct result_reader *reader,
                                       struct norm **out_norm);

#endif
