/* plan_kept: the plan of a person who was hired, kept beside their result as decisions are
 * (interview/chronicle.h): every change is a further row, signed by the one who made it. */
#ifndef APP_DESK_OFFICE_AFTER_PLAN_KEPT_H
#define APP_DESK_OFFICE_AFTER_PLAN_KEPT_H

#include "app/desk/office/after/plan.h"
#include "app/desk/office/interview/chronicle.h"

extern const struct chronicle_kind plan_kept_kind;

/* plan_kept_read(arena, office, about, keys, log, out_plan): the plan of that person, opened with
 * `keys` into `arena` (guarded); empty where none was made. `log` is of plan_kept_kind. Fails as
 * chronicle_list does; STATUS_DAMAGED for rows that do not follow each other.
 * plan_kept_add(arena, office, about, keys, plan, row, note): adds `row` to `plan`, who and when
 * from `note` and now, and keeps it, noted as `note` says, in one step. Fails as plan_row_check,
 * plan_add and chronicle_put do. */
must_check enum status plan_kept_read(struct arena *arena, struct office *office,
                                      const struct chronicle_about *about,
                                      const struct keys *keys,
                                      const struct chronicle_log *log,
                                      struct plan **out_plan);
must_check enum status plan_kept_add(struct arena *arena, struct office *office,
                                     const struct chronicle_about *about,
                                     const struct keys *keys, struct plan *plan,
                                     const struct plan_row *row, struct access_note note);

#endif
