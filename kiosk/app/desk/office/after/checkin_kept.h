/* checkin_kept: the cards of check-ins (checkin.h), kept beside the result with which somebody was
 * hired, as decisions are (interview/chronicle.h): nothing else says whose a check-in is. */
#ifndef APP_DESK_OFFICE_AFTER_CHECKIN_KEPT_H
#define APP_DESK_OFFICE_AFTER_CHECKIN_KEPT_H

#include "app/desk/office/after/checkin.h"
#include "app/desk/office/interview/chronicle.h"

enum { CHECKIN_KEPT_MOST = 40 };
extern const struct chronicle_kind checkin_kept_kind;

/* checkin_kept_list(arena, office, about, keys, log, out_list, out_count): all cards that were made
 * for that person, the first one first, opened with `keys` into `arena` (guarded). `log` is of
 * checkin_kept_kind. Fails as chronicle_list. checkin_kept_add(arena, office, about, keys, count,
 * month, number, note): keeps the card `number`, for `month`, after the `count` that there are, who
 * and when from `note` and now, noted as `note` says, in one step. Fails as chronicle_put. */
must_check enum status checkin_kept_list(struct arena *arena, struct office *office,
                                         const struct chronicle_about *about,
                                         const struct keys *keys,
                                         const struct chronicle_log *log,
                                         struct checkin **out_list, size_t *out_count);
must_check enum status checkin_kept_add(struct arena *arena, struct office *office,
                                        const struct chronicle_about *about,
                                        const struct keys *keys, size_t count, int month,
                                        int64_t number, struct access_note note);

#endif
