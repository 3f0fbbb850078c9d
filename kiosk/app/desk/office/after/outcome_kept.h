/* outcome_kept: outcomes (outcome.h), kept beside a result as decisions are
 * (interview/chronicle.h). What is said anew of a month is a further paper; the last one counts. */
#ifndef APP_DESK_OFFICE_AFTER_OUTCOME_KEPT_H
#define APP_DESK_OFFICE_AFTER_OUTCOME_KEPT_H

#include "app/desk/office/after/outcome.h"
#include "app/desk/office/interview/chronicle.h"

enum { OUTCOME_KEPT_MOST = 40 };
extern const struct chronicle_kind outcome_kept_kind;

/* outcome_kept_list(arena, office, about, keys, log, out_list, out_count): all that were said of
 * that person, the first one first, opened with `keys` into `arena` (guarded). `log` is of
 * outcome_kept_kind. Fails as chronicle_list. outcome_kept_add(arena, office, about, keys, count,
 * outcome, note): keeps `outcome` after the `count` that there are, who and when from `note` and
 * now, noted as `note` says, in one step. Fails as outcome_check and chronicle_put.
 * outcome_kept_last(list, count, side, month): the last one of `side` after `month`; NULL: none. */
must_check enum status outcome_kept_list(struct arena *arena, struct office *office,
                                         const struct chronicle_about *about,
                                         const struct keys *keys,
                                         const struct chronicle_log *log,
                                         struct outcome **out_list, size_t *out_count);
must_check enum status outcome_kept_add(struct arena *arena, struct office *office,
                                        const struct chronicle_about *about,
                                        const struct keys *keys, size_t count,
                                        const struct outcome *outcome,
                                        struct access_note note);
const struct outcome *outcome_kept_last(const struct outcome *list, size_t count,
                                        enum outcome_side side, int month);

#endif
