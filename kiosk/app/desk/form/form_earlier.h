/* form_earlier: forms that people answered before the organization changed its story or its
 * reasons, kept in the folder forms/ of the office, each under the first half of its hash, so
 * that results made with them can still be opened and give the same scores. */
#ifndef APP_DESK_FORM_FORM_EARLIER_H
#define APP_DESK_FORM_FORM_EARLIER_H

#include "app/desk/office/file_set.h"
#include "app/desk/office/office.h"

enum { FORM_EARLIER_MAX = 64 };

/* form_earlier_keep(office, set, assessment): keeps the files of `set` that begin with
 * "assessment/", from which `assessment` was read. STATUS_TOO_LARGE when there are
 * FORM_EARLIER_MAX. */
must_check enum status form_earlier_keep(struct office *office,
                                         const struct file_set *set,
                                         const struct assessment *assessment);

/* form_earlier_read(office, out_assessments, out_count): all that are kept. */
must_check enum status form_earlier_read(struct office *office,
                                         struct assessment ***out_assessments,
                                         size_t *out_count);

#endif
