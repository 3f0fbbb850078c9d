/* ends_do: carries out in the archive what was signed about the end of results (ends_write.h). What
 * is cut off in between is found by ends_check and carried out again. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_DO_H
#define APP_DESK_OFFICE_ENDS_ENDS_DO_H

#include "app/desk/office/ends/ends.h"

/* ends_do_erase(office, ids, count): removes the content of these results for ever.
 * ends_do_restrict(office, id): seals the content of `id` once more, to the recovery keys of the
 * set that it was sealed to: no recruiter's key opens it any more, a recovery sheet does; so are
 * the decisions about it (decision.h), and all else that lay beside it goes. No key is needed
 * for either. STATUS_NO_ACCESS and STATUS_NO_SPACE say that it is to be repeated.
 * ends_do_again(office, out_count): both, for all of which content is there that should not be. */
must_check enum status ends_do_erase(struct office *office,
                                     const unsigned char (*ids)[CHAIN_ID_BYTES],
                                     size_t count);
must_check enum status ends_do_restrict(struct office *office,
                                        const unsigned char id[CHAIN_ID_BYTES]);
must_check enum status ends_do_again(struct office *office, size_t *out_count);

/* ends_do_check(office): STATUS_NO_ACCESS or STATUS_NO_SPACE where the archive cannot be written:
 * then nothing is to be signed that cannot be done. */
must_check enum status ends_do_check(struct office *office);

#endif
