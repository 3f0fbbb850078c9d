/* readers: to whom something of a vacancy is sealed. */
#ifndef APP_DESK_OFFICE_INTERVIEW_READERS_H
#define APP_DESK_OFFICE_INTERVIEW_READERS_H

#include "app/desk/office/staff/staff.h"
#include "seal/age/age_recipient.h"

enum { READERS_MAX = 15 }; /* and one more: no file is sealed to more than 16 */

struct readers {
    struct age_recipient list[READERS_MAX];
    size_t count, recovery_count; /* recovery sheets, among them */
};

/* readers_add(readers, recipient): the public key `recipient`, once. STATUS_REFUSED over
 * READERS_MAX. readers_recovery(keyset, readers): adds the recovery sheets of `keyset`.
 * readers_vacancy(office, vacancy, roles, now_s, readers): adds who has one of `roles` for
 * `vacancy` (an id) at `now_s`, and the recovery sheets. */
must_check enum status readers_add(struct readers *readers, struct span recipient);
must_check enum status readers_recovery(const struct keyset *keyset,
                                        struct readers *readers);
must_check enum status readers_vacancy(struct office *office, struct span vacancy,
                                       staff_role_set roles, int64_t now_s,
                                       struct readers *readers);

#endif
