/* archive_mark: how far the archive, the ends (ends.h) and the roll have come, beside them: an
 * older archive.db that is put back, and rows that are cut from the end of any, are missed.
 *
 *   archive.mark
 *     {"ends":12,"ends_hash":..,"roll":9,"roll_hash":..,"terminals":[{"device_id":..,"entry_hash
 *     ":..,"epoch":..,
 *     "sequence":..},..],"unix_s":..} SIGNATURE     the last entry of each terminal in each
 *     enrolment; those of before know nothing of the roll
 *     {..}                                          the same later, where nothing was there to
 *     sign
 *
 * The first line is signed (signed_rows.h) whenever the organization's key is open, the second
 * written by every import since. Who can write the folder and has a copy of all of it can put
 * all of it back; the terminals and the last configuration know better then (anchor.h). */
#ifndef APP_DESK_OFFICE_ENDS_ARCHIVE_MARK_H
#define APP_DESK_OFFICE_ENDS_ARCHIVE_MARK_H

#include "app/desk/office/ends/ends.h"
#include "seal/minisign.h"

/* archive_mark_note(office, signing): writes how far it is now, signed where `signing` is there
 * (NULL:
 * it is not). What was there before and is missing now stays in it. Where it cannot be written
 * the listener is warned. */
void archive_mark_note(struct office *office, const struct minisign_key *signing);

/* archive_mark_begin(office, signing): writes the first one, where there is none: rows that are
 * signed without it would look as if it had been removed. Fails as office_write does. */
must_check enum status archive_mark_begin(struct office *office,
                                          const struct minisign_key *signing);

/* archive_mark_renew(office, signing): writes how far it is now, signed, and forgets what was there
 * before: somebody has accepted that it is lost. Fails as office_write does. */
must_check enum status archive_mark_renew(struct office *office,
                                          const struct minisign_key *signing);

/* archive_mark_look(office, on_fault, context): tells in words what is not there any more, or
 * that the mark itself cannot be believed; nothing where none was ever made. The archive must be
 * open. */
typedef void archive_mark_on_fault(void *context, struct span words, const char *mend);
must_check enum status archive_mark_look(struct office *office,
                                         archive_mark_on_fault *on_fault, void *context);

#endif
