/* ends_check: whether the folder still is what was signed about the end of results: nothing that
 * ended is back, nothing was cut off. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_CHECK_H
#define APP_DESK_OFFICE_ENDS_ENDS_CHECK_H

#include "app/desk/office/ends/archive_mark.h"

/* ends_check(office, on_fault, context): tells in words what is not so, each with the way to mend
 * it. ends_check_lost(office, on_fault, context): only what was there once and is missing, here or
 * as seen elsewhere (anchor.h). The archive must be open, and ends_certify done. */
must_check enum status ends_check(struct office *office, archive_mark_on_fault *on_fault,
                                  void *context);
must_check enum status ends_check_lost(struct office *office,
                                       archive_mark_on_fault *on_fault, void *context);

/* ends_check_unsigned(office, is_thorough, out_ids, out_count): the results that archive.db calls
 * erased though nobody signed for that, as ended_unsigned; none in a folder from before there was a
 * roll. ends_check_unsigned_words(arena, ids, count): what is said of them;
 * ends_check_unsigned_mend(): what helps. */
must_check enum status ends_check_unsigned(struct office *office, bool is_thorough,
                                           unsigned char (**out_ids)[CHAIN_ID_BYTES],
                                           size_t *out_count);
struct span ends_check_unsigned_words(struct arena *arena,
                                      unsigned char (*ids)[CHAIN_ID_BYTES], size_t count);
const char *ends_check_unsigned_mend(void);

#endif
