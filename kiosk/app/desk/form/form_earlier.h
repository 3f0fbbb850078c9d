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

/* form_earlier_find(office, hash, out_assessment): the kept form with this hash, with the
 * organization's own words in its texts; NULL when there is none. It is read when it is first
 * asked for, and stays as long as `office`; one thread at a time. Fails as assessment_files_read
 * does without `out`. */
must_check enum status form_earlier_find(struct office *office,
                                         const unsigned char hash[CHAIN_HASH_BYTES],
                                         const struct assessment **out_assessment);

#endif
