/* access_log: who opened, exported, printed, erased or changed what at this desk, and when;
 * never a word of what was read. Each row carries the hash of the row before it, and the
 * signature of the organization where its key was open. log.head beside the archive names the
 * last row, so that rows cut from the end are missed. Who can write the folder can write all of
 * it anew up to the last signed row: the rows before that one are proved by its signature; and can
 * cut it with log.head, back to where it was when the last configuration was signed (anchor.h). */
#ifndef APP_DESK_OFFICE_LOG_ACCESS_LOG_H
#define APP_DESK_OFFICE_LOG_ACCESS_LOG_H

#include "app/desk/office/office.h"
#include "seal/minisign.h"
#include "store/deeds.h"

/* One row to be. */
struct access_note {
    struct span who;                    /* label of the key that was open; "no key" */
    const char *what;                   /* "opened" */
    struct span about;                  /* a reference, a label; may be empty */
    const struct minisign_key *signing; /* NULL: not open */
    bool is_new_head; /* the log goes on from here, whatever log.head named and is lost */
};

/* access_log_note(office, note): adds the row, durably, and then names it in log.head, which is
 * there before the first row is ("0" and zeros); where the row that it names is gone it stays as it
 * is, so that this goes on being missed. On a full disk there is room kept for it (log_reserve.h).
 * STATUS_NO_ACCESS, STATUS_NO_SPACE where the folder cannot be written all the same; then
 * is_access_log_copy(office) tells whether that is so because it is a copy that can only be read.
 * access_log_warn(office, status): where `status` is not OK, the listener is warned: for work that
 * goes on although it is not noted. */
must_check enum status access_log_note(struct office *office,
                                       const struct access_note *note);
bool is_access_log_copy(const struct office *office);
void access_log_warn(struct office *office, enum status status);

/* access_log_do(office, note, change, context): does `change` (given the archive and `context`)
 * and adds the row, both in one durable step: either both are there afterwards, or neither. For
 * what must not happen without its row. Fails as `change` does, and where the folder cannot be
 * written. */
typedef enum status access_log_change(void *context, struct archive *archive);
must_check enum status access_log_do(struct office *office,
                                     const struct access_note *note,
                                     access_log_change *change, void *context);

/* What the log says of itself. */
struct access_log {
    size_t count, signed_count;
    struct span fault; /* what is wrong with it, and where; empty: nothing */
};

/* access_log_read(office, on_deed, context, out_log): gives every row in order (on_deed may be
 * NULL) and checks numbers, hashes, signatures and the end. Fails only where the archive cannot
 * be read, or as `on_deed` does. */
must_check enum status access_log_read(struct office *office, deeds_on_deed *on_deed,
                                       void *context, struct access_log *out_log);

/* access_log_times(office, what, about, out_count): how many rows say that `what` was done about
 * `about`. */
must_check enum status access_log_times(struct office *office, const char *what,
                                        struct span about, int64_t *out_count);

#endif
